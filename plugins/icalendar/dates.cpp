#include "dates.h"

#include <cstdio>
#include <string_view>

namespace icalendar {

std::optional<Day> dayOf(const char* iso) {
  // The day after the last one must have four digits for its year, too.
  constexpr std::string_view form = "0000-00-00";
  const std::string_view text = iso ? iso : "";
  if (text.size() != form.size() || text >= "9999-12-31") return std::nullopt;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !digit : text[i] != form[i]) return std::nullopt;
  }
  const auto number = [&](std::size_t from, std::size_t length) {
    int value = 0;
    for (const char digit : text.substr(from, length)) value = value * 10 + (digit - '0');
    return value;
  };
  using namespace std::chrono;
  const year_month_day date{year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))),
                            day(static_cast<unsigned>(number(8, 2)))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

std::string isoText(Day day) {
  const std::chrono::year_month_day date(day);
  char text[32];
  const int size = std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                                 static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace icalendar
