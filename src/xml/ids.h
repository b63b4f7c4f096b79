#pragma once

#include "plan/element.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace trackloom::xml {

/// The ids that the elements read so far have, over all kinds.
class Ids {
 public:
  /// Room for this many elements at most.
  explicit Ids(std::size_t most);

  bool has(const ElementId& id) const { return elements_[slotOf(id)] != nullptr; }
  /// Precondition: no element has its id yet. The element must stay where it is.
  void add(const Element& element);
  /// An id that no element has yet, derived from what stood in the file: the same file gives the same id.
  ElementId derive(std::string_view kind, std::string_view oldId, std::size_t ordinal) const;

 private:
  std::size_t slotOf(const ElementId& id) const { return slotOf(id, id.hash()); }
  std::size_t slotOf(const ElementId& id, std::size_t hash) const;

  // A table open at its ends: a power of two of slots, at most three quarters of them full. The marks are part of the
  // hash, so that hardly any element is looked at but the one that is sought.
  std::vector<std::uint32_t> marks_;
  std::vector<const Element*> elements_;
};

}  // namespace trackloom::xml
