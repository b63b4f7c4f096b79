#include "sharing/redact_ids.h"

#include "xml/sha256.h"

#include <charconv>
#include <set>

namespace trackloom::sharing {
namespace {

std::string bytesOf(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    unsigned value = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
    bytes += static_cast<char>(value);
  }
  return bytes;
}

ElementId idFrom(std::string_view hash) {
  std::uint64_t bits = 0;
  std::from_chars(hash.data(), hash.data() + 16, bits, 16);
  return ElementId::fromRandomBits(bits);
}

/// The plan with the places of each kind (`order`) counted from 1 without gaps.
Plan withPlacesCounted(const Plan& plan) {
  std::vector<Change> changes;
  for (const Kind& kind : kinds()) {
    std::set<Integer> places;
    for (const ElementPtr& element : plan.all(kind.id))
      if (const Integer* place = element->get(key::order)) places.insert(*place);
    for (const ElementPtr& element : plan.all(kind.id)) {
      const Integer* place = element->get(key::order);
      if (!place) continue;
      Element counted = *element;
      counted.set(key::order, Integer{1 + std::distance(places.begin(), places.find(*place))});
      changes.push_back({element, std::make_shared<const Element>(std::move(counted))});
    }
  }
  return plan.with(changes);
}

}  // namespace

std::string keyedHash(std::string_view key, std::string_view text) {
  constexpr std::size_t block = 64;
  std::string padded(key.size() > block ? bytesOf(sha256(key)) : std::string(key));
  padded.resize(block, '\0');
  std::string inner = padded;
  std::string outer = padded;
  for (char& c : inner) c = static_cast<char>(c ^ 0x36);
  for (char& c : outer) c = static_cast<char>(c ^ 0x5C);
  return sha256(outer + bytesOf(sha256(inner.append(text))));
}

OtherIds keyedIds(const Plan& plan, std::string_view seed) {
  OtherIds others;
  std::set<ElementId> taken;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      // The plan element's usual id is not written, and tells nothing.
      if (kind.id == KindId::plan) {
        others.elements.emplace(element->id(), Plan().root().id());
        continue;
      }
      std::string text = element->id().str();
      ElementId id = idFrom(keyedHash(seed, text));
      while (!taken.insert(id).second) id = idFrom(keyedHash(seed, text += '+'));
      others.elements.emplace(element->id(), id);
    }
  return others;
}

Plan withKeyedIds(const Plan& plan, const OtherIds& ids) { return withPlacesCounted(withIds(plan, ids)); }

}  // namespace trackloom::sharing
