#pragma once

#include "plan/element_id.h"

#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

namespace trackloom::xml {

/// The ids of the elements read so far, over all kinds.
///
/// Files that Trackloom wrote hold the ids of each section in order. As long as ids come in few ascending runs, a new
/// one is looked for where each earlier run has got to, which costs a comparison or two and no look-up at all.
class Ids {
 public:
  /// Takes an id; false if it is taken already.
  bool take(const ElementId& id);
  /// Takes an id that is derived from what stood in the file: the same file gives the same id.
  ElementId takeDerived(std::string_view kind, std::string_view oldId, std::size_t ordinal);

 private:
  /// Ids [next, end) of an earlier run are still to be met.
  struct Run {
    std::size_t next;
    std::size_t end;
  };
  void beginRun(const ElementId& id);
  bool isInEarlierRun(const ElementId& id);

  std::vector<ElementId> ids_;  // as they came
  ElementId last_;              // the one asked for last, taken or not
  std::vector<Run> earlier_;
  std::size_t runStart_ = 0;
  std::set<ElementId> all_;  // once there are too many runs
  bool manyRuns_ = false;
};

}  // namespace trackloom::xml
