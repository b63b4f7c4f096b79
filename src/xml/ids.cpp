#include "xml/ids.h"

#include <bit>
#include <string>

namespace trackloom::xml {
namespace {

std::uint32_t markOf(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

Ids::Ids(std::size_t expected)
    : filter_(std::bit_ceil(8 * expected + 64)), slots_(std::bit_ceil(expected + expected / 3 + 16)) {
  ids_.reserve(expected);
}

bool Ids::take(const ElementId& id) {
  const std::size_t hash = id.hash();
  auto bit = filter_[(hash >> 20U) & (filter_.size() - 1)];
  if (bit) {
    enterAll();
    if (find(id, hash)) return false;
  }
  bit = true;
  ids_.push_back(id);
  return true;
}

bool Ids::find(const ElementId& id, std::size_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].number != 0; at = (at + 1) & mask)
    if (slots_[at].mark == markOf(hash) && ids_[slots_[at].number - 1] == id) return true;
  return false;
}

void Ids::enterAll() {
  if (ids_.size() > slots_.size() / 4 * 3) {
    slots_.assign(std::bit_ceil(2 * ids_.size()), {});
    entered_ = 0;
  }
  while (entered_ < ids_.size()) enter(++entered_);
}

void Ids::enter(std::size_t number) {
  const std::size_t hash = ids_[number - 1].hash();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != 0) at = (at + 1) & mask;
  slots_[at] = {markOf(hash), static_cast<std::uint32_t>(number)};
}

ElementId Ids::takeDerived(std::string_view kind, std::string_view oldId, std::size_t ordinal) {
  std::string text(kind);
  text += '\n';
  text += oldId;
  text += '\n';
  text += std::to_string(ordinal);
  for (;;) {
    const ElementId id = ElementId::derivedFrom(text);
    if (take(id)) return id;
    text += '+';
  }
}

}  // namespace trackloom::xml
