#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// The part somebody takes: one participation that counts, and what it is in.
struct Part {
  const Item* participation = nullptr;
  const Item* in = nullptr;  ///< an activity or a body; may be null where the reference names nothing
};

/// The parts that each group and actor takes, as far as anybody could know on the as-of day; those left out who
/// declined, withdrew or were not invited, and those in what was cancelled.
class Parts {
 public:
  explicit Parts(const Study& study);
  std::span<const Part> of(const Item& who) const;
  /// Somebody who declined, withdrew, or was not invited for a recorded reason: asked and answered, not left out.
  bool answered(const Item& who) const;
  /// Somebody who takes part in something that nobody could know of yet.
  bool comesLater(const Item& who) const;

 private:
  std::size_t place(const Item& who) const;

  std::size_t actors_;
  std::vector<std::vector<Part>> parts_;  // of actors by number, then of groups
  std::vector<bool> answered_;
  std::vector<bool> later_;
};

/// The fields that `Parts` looks at.
void appendPartReads(std::vector<Reads>& reads);

}  // namespace trackloom::checks
