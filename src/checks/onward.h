#pragma once

#include "checks/study.h"
#include "graph/digraph.h"

namespace trackloom::checks {

/// What leads where by dependencies and hand-overs. Places: the activities; then the bodies as what is handed to, which
/// leads to what they do; then the bodies as what hands on, to which leads what they do. Nothing leads over what was
/// cancelled, ended without result or was replaced, nor over a hand-over that was refused.
struct Onward {
  graph::Digraph onward;
  graph::Digraph back;
};

/// Worked out anew at each call; `Study::onward` keeps it.
Onward onward(const Study& study);

/// The fields this looks at.
void appendOnwardReads(std::vector<Reads>& reads);

}  // namespace trackloom::checks
