#include "documents/wording.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace trackloom::documents {
namespace {

constexpr std::array<const char*, 12> months = {tr("January"),   tr("February"), tr("March"),    tr("April"),
                                                tr("May"),       tr("June"),     tr("July"),     tr("August"),
                                                tr("September"), tr("October"),  tr("November"), tr("December")};

constexpr std::array<const char*, 4> quarters = {tr("first quarter of {year}"), tr("second quarter of {year}"),
                                                 tr("third quarter of {year}"), tr("fourth quarter of {year}")};

std::string monthName(const CivilDate& date) { return months[static_cast<std::size_t>(date.month - 1)]; }

std::string dayAndMonth(const CivilDate& date) { return std::to_string(date.day) + " " + monthName(date); }

std::string unitText(const Date& date) {
  const CivilDate first = civilDate(date.first());
  switch (date.precision()) {
    case Precision::day:
      return spoken(date.first());
    case Precision::month:
      return monthName(first) + " " + std::to_string(first.year);
    case Precision::quarter:
      return plainText({quarters[static_cast<std::size_t>((first.month - 1) / 3)], {{"year", first.year}}});
    case Precision::year:
      return std::to_string(first.year);
  }
  return {};
}

/// 1250000 as `1 250 000`, with spaces that do not break.
std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::ptrdiff_t at = std::ssize(digits) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), "\u00A0");
  return digits;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

struct ValueText {
  const checks::Study& study;
  const Field& field;

  std::string operator()(const Text& text) const { return text; }
  std::string operator()(Integer number) const { return std::to_string(number); }
  std::string operator()(Number) const { return {}; }  // the plan's own way of writing it is taken instead
  std::string operator()(Flag flag) const { return flag.on ? tr("yes") : tr("no"); }
  std::string operator()(const Date& date) const { return spoken(date); }
  std::string operator()(const Choice& choice) const { return labelOf(study.plan(), field.vocabulary, choice); }
  std::string operator()(const Money& money) const { return spoken(money); }
  std::string operator()(const Ref& ref) const { return ref.empty() ? std::string() : nameOf(study, ref); }
  std::string operator()(const Refs& refs) const { return namesOf(study, refs); }
  std::string operator()(const Texts& texts) const {
    std::vector<std::string> labels = texts;
    if (field.vocabulary != VocabularyId::none)
      for (std::string& label : labels) {
        const auto term = findTerm(field.vocabulary, label);
        const auto own = ElementId::parse(label);
        if (term)
          label = labelOf(study.plan(), field.vocabulary, {*term, {}});
        else if (own)
          label = labelOf(study.plan(), field.vocabulary, {Choice::unlisted, *own});
      }
    return joined(labels, field.order == Order::sequence ? ", then " : ", ");
  }
  std::string operator()(const Unread& unread) const {
    return plainText({tr("“{text}” (not clear)"), {{"text", unread.text}}});
  }
};

}  // namespace

std::string spoken(Day day) {
  const CivilDate date = civilDate(day);
  return dayAndMonth(date) + " " + std::to_string(date.year);
}

std::string spoken(const Date& date) {
  const std::string text = unitText(date);
  return date.approximate() ? plainText({tr("about {date}"), {{"date", text}}}) : text;
}

std::string spoken(Day first, Day last) {
  if (last <= first) return spoken(first);
  const CivilDate a = civilDate(first);
  const CivilDate b = civilDate(last);
  if (a.year != b.year) return spoken(first) + " – " + spoken(last);
  if (a.month != b.month) return dayAndMonth(a) + " – " + spoken(last);
  return std::to_string(a.day) + "–" + spoken(last);
}

std::string spoken(const Money& money) {
  std::string out = grouped(money.thousandths / 1000);
  if (const std::int64_t part = money.thousandths % 1000; part != 0) {
    std::string decimals = std::to_string(1000 + part).substr(1);
    if (decimals.back() == '0') decimals.pop_back();
    out += "." + decimals;
  }
  return out + "\u00A0" + std::string(money.currency.data(), money.currency.size());
}

std::string spoken(const Message& message, const Plan& plan) {
  Message dated = message;
  for (auto& place : dated.places) {
    if (const Day* day = std::get_if<Day>(&place.value))
      place.value = spoken(*day);
    else if (const Date* date = std::get_if<Date>(&place.value))
      place.value = spoken(*date);
  }
  return plainText(dated, &plan);
}

std::string spoken(const checks::Study& study, const Field& field, const Value& value) {
  if (std::holds_alternative<Number>(value)) return valueText(field, value);
  return std::visit(ValueText{study, field}, value);
}

std::string labelOf(const Plan& plan, VocabularyId id, const Choice& choice) {
  const Vocabulary& words = vocabulary(id);
  if (!choice.own.empty()) {
    static constexpr Key<Text> vocabularyKey{"vocabulary"};
    for (const ElementPtr& term : plan.all(KindId::term))
      if (term->text(vocabularyKey) == words.name && term->text(key::name) == choice.own.text() &&
          !term->text(key::label).empty())
        return std::string(term->text(key::label));
    return choice.own.str();
  }
  return choice.term < words.terms.size() ? std::string(words.terms[choice.term].label) : std::string();
}

std::string stateLabel(const checks::Study& study, const checks::Item& item) {
  const State state = study.state(item);
  if (state.term != Choice::unlisted) return labelOf(study.plan(), statusVocabulary(item.kind()), {state.term, {}});
  if (state.basis != State::Basis::field) return {};
  const Choice* choice = item.element().get(key::status);
  return choice ? labelOf(study.plan(), statusVocabulary(item.kind()), *choice) : std::string();
}

std::string nameOf(const checks::Study& study, const ElementId& id) {
  const checks::Item* item = study.find(id);
  if (!item) return plainText({tr("not found ({id})"), {{"id", id.str()}}});
  const Element& element = item->element();
  if (element.has("title") || element.has("name")) return std::string(element.title());
  std::vector<std::string> ends;
  for (const auto& slot : element.slots())
    if (const Ref* end = std::get_if<Ref>(&slot.value); end && ends.size() < 2)
      if (const checks::Item* other = study.find(*end); other && !other->element().definition().isLink())
        ends.emplace_back(other->element().title());
  if (ends.empty()) return id.str();
  return plainText(
      {tr("{kind}: {ends}"), {{"kind", std::string(element.definition().label)}, {"ends", joined(ends, " – ")}}});
}

std::string namesOf(const checks::Study& study, std::span<const ElementId> ids) {
  std::vector<std::string> names;
  for (const ElementId& id : ids) names.push_back(nameOf(study, id));
  return joined(names, ", ");
}

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> out;
  std::string current;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
      if (!current.empty()) out.push_back(std::move(current));
      current.clear();
      continue;
    }
    line = line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
    current += (current.empty() ? "" : " ") + std::string(line);
  }
  if (!current.empty()) out.push_back(std::move(current));
  return out;
}

}  // namespace trackloom::documents
