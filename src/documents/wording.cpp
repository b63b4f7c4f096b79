#include "documents/wording.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace trackloom::documents {
namespace {

/// 1250000 as `1 250 000`, with spaces that do not break.
std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::ptrdiff_t at = std::ssize(digits) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), "\u00A0");
  return digits;
}

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? std::string() : between) + part;
  return out;
}

struct ValueText {
  const Material& material;
  const Field& field;

  std::string operator()(const Text& text) const {
    if (namesStatus(field))
      for (const VocabularyId words : statusVocabularies())
        if (const auto term = findTerm(words, text)) return labelOf(material, words, {*term, {}});
    return text;
  }
  std::string operator()(Integer number) const { return material.language.digits(std::to_string(number)); }
  std::string operator()(Number) const { return {}; }  // the plan's own way of writing it is taken instead
  std::string operator()(Flag flag) const { return said(material, flag.on ? tr("yes") : tr("no")); }
  std::string operator()(const Date& date) const { return spoken(material, date); }
  std::string operator()(const Choice& choice) const { return labelOf(material, field.vocabulary, choice); }
  std::string operator()(const Money& money) const { return spoken(material, money); }
  std::string operator()(const Ref& ref) const { return ref.empty() ? std::string() : nameOf(material, ref); }
  std::string operator()(const Refs& refs) const { return namesOf(material, refs); }
  std::string operator()(const Texts& texts) const {
    std::vector<std::string> labels = texts;
    if (field.vocabulary != VocabularyId::none)
      for (std::string& label : labels) {
        const auto term = findTerm(field.vocabulary, label);
        const auto own = ElementId::parse(label);
        if (term)
          label = labelOf(material, field.vocabulary, {*term, {}});
        else if (own)
          label = labelOf(material, field.vocabulary, {Choice::unlisted, *own});
      }
    return joined(labels, field.order == Order::sequence ? said(material, tr(", then ")) : said(material, tr(", ")));
  }
  std::string operator()(const Unread& unread) const {
    return said(material, {tr("“{text}” (not clear)"), {{"text", unread.text}}});
  }
};

}  // namespace

std::string said(const Material& material, const Message& message) {
  const Message localized = material.language.localized(withNames(message, material.plan()));
  const std::string text = plainText(localized, nullptr, said(material, tr(", ")));
  return material.language.rightToLeft() && !material.language.knows(message.pattern) ? "\u2066" + text + "\u2069"
                                                                                      : text;
}

std::string said(const Material& material, std::string_view word) { return material.language.translated(word); }

std::string spoken(const Material& material, Day day) { return material.language.date(day); }

std::string spoken(const Material& material, const Date& date) { return material.language.date(date); }

std::string spoken(const Material& material, Day first, Day last) {
  if (last <= first) return spoken(material, first);
  const CivilDate a = civilDate(first);
  const CivilDate b = civilDate(last);
  const language::Language& language = material.language;
  if (a.year != b.year) return spoken(material, first) + " – " + spoken(material, last);
  if (a.month != b.month) return language.dayAndMonth(first) + " – " + spoken(material, last);
  return language.digits(std::to_string(a.day)) + "–" + spoken(material, last);
}

std::string spoken(const Material& material, const Money& money) {
  std::string out = grouped(money.thousandths / 1000);
  if (const std::int64_t part = money.thousandths % 1000; part != 0) {
    std::string decimals = std::to_string(1000 + part).substr(1);
    if (decimals.back() == '0') decimals.pop_back();
    out += material.language.decimalMark() + decimals;
  }
  return material.language.digits(out) + "\u00A0" + std::string(money.currency.data(), money.currency.size());
}

std::string spoken(const Material& material, const Field& field, const Value& value) {
  if (std::holds_alternative<Number>(value)) return material.language.digits(valueText(field, value));
  return std::visit(ValueText{material, field}, value);
}

std::string labelOf(const Material& material, VocabularyId id, const Choice& choice) {
  const Vocabulary& words = vocabulary(id);
  if (!choice.own.empty()) {
    static constexpr Key<Text> vocabularyKey{"vocabulary"};
    for (const ElementPtr& term : material.plan().all(KindId::term))
      if (term->text(vocabularyKey) == words.name && term->text(key::name) == choice.own.text() &&
          !term->text(key::label).empty())
        return std::string(term->text(key::label));
    return choice.own.str();
  }
  return choice.term < words.terms.size() ? said(material, words.terms[choice.term].label) : std::string();
}

std::string stateLabel(const Material& material, const checks::Item& item) {
  const State state = material.study.state(item);
  if (state.term != Choice::unlisted) return labelOf(material, statusVocabulary(item.kind()), {state.term, {}});
  if (state.basis != State::Basis::field) return {};
  const Choice* choice = item.element().get(key::status);
  return choice ? labelOf(material, statusVocabulary(item.kind()), *choice) : std::string();
}

std::string nameOf(const Material& material, const ElementId& id) {
  if (!material.plan().find(id)) return said(material, {tr("not found ({id})"), {{"id", id.str()}}});
  return said(material, calledBy(material.plan(), id));
}

std::string namesOf(const Material& material, std::span<const ElementId> ids) {
  std::vector<std::string> names;
  for (const ElementId& id : ids) names.push_back(nameOf(material, id));
  return joined(names, said(material, tr(", ")));
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
