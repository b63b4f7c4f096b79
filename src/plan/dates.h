#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trackloom {

/// The answer to a question about data that may be partial or missing.
enum class Truth : std::uint8_t { no, yes, cannotTell };

/// A calendar day of the proleptic Gregorian calendar, counted from 1970-01-01. Arithmetic is in days.
struct Day {
  std::int64_t number = 0;

  friend constexpr auto operator<=>(Day, Day) = default;
  friend constexpr Day operator+(Day day, std::int64_t days) { return {day.number + days}; }
  friend constexpr Day operator-(Day day, std::int64_t days) { return {day.number - days}; }
  friend constexpr std::int64_t operator-(Day a, Day b) { return a.number - b.number; }
};

/// Year, month (1–12) and day of month (1–31).
struct CivilDate {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
};

CivilDate civilDate(Day day);
Day dayOf(CivilDate date);
int daysInMonth(std::int64_t year, int month);

/// `2013-05-14`; years beyond 9999 are written with as many digits as they need.
std::string isoText(Day day);
/// Reads `YYYY-MM-DD`; nothing if that is not a day.
std::optional<Day> parseDay(std::string_view text);

enum class Precision : std::uint8_t { day, month, quarter, year };

/// A date as people know it: `2013`, `2013-Q2`, `2013-05` or `2013-05-14`, each optionally `~` for approximate.
/// It is a span of days. An approximate date may lie up to one unit of its own precision before or after that span.
class Date {
 public:
  Date() = default;
  /// Days before the year 1 or after 9999 cannot be written: they become the first or last that can. So in `movedBy`.
  explicit Date(Day day);
  static std::optional<Date> parse(std::string_view text);

  /// First and last day of the span as written (half-known edges of approximate dates are in `earliest`, `latest`).
  Day first() const { return {first_}; }
  Day last() const;
  Day earliest() const;
  Day latest() const;
  Precision precision() const { return precision_; }
  bool approximate() const { return approximate_; }

  std::string text() const;
  /// Appends the same to what is written already.
  void appendTo(std::string& out) const;
  /// The date moved by whole days. Month, quarter and year dates move to the unit their moved middle falls in.
  Date movedBy(std::int64_t days) const;

  friend bool operator==(const Date&, const Date&) = default;

 private:
  std::int32_t first_ = 0;
  Precision precision_ = Precision::day;
  bool approximate_ = false;
};

/// Is the whole of `date` before (on or before) the day? `cannotTell` where the day falls inside what is possible.
Truth isBefore(const Date& date, Day day);
Truth isOnOrBefore(const Date& date, Day day);
/// Is all of `a` before all of `b`?
Truth isBefore(const Date& a, const Date& b);

}  // namespace trackloom
