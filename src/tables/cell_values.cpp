#include "tables/cell_values.h"

#include "language/folding.h"
#include "language/typed_date.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace trackloom::tables {
namespace {

constexpr const char* dateForms = tr("Write it as 2026-05-14, 2026-05, 2026-Q2 or 2026, with ~ behind it for “about”.");

Message valued(const char* pattern, std::string_view value) { return {pattern, {{"value", std::string(value)}}}; }

/// What a spreadsheet does not keep: carriage returns, marks of direction, what no cell may hold.
std::string asCellsHold(std::string_view text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const auto third = static_cast<unsigned char>(rest.size() > 2 ? rest[2] : '\0');
    const bool mark = (rest.starts_with("\xE2\x80") && third >= 0xAA && third <= 0xAE) ||
                      (rest.starts_with("\xE2\x81") && third >= 0xA6 && third <= 0xAF);
    if (mark) {
      i += 2;
      continue;
    }
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c >= 0x20 && c != 0x7F) || c == '\n' || c == '\t') kept += text[i];
  }
  return kept;
}

/// Three numbers with `/`, `.` or `-` between, the last of them a year.
struct Figures {
  int first = 0;
  int second = 0;
};

std::optional<Figures> figuresOf(std::string_view text) {
  const std::string plain = language::folded(trimmedCell(text));
  const char* at = plain.data();
  const char* const end = at + plain.size();
  int numbers[3] = {};
  for (int i = 0; i < 3; ++i) {
    const auto [stop, problem] = std::from_chars(at, end, numbers[i]);
    if (problem != std::errc() || stop - at > (i == 2 ? 4 : 2)) return std::nullopt;
    at = stop;
    if (i == 2) break;
    if (at == end || std::string_view("/.-").find(*at) == std::string_view::npos) return std::nullopt;
    ++at;
  }
  if (at != end && *at != ' ' && *at != 't') return std::nullopt;
  return Figures{numbers[0], numbers[1]};
}

/// A date without the time of day that spreadsheets put behind it.
std::string withoutTime(std::string text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return text;
  const std::size_t before = text.find_last_of(" T", colon);
  const bool digits =
      before != std::string::npos && before > 0 && std::ranges::all_of(text.substr(before + 1), [](char c) {
        return (c >= '0' && c <= '9') || c == ':' || c == '.' || c == 'Z';
      });
  return digits ? text.substr(0, before) : text;
}

std::string withoutSpaces(std::string text) {
  for (const std::string_view space : {"\u00A0", "\u202F", "\u2009", " ", "'", "’", "\u066C"})
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at))
      text.erase(at, space.size());
  return text;
}

/// A number with the comma or point that stands before its decimals as a point; nothing if that could be two numbers.
std::optional<std::string> plainNumber(std::string text) {
  constexpr std::size_t group = 3;
  text = withoutSpaces(language::folded(std::move(text)));
  for (std::size_t at = text.find("٫"); at != std::string::npos; at = text.find("٫")) text.replace(at, 2, ",");
  const std::size_t last = text.find_last_of(".,");
  if (last == std::string::npos) return text;
  const char mark = text[last];
  const char other = mark == '.' ? ',' : '.';
  const bool several = text.find(mark) != last;
  const bool both = text.find(other) != std::string::npos;
  if (several && both) return std::nullopt;
  if (!several && !both && text.size() - last - 1 == group && last > 0 && text.substr(0, last) != "0" &&
      text.substr(0, last) != "-0")
    return std::nullopt;  // 1.200 is one and a fifth here and twelve hundred there
  std::erase(text, several ? mark : other);
  if (!several) text[text.find(mark)] = '.';
  return text;
}

/// Made in its place: GCC 12 takes temporaries of the variant for memory that was never had.
template <class T>
ReadValue valueOf(T content) {
  ReadValue read;
  std::get<Value>(read).emplace<T>(std::move(content));
  return read;
}

Unclear twoNumbers(const std::string& text) {
  return {valued(tr("“{value}” could be two numbers: the sign may part thousands or decimals."), text),
          {tr("Write it without a sign between thousands, and decimals behind a point."), {}}};
}

}  // namespace

std::string trimmedCell(std::string_view text) {
  static constexpr std::string_view around[] = {" ",      "\t",     "\r",     "\n",     "\u00A0",
                                                "\u202F", "\u200B", "\u200E", "\u200F", "\uFEFF"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view space : around) {
      if (text.starts_with(space))
        text.remove_prefix(space.size());
      else if (text.ends_with(space))
        text.remove_suffix(space.size());
      else
        continue;
      again = true;
    }
  }
  return std::string(text);
}

bool holds(const Cell& cell, std::string_view written) {
  constexpr std::string_view ellipsis = "…";
  constexpr std::size_t longest = 32'700;  // bytes that a cell of 32,767 UTF-16 units has at least
  if (cell.text == written) return true;
  const std::string there = asCellsHold(written);
  const std::string here = asCellsHold(cell.text);
  if (here == there) return true;
  return here.size() >= longest && here.ends_with(ellipsis) && here.size() < there.size() &&
         there.starts_with(here.substr(0, here.size() - ellipsis.size()));
}

bool mustBeMonthFirst(std::string_view text) {
  const auto figures = figuresOf(text);
  return figures && figures->second > 12 && figures->second <= 31 && figures->first >= 1 && figures->first <= 12;
}

bool couldBeEither(std::string_view text) {
  const auto figures = figuresOf(text);
  return figures && figures->first >= 1 && figures->first <= 12 && figures->second >= 1 && figures->second <= 12 &&
         figures->first != figures->second;
}

CellReader::CellReader(const Words& words, const Mapping& mapping, const Plan& plan)
    : words_(words), mapping_(mapping), terms_(plan) {
  constexpr Key<Text> list{"vocabulary"};
  for (const ElementPtr& term : plan.all(KindId::term)) {
    const Vocabulary* vocabulary = findVocabulary(term->text(list));
    if (!vocabulary) continue;
    const std::string name(term->text(key::name));
    std::vector<std::string> ways{compared(name), compared(term->text(key::label))};
    for (const Translation& translation : term->extras().translations)
      if (translation.field == key::label.number) ways.push_back(compared(translation.text));
    std::ranges::sort(ways);
    ways.erase(std::unique(ways.begin(), ways.end()), ways.end());
    for (const std::string& way : ways)
      if (!way.empty()) ownWords_.emplace(std::pair(vocabulary->id, way), name);
  }
}

ReadValue CellReader::read(const Cell& cell, const Field& field, const LaidColumn& column, DayOrder order) const {
  if (cell.kind == CellKind::failed)
    return Unclear{
        valued(tr("This cell shows an error, {value}, and no value."), cell.text),
        {field.type == FieldType::date ? dateForms : tr("Mend the formula, or write what it should give."), {}}};
  const std::string text = trimmedCell(cell.text);
  switch (field.type) {
    case FieldType::text:
      return valueOf(Text(text));
    case FieldType::texts: {
      std::string parted = text;
      std::ranges::replace(parted, '\n', ';');
      return parseValue(field, parted);
    }
    case FieldType::date:
      return readDate(cell, order);
    case FieldType::integer:
    case FieldType::number:
      return readNumber(cell, field);
    case FieldType::money:
      return readMoney(cell, field, column);
    case FieldType::flag:
      if (const auto flag = words_.flagCalled(text)) return valueOf(Flag{*flag});
      return Unclear{valued(tr("“{value}” is neither yes nor no."), text), {tr("Write yes or no."), {}}};
    case FieldType::choice: {
      const auto found = word(text, field);
      if (const auto* unclear = std::get_if<Unclear>(&found)) return *unclear;
      return parseValue(field, std::get<std::string>(found), &terms_);
    }
    case FieldType::terms:
      return readTerms(text, field);
    case FieldType::ref:
    case FieldType::refs:
      break;
  }
  return valueOf(Unread{text});
}

ReadValue CellReader::readDate(const Cell& cell, DayOrder order) const {
  const std::string text = withoutTime(trimmedCell(cell.text));
  const Unclear noDate{valued(tr("“{value}” is no date."), text), {dateForms, {}}};
  if (const auto date = Date::parse(text)) return valueOf(*date);
  if (cell.kind == CellKind::number)
    return Unclear{valued(tr("{value} is a number here, not a date."), text),
                   {tr("Give the cell the format of a date, or write 2026-05-14."), {}}};
  if (mustBeMonthFirst(text))
    return Unclear{valued(tr("“{value}” has the month before the day."), text), {dateForms, {}}};
  if (order == DayOrder::monthFirst && couldBeEither(text))
    return Unclear{valued(tr("“{value}” could be two days: others in its column have the month first."), text),
                   {dateForms, {}}};
  const Day oneYear = dayOf({2020, 1, 1});
  const Day another = dayOf({2030, 7, 1});
  std::set<std::string> dates;
  bool yearless = false;
  for (const language::Language& language : words_.languages()) {
    const auto date = language::typedDate(language, text, oneYear);
    if (!date) continue;
    dates.insert(date->text());
    yearless = yearless || language::typedDate(language, text, another) != date;
  }
  if (yearless) return Unclear{valued(tr("“{value}” does not say in which year."), text), {dateForms, {}}};
  if (dates.size() != 1) return noDate;
  return valueOf(*Date::parse(*dates.begin()));
}

ReadValue CellReader::readNumber(const Cell& cell, const Field& field) const {
  std::string text = trimmedCell(cell.text);
  const Unclear none{{tr("“{value}” is no number that belongs here; expected: {form}."),
                      {{"value", text}, {"form", expectedForm(field)}}},
                     {tr("Write the number in figures and nothing else."), {}}};
  if (text.ends_with('%')) text.pop_back();
  const auto number = cell.kind == CellKind::number ? std::optional(text) : plainNumber(text);
  if (!number) return twoNumbers(text);
  Value value = parseValue(field, *number);
  if (std::holds_alternative<Unread>(value)) return none;
  return value;
}

ReadValue CellReader::readMoney(const Cell& cell, const Field& field, const LaidColumn& column) const {
  const std::string text = trimmedCell(cell.text);
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::string amount = text;
  std::string currency;
  if (amount.size() > 3 && std::ranges::all_of(amount.substr(amount.size() - 3), capital)) {
    currency = amount.substr(amount.size() - 3);
    amount.resize(amount.size() - 3);
  } else if (amount.size() > 3 && std::ranges::all_of(amount.substr(0, 3), capital)) {
    currency = amount.substr(0, 3);
    amount.erase(0, 3);
  }
  for (const auto& [sign, code] : {std::pair("€", "EUR"), std::pair("£", "GBP")})
    if (const std::size_t at = amount.find(sign); currency.empty() && at != std::string::npos) {
      currency = code;
      amount.erase(at, std::string_view(sign).size());
    }
  if (currency.empty()) currency = column.currency;
  if (currency.empty())
    return Unclear{valued(tr("“{value}” does not say in which currency."), text),
                   {tr("Write it as 1200.50 EUR, or name the currency over the column: Budget (EUR)."), {}}};
  const auto number = cell.kind == CellKind::number ? std::optional(text) : plainNumber(trimmedCell(amount));
  if (!number) return twoNumbers(text);
  Value value = parseValue(field, *number + " " + currency);
  if (std::holds_alternative<Unread>(value))
    return Unclear{valued(tr("“{value}” is no amount of money."), text),
                   {tr("Write it as 1200.50 EUR, or name the currency over the column: Budget (EUR)."), {}}};
  return value;
}

/// The word as plan files write it.
std::variant<std::string, Unclear> CellReader::word(const std::string& text, const Field& field) const {
  const auto mapped = mapping_.words.find(text);
  const std::string& meant = mapped == mapping_.words.end() ? text : mapped->second;
  if (findTerm(field.vocabulary, meant) || !terms_.find(field.vocabulary, meant).own.empty()) return meant;
  std::vector<std::string> found;
  const Vocabulary& list = vocabulary(field.vocabulary);
  for (const std::uint16_t term : words_.termsCalled(field.vocabulary, meant))
    found.emplace_back(list.terms[term].name);
  const auto [first, last] = ownWords_.equal_range({field.vocabulary, compared(meant)});
  for (auto at = first; at != last; ++at) found.push_back(at->second);
  if (found.size() == 1) return found.front();
  if (!found.empty()) {
    std::string names;
    for (const std::string& name : found) names += (names.empty() ? "" : ", ") + name;
    return Unclear{{tr("“{value}” could be several words of the list “{list}”."),
                    {{"value", text}, {"list", ownWord(field.label)}}},
                   {tr("Write one of: {words}"), {{"words", names}}},
                   Remedy::word,
                   {text, list.id, {}}};
  }
  return Unclear{{tr("“{value}” is no word of the list “{list}”."), {{"value", text}, {"list", ownWord(field.label)}}},
                 {tr("Write one of: {words}"), {{"words", proposed(list, text)}}},
                 Remedy::word,
                 {text, list.id, {}}};
}

/// The labels of words that may have been meant, as the sheet's language has them, else of the first ones of the list.
Message::Argument CellReader::proposed(const Vocabulary& list, const std::string& text) const {
  constexpr std::size_t most = 12;
  std::vector<std::string> like = words_.labelsLike(list, text);
  if (like.size() > most) {
    like.resize(most);
    like.emplace_back("…");
  }
  std::string words;
  for (const std::string& label : like) words += (words.empty() ? "" : ", ") + label;
  if (!words.empty()) return words;
  std::vector<std::string_view> labels;
  for (std::size_t i = 0; i < list.terms.size() && i < most; ++i) labels.push_back(list.terms[i].label);
  if (list.terms.size() > most) labels.emplace_back("…");
  return ownWords(labels);
}

ReadValue CellReader::readTerms(const std::string& text, const Field& field) const {
  if (Value value = parseValue(field, text, &terms_); !std::holds_alternative<Unread>(value)) return value;
  Texts terms;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(";,\n", at), text.size());
    if (const std::string part = trimmedCell(text.substr(at, end - at)); !part.empty()) {
      auto found = word(part, field);
      if (const auto* unclear = std::get_if<Unclear>(&found)) return *unclear;
      terms.push_back(std::get<std::string>(std::move(found)));
    }
    at = end + 1;
  }
  return valueOf(std::move(terms));
}

}  // namespace trackloom::tables
