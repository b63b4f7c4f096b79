#include "sharing/redact_clean.h"

#include "documents/context.h"
#include "plan/edits.h"

#include <algorithm>

namespace trackloom::sharing {
namespace {

/// How the team keeps its plan; findings and fingerprints name what copies call otherwise.
constexpr FieldNumber ownFields[] = {"revisions", "fingerprint", "finding", "template", "suggested"};

/// Who got which copy, and what other readers see, is nobody else's business.
constexpr KindSet ownKinds{KindId::copy, KindId::audience};

bool isAny(std::span<const FieldNumber> fields, FieldNumber field) {
  return std::ranges::find(fields, field) != fields.end();
}

class Cleaner {
 public:
  Cleaner(Plan plan, const RedactionRequest& request, RedactedValues& values)
      : plan_(std::move(plan)),
        level_(request.audience.level),
        values_(values),
        terms_(withWords(request) ? plan_ : Plan()) {}

  Plan clean() {
    dropForeign();
    dropOwnKinds();
    std::vector<Change> changes;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan_.all(kind.id))
        changes.push_back({element, std::make_shared<const Element>(plain(*element))});
    plan_ = plan_.with(changes);
    while (dropIncomplete()) {
    }
    return std::move(plan_);
  }

 private:
  /// A team's own words are texts that somebody wrote.
  static bool withWords(const RedactionRequest& request) {
    return !request.audience.treatment || request.audience.treatment == Generalisation::pseudonym;
  }

  void dropForeign() {
    values_.unknown += plan_.foreign().pieces.size() + plan_.foreign().sectionAttributes.size();
    plan_.setForeign({});
  }

  void dropOwnKinds() {
    std::vector<ElementId> going;
    for (const Kind& kind : kinds())
      if (ownKinds.has(kind.id) || (kind.id == KindId::term && terms_.empty()))
        for (const ElementPtr& element : plan_.all(kind.id)) going.push_back(element->id());
    plan_ = apply(plan_, removeWithLinks(plan_, going));
  }

  /// The element with nothing but what reads and the audience may know.
  Element plain(const Element& element) {
    Element left = element;
    if (!element.extras().unknownAttributes.empty() || !element.extras().unknownChildren.empty()) ++values_.unknown;
    for (const Element::Slot& slot : element.slots()) plainField(left, slot);
    Extras extras;
    for (const Translation& translation : element.extras().translations) {
      const Field* field = element.definition().find(translation.field);
      if (field && field->translatable && left.has(translation.field)) extras.translations.push_back(translation);
    }
    left.setExtras(std::move(extras));
    // What was shown although its level is higher has the copy's; what did not read stays with the fewest.
    const Classification level = plainLevels(left) ? std::min(classificationOf(element), level_) : level_;
    if (classificationOf(left) != level) left.set(key::classification, Choice{static_cast<std::uint16_t>(level), {}});
    return left;
  }

  /// Leaves levels of single fields that read. False where one names no field, so that core alone sees the element.
  bool plainLevels(Element& left) {
    constexpr Key<Texts> levels{"field-levels"};
    Texts plain;
    bool reads = true;
    for (const FieldLevel& entry : fieldLevels(left)) {
      if (!entry.field || !entry.levelReads) ++values_.unknown;
      reads = reads && entry.field;
      if (entry.field) plain.push_back(entry.levelReads ? entry.written : std::string(entry.field->name) + ":core");
    }
    if (plain.empty())
      left.clear(levels.number);
    else
      left.set(levels, std::move(plain));
    return reads;
  }

  void plainField(Element& left, const Element::Slot& slot) {
    const Field& field = left.definition().fields[slot.position];
    const Text* text = std::get_if<Text>(&slot.value);
    if (isAny(ownFields, slot.number) || (text && !isKnownWord(field, *text))) {
      left.clear(slot.number);
    } else if (std::holds_alternative<Unread>(slot.value)) {
      ++values_.unknown;
      left.clear(slot.number);
    } else if (const Choice* choice = std::get_if<Choice>(&slot.value)) {
      plainChoice(left, field, *choice);
    } else if (const Texts* texts = std::get_if<Texts>(&slot.value); texts && field.type == FieldType::terms) {
      plainTerms(left, field, *texts);
    }
  }

  /// A text that should be a word of the form of files may be anything: what is none is not passed on.
  bool isKnownWord(const Field& field, const Text& text) const {
    static constexpr FieldNumber list{"vocabulary"}, like{"like"}, colour{"colour"}, status{"status"};
    if (field.redaction != Redaction::structural) return true;
    if (field.number == list) return findVocabulary(text) != nullptr;
    if (field.number == colour) return isColour(text);
    if (field.number != like && field.number != status) return true;
    return std::ranges::any_of(vocabularies(), [&](const Vocabulary& words) {
      return findTerm(words.id, text) || terms_.find(words.id, text) != Choice{};
    });
  }

  static bool isColour(std::string_view text) {
    return text.size() == 7 && text.front() == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
  }

  /// A team's own word without its `term` becomes the standard word it behaves like, if there is one.
  void plainChoice(Element& left, const Field& field, const Choice& choice) {
    if (choice.own.empty() || terms_.find(field.vocabulary, choice.own.text()) != Choice{}) return;
    ++values_.mentions;
    if (choice.term == Choice::unlisted) {
      left.clear(field.number);
    } else {
      left.set(field.number, Choice{choice.term, {}});
    }
  }

  void plainTerms(Element& left, const Field& field, const Texts& words) {
    Texts kept;
    for (const std::string& word : words) {
      if (findTerm(field.vocabulary, word) || terms_.find(field.vocabulary, word) != Choice{}) kept.push_back(word);
    }
    values_.mentions += words.size() - kept.size();
    if (kept.empty()) {
      left.clear(field.number);
    } else {
      left.set(field.number, std::move(kept));
    }
  }

  /// Drops mentions of what is not there, then what cannot do without them. False once there is nothing to drop.
  bool dropIncomplete() {
    std::vector<Change> changes;
    std::vector<ElementId> going;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan_.all(kind.id)) {
        Element left = *element;
        for (const Element::Slot& slot : element->slots()) dropMentions(left, slot);
        if (kind.id != KindId::plan && hasLost(left, *element)) going.push_back(left.id());
        if (!(left == *element)) changes.push_back({element, std::make_shared<const Element>(std::move(left))});
      }
    plan_ = plan_.with(changes);
    plan_ = apply(plan_, removeWithLinks(plan_, going));
    return !changes.empty() || !going.empty();
  }

  void dropMentions(Element& left, const Element::Slot& slot) {
    const Field& field = left.definition().fields[slot.position];
    Refs named;
    if (const Ref* ref = std::get_if<Ref>(&slot.value)) named.push_back(*ref);
    if (const Refs* refs = std::get_if<Refs>(&slot.value)) named = *refs;
    if (named.empty()) return;
    const std::size_t before = named.size();
    std::erase_if(named, [&](const ElementId& id) {
      const Element* target = plan_.find(id);
      return !target || !field.targets.has(target->kind());
    });
    if (named.size() == before) return;
    values_.mentions += before - named.size();
    if (named.empty()) {
      left.clear(slot.number);
    } else {
      left.set(slot.number, std::move(named));
    }
  }

  /// Has it lost something that it cannot do without?
  static bool hasLost(const Element& left, const Element& before) {
    for (const Element::Slot& slot : before.slots()) {
      if (before.definition().fields[slot.position].presence != Presence::required) continue;
      const Refs* had = std::get_if<Refs>(&slot.value);
      const Refs* has = left.get(Key<Refs>{slot.number});
      if (!left.has(slot.number) || (had && has && has->size() < std::min<std::size_t>(had->size(), 2))) return true;
    }
    return false;
  }

  Plan plan_;
  Classification level_;
  RedactedValues& values_;
  PlanTerms terms_;
};

}  // namespace

Plan cleaned(const Plan& plan, const RedactionRequest& request, RedactedValues& values) {
  return Cleaner(documents::shownTo(plan, request.audience, request.asOf), request, values).clean();
}

}  // namespace trackloom::sharing
