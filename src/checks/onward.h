#pragma once

#include "checks/study.h"
#include "graph/digraph.h"

namespace trackloom::checks {

/// What leads where by dependencies and hand-overs. Places: the activities; then the bodies as what is handed to, which
/// leads to what they do; then the bodies as what hands on, to which leads what they do. Nothing leads over what was
/// cancelled, ended without result or was replaced, nor over a hand-over that was refused.
struct Ways {
  graph::Digraph onward;
  graph::Digraph back;
};
struct Onward {
  const Ways& planned;     ///< by dependencies and bodies
  const Ways& handedOver;  ///< by hand-overs
};

// Worked out anew at each call; `Study::onward` keeps them.
Ways plannedWays(const Study& study);
Ways handedOverWays(const Study& study);

/// The fields that what is planned leads by looks at; hand-overs beside these at those of `appendTransferReads`.
void appendOnwardReads(std::vector<Reads>& reads);

}  // namespace trackloom::checks
