#include "sharing/redact_ids.h"

#include "xml/sha256.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <unordered_map>

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

class Renaming {
 public:
  Renaming(const Plan& plan, std::string_view seed) : plan_(plan) {
    std::set<ElementId> taken;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id)) {
        // The plan element's usual id is not written, and tells nothing.
        if (kind.id == KindId::plan) {
          ids_.emplace(element->id(), Plan().root().id());
          continue;
        }
        std::string text = element->id().str();
        ElementId id = idFrom(keyedHash(seed, text));
        while (!taken.insert(id).second) id = idFrom(keyedHash(seed, text += '+'));
        ids_.emplace(element->id(), id);
      }
  }

  Plan renamed() const {
    Plan made;
    for (const Kind& kind : kinds()) {
      const auto places = placesOf(kind.id);
      std::vector<ElementPtr> elements;
      for (const ElementPtr& element : plan_.all(kind.id))
        elements.push_back(std::make_shared<const Element>(renamed(*element, places)));
      std::ranges::sort(elements, {}, [](const ElementPtr& element) { return element->id(); });
      made.adopt(kind.id, std::move(elements));
    }
    return made;
  }

 private:
  Element renamed(const Element& element, const std::set<Integer>& places) const {
    Element made = element.withId(ids_.at(element.id()));
    for (const Element::Slot& slot : element.slots()) {
      const Field& field = element.definition().fields[slot.position];
      if (const Ref* ref = std::get_if<Ref>(&slot.value)) made.set(slot.number, ids_.at(*ref));
      if (const Refs* refs = std::get_if<Refs>(&slot.value)) made.set(slot.number, renamed(*refs, field.order));
    }
    if (const Integer* place = element.get(key::order))
      made.set(key::order, Integer{1 + std::distance(places.begin(), places.find(*place))});
    return made;
  }

  Refs renamed(const Refs& refs, Order order) const {
    Refs made;
    for (const ElementId& id : refs) made.push_back(ids_.at(id));
    if (order != Order::sequence) std::sort(made.begin() + (order == Order::firstIsPrimary ? 1 : 0), made.end());
    return made;
  }

  std::set<Integer> placesOf(KindId kind) const {
    std::set<Integer> places;
    for (const ElementPtr& element : plan_.all(kind))
      if (const Integer* place = element->get(key::order)) places.insert(*place);
    return places;
  }

  const Plan& plan_;
  std::unordered_map<ElementId, ElementId> ids_;
};

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

Plan withKeyedIds(const Plan& plan, std::string_view seed) { return Renaming(plan, seed).renamed(); }

}  // namespace trackloom::sharing
