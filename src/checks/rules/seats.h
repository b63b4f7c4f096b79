#pragma once

#include "checks/study.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trackloom::checks {

// Seats of bodies by interval: what is not known may be anything, and never counts as met.

/// A number of seats of which only the bounds are known.
struct Interval {
  std::int64_t least = 0;
  std::optional<std::int64_t> most = 0;  ///< nothing: no upper bound is known

  void add(const Interval& other) {
    least += other.least;
    most = most && other.most ? std::optional(*most + *other.most) : std::nullopt;
  }
};

/// A delegation or part of a body.
struct Component {
  std::optional<Interval> total;  ///< from seats without a group
  std::map<ElementId, Interval> groups;
  std::map<ElementId, std::vector<ElementId>> seats;  ///< by group; under an empty id those without one

  /// How many seats it has at least: groups overlap, so the largest counts.
  std::int64_t least() const;
};

/// The components of a body by name; seats of the body as a whole stand under an empty name.
using Components = std::map<std::string, Component, std::less<>>;

std::map<ElementId, Components> componentsByBody(const Study& study);

/// What is known of the seats that a target is about.
struct Seats {
  std::string component;
  Interval total;
  Interval group;
  std::vector<ElementId> elements;  ///< the seats counted here
};

/// The seats of a group in a body as a whole.
Seats seatsInBody(const Item* body, const Components& components, const ElementId& group);
/// The seats that a quota is about: in the body, or in each component it names.
std::vector<Seats> seatsAsked(const Study& study, const Item& quota, const std::map<ElementId, Components>& bodies);

enum class Answer : std::uint8_t { met, below, unknown };

/// Against a share in per cent. Best for the group: all that may be of it are, among as few seats as there can be.
Answer againstShare(const Seats& seats, double percent);
/// Against the share and the number that a quota sets.
Answer against(const Item& quota, const Seats& seats);

}  // namespace trackloom::checks
