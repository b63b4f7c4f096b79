#include "plan/element.h"

#include <algorithm>
#include <cassert>

namespace trackloom {

bool Element::unread(FieldNumber number) const {
  const Value* value = find(number);
  return value && std::holds_alternative<Unread>(*value);
}

std::span<const ElementId> Element::refs(Key<Refs> key) const {
  const Refs* refs = get(key);
  return refs ? std::span<const ElementId>(*refs) : std::span<const ElementId>();
}

ElementId Element::ref(Key<Ref> key) const {
  const Ref* ref = get(key);
  return ref ? *ref : ElementId();
}

bool Element::hasTerm(Key<Texts> key, std::string_view term) const {
  const Texts* terms = get(key);
  return terms && std::find(terms->begin(), terms->end(), term) != terms->end();
}

std::string_view Element::text(Key<Text> key, std::string_view language) const {
  if (!language.empty() && extras_)
    for (const Translation& translation : extras_->translations)
      if (translation.field == key.number && translation.language == language) return translation.text;
  const Text* text = get(key);
  return text ? std::string_view(*text) : std::string_view();
}

std::string_view Element::title(std::string_view language) const {
  std::string_view found = text(key::title, language);
  if (found.empty()) found = text(key::name, language);
  return found.empty() ? id_.text() : found;
}

const Extras& Element::extras() const {
  static const Extras none;
  return extras_ ? *extras_ : none;
}

Element& Element::set(FieldNumber number, Value value) {
  const int position = definition().position(number);
  assert(position >= 0);
  has_ |= bitAt(position);
  const auto at = std::lower_bound(slots_.begin(), slots_.end(), position,
                                   [](const Slot& slot, int place) { return slot.position < place; });
  if (at != slots_.end() && at->position == position) {
    at->value = std::move(value);
  } else {
    slots_.insert(at, Slot{number, static_cast<std::uint8_t>(position), std::move(value)});
  }
  return *this;
}

Element& Element::clear(FieldNumber number) {
  std::erase_if(slots_, [&](const Slot& slot) { return slot.number == number; });
  if (const int position = definition().position(number); position >= 0) has_ &= ~bitAt(position);
  return *this;
}

Element& Element::translate(FieldNumber number, std::string_view language, Text text) {
  Extras changed = extras();
  std::erase_if(changed.translations,
                [&](const Translation& t) { return t.field == number && t.language == language; });
  if (!text.empty()) changed.translations.push_back({number, std::string(language), std::move(text)});
  return setExtras(std::move(changed));
}

Element& Element::setExtras(Extras extras) {
  const Kind& kind = definition();
  std::stable_sort(extras.translations.begin(), extras.translations.end(), [&](const auto& a, const auto& b) {
    const int placeA = kind.position(a.field);
    const int placeB = kind.position(b.field);
    return placeA != placeB ? placeA < placeB : a.language < b.language;
  });
  extras_ = extras.empty() ? nullptr : std::make_shared<const Extras>(std::move(extras));
  return *this;
}

Element Element::withId(ElementId id) const {
  Element copy = *this;
  copy.id_ = id;
  return copy;
}

bool operator==(const Element& a, const Element& b) {
  return a.id_ == b.id_ && a.kind_ == b.kind_ && a.slots_ == b.slots_ && a.extras() == b.extras();
}

Classification classificationOf(const Element& element) {
  if (!element.has(key::classification.number))
    return element.definition().level == "core" ? Classification::core : Classification::team;
  return element.word<Classification>(key::classification).value_or(Classification::core);
}

}  // namespace trackloom
