#include "cli/as_of.h"

namespace trackloom::cli {
namespace {

std::optional<Day> readDay(const char* option, const std::string& text) {
  if (const auto day = parseDay(text)) return day;
  throw Error(ErrorKind::usage,
              {tr("“{text}” behind {option} is not a day."), {{"text", text}, {"option", std::string(option)}}}, {},
              {tr("Write it as year, month and day, such as 2013-12-01."), {}});
}

}  // namespace

std::optional<Day> dayBehind(const char* option, const std::string& text) {
  return text.empty() ? std::nullopt : readDay(option, text);
}

void AsOf::declare(Arguments& arguments) {
  arguments.option("--as-of", text_, "DAY",
                   tr("Look at it as of this day, such as 2013-12-01; else the plan's own day, else today."));
}

std::optional<Day> AsOf::named() const { return text_ ? readDay("--as-of", *text_) : std::nullopt; }

Day AsOf::dayFor(const Plan& plan, const Shell& shell) const {
  if (const auto day = named()) return *day;
  return asOfDay(plan).value_or(shell.today());
}

}  // namespace trackloom::cli
