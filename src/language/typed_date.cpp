#include "language/typed_date.h"

#include "language/folding.h"

#include <charconv>
#include <map>
#include <mutex>
#include <vector>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

namespace trackloom::language {
namespace {

/// The names of each month, folded; several for months that have more than one.
using MonthNames = std::vector<std::vector<std::string>>;

MonthNames readMonthNames(const std::string& tag) {
  MonthNames months(12);
  for (const std::string& wanted : {tag, std::string("en")}) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(wanted, status);
    const icu::DateFormatSymbols symbols(locale, status);
    if (U_FAILURE(status)) continue;
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
      std::int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE);
      for (std::int32_t i = 0; i < count && i < 12; ++i) {
        std::string name;
        names[i].toUTF8String(name);
        months[static_cast<std::size_t>(i)].push_back(folded(name));
      }
    }
  }
  return months;
}

/// Those of a language, looked up once: that takes longer than reading a thousand dates.
const MonthNames& monthNames(const std::string& tag) {
  static std::mutex reading;
  static std::map<std::string, MonthNames> known;
  const std::scoped_lock lock(reading);
  auto found = known.find(tag);
  if (found == known.end()) found = known.emplace(tag, readMonthNames(tag)).first;
  return found->second;
}

/// The month that a word names, or begins to name so that only one is left: 1 to 12; 0 for none or several.
int monthOf(const std::string& word, const MonthNames& months) {
  constexpr std::size_t shortest = 3;
  int found = 0;
  for (std::size_t i = 0; i < months.size(); ++i)
    for (const std::string& name : months[i]) {
      if (name == word) return static_cast<int>(i) + 1;
      if (word.size() < shortest || !name.starts_with(word)) continue;
      if (found != 0 && found != static_cast<int>(i) + 1) return 0;
      found = static_cast<int>(i) + 1;
    }
  return found;
}

struct Piece {
  std::string word;  ///< empty for a number
  int number = 0;
  std::size_t digits = 0;
};

/// Numbers and words, without what stands between them; nothing for a number no date has.
std::optional<std::vector<Piece>> piecesOf(const std::string& text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const auto isDigit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    const std::string_view between = " ,./-\t";
    if (between.find(text[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    std::size_t end = at;
    if (isDigit(at)) {
      while (isDigit(end)) ++end;
      Piece piece;
      piece.digits = end - at;
      if (piece.digits > 4) return std::nullopt;
      std::from_chars(text.data() + at, text.data() + end, piece.number);
      pieces.push_back(piece);
    } else {
      while (end < text.size() && !isDigit(end) && between.find(text[end]) == std::string_view::npos) ++end;
      const std::string word = text.substr(at, end - at);
      if (word != "de" && word != "del" && word != "of") pieces.push_back({word, 0, 0});
    }
    at = end;
  }
  return pieces;
}

std::optional<Date> dayDate(std::int64_t year, int month, int day) {
  if (month < 1 || month > 12 || year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month))
    return std::nullopt;
  return Date(dayOf({year, month, day}));
}

/// A year of four digits, or of two in this century.
std::optional<std::int64_t> yearOf(const Piece& piece) {
  if (piece.digits == 4) return piece.number;
  return piece.digits == 2 ? std::optional<std::int64_t>(2000 + piece.number) : std::nullopt;
}

std::optional<Date> nearestDay(int month, int day, Day near) {
  constexpr std::int64_t quarterYear = 92;
  const std::int64_t year = civilDate(near).year;
  for (const std::int64_t candidate : {year, year + 1})
    if (const auto date = dayDate(candidate, month, day); date && date->first() >= near - quarterYear) return date;
  return std::nullopt;
}

std::optional<Date> monthDate(std::int64_t year, int month) {
  std::string text = std::to_string(year);
  text.insert(0, 4 - std::min<std::size_t>(4, text.size()), '0');
  return Date::parse(text + (month < 10 ? "-0" : "-") + std::to_string(month));
}

std::optional<Date> withMonthName(const std::vector<Piece>& pieces, int month, Day near) {
  std::vector<Piece> numbers;
  for (const Piece& piece : pieces)
    if (piece.word.empty()) numbers.push_back(piece);
  if (numbers.empty() || numbers.size() > 2) return std::nullopt;
  if (numbers.size() == 2) {
    const auto year = yearOf(numbers[1]);
    return year ? dayDate(*year, month, numbers[0].number) : std::nullopt;
  }
  if (numbers[0].digits == 4) return monthDate(numbers[0].number, month);
  if (numbers[0].digits > 2) return std::nullopt;
  return nearestDay(month, numbers[0].number, near);
}

std::optional<Date> inNumbers(const std::vector<Piece>& pieces, Day near) {
  for (const Piece& piece : pieces)
    if (!piece.word.empty()) return std::nullopt;
  if (pieces.size() == 2 && pieces[0].digits <= 2 && pieces[1].digits == 4)
    return monthDate(pieces[1].number, pieces[0].number);
  if (pieces.size() == 2 && pieces[0].digits <= 2 && pieces[1].digits <= 2)
    return nearestDay(pieces[1].number, pieces[0].number, near);
  const auto year = pieces.size() == 3 ? yearOf(pieces[2]) : std::nullopt;
  return year ? dayDate(*year, pieces[1].number, pieces[0].number) : std::nullopt;
}

}  // namespace

std::optional<Date> typedDate(const Language& language, std::string_view typed, Day near) {
  std::string text = folded(typed);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  text.erase(0, text.find_first_not_of(' '));
  if (text.size() == 7 && text[4] == '-' && text[5] == 'q') text[5] = 'Q';
  if (const auto date = Date::parse(text)) return date;
  if (text.starts_with('~')) {
    const auto date = typedDate(language, text.substr(1), near);
    return date ? Date::parse(date->text() + '~') : std::nullopt;
  }
  const auto pieces = piecesOf(text);
  if (!pieces || pieces->empty() || pieces->size() > 3) return std::nullopt;
  const Piece& first = pieces->front();
  if (pieces->size() == 3 && first.word == "q" && (*pieces)[2].digits == 4)
    return Date::parse(std::to_string((*pieces)[2].number) + "-Q" + std::to_string((*pieces)[1].number));
  for (const Piece& piece : *pieces)
    if (!piece.word.empty()) {
      const int month = monthOf(piece.word, monthNames(language.tag()));
      return month == 0 ? std::nullopt : withMonthName(*pieces, month, near);
    }
  return inNumbers(*pieces, near);
}

}  // namespace trackloom::language
