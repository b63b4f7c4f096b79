#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// Which of a number of standstills, one after the other, holds up each activity: the first that it waits for, directly
/// or over others, by hard dependencies and political preconditions that are not met yet. What was followed stays for
/// the next time (`Study::heldUp`): as far as the same standstills come again, nothing is followed.
class HeldUp {
 public:
  explicit HeldUp(std::size_t activities);

  /// The standstills come anew.
  void begin() { entered_ = 0; }
  /// The next of them, by its elements: activities, or tracks with all that is unfinished on them.
  void enter(const Study& study, const std::vector<ElementId>& standstill);
  /// The number of the one among those entered that holds an activity up.
  std::optional<std::uint32_t> by(const Item& activity) const {
    const std::uint32_t by = by_[activity.number()];
    return by < entered_ ? std::optional(by) : std::nullopt;
  }

 private:
  static constexpr std::uint32_t nothing = 0xFFFFFFFF;

  void take(const Study& study, std::uint32_t activity);
  void follow(const Study& study);

  std::vector<std::vector<ElementId>> known_;  // standstills that were followed, in their order
  std::uint32_t entered_ = 0;                  // so many of them came again
  std::vector<std::uint32_t> by_;              // by number of the activity, by all that are known
  std::vector<std::uint32_t> open_;
};

/// Says of each finding from which other one it follows, so that one standstill does not read as forty problems.
///
/// A finding of a rule that `waits` follows from the first finding of a rule that `holdsUp` whose activities, or the
/// unfinished ones of whose track, what it is about waits for: directly or over others, by hard dependencies and
/// political preconditions that are not met yet. A root is never less grave than what follows from it, follows from
/// nothing itself, and is a problem that the team has not accepted. Precondition: by level, with ids. Linear time.
void markRoots(const Study& study, std::vector<Finding>& findings);

}  // namespace trackloom::checks
