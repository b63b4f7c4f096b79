#include "sharing/redact_names.h"

#include "language/folded_words.h"

#include <algorithm>

namespace trackloom::sharing {
namespace {

bool isName(const Field& field) { return isWritten(field) && field.redaction == Redaction::name; }

bool namesElement(const Field& field) { return field.number == key::title.number || field.number == key::name.number; }

/// Does an actor or somebody stand there by name?
bool namesPeople(const Element& element, const Field& field) {
  static constexpr FieldNumber who{"who"}, recipient{"recipient"};
  if (!isName(field)) return false;
  const bool ofActor = element.kind() == KindId::actor && (namesElement(field) || field.number == key::aliases.number);
  return ofActor || field.number == who || field.number == recipient;
}

/// Is the text looked for once its element is gone? Actors and people under all their names; what else has a title only
/// if that is long enough to mean nothing else ("Security" is a word, "Talks on the ridge" is one activity).
bool isSearched(const Element& element, const Field& field, const std::string& text) {
  constexpr std::size_t telling = 3;
  if (namesPeople(element, field)) return true;
  return isName(field) && namesElement(field) && element.kind() != KindId::plan &&
         language::foldedWords(text).size() >= telling;
}

bool isPerson(const Element& element) {
  const Choice* type = element.kind() == KindId::actor ? element.get(key::type) : nullptr;
  return type && type->term != Choice::unlisted &&
         vocabulary(VocabularyId::actorType).terms[type->term].name == "person";
}

/// The names in the fields of a plan that are wanted, as they are written.
template <class Wanted>
std::set<std::string> namesIn(const Plan& plan, Wanted wanted) {
  std::set<std::string> names;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      withTexts(*element, [&](const Field& field, const std::string&, const std::string& text) {
        if (!wanted(*element, field, text)) return text;
        names.insert(text);
        if (kind.id == KindId::actor)
          for (std::string& way : waysToCall(text)) names.insert(std::move(way));
        return text;
      });
  return names;
}

using FoldedWords = std::set<std::u32string>;

void addWords(std::string_view text, FoldedWords& words) {
  for (language::FoldedWord& word : language::foldedWords(text)) words.insert(std::move(word.letters));
}

/// Is an organisation called after somebody there, as armies are after whoever leads them: by two words or more, none
/// of which its name says or readers see in another name?
bool isCalledAfterSomebody(const Element& actor, const Field& field, const std::string& text, const FoldedWords& seen) {
  if (actor.kind() != KindId::actor || field.number != key::aliases.number) return false;
  FoldedWords own = seen;
  addWords(actor.title(), own);
  const auto words = language::foldedWords(text);
  return std::ranges::none_of(words, [&](const language::FoldedWord& word) { return own.contains(word.letters); });
}

/// What people are called by the last word of their names.
std::set<std::string> shortNamesOfPeople(const Plan& plan, const std::set<std::string>& names,
                                         const std::set<std::string>& kept) {
  FoldedWords seen;
  for (const std::string& name : kept) addWords(name, seen);
  std::set<std::string> shortNames;
  for (const ElementPtr& actor : plan.all(KindId::actor))
    withTexts(*actor, [&](const Field& field, const std::string&, const std::string& text) {
      if (names.contains(text) && isSearched(*actor, field, text) &&
          (isPerson(*actor) || isCalledAfterSomebody(*actor, field, text, seen)))
        shortNames.insert(calledBy(text));
      return text;
    });
  shortNames.erase(std::string());
  return shortNames;
}

/// The names of one plan that its readers do not see, and the last words of those of people.
std::set<std::string> hiddenIn(const Sight& sight) {
  const auto kept = namesIn(sight.seen, isSearched);
  std::set<std::string> gone = namesIn(sight.source, isSearched);
  std::erase_if(gone, [&](const std::string& name) { return kept.contains(name); });
  for (const std::string& name : shortNamesOfPeople(sight.source, gone, kept)) gone.insert(name);
  for (const std::string& name : kept) gone.erase(name);
  return gone;
}

}  // namespace

HiddenNames::HiddenNames(std::span<const Sight> sights, std::span<const std::string> keep) {
  std::set<std::string> hidden;
  for (const Sight& sight : sights) hidden.merge(hiddenIn(sight));
  for (const std::string& name : keep) keep_.add(name, 0);
  for (const std::string& name : hidden) {
    if (search_.add(name, names_.size()))
      names_.push_back(name);
    else if (!name.empty())
      tooShort_.push_back(name);
  }
}

Plan HiddenNames::maskedIn(const Plan& plan, const Plan& seen, RedactionReport& report) const {
  for (const std::string& name : tooShort_)
    report.risks.push_back(
        {tr("“{name}” was taken out, and is too short to be looked for in texts."), {{"name", name}}});
  std::vector<Change> changes;
  for (const Kind& kind : kinds())
    for (const ElementPtr& shown : seen.all(kind.id)) {
      const Element& element = *plan.find(kind.id, shown->id());
      Element made = withTexts(element, [&](const Field& field, const std::string& language, const std::string& text) {
        return shown->has(field.number) ? maskedText(element, {field.number, language, text}, report) : text;
      });
      if (!(made == element)) changes.push_back({nullptr, std::make_shared<const Element>(std::move(made))});
    }
  return plan.with(changes);
}

std::string HiddenNames::maskedText(const Element& element, const Translation& text, RedactionReport& report) const {
  std::vector<FoundName> places = search_.find(text.text);
  for (const FoundName& place : places)
    report.places.push_back({element.id(), text.field, text.language, names_[place.name],
                             text.text.substr(place.from, place.to - place.from), !isKept(text.text, place)});
  std::erase_if(places, [&](const FoundName& place) { return isKept(text.text, place); });
  return replaced(text.text, places, [](const FoundName&) { return maskText; });
}

bool HiddenNames::isKept(const std::string& text, const FoundName& place) const {
  return !keep_.find(names_[place.name]).empty() || !keep_.find(text.substr(place.from, place.to - place.from)).empty();
}

std::set<std::string> hiddenPeople(const Sight& sight) {
  const auto isPeople = [](const Element& element, const Field& field, const std::string&) {
    return namesPeople(element, field);
  };
  std::set<std::string> gone = namesIn(sight.source, isPeople);
  for (const std::string& name : namesIn(sight.seen, isPeople)) gone.erase(name);
  return gone;
}

bool isWritten(const Field& field) {
  const bool words = field.type == FieldType::text || field.type == FieldType::texts;
  return words && field.vocabulary == VocabularyId::none && field.redaction != Redaction::structural;
}

}  // namespace trackloom::sharing
