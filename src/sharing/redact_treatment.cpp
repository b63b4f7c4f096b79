#include "sharing/redact_treatment.h"

#include "checks/roles.h"
#include "sharing/pseudonyms.h"
#include "sharing/redact_names.h"
#include "sharing/secret_names.h"

#include <map>
#include <set>
#include <unordered_map>

namespace trackloom::sharing {
namespace {

bool namesElement(const Field& field) { return field.number == key::title.number || field.number == key::name.number; }

bool isCalled(const Element& element) {
  return element.has(key::title.number) || element.has(key::name.number) || element.has(key::aliases.number);
}

/// The amount with one figure that is not zero: 12,345 becomes 10,000.
Money rounded(Money money) {
  std::int64_t unit = 1;
  while (money.thousandths / unit >= 10 || money.thousandths / unit <= -10) unit *= 10;
  money.thousandths = money.thousandths / unit * unit;
  return money;
}

/// The month of an exact day; other dates are general already.
Date monthOf(const Date& date) {
  const std::string approximate = date.approximate() ? "~" : "";
  return Date::parse(date.text().substr(0, 7) + approximate).value_or(date);
}

/// The day papers are as of, and the days of rest, are no secrets of the process.
bool isKept(const Element& element, const Field& field) {
  return element.kind() == KindId::plan && field.number == key::asOf.number;
}

class Treatment {
 public:
  Treatment(const Plan& plan, const RedactionRequest& request, RedactionReport& report)
      : plan_(plan),
        how_(*request.audience.treatment),
        values_(report.values),
        standing_(report.standing),
        pseudonyms_(request.seed),
        known_(commonIn(plan)) {
    if (how_ == Generalisation::generalise) roles_ = checks::inRoles(plan, request.asOf);
    for (const Kind& kind : kinds()) {
      std::int64_t number = 0;
      for (const ElementPtr& element : plan.all(kind.id))
        if (isCalled(*element)) addName(*element, ++number);
    }
  }

  Plan treat() {
    if (how_ == Generalisation::pseudonym) collectKnownNames();
    std::vector<Change> changes;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan_.all(kind.id)) {
        Element made = treated(*element);
        if (!(made == *element)) changes.push_back({element, std::make_shared<const Element>(std::move(made))});
      }
    return plan_.with(changes);
  }

 private:
  /// Roles begin as they stand in sentences.
  static std::string capitalised(std::string_view role) {
    std::string name(role);
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
  }

  void addName(const Element& element, std::int64_t number) {
    const std::string kind(element.definition().label);
    std::string& name = names_[element.id()];
    if (element.kind() == KindId::plan)
      name = kind;
    else if (how_ == Generalisation::generalise)
      name = capitalised(roles_.plan.find(roles_.idOf(element.id()))->title());
    else if (how_ == Generalisation::remove)
      name = plainText({tr("{kind} {number}"), {{"kind", kind}, {"number", number}}});
    else
      name = plainText({tr("{kind} {name}"), {{"kind", kind}, {"name", pseudonyms_.nameFor(element.id().str())}}});
  }

  /// Calls `use(element, text)` for each name of an element.
  template <class Use>
  static void withNames(const Plan& plan, Use use) {
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id))
        if (kind.id != KindId::plan)
          withTexts(*element, [&](const Field& field, const std::string&, const std::string& text) {
            const bool called = namesElement(field) || field.number == key::aliases.number;
            if (called && field.redaction == Redaction::name) use(*element, text);
            return text;
          });
  }

  /// Words that texts may use of others than of one actor.
  static CommonWords commonIn(const Plan& plan) {
    CommonWords common;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id)) common.addTexts(*element);
    std::map<std::u32string, std::set<ElementId>> bearers;
    withNames(plan, [&](const Element& element, const std::string& name) {
      if (element.kind() == KindId::actor)
        for (const language::FoldedWord& word : nameWords(name)) bearers[word.letters].insert(element.id());
    });
    for (const auto& [word, actors] : bearers)
      if (actors.size() > 1) common.addOpenWord(word);
    return common;
  }

  /// By which names texts may call the elements of the copy.
  void collectKnownNames() {
    withNames(plan_, [&](const Element& element, const std::string& name) {
      known_.addWhole(name, bearerOf(element), called_.size());
      called_.push_back(names_.at(element.id()));
    });
  }

  Element treated(const Element& element) {
    Element made = element;
    for (const Element::Slot& slot : element.slots()) {
      const Field& field = element.definition().fields[slot.position];
      if (isKept(element, field)) continue;
      if (isWritten(field)) {
        treatWritten(made, field, slot.value);
      } else if (const Date* date = std::get_if<Date>(&slot.value)) {
        treatDate(made, field, *date);
      } else if (const Money* money = std::get_if<Money>(&slot.value)) {
        treatMoney(made, field, *money);
      }
    }
    made.setExtras(treatedTranslations(element));
    return made;
  }

  void treatWritten(Element& made, const Field& field, const Value& value) {
    if (field.redaction == Redaction::name || field.number == key::component.number) {
      treatName(made, field, value);
    } else if (how_ == Generalisation::pseudonym) {
      const auto calling = [&](const std::string& text) { return callingByNames(made.id(), {field.number, {}, text}); };
      if (const Text* text = std::get_if<Text>(&value)) made.set(field.number, Text(calling(*text)));
      if (const Texts* texts = std::get_if<Texts>(&value)) {
        Texts treatedTexts;
        for (const std::string& text : *texts) treatedTexts.push_back(calling(text));
        made.set(field.number, std::move(treatedTexts));
      }
    } else {
      ++values_.texts;
      made.clear(field.number);
      if (field.presence == Presence::required) made.set(field.number, Text(maskText));
    }
  }

  /// Its own name, or what tells sides and components apart; other names go.
  void treatName(Element& made, const Field& field, const Value& value) {
    ++values_.names;
    const Text* text = std::get_if<Text>(&value);
    if (namesElement(field)) {
      made.set(field.number, Text(names_.at(made.id())));
    } else if (text && *text == "*") {
      --values_.names;
    } else if (text) {
      made.set(field.number, Text(standIn(field, *text)));
    } else {
      made.clear(field.number);
    }
  }

  /// The same for the same text, wherever it stands.
  std::string standIn(const Field& field, const std::string& text) {
    const std::string label(field.label);
    if (how_ == Generalisation::pseudonym) {
      const auto called = known_.find(text);
      if (called.size() == 1 && called[0].from == 0 && called[0].to == text.size()) return calledAt(called[0]);
      return plainText({tr("{kind} {name}"), {{"kind", label}, {"name", pseudonyms_.nameFor(text)}}});
    }
    auto& numbers = numbers_[field.number.value];
    const auto number = static_cast<std::int64_t>(numbers.try_emplace(text, numbers.size() + 1).first->second);
    return plainText({tr("{kind} {number}"), {{"kind", label}, {"number", number}}});
  }

  const std::string& calledAt(const FoundName& place) const { return called_[known_.form(place).number]; }

  std::string callingByNames(const ElementId& element, const Translation& text) const {
    const auto places = known_.find(text.text);
    for (const FoundName& place : known_.standing(text.text, places))
      standing_.push_back({element, text.field, text.language, known_.form(place).name,
                           text.text.substr(place.from, place.to - place.from), false});
    return replaced(text.text, places, [&](const FoundName& place) { return calledAt(place); });
  }

  void treatDate(Element& made, const Field& field, const Date& date) {
    if (how_ == Generalisation::pseudonym || date.precision() != Precision::day) return;
    ++values_.dates;
    if (how_ == Generalisation::generalise || field.presence == Presence::required) {
      made.set(field.number, monthOf(date));
    } else {
      made.clear(field.number);
    }
  }

  void treatMoney(Element& made, const Field& field, const Money& money) {
    if (how_ == Generalisation::pseudonym) return;
    ++values_.amounts;
    if (how_ == Generalisation::generalise) {
      made.set(field.number, rounded(money));
    } else {
      made.clear(field.number);
    }
  }

  Extras treatedTranslations(const Element& element) const {
    Extras extras;
    if (how_ != Generalisation::pseudonym) return extras;
    for (const Translation& translation : element.extras().translations) {
      const Field* field = element.definition().find(translation.field);
      if (field->redaction == Redaction::name) continue;
      extras.translations.push_back(
          {translation.field, translation.language, callingByNames(element.id(), translation)});
    }
    return extras;
  }

  const Plan& plan_;
  const Generalisation how_;
  RedactedValues& values_;
  std::vector<NamePlace>& standing_;
  Pseudonyms pseudonyms_;
  checks::RolePlan roles_;
  std::unordered_map<ElementId, std::string> names_;  // of the copy
  SecretNames known_;
  std::vector<std::string> called_;  // by number of a name that is looked for: the one that stands for it
  std::map<std::uint16_t, std::map<std::string, std::size_t>> numbers_;
};

}  // namespace

Plan treated(const Plan& plan, const RedactionRequest& request, RedactionReport& report) {
  if (!request.audience.treatment) return plan;
  return Treatment(plan, request, report).treat();
}

}  // namespace trackloom::sharing
