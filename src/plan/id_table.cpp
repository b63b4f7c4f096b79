#include "plan/id_table.h"

#include <bit>

namespace trackloom {
namespace {

constexpr std::size_t maxTries = 32;

}  // namespace

IdTable::IdTable(std::size_t count) : slots_(std::bit_ceil(count * 2 + 1)) {}

std::uint32_t IdTable::add(const ElementId& id, std::uint32_t number) {
  const std::size_t home = id.hash();
  for (std::size_t tries = 0; tries < maxTries; ++tries) {
    Slot& slot = slots_[(home + tries) & (slots_.size() - 1)];
    if (slot.id == id) return slot.number;
    if (!slot.id.empty()) continue;
    slot = {id, number};
    return number;
  }
  return overflow_.emplace(id, number).first->second;
}

std::optional<std::uint32_t> IdTable::find(const ElementId& id) const {
  if (id.empty()) return std::nullopt;
  const std::size_t home = id.hash();
  for (std::size_t tries = 0; tries < maxTries; ++tries) {
    const Slot& slot = slots_[(home + tries) & (slots_.size() - 1)];
    if (slot.id == id) return slot.number;
    if (slot.id.empty()) return std::nullopt;
  }
  const auto found = overflow_.find(id);
  return found == overflow_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace trackloom
