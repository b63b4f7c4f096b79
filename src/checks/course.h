#pragma once

#include "checks/schedule.h"

namespace trackloom::checks {

/// The links of a network laid out for the passes over it: activities in an order in which each comes after all it
/// waits for, and what leaves each behind what leaves the one before, so that a pass reads memory in sequence. Links
/// that close a loop lead to the end. Good for a network as long as its links are the same and the same is left out.
struct Course {
  struct Way {
    std::uint32_t to = 0;   ///< place in `order`
    std::uint32_t arc = 0;  ///< place in `Network::arcs`
    std::int32_t lag = 0;
    DependencyType type = DependencyType::FS;
    DependencyNature nature = DependencyNature::hard;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  explicit Course(const Network& network);
  /// The place behind the last activity.
  std::uint32_t end() const { return static_cast<std::uint32_t>(order.size()); }

  std::vector<std::uint32_t> order;     ///< the activities that are not left out
  std::vector<std::uint32_t> placeOf;   ///< of each activity in `order`; `none` for what is left out
  std::vector<Way> ways;                ///< by place of what they leave, then as in the network
  std::vector<std::uint32_t> firstWay;  ///< ways from place i: [firstWay[i], firstWay[i + 1])
  std::vector<std::uint32_t> cutArcs;   ///< links that close a loop, by place in `Network::arcs`
};

/// The schedule of a network along a course made for it.
Schedule schedule(const Network& network, const Course& course);

}  // namespace trackloom::checks
