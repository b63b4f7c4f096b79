#include "sharing/redact_names.h"

#include <algorithm>
#include <iterator>
#include <map>

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

/// Is the text looked for once its element is gone?
bool isSearched(const Element& element, const Field& field) {
  // What other audiences are called is no name in texts.
  const bool isCalled = element.kind() != KindId::plan && element.kind() != KindId::audience;
  return namesPeople(element, field) || (isCalled && isName(field) && namesElement(field));
}

/// Calls `use(element, field, text)` for each name in a plan.
template <class Use>
void withNames(const Plan& plan, Use use) {
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      withTexts(*element, [&](const Field& field, const std::string&, const std::string& text) {
        if (isSearched(*element, field)) use(*element, field, text);
        return text;
      });
}

/// Is an organisation called after somebody there, as armies are after whoever leads them: none of the words
/// is an ordinary one, stands in its own name or in a name that readers see?
bool isCalledAfterSomebody(const Element& actor, const Field& field, const std::string& text,
                           const CommonWords& common) {
  if (actor.kind() != KindId::actor || field.number != key::aliases.number) return false;
  std::set<std::u32string> own;
  for (language::FoldedWord& word : nameWords(actor.title())) own.insert(std::move(word.letters));
  return std::ranges::none_of(nameWords(text), [&](const language::FoldedWord& word) {
    return own.contains(word.letters) || common.isOpen(word.letters) || common.isOrdinary(word.letters);
  });
}

Bearer bearerOfName(const Element& element, const Field& field, const std::string& text, const CommonWords& common) {
  if (isCalledAfterSomebody(element, field, text, common)) return Bearer::person;
  const Bearer bearer = bearerOf(element);
  const bool isOtherName = field.number == key::aliases.number && isCalledAsOrganisationsAre(element.title());
  return bearer == Bearer::unknown && isOtherName ? Bearer::organisation : bearer;
}

/// Names by what is hidden of them in some sights, told apart from those that are seen.
struct Secrets {
  std::map<std::string, Bearer> hidden;
  std::map<std::string, Bearer> alsoOpen;  ///< of actors and people
};

Secrets secretsIn(std::span<const Sight> sights, const CommonWords& common) {
  Secrets secrets;
  const auto add = [](auto& names, const std::string& name, Bearer bearer) {
    Bearer& known = names.try_emplace(name, bearer).first->second;
    known = std::min(known, bearer);
  };
  for (const Sight& sight : sights) {
    std::set<std::string> open;
    withNames(sight.seen, [&](const Element&, const Field&, const std::string& name) { open.insert(name); });
    withNames(sight.source, [&](const Element& element, const Field& field, const std::string& name) {
      const Element* seen = sight.seen.find(element.kind(), element.id());
      if (name.empty() || (seen && seen->has(field.number))) return;
      const Bearer bearer = bearerOfName(element, field, name, common);
      if (!open.contains(name))
        add(secrets.hidden, name, bearer);
      else if (namesPeople(element, field))
        add(secrets.alsoOpen, name, bearer);
    });
  }
  std::erase_if(secrets.alsoOpen, [&](const auto& each) { return secrets.hidden.contains(each.first); });
  return secrets;
}

/// What is common in what readers see, and among the organisations of the plan.
CommonWords commonIn(std::span<const Sight> sights) {
  CommonWords common;
  std::map<ElementId, std::set<std::string>> organisations;
  for (const Sight& sight : sights) {
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : sight.seen.all(kind.id)) common.addTexts(*element);
    withNames(sight.seen, [&](const Element& element, const Field& field, const std::string& name) {
      if (namesPeople(element, field)) common.addOpenName(name);
    });
    withNames(sight.source, [&](const Element& element, const Field&, const std::string& name) {
      const Bearer bearer = bearerOf(element);
      if (bearer == Bearer::organisation || (bearer == Bearer::unknown && isCalledAsOrganisationsAre(name)))
        organisations[element.id()].insert(name);
    });
  }
  for (const auto& [id, names] : organisations) common.addOrganisation(names);
  return common;
}

bool standsIn(std::span<const Sight> sights, const std::string& name) {
  NameSearch search;
  if (!search.add(name, 0)) return true;  // nobody can tell
  bool stands = false;
  for (const Sight& sight : sights)
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : sight.source.all(kind.id))
        withTexts(*element, [&](const Field&, const std::string&, const std::string& text) {
          stands = stands || !search.find(text).empty();
          return text;
        });
  return stands;
}

/// A text with masks, and what stands in it where.
class MaskedText {
 public:
  MaskedText(const std::string& text, const std::vector<FoundName>& masks)
      : masks_(masks), text_(replaced(text, masks, [](const FoundName&) { return maskText; })) {
    for (const FoundName& mask : masks_)
      grown_.push_back((grown_.empty() ? 0 : grown_.back()) + static_cast<std::ptrdiff_t>(maskSize) -
                       static_cast<std::ptrdiff_t>(mask.to - mask.from));
  }

  const std::string& text() const { return text_; }

  /// What stands for a place of the text without masks, and a few words before and behind it.
  std::string beside(const FoundName& place) const {
    constexpr int before = 3;
    constexpr int behind = 2;
    std::size_t from = placeOf(place.from);
    std::size_t to = placeOf(place.to);
    for (int i = 0; i < before; ++i) from = wordBefore(from);
    for (int i = 0; i < behind; ++i) to = wordBehind(to);
    return text_.substr(from, to - from);
  }

 private:
  static constexpr std::string_view spaces = " \t\r\n";
  static constexpr std::size_t maskSize = std::string_view(maskText).size();

  std::size_t wordBefore(std::size_t at) const {
    const std::string_view left = std::string_view(text_).substr(0, at);
    const std::size_t last = left.find_last_not_of(spaces);
    return last == left.npos ? 0 : left.find_last_of(spaces, last) + 1;  // 0 where none stands before
  }

  std::size_t wordBehind(std::size_t at) const {
    const std::size_t first = std::min(text_.find_first_not_of(spaces, at), text_.size());
    return std::min(text_.find_first_of(spaces, first), text_.size());
  }

  /// Where a place at the edge of masks or outside them stands.
  std::size_t placeOf(std::size_t at) const {
    const auto behind = std::ranges::upper_bound(masks_, at, {}, &FoundName::to);
    const auto count = behind - masks_.begin();
    return count == 0 ? at : static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + grown_[count - 1]);
  }

  const std::vector<FoundName>& masks_;
  std::string text_;
  std::vector<std::ptrdiff_t> grown_;  ///< bytes by which all up to each mask are longer than what they stand for
};

}  // namespace

Message nothingToKeep(const std::string& name) {
  return {tr("“{name}” was to stand, but nothing in the plan is called so."), {{"name", name}}};
}

HiddenNames::HiddenNames(std::span<const Sight> sights, std::span<const std::string> keep) : names_(commonIn(sights)) {
  for (const std::string& name : keep) {
    keep_.add(name, 0);
    if (!standsIn(sights, name)) keptInVain_.push_back(name);
  }
  const Secrets secrets = secretsIn(sights, names_.common());
  for (const Sight& sight : sights)
    withNames(sight.seen, [&](const Element& element, const Field& field, const std::string& name) {
      if (namesPeople(element, field) && !secrets.hidden.contains(name)) names_.addOpen(name);
    });
  for (const auto& [name, bearer] : secrets.hidden)
    if (!names_.add(name, bearer)) tooShort_.push_back(name);
  for (const auto& [name, bearer] : secrets.alsoOpen) names_.addAmbiguous(name, bearer);
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
      maskOddValues(made, *shown, report);
      if (!(made == element)) changes.push_back({nullptr, std::make_shared<const Element>(std::move(made))});
    }
  return plan.with(changes);
}

/// What does not read, and words that stand as texts and may be anything.
void HiddenNames::maskOddValues(Element& made, const Element& shown, RedactionReport& report) const {
  static constexpr FieldNumber words[] = {"colour", "status"};
  for (const Element::Slot& slot : shown.slots()) {
    const Value* value = made.find(slot.number);
    const auto masked = [&](const std::string& text) { return maskedText(made, {slot.number, {}, text}, report); };
    const Unread* unread = value ? std::get_if<Unread>(value) : nullptr;
    const Text* text = value ? std::get_if<Text>(value) : nullptr;
    if (unread)
      made.set(slot.number, Unread{masked(unread->text)});
    else if (text && std::ranges::find(words, slot.number) != std::end(words))
      made.set(slot.number, Text(masked(*text)));
  }
}

std::string HiddenNames::maskedText(const Element& element, const Translation& text, RedactionReport& report) const {
  const auto placeOf = [&](const FoundName& place, bool isMasked) {
    return NamePlace{element.id(),
                     text.field,
                     text.language,
                     names_.form(place).name,
                     text.text.substr(place.from, place.to - place.from),
                     isMasked};
  };
  const std::vector<FoundName> places = names_.find(text.text);
  std::vector<FoundName> masks;
  std::ranges::copy_if(places, std::back_inserter(masks),
                       [&](const FoundName& place) { return !isKept(text.text, place); });
  const MaskedText masked(text.text, masks);
  for (const FoundName& place : places) {
    report.places.push_back(placeOf(place, !isKept(text.text, place)));
    report.places.back().beside = masked.beside(place);
  }
  for (const FoundName& place : names_.standing(text.text, places)) {
    if (isKept(text.text, place)) continue;
    report.standing.push_back(placeOf(place, false));
    report.standing.back().beside = masked.beside(place);
  }
  return masked.text();
}

bool HiddenNames::isKept(std::string_view text, const FoundName& place) const {
  return !keep_.find(names_.form(place).text).empty() ||
         !keep_.find(text.substr(place.from, place.to - place.from)).empty();
}

std::set<std::string> hiddenPeople(const Sight& sight) {
  const auto peopleIn = [](const Plan& plan) {
    std::set<std::string> names;
    withNames(plan, [&](const Element& element, const Field& field, const std::string& name) {
      if (!namesPeople(element, field)) return;
      for (std::string& way : waysToCall(name)) names.insert(std::move(way));
    });
    return names;
  };
  std::set<std::string> gone = peopleIn(sight.source);
  for (const std::string& name : peopleIn(sight.seen)) gone.erase(name);
  return gone;
}

bool isWritten(const Field& field) {
  const bool words = field.type == FieldType::text || field.type == FieldType::texts;
  return words && field.vocabulary == VocabularyId::none && field.redaction != Redaction::structural;
}

}  // namespace trackloom::sharing
