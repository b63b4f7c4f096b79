#include "formats.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace xlsx_import {
namespace {

/// What a code asks for, without texts in quotation marks, brackets and behind backslashes.
std::string lettersOf(std::string_view code) {
  std::string letters;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char c = code[at];
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"' || c == '[') {
      at = code.find(c == '"' ? '"' : ']', at + 1);
      if (at == std::string_view::npos) break;
    } else {
      letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return letters;
}

Shown byCode(std::string_view code) {
  const std::string letters = lettersOf(code);
  const auto has = [&](char c) { return letters.find(c) != std::string::npos; };
  if (has('%')) return Shown::percent;
  if (letters == "general" || has('0') || has('#') || has('?')) return Shown::number;
  if (has('d')) return Shown::day;
  if (has('y')) return has('m') ? Shown::month : Shown::year;
  if (has('h') || has('s')) return Shown::time;
  return Shown::number;
}

}  // namespace

Shown shownAs(std::size_t format, std::string_view code) {
  constexpr std::size_t firstOwn = 164;
  if (!code.empty() || format >= firstOwn) return byCode(code);
  if (format == 9 || format == 10) return Shown::percent;
  if (format == 17) return Shown::month;
  if ((format >= 14 && format <= 16) || format == 22 || (format >= 27 && format <= 36) ||
      (format >= 50 && format <= 58))
    return Shown::day;
  if ((format >= 18 && format <= 21) || (format >= 45 && format <= 47)) return Shown::time;
  return Shown::number;
}

std::optional<std::string> dateText(double serial, Shown shown, Counted counted) {
  using namespace std::chrono;
  constexpr double last = 2'958'465;  // the last day of 9999
  if (!(serial >= 1 && serial < last + 1)) return std::nullopt;
  const auto days = static_cast<int>(std::floor(serial));
  constexpr int noDay = 60;  // the 29th of February 1900, which there was not
  if (counted == Counted::from1900 && days == noDay) return std::nullopt;
  const sys_days zero = counted == Counted::from1904 ? sys_days(year(1904) / 1 / 1)
                        : days < noDay               ? sys_days(year(1899) / 12 / 31)
                                                     : sys_days(year(1899) / 12 / 30);
  const year_month_day day(zero + std::chrono::days(days));
  char text[32];
  const int y = static_cast<int>(day.year());
  const auto m = static_cast<unsigned>(day.month());
  const auto d = static_cast<unsigned>(day.day());
  if (shown == Shown::year)
    std::snprintf(text, sizeof text, "%04d", y);
  else if (shown == Shown::month)
    std::snprintf(text, sizeof text, "%04d-%02u", y, m);
  else
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", y, m, d);
  return text;
}

std::string numberText(double number) {
  char digits[512];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed);
  if (error != std::errc()) return {};
  return {digits, end};
}

}  // namespace xlsx_import
