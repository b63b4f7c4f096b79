#include "plan/levels.h"

#include "plan/suggestions.h"

#include <algorithm>

namespace trackloom {
namespace {

constexpr Key<Texts> fieldLevelsKey{"field-levels"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool sameLetters(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\n\r";
  text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
  return text.substr(0, text.find_last_not_of(spaces) + 1);
}

const Field* fieldCalled(const Kind& kind, std::string_view name) {
  const auto called = [&](const Field& field) {
    return sameLetters(field.name, name) || sameLetters(field.label, name);
  };
  const auto found = std::ranges::find_if(kind.fields, called);
  return found == kind.fields.end() ? nullptr : &*found;
}

std::optional<Classification> levelCalled(std::string_view name) {
  const auto terms = vocabulary(VocabularyId::classification).terms;
  const auto found = std::ranges::find_if(terms, [&](const Term& term) { return sameLetters(term.name, name); });
  if (found == terms.end()) return std::nullopt;
  return static_cast<Classification>(found - terms.begin());
}

/// The first entry of a text without commas, which goes on behind it: a level is one word.
FieldLevel takeEntry(const Kind& kind, std::string_view& text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string_view after = trimmed(text.substr(std::min(colon + 1, text.size())));
  const std::string_view word = after.substr(0, after.find_first_of(" \t\n\r"));
  const std::string_view whole =
      trimmed(text.substr(0, static_cast<std::size_t>(after.data() + word.size() - text.data())));
  FieldLevel entry;
  entry.field = fieldCalled(kind, trimmed(text.substr(0, colon)));
  const auto level = levelCalled(word);
  if (entry.field && level) entry.level = *level;
  entry.levelReads = level.has_value();
  entry.written = entry.field ? std::string(entry.field->name) + (word.empty() ? "" : ":") : std::string(whole);
  if (entry.field) entry.written += level ? termOf(*level).name : word;
  text = trimmed(after.substr(word.size()));
  return entry;
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
  static constexpr FieldNumber revisions{"revisions"};
  Element left = element;
  if (element.has(revisions)) left.clear(revisions);
  if (!element.has(fieldLevelsKey.number)) return left;
  Texts known;  // what is said of a field that is gone would tell that it was there
  for (const FieldLevel& entry : fieldLevels(element)) {
    if (!entry.field) continue;
    if (entry.level <= level) {
      known.push_back(entry.written);
      continue;
    }
    left.clear(entry.field->number);
    Extras extras = left.extras();
    std::erase_if(extras.translations,
                  [number = entry.field->number](const Translation& t) { return t.field == number; });
    left.setExtras(std::move(extras));
  }
  if (known.empty()) {
    left.clear(fieldLevelsKey.number);
  } else {
    left.set(fieldLevelsKey, std::move(known));
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

std::vector<FieldLevel> fieldLevels(const Element& element) {
  std::vector<FieldLevel> entries;
  const Texts* texts = element.get(fieldLevelsKey);
  if (!texts) return entries;
  for (const std::string& several : *texts) {
    for (std::string_view left = several; !left.empty();) {
      const std::size_t comma = std::min(left.find(','), left.size());
      std::string_view text = trimmed(left.substr(0, comma));
      while (!text.empty()) entries.push_back(takeEntry(element.definition(), text));
      left.remove_prefix(std::min(comma + 1, left.size()));
    }
  }
  return entries;
}

std::optional<Message> doubtAbout(const Element& element, const FieldLevel& entry) {
  if (entry.field && entry.levelReads) return std::nullopt;
  return Message{
      entry.field ? tr("“{entry}” in “{field}” of “{element}” says no level that there is; only core sees that field. "
                       "Write public, partners, team or core behind it, such as notes:core.")
                  : tr("“{entry}” in “{field}” of “{element}” ({kind}) names none of its fields. Nobody can tell what "
                       "it is meant to hide, so only core sees “{element}” at all. Write a field and a level, such as "
                       "notes:core."),
      {{"entry", entry.written},
       {"field", ownWord(element.definition().find(fieldLevelsKey.number)->label)},
       {"element", element.id()},
       {"kind", ownWord(element.definition().label)}}};
}

bool Audience::sees(const Element& element) const {
  if (std::ranges::find(exclude, element.id()) != exclude.end()) return false;
  if (level < Classification::core && element.has(fieldLevelsKey.number) &&
      !std::ranges::all_of(fieldLevels(element), [](const FieldLevel& entry) { return entry.field; }))
    return false;
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
