#include "documents/wording.h"
#include "plan/suggestions.h"
#include "sharing/element_sentences.h"
#include "sharing/spoken_level.h"

#include <algorithm>
#include <set>

namespace trackloom::sharing {
namespace {

constexpr FieldNumber plannedStart{"planned-start"};
constexpr FieldNumber plannedFinish{"planned-finish"};
constexpr FieldNumber revisions{"revisions"};
constexpr FieldNumber fieldLevelsNumber{"field-levels"};
constexpr std::size_t longText = 80;  // characters; longer ones are not quoted

const Date* exactDate(const Element& element, FieldNumber field) {
  const Value* value = element.find(field);
  const Date* date = value ? std::get_if<Date>(value) : nullptr;
  return date && date->precision() == Precision::day && !date->approximate() ? date : nullptr;
}

bool same(const Value* a, const Value* b) { return a && b ? *a == *b : a == b; }

/// What is in one list and not in the other, in its order.
template <class List>
List missingIn(const List& other, const List& list) {
  List left;
  for (const auto& item : list)
    if (std::ranges::find(other, item) == other.end()) left.push_back(item);
  return left;
}

class FieldSentences {
 public:
  FieldSentences(const Versions& versions, const Change& change)
      : versions_(versions), before_(*change.before), after_(*change.after), name_(versions.nameOf(after_.id())) {}

  std::vector<Message> all() {
    const bool moved = tellMove();
    for (const Field& field : after_.definition().fields) {
      if (field.number == revisions || same(before_.find(field.number), after_.find(field.number))) continue;
      if (isLevel(field) && !versions_.after.forTeam()) continue;
      if (moved && (field.number == plannedStart || field.number == plannedFinish)) continue;
      tell(field);
    }
    tellTranslations();
    tellUnknown();
    return std::move(sentences_);
  }

 private:
  void add(const char* pattern, std::vector<Message::Place> places) {
    places.push_back({"name", name_});
    sentences_.push_back({pattern, std::move(places)});
  }

  /// Planned days that moved are one sentence.
  bool tellMove() {
    if (same(before_.find(plannedStart), after_.find(plannedStart)) &&
        same(before_.find(plannedFinish), after_.find(plannedFinish)))
      return false;
    const std::string from = plannedDates(versions_.before, before_);
    const std::string to = plannedDates(versions_.after, after_);
    if (from.empty() || to.empty() || from == to) return false;
    add(tr("{name} moves from {before} to {after}."), {{"before", from}, {"after", to}});
    return true;
  }

  std::string label(const Field& field) const {
    return documents::said(versions_.after, Message{std::string(field.label), {}});
  }

  /// Who may see what is the team's own business.
  static bool isLevel(const Field& field) {
    return field.number == key::classification.number || field.number == fieldLevelsNumber;
  }

  void tell(const Field& field) {
    const Value* before = before_.find(field.number);
    const Value* after = after_.find(field.number);
    if (field.number == key::classification.number) {
      tellLevel(before, after);
    } else if (field.number == key::suggested.number && isSuggested(before_) != isSuggested(after_)) {
      add(isSuggested(after_) ? tr("{name} is only suggested.") : tr("{name} was kept."), {});
    } else if (isQuiet(field, before) || isQuiet(field, after)) {
      add(!after    ? tr("{name}, {field}: no longer given.")
          : !before ? tr("{name}, {field}: now given.")
                    : tr("{name}, {field}: has changed."),
          {{"field", label(field)}});
    } else if (!tellList<Refs>(field, before, after) && !tellList<Texts>(field, before, after)) {
      tellValue(field, before, after);
    }
  }

  static bool isQuiet(const Field& field, const Value* value) {
    const Text* text = value ? std::get_if<Text>(value) : nullptr;
    return field.form == Form::prose || (text && text->size() > longText);
  }

  void tellLevel(const Value* before, const Value* after) {
    const auto spokenBy = [&](const documents::Material& material, const Value* value) {
      return spokenLevel(material, after_.kind(), value ? std::optional(*value) : std::nullopt);
    };
    const std::string from = spokenBy(versions_.before, before);
    const std::string to = spokenBy(versions_.after, after);
    if (from != to) add(tr("Who may see {name} changes from {before} to {after}."), {{"before", from}, {"after", to}});
  }

  std::string spokenIn(const Field& field, const Value& value) const {
    if (const Ref* ref = std::get_if<Ref>(&value)) return versions_.nameOf(*ref);
    if (const Refs* refs = std::get_if<Refs>(&value)) return versions_.namesOf(*refs);
    return documents::spoken(versions_.after, field, value);
  }

  void tellValue(const Field& field, const Value* before, const Value* after) {
    const auto spokenOr = [&](const Value* value) { return value ? spokenIn(field, *value) : std::string(); };
    add(!after    ? tr("{name}, {field}: no longer given (before: {before}).")
        : !before ? tr("{name}, {field}: now {after}.")
                  : tr("{name}, {field}: {after} (before: {before})."),
        {{"field", label(field)}, {"before", spokenOr(before)}, {"after", spokenOr(after)}});
  }

  /// Says no where the two are not lists of this type.
  template <class List>
  bool tellList(const Field& field, const Value* before, const Value* after) {
    static const List none;
    const Value* any = before ? before : after;
    const List* old = before ? std::get_if<List>(before) : &none;
    const List* now = after ? std::get_if<List>(after) : &none;
    if (!any || !std::holds_alternative<List>(*any) || !old || !now || (old->empty() && now->empty())) return false;
    const List came = missingIn(*old, *now);
    const List went = missingIn(*now, *old);
    const bool tracks = field.number == key::tracks.number;
    if (!came.empty())
      add(tracks ? tr("{name} now stands on {items}.") : tr("{name}, {field}: added {items}."),
          {{"field", label(field)}, {"items", spokenIn(field, Value(came))}});
    if (!went.empty())
      add(tracks ? tr("{name} no longer stands on {items}.") : tr("{name}, {field}: removed {items}."),
          {{"field", label(field)}, {"items", spokenIn(field, Value(went))}});
    if (came.empty() && went.empty()) tellOrder(field, Value(*now), Value(List{now->front()}));
    return true;
  }

  void tellOrder(const Field& field, const Value& all, const Value& first) {
    if (field.order == Order::firstIsPrimary)
      add(tr("{name}, {field}: first comes {item} now."), {{"field", label(field)}, {"item", spokenIn(field, first)}});
    if (field.order == Order::sequence)
      add(tr("{name}, {field}: in another order, {items}."),
          {{"field", label(field)}, {"items", spokenIn(field, all)}});
  }

  void tellTranslations() {
    const auto& old = before_.extras().translations;
    const auto& now = after_.extras().translations;
    std::set<std::pair<int, std::string>> told;
    for (const auto* list : {&old, &now}) {
      const auto& other = list == &old ? now : old;
      for (const Translation& translation : *list) {
        const int place = after_.definition().position(translation.field);
        if (std::ranges::find(other, translation) != other.end() || !told.emplace(place, translation.language).second)
          continue;
        add(tr("{name}, {field}: has changed in the language {language}."),
            {{"field", label(*after_.definition().find(translation.field))}, {"language", translation.language}});
      }
    }
  }

  void tellUnknown() {
    if (before_.extras().unknownAttributes == after_.extras().unknownAttributes &&
        before_.extras().unknownChildren == after_.extras().unknownChildren)
      return;
    add(tr("What another program keeps with {name} has changed."), {});
  }

  const Versions& versions_;
  const Element& before_;
  const Element& after_;
  std::string name_;
  std::vector<Message> sentences_;
};

}  // namespace

std::string plannedDates(const documents::Material& material, const Element& element) {
  const Date* start = exactDate(element, plannedStart);
  const Date* finish = exactDate(element, plannedFinish);
  if (!start || (!finish && element.has(plannedFinish))) return {};
  return documents::spoken(material, start->first(), finish ? finish->first() : start->first());
}

std::vector<Message> fieldSentences(const Versions& versions, const Change& change) {
  return FieldSentences(versions, change).all();
}

}  // namespace trackloom::sharing
