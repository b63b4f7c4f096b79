#include "xml/ids.h"

#include <bit>
#include <string>

namespace trackloom::xml {

namespace {

/// Never 0, which marks an empty slot.
std::uint32_t markOf(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32U) | 1U; }

}  // namespace

Ids::Ids(std::size_t most) : marks_(std::bit_ceil(most + most / 3 + 16)), elements_(marks_.size()) {}

std::size_t Ids::slotOf(const ElementId& id, std::size_t hash) const {
  const std::uint32_t mark = markOf(hash);
  const std::size_t mask = marks_.size() - 1;
  std::size_t slot = hash & mask;
  while (marks_[slot] != 0 && (marks_[slot] != mark || elements_[slot]->id() != id)) slot = (slot + 1) & mask;
  return slot;
}

void Ids::add(const Element& element) {
  const std::size_t hash = element.id().hash();
  const std::size_t slot = slotOf(element.id(), hash);
  marks_[slot] = markOf(hash);
  elements_[slot] = &element;
}

ElementId Ids::derive(std::string_view kind, std::string_view oldId, std::size_t ordinal) const {
  std::string text(kind);
  text += '\n';
  text += oldId;
  text += '\n';
  text += std::to_string(ordinal);
  for (;;) {
    const ElementId id = ElementId::derivedFrom(text);
    if (!has(id)) return id;
    text += '+';
  }
}

}  // namespace trackloom::xml
