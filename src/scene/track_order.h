#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::scene {

/// The tracks from top to bottom: by the place the team gave them, then by level, then by id.
std::vector<const checks::Item*> tracksInOrder(const checks::Study& study);

/// The elements of a kind by the place the team gave them, then by id.
std::vector<const checks::Item*> inOrder(const checks::Study& study, KindId kind);

}  // namespace trackloom::scene
