#pragma once

#include "plan/element_id.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace trackloom::xml {

/// The ids of the elements read so far, over all kinds.
class Ids {
 public:
  /// `expected`: about how many there will be.
  explicit Ids(std::size_t expected);

  /// Takes an id; false if it is taken already.
  bool take(const ElementId& id);
  /// Takes an id that is derived from what stood in the file: the same file gives the same id.
  ElementId takeDerived(std::string_view kind, std::string_view oldId, std::size_t ordinal);

 private:
  /// A slot of a table open at its ends. Part of the hash stands in it, so that hardly any id is compared in vain.
  struct Slot {
    std::uint32_t mark = 0;
    std::uint32_t number = 0;  // place in `ids_`, from 1; 0: empty
  };
  bool find(const ElementId& id, std::size_t hash) const;
  void enterAll();
  void enter(std::size_t number);

  // A small filter says of most new ids that they are new. The table proper is far larger than what is close at hand to
  // the processor; it is only filled when the filter cannot tell, with many ids in one go.
  std::vector<bool> filter_;
  std::vector<Slot> slots_;  // a power of two, at most three quarters full
  std::vector<ElementId> ids_;
  std::size_t entered_ = 0;  // how many of them stand in the table
};

}  // namespace trackloom::xml
