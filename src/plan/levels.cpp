#include "plan/levels.h"

#include <algorithm>

#include "plan/edits.h"

namespace trackloom {
namespace {

Classification levelNamed(std::string_view name) {
  const auto term = findTerm(VocabularyId::classification, name);
  return term ? static_cast<Classification>(*term) : Classification::core;
}

/// The element without the fields that `field-levels` puts above the level.
Element withoutHigherFields(const Element& element, Classification level) {
  static constexpr Key<Texts> fieldLevels{"field-levels"};
  Element left = element;
  const Texts* entries = element.get(fieldLevels);
  if (!entries) return left;
  for (const std::string& entry : *entries) {
    const std::size_t colon = entry.find(':');
    const Field* field = element.definition().find(std::string_view(entry).substr(0, colon));
    if (!field) continue;
    const auto wanted = colon == std::string::npos ? Classification::core : levelNamed(std::string_view(entry).substr(colon + 1));
    if (wanted <= level) continue;
    left.clear(field->number);
    Extras extras = left.extras();
    std::erase_if(extras.translations, [&](const Translation& t) { return t.field == field->number; });
    left.setExtras(std::move(extras));
  }
  return left;
}

}  // namespace

Classification levelOf(const Plan& plan, const Element& element) {
  Classification level = classificationOf(element);
  if (!element.definition().isLink()) return level;
  for (const auto& slot : element.slots()) {
    if (element.definition().fields[slot.position].presence != Presence::required) continue;
    Refs ends;
    if (const Ref* ref = std::get_if<Ref>(&slot.value)) ends.push_back(*ref);
    if (const Refs* refs = std::get_if<Refs>(&slot.value)) ends = *refs;
    for (const ElementId& id : ends)
      if (const Element* end = plan.find(id)) level = std::max(level, classificationOf(*end));
  }
  return level;
}

Plan visibleTo(const Plan& plan, Classification level) {
  if (level == Classification::core) return plan;
  std::vector<ElementId> hidden;
  std::vector<Change> changes;
  for (const Kind& kind : kinds()) {
    for (const ElementPtr& element : plan.all(kind.id)) {
      if (kind.id != KindId::plan && levelOf(plan, *element) > level) {
        hidden.push_back(element->id());
      } else if (Element left = withoutHigherFields(*element, level); !(left == *element)) {
        changes.push_back({element, std::make_shared<const Element>(std::move(left))});
      }
    }
  }
  const Plan shown = plan.with(changes);
  return apply(shown, removeWithLinks(shown, hidden));
}

}  // namespace trackloom
