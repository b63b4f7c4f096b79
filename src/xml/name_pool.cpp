#include "xml/name_pool.h"

namespace trackloom::xml {
namespace {

constexpr std::size_t maxTries = 8;  // names chosen to collide are left without a number

std::size_t homeOf(std::string_view name) {
  std::size_t home = name.size();
  for (const char c : name.substr(0, 16)) home = home * 31 + static_cast<unsigned char>(c);
  return home;
}

}  // namespace

NamePool::Number NamePool::number(std::string_view name) {
  const std::size_t home = homeOf(name);
  for (std::size_t tries = 0; tries < maxTries; ++tries) {
    Number& slot = slots_[(home + tries) % slots_.size()];
    if (slot != none && names_[slot] == name) return slot;
    if (slot != none) continue;
    if (count_ == mostNames) return none;
    slot = static_cast<Number>(++count_);
    names_[slot] = name;
    return slot;
  }
  return none;
}

}  // namespace trackloom::xml
