#include "plan/dates.h"

#include <algorithm>
#include <cstdio>

namespace trackloom {
namespace {

bool readDigits(std::string_view text, std::size_t count, int& out) {
  if (text.size() < count) return false;
  out = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    out = out * 10 + (text[i] - '0');
  }
  return true;
}

constexpr std::int64_t firstWritten = -719162;  // 0001-01-01
constexpr std::int64_t lastWritten = 2932896;   // 9999-12-31

constexpr bool isLeap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int monthsIn(Precision precision) {
  return precision == Precision::year ? 12 : precision == Precision::quarter ? 3 : 1;
}

/// The first day of the month that lies `months` after the one of `day`.
Day firstOfMonth(Day day, int months) {
  const CivilDate c = civilDate(day);
  const std::int64_t index = c.year * 12 + (c.month - 1) + months;
  const std::int64_t year = index >= 0 ? index / 12 : (index - 11) / 12;
  return dayOf({year, static_cast<int>(index - year * 12) + 1, 1});
}

/// Writes `2013-05-14` into ten characters, which have their hyphens. Precondition: the year has at most four digits.
void putDigits(char* to, CivilDate c) {
  const auto digit = [](std::int64_t number) { return static_cast<char>('0' + number % 10); };
  to[0] = digit(c.year / 1000);
  to[1] = digit(c.year / 100);
  to[2] = digit(c.year / 10);
  to[3] = digit(c.year);
  to[5] = digit(c.month / 10);
  to[6] = digit(c.month);
  to[8] = digit(c.day / 10);
  to[9] = digit(c.day);
}

}  // namespace

int daysInMonth(std::int64_t year, int month) {
  if (month == 2) return isLeap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Both conversions count years from 1 March, so that the leap day is the last of its year and months follow a
// fixed pattern of 153 days in five.
Day dayOf(CivilDate date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t cycle = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t yearOfCycle = year - cycle * 400;
  const std::int64_t monthFromMarch = (date.month + 9) % 12;
  const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
  const std::int64_t dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear;
  return {cycle * 146097 + dayOfCycle - 719468};
}

CivilDate civilDate(Day day) {
  const std::int64_t shifted = day.number + 719468;
  const std::int64_t cycle = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t dayOfCycle = shifted - cycle * 146097;
  const std::int64_t yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36524 - dayOfCycle / 146096) / 365;
  const std::int64_t dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
  const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
  const int month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
  return {yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month,
          static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)};
}

std::string isoText(Day day) {
  const CivilDate c = civilDate(day);
  if (c.year >= 0 && c.year <= 9999) {
    std::string text(10, '-');
    putDigits(text.data(), c);
    return text;
  }
  char text[40];
  std::snprintf(text, sizeof text, "%04lld-%02d-%02d", static_cast<long long>(c.year), c.month, c.day);
  return text;
}

std::optional<Day> parseDay(std::string_view text) {
  const auto date = Date::parse(text);
  if (!date || date->precision() != Precision::day || date->approximate()) return std::nullopt;
  return date->first();
}

Date::Date(Day day) : first_(static_cast<std::int32_t>(std::clamp(day.number, firstWritten, lastWritten))) {}

std::optional<Date> Date::parse(std::string_view text) {
  Date date;
  if (text.ends_with('~')) {
    date.approximate_ = true;
    text.remove_suffix(1);
  }
  int year = 0;
  int month = 1;
  int day = 1;
  if (!readDigits(text, 4, year) || year == 0) return std::nullopt;
  const std::string_view rest = text.substr(4);
  if (rest.empty()) {
    date.precision_ = Precision::year;
  } else if (rest.size() == 3 && rest[0] == '-' && rest[1] == 'Q') {
    if (rest[2] < '1' || rest[2] > '4') return std::nullopt;
    date.precision_ = Precision::quarter;
    month = (rest[2] - '1') * 3 + 1;
  } else {
    if (rest[0] != '-' || !readDigits(rest.substr(1), 2, month) || month < 1 || month > 12) return std::nullopt;
    date.precision_ = Precision::month;
    if (rest.size() == 6) {
      if (rest[3] != '-' || !readDigits(rest.substr(4), 2, day) || day < 1 || day > daysInMonth(year, month))
        return std::nullopt;
      date.precision_ = Precision::day;
    } else if (rest.size() != 3) {
      return std::nullopt;
    }
  }
  date.first_ = static_cast<std::int32_t>(dayOf({year, month, day}).number);
  return date;
}

Day Date::last() const {
  if (precision_ == Precision::day) return first();
  return firstOfMonth(first(), monthsIn(precision_)) - 1;
}

Day Date::earliest() const {
  if (!approximate_) return first();
  return precision_ == Precision::day ? first() - 1 : firstOfMonth(first(), -monthsIn(precision_));
}

Day Date::latest() const {
  if (!approximate_) return last();
  return precision_ == Precision::day ? last() + 1 : firstOfMonth(first(), 2 * monthsIn(precision_)) - 1;
}

std::string Date::text() const {
  std::string text;
  appendTo(text);
  return text;
}

void Date::appendTo(std::string& out) const {
  const CivilDate c = civilDate(first());
  const std::size_t at = out.size();
  out.append(10, '-');  // its place: a processor waits where something is put together elsewhere and copied at once
  putDigits(out.data() + at, c);
  if (precision_ == Precision::year) out.resize(at + 4);
  if (precision_ == Precision::month) out.resize(at + 7);
  if (precision_ == Precision::quarter) {
    out.resize(at + 5);
    out += 'Q';
    out += static_cast<char>('1' + (c.month - 1) / 3);
  }
  if (approximate_) out += '~';
}

Date Date::movedBy(std::int64_t days) const {
  Date moved = *this;
  const Day middle = first() + (last() - first()) / 2;
  const Day target = Date(middle + std::clamp(days, firstWritten - lastWritten, lastWritten - firstWritten)).first();
  if (precision_ == Precision::day) {
    moved.first_ = static_cast<std::int32_t>(target.number);
    return moved;
  }
  const CivilDate c = civilDate(target);
  const int months = monthsIn(precision_);
  moved.first_ = static_cast<std::int32_t>(dayOf({c.year, (c.month - 1) / months * months + 1, 1}).number);
  return moved;
}

Truth isBefore(const Date& date, Day day) {
  if (date.latest() < day) return Truth::yes;
  return date.earliest() >= day ? Truth::no : Truth::cannotTell;
}

Truth isOnOrBefore(const Date& date, Day day) { return isBefore(date, day + 1); }

Truth isBefore(const Date& a, const Date& b) {
  if (a.latest() < b.earliest()) return Truth::yes;
  return a.earliest() >= b.latest() ? Truth::no : Truth::cannotTell;
}

}  // namespace trackloom
