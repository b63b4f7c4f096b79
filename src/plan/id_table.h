#pragma once

#include "plan/element_id.h"

#include <map>
#include <optional>
#include <vector>

namespace trackloom {

/// Numbers by id, for those who look up many: ids and numbers side by side in one open table, since most of a look-up
/// is waiting for memory. Ids chosen to collide cost no more than a tree.
class IdTable {
 public:
  IdTable() : IdTable(0) {}
  /// Room for so many ids; more may be added, at a price.
  explicit IdTable(std::size_t count);

  /// An id that is in the table already keeps its number; it is returned. Precondition: not empty.
  std::uint32_t add(const ElementId& id, std::uint32_t number);
  std::optional<std::uint32_t> find(const ElementId& id) const;

 private:
  struct Slot {
    ElementId id;
    std::uint32_t number = 0;
  };
  std::vector<Slot> slots_;
  std::map<ElementId, std::uint32_t> overflow_;  // ids that found no place near their own
};

}  // namespace trackloom
