#include "sharing/other_ids.h"

#include <algorithm>

namespace trackloom::sharing {
namespace {

ElementId idIn(const std::unordered_map<ElementId, ElementId>& others, const ElementId& id) {
  const auto found = others.find(id);
  return found == others.end() ? id : found->second;
}

class Renaming {
 public:
  explicit Renaming(const OtherIds& others) : others_(others) {}

  Element renamed(const Element& element) const {
    Element made = element.withId(others_.of(element.id()));
    for (const Element::Slot& slot : element.slots()) {
      const Field& field = element.definition().fields[slot.position];
      if (const Ref* ref = std::get_if<Ref>(&slot.value)) {
        made.set(slot.number, others_.of(*ref));
      } else if (const Refs* refs = std::get_if<Refs>(&slot.value)) {
        made.set(slot.number, renamed(*refs, field.order));
      } else if (!others_.words.empty()) {
        made.set(slot.number, withWords(field, slot.value));
      }
    }
    return made;
  }

 private:
  Refs renamed(const Refs& refs, Order order) const {
    Refs made;
    for (const ElementId& id : refs) made.push_back(others_.of(id));
    if (order != Order::sequence) std::sort(made.begin() + (order == Order::firstIsPrimary ? 1 : 0), made.end());
    return made;
  }

  Value withWords(const Field& field, const Value& value) const {
    if (const Choice* choice = std::get_if<Choice>(&value))
      return Choice{choice->term, idIn(others_.words, choice->own)};
    if (const Texts* texts = std::get_if<Texts>(&value); texts && field.type == FieldType::terms) {
      Texts words;
      for (const std::string& text : *texts) words.push_back(word(text));
      return words;
    }
    // A word that stands as a text: the short name of an own word, a status that an event tells of.
    const Text* text = std::get_if<Text>(&value);
    return text && field.redaction == Redaction::structural ? Value(Text(word(*text))) : value;
  }

  std::string word(const std::string& text) const {
    const auto id = ElementId::parse(text);
    return id ? idIn(others_.words, *id).str() : text;
  }

  const OtherIds& others_;
};

}  // namespace

ElementId OtherIds::of(const ElementId& element) const { return idIn(elements, element); }

Plan withIds(const Plan& plan, const OtherIds& others) {
  if (others.empty()) return plan;
  const Renaming renaming(others);
  Plan made;
  for (const Kind& kind : kinds()) {
    std::vector<ElementPtr> elements;
    for (const ElementPtr& element : plan.all(kind.id))
      elements.push_back(std::make_shared<const Element>(renaming.renamed(*element)));
    std::ranges::sort(elements, {}, [](const ElementPtr& element) { return element->id(); });
    made.adopt(kind.id, std::move(elements));
  }
  made.setForeign(plan.foreign());
  return made;
}

}  // namespace trackloom::sharing
