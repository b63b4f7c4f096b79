#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// Something that depends on an element, and through what it does: the element itself or another that depends on it.
struct Dependent {
  const Item* item = nullptr;
  const Item* through = nullptr;
};

/// What depends on an element, directly or over others, nearest first: activities that wait for it, what it hands over
/// and who is to receive that, commitments, seats, places, assignments, deadlines and what is paid from it.
std::vector<Dependent> dependents(const Study& study, const Item& element);

/// The edit under which an activity ends so many days later than it is due now: its planned dates move and it takes as
/// long as before, or it takes longer if it is under way. Working days end on the next that fits. Changes nothing if it
/// has ended. Precondition: an activity; 1 ≤ days ≤ 36,525.
Edit slip(const Study& study, const Item& activity, std::int64_t days);

/// What `check` says of a plan only before, and only after, an edit. What the team has accepted does
/// not count, nor that nothing is said any more of what is gone.
struct FindingsChange {
  std::vector<Finding> appear;
  std::vector<Finding> go;
};
FindingsChange findingsChange(const Study& before, const Study& after);

/// An activity whose earliest dates an edit moves.
struct DateShift {
  const Item* activity = nullptr;  ///< as it was before
  Day before;                      ///< its last day
  Day after;
};
std::vector<DateShift> dateShifts(const Study& before, const Study& after);

}  // namespace trackloom::checks
