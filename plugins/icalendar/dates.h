#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace icalendar {

using Day = std::chrono::sys_days;

/// First and last day, inclusive.
struct Span {
  Day first;
  Day last;
};

/// Reads YYYY-MM-DD. Nothing for null, for what is no day, and for years that iCalendar cannot write.
std::optional<Day> dayOf(const char* iso);
std::string isoText(Day day);

}  // namespace icalendar
