#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// A ceasefire of the plan: the activity or text that is one, the activity it is linked through, and when it begins.
struct Ceasefire {
  const Item* item = nullptr;
  const Item* activity = nullptr;  ///< null where a text names none
  std::optional<Day> day;

  std::string_view type() const;
  /// One side's own declaration, a pause or a truce: brief, and without bodies of its own.
  bool isBrief() const;
};

/// Does the type of an activity say that it is a ceasefire: a span in which fighting should stop, and no step of talks?
bool isCeasefire(const Item& activity);
/// The numbers of those activities.
std::vector<std::uint32_t> findCeasefireActivities(const Study& study);

/// All of them that are known or planned on the day and not over; a text and the activity it was made in count once.
/// Worked out anew at each call; `Study::ceasefires` keeps it.
std::vector<Ceasefire> findCeasefires(const Study& study);

/// Has the text run out? An activity that is over is none of the ceasefires above.
bool isOver(const Study& study, const Ceasefire& ceasefire);

/// Does a body monitor or verify?
bool monitors(const Item& body);

/// The fields that these look at, the schedule apart.
void appendCeasefireReads(std::vector<Reads>& reads);
void appendMonitorReads(std::vector<Reads>& reads);

}  // namespace trackloom::checks
