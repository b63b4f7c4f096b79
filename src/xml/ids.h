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
/// one is looked for where the earlier ones, in order, have got to: that costs a comparison or two and no look-up.
class Ids {
 public:
  /// Takes an id; false if it is taken already.
  bool take(const ElementId& id);
  /// Takes an id that is derived from what stood in the file: the same file gives the same id.
  ElementId takeDerived(std::string_view kind, std::string_view oldId, std::size_t ordinal);

 private:
  void beginRun(const ElementId& id);

  std::vector<ElementId> earlier_;  // the ids of the runs before, in order
  std::size_t next_ = 0;            // the first of them that the present run has not passed
  std::vector<ElementId> run_;      // the present run
  ElementId last_;                  // the id asked for last, taken or not
  std::size_t runs_ = 0;
  std::set<ElementId> all_;  // once there are too many runs
};

}  // namespace trackloom::xml
