#include "desktop/presenters/field_text.h"

#include "language/folding.h"
#include "language/typed_date.h"
#include "plan/state.h"
#include "plan/terms.h"
#include "plan/vocabulary.h"

#include <algorithm>
#include <map>

namespace trackloom::desktop {
namespace {

constexpr std::string_view separator = ", ";
constexpr FieldNumber fieldLevels{"field-levels"};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n\r") - begin + 1);
}

std::vector<Candidate> words(const OpenPlan& open, const Speech& speech, VocabularyId id) {
  std::vector<Candidate> list;
  const auto terms = vocabulary(id).terms;
  for (std::uint16_t i = 0; i < terms.size(); ++i)
    list.push_back({speech.term(open, id, {i, {}}), std::string(terms[i].name)});
  for (const ElementPtr& term : open.plan().all(KindId::term))
    if (term->text(Key<Text>{"vocabulary"}) == vocabulary(id).name)
      list.push_back({std::string(term->text(key::label)), std::string(term->text(key::name))});
  return list;
}

/// The words of every status that an event can set, each written word once.
std::vector<Candidate> statuses(const OpenPlan& open, const Speech& speech) {
  std::vector<Candidate> list;
  for (const VocabularyId vocabulary : statusVocabularies())
    for (Candidate& word : words(open, speech, vocabulary))
      if (std::ranges::none_of(list, [&](const Candidate& one) { return one.written == word.written; }))
        list.push_back(std::move(word));
  return list;
}

std::vector<Candidate> elements(const OpenPlan& open, const Speech& speech, const Field& field) {
  std::vector<Candidate> list;
  for (const Kind& kind : kinds())
    if (field.targets.has(kind.id) && kind.id != KindId::plan)
      for (const ElementPtr& element : open.plan().all(kind.id))
        list.push_back({speech.name(open, element->id()), element->id().str()});
  std::stable_sort(list.begin(), list.end(), [](const Candidate& a, const Candidate& b) { return a.text < b.text; });
  return list;
}

/// What two are called alike is told apart by its id.
std::vector<Candidate> toldApart(std::vector<Candidate> list) {
  std::map<std::string, std::size_t> count;
  for (const Candidate& one : list) ++count[language::folded(one.text)];
  for (Candidate& one : list)
    if (count[language::folded(one.text)] > 1) one.text += " [" + one.written + ']';
  return list;
}

/// The one candidate that a text means: as it is written, or said, first exactly, then by its words.
const Candidate* meant(const std::vector<Candidate>& list, std::string_view text) {
  for (const Candidate& one : list)
    if (one.written == text || one.text == text) return &one;
  const std::string wanted = language::folded(text);
  const Candidate* found = nullptr;
  for (const Candidate& one : list) {
    if (language::folded(one.text) != wanted) continue;
    if (found) return nullptr;
    found = &one;
  }
  return found;
}

struct Cut {
  std::size_t at;
  std::size_t width;  ///< bytes of the sign
};

/// The first comma or semicolon, Latin or Arabic.
Cut firstCut(std::string_view text) {
  Cut first{text.size(), 0};
  for (const std::string_view sign : {",", ";", "،", "؛"})
    if (const std::size_t at = text.find(sign); at < first.at) first = {at, sign.size()};
  return first;
}

/// Texts as files part them: at semicolons alone. A sign behind a backslash belongs to a text.
std::string partedBySemicolons(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Cut cut = firstCut(text);
    const std::size_t escape = std::min(text.find('\\'), text.size());
    const std::size_t end = escape < cut.at ? std::min(escape + 2, text.size()) : cut.at;
    out += text.substr(0, end);
    text.remove_prefix(end);
    if (escape < cut.at || cut.width == 0) continue;
    out += ';';
    text.remove_prefix(cut.width);
  }
  return out;
}

/// Texts as they are typed: where one has a comma in it, a backslash stands before that.
std::string commasKept(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Cut cut = firstCut(text);
    out += text.substr(0, cut.at);
    const std::string_view sign = text.substr(cut.at, cut.width);
    if (!sign.empty() && sign != ";") out += '\\';
    out += sign;
    text.remove_prefix(cut.at + cut.width);
  }
  return out;
}

/// Lists part at commas and semicolons; names with commas in them are found whole first.
std::vector<std::string> parts(const std::vector<Candidate>& list, std::string_view text) {
  std::vector<std::string> out;
  while (!(text = trimmed(text)).empty()) {
    const Candidate* longest = nullptr;
    for (const Candidate& one : list)
      if (!one.text.empty() && text.starts_with(one.text) && (!longest || one.text.size() > longest->text.size()) &&
          (text.size() == one.text.size() || text[one.text.size()] == ',' || text[one.text.size()] == ';'))
        longest = &one;
    const Cut cut = longest ? Cut{longest->text.size(), 1} : firstCut(text);
    const std::size_t end = cut.at;
    const std::string_view part = trimmed(text.substr(0, end));
    const Candidate* one = longest ? longest : meant(list, part);
    if (!part.empty()) out.push_back(one ? one->written : std::string(part));
    text.remove_prefix(std::min(end + cut.width, text.size()));
  }
  return out;
}

std::string joinedBySpaces(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : " ") + part;
  return all;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all.append(all.empty() ? "" : separator).append(part);
  return all;
}

bool hasCandidates(const Field& field) {
  return field.type == FieldType::choice || field.type == FieldType::terms || field.type == FieldType::ref ||
         field.type == FieldType::refs || namesStatus(field);
}

bool isNumeric(const Field& field) {
  return field.type == FieldType::integer || field.type == FieldType::number || field.type == FieldType::money;
}

std::string said(const std::vector<Candidate>& list, const std::string& written) {
  for (const Candidate& one : list)
    if (one.written == written) return one.text;
  return written;
}

std::optional<Value> yesOrNo(const Speech& speech, const std::string& text) {
  const std::string wanted = language::folded(text);
  for (const char* yes : {"yes", "true", "1", "x"})
    if (wanted == yes || wanted == language::folded(speech.word(tr("yes")))) return Value(Flag{true});
  for (const char* no : {"no", "false", "0"})
    if (wanted == no || wanted == language::folded(speech.word(tr("no")))) return Value(Flag{false});
  return std::nullopt;
}

}  // namespace

std::vector<Candidate> candidates(const OpenPlan& open, const Speech& speech, const Field& field) {
  if (field.type == FieldType::choice || field.type == FieldType::terms)
    return toldApart(words(open, speech, field.vocabulary));
  if (isReference(field)) return toldApart(elements(open, speech, field));
  if (namesStatus(field)) return toldApart(statuses(open, speech));
  return {};
}

std::string editText(const OpenPlan& open, const Speech& speech, const Field& field, const Value& value) {
  if (const auto* unread = std::get_if<Unread>(&value)) return unread->text;
  if (const auto* text = std::get_if<Text>(&value); text && !namesStatus(field)) return *text;
  if (const auto* date = std::get_if<Date>(&value))
    return date->precision() == Precision::day || date->precision() == Precision::month
               ? speech.language().date(Date::parse(date->text()).value_or(*date))
               : speech.language().digits(date->text());
  if (const auto* flag = std::get_if<Flag>(&value)) return speech.word(flag->on ? tr("yes") : tr("no"));
  if (isNumeric(field)) return speech.language().digits(valueText(field, value));
  if (field.type == FieldType::texts) return commasKept(valueText(field, value));
  if (!hasCandidates(field)) return valueText(field, value);
  const std::vector<Candidate> list = candidates(open, speech, field);
  if (const auto* refs = std::get_if<Refs>(&value)) {
    std::vector<std::string> names;
    for (const ElementId& id : *refs) names.push_back(said(list, id.str()));
    return joined(names);
  }
  if (const auto* texts = std::get_if<Texts>(&value)) {
    std::vector<std::string> names;
    for (const std::string& one : *texts) names.push_back(said(list, one));
    return joined(names);
  }
  return said(list, valueText(field, value));
}

std::optional<Value> typedValue(const OpenPlan& open, const Speech& speech, const Field& field,
                                const std::string& typed) {
  const std::string text(trimmed(typed));
  if (text.empty()) return std::nullopt;
  const PlanTerms ownTerms(open.plan());
  if (field.type == FieldType::date) {
    const auto date = language::typedDate(speech.language(), text, open.asOf());
    return date ? Value(*date) : Value(Unread{text});
  }
  if (field.type == FieldType::flag)
    if (const auto flag = yesOrNo(speech, text)) return flag;
  if (field.type == FieldType::text && !namesStatus(field)) return Value(Text(text));
  if (isNumeric(field)) return parseValue(field, language::withPlainDigits(text), &ownTerms);
  if (field.type == FieldType::texts) return parseValue(field, partedBySemicolons(text), &ownTerms);
  if (!hasCandidates(field)) return parseValue(field, text, &ownTerms);
  const std::vector<Candidate> list = candidates(open, speech, field);
  if (field.type == FieldType::refs || field.type == FieldType::terms)
    return parseValue(field, joinedBySpaces(parts(list, text)), &ownTerms);
  const Candidate* one = meant(list, text);
  return parseValue(field, one ? one->written : text, &ownTerms);
}

std::optional<Value> typedValue(const OpenPlan& open, const Speech& speech, const Kind& kind, const Field& field,
                                const std::string& text) {
  std::optional<Value> value = typedValue(open, speech, field, text);
  Texts* entries = value && field.number == fieldLevels ? std::get_if<Texts>(&*value) : nullptr;
  if (!entries) return value;
  std::vector<Candidate> fields;
  for (const Field& one : kind.fields) fields.push_back({speech.word(one.label), std::string(one.name)});
  const std::vector<Candidate> levels = words(open, speech, kind.find(key::classification.number)->vocabulary);
  for (std::string& entry : *entries) {
    const std::size_t colon = std::min(entry.find(':'), entry.size());
    const Candidate* of = meant(fields, trimmed(std::string_view(entry).substr(0, colon)));
    const Candidate* level =
        colon < entry.size() ? meant(levels, trimmed(std::string_view(entry).substr(colon + 1))) : nullptr;
    if (of && level) entry = of->written + ':' + level->written;
  }
  return value;
}

Edit setTyped(const OpenPlan& open, const Speech& speech, std::span<const ElementId> ids, const Typed& typed) {
  Edit all;
  const auto& [number, text] = typed;
  for (const ElementId& id : ids) {
    const Element* element = open.plan().find(id);
    const Field* field = element ? element->definition().find(number) : nullptr;
    if (!field) continue;
    const auto value = typedValue(open, speech, element->definition(), *field, text);
    const Value* before = element->find(number);
    if (value ? before && *before == *value : !before) continue;
    Edit one = value ? setField(open.plan(), id, number, *value) : clearField(open.plan(), id, number);
    if (all.changes.empty()) all.label = one.label;
    all.changes.insert(all.changes.end(), one.changes.begin(), one.changes.end());
  }
  if (all.changes.size() > 1)
    all.label = {tr("Change {field} of {count} {count|entry|entries}"),
                 {{"field", speech.word(open.plan().find(ids.front())->definition().find(number)->label)},
                  {"count", static_cast<std::int64_t>(all.changes.size())}}};
  return all;
}

}  // namespace trackloom::desktop
