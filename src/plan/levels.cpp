#include "plan/levels.h"

#include "plan/suggestions.h"

#include <algorithm>

namespace trackloom {
namespace {

Classification levelNamed(std::string_view name) {
  const auto term = findTerm(VocabularyId::classification, name);
  return term ? static_cast<Classification>(*term) : Classification::core;
}

/// The plan element for readers below its level: its title, which every paper bears, and how to read dates and
/// languages.
Element outlineOf(const Element& root) {
  static constexpr FieldNumber kept[] = {"title", "languages", "as-of", "rest-days"};
  const auto isKept = [](FieldNumber field) { return std::ranges::find(kept, field) != std::end(kept); };
  Element outline = root;
  for (const Element::Slot& slot : root.slots())
    if (!isKept(slot.number)) outline.clear(slot.number);
  Extras extras;
  for (const Translation& translation : root.extras().translations)
    if (isKept(translation.field)) extras.translations.push_back(translation);
  outline.setExtras(std::move(extras));
  return outline;
}

/// The element without the fields that `field-levels` puts above the level. Revisions are hashes of the whole plan, by
/// which a guess at what is hidden could be proved: they stay with those who see all of it.
Element withoutHigherFields(const Element& element, Classification level) {
  static constexpr Key<Texts> fieldLevels{"field-levels"};
  static constexpr FieldNumber revisions{"revisions"};
  Element left = element;
  if (element.has(revisions)) left.clear(revisions);
  const Texts* entries = element.get(fieldLevels);
  if (!entries) return left;
  Texts known;  // what is said of a field that is gone would tell that it was there
  for (const std::string& entry : *entries) {
    const auto [field, wanted] = fieldLevel(element.definition(), entry);
    if (wanted <= level && field) known.push_back(entry);
    if (wanted <= level || !field) continue;
    left.clear(field->number);
    Extras extras = left.extras();
    std::erase_if(extras.translations, [number = field->number](const Translation& t) { return t.field == number; });
    left.setExtras(std::move(extras));
  }
  if (known.empty()) {
    left.clear(fieldLevels.number);
  } else {
    left.set(fieldLevels, std::move(known));
  }
  return left;
}

/// What a link ties together, as far as the plan has it.
std::vector<const Element*> endsOf(const Plan& plan, const Element& element) {
  std::vector<const Element*> ends;
  if (!element.definition().isLink()) return ends;
  const auto add = [&](const ElementId& id) {
    if (const Element* end = plan.find(id)) ends.push_back(end);
  };
  for (const auto& slot : element.slots()) {
    if (element.definition().fields[slot.position].presence != Presence::required) continue;
    if (const Ref* ref = std::get_if<Ref>(&slot.value)) add(*ref);
    if (const Refs* refs = std::get_if<Refs>(&slot.value)) std::ranges::for_each(*refs, add);
  }
  return ends;
}

}  // namespace

FieldLevel fieldLevel(const Kind& kind, std::string_view entry) {
  const std::size_t colon = entry.find(':');
  const Field* field = kind.find(entry.substr(0, colon));
  return {field, colon == std::string_view::npos ? Classification::core : levelNamed(entry.substr(colon + 1))};
}

bool Audience::sees(const Element& element) const {
  if (std::ranges::find(exclude, element.id()) != exclude.end()) return false;
  return classificationOf(element) <= level || std::ranges::find(include, element.id()) != include.end();
}

Audience audienceOf(const Element& element) {
  static constexpr Key<Refs> include{"include"}, exclude{"exclude"};
  static constexpr Key<Choice> generalise{"generalise"};
  Audience audience(element.word<Classification>(key::level).value_or(Classification::open));
  const auto shown = element.refs(include);
  const auto hidden = element.refs(exclude);
  audience.include.assign(shown.begin(), shown.end());
  audience.exclude.assign(hidden.begin(), hidden.end());
  audience.treatment = element.word<Generalisation>(generalise);
  // A word that does not read asks for something: the most careful is done.
  if (element.has(generalise.number) && !audience.treatment) audience.treatment = Generalisation::remove;
  return audience;
}

std::optional<Message> doubtAbout(const Plan& plan, const Element& audience) {
  static constexpr Key<Refs> exclude{"exclude"};
  const std::string name(audience.title());
  const Extras& extras = audience.extras();
  const bool unread = std::ranges::any_of(
      audience.slots(), [](const Element::Slot& slot) { return std::holds_alternative<Unread>(slot.value); });
  if (unread || !extras.unknownAttributes.empty() || !extras.unknownChildren.empty())
    return Message{tr("Something about the readers “{audience}” could not be read. It may say whom they must not see."),
                   {{"audience", name}}};
  for (const ElementId& id : audience.refs(exclude))
    if (!plan.find(id))
      return Message{
          tr("The readers “{audience}” must not see “{id}”, but that is not in the plan: nobody can tell who "
             "is meant."),
          {{"audience", name}, {"id", id.str()}}};
  return std::nullopt;
}

Classification levelOf(const Plan& plan, const Element& element) {
  Classification level = classificationOf(element);
  for (const Element* end : endsOf(plan, element)) level = std::max(level, classificationOf(*end));
  return level;
}

Plan visibleTo(const Plan& whole, const Audience& audience) {
  const Plan plan = keptPlan(whole);
  if (audience.seesAll()) return plan;
  std::vector<ElementId> hidden;
  std::vector<Change> changes;
  for (const Kind& kind : kinds()) {
    for (const ElementPtr& element : plan.all(kind.id)) {
      const auto ends = endsOf(plan, *element);
      const bool above = !audience.sees(*element) ||
                         !std::ranges::all_of(ends, [&](const Element* end) { return audience.sees(*end); });
      if (above && kind.id != KindId::plan) {
        hidden.push_back(element->id());
        continue;
      }
      Element left = withoutHigherFields(*element, audience.level);
      if (above) left = outlineOf(left);
      if (!(left == *element)) changes.push_back({element, std::make_shared<const Element>(std::move(left))});
    }
  }
  const Plan shown = plan.with(changes);
  return apply(shown, removeWithLinks(shown, hidden));
}

}  // namespace trackloom
