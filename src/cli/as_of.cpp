#include "cli/as_of.h"

namespace trackloom::cli {

void AsOf::declare(Arguments& arguments) {
  arguments.option("--as-of", text_, "DAY",
                   tr("Look at it as of this day, such as 2013-12-01; else the plan's own day, else today."));
}

std::optional<Day> AsOf::named() const {
  if (!text_) return std::nullopt;
  if (const auto day = parseDay(*text_)) return day;
  throw Error(ErrorKind::usage, {tr("“{text}” behind --as-of is not a day."), {{"text", *text_}}}, {},
              {tr("Write it as year, month and day, such as 2013-12-01."), {}});
}

Day AsOf::dayFor(const Plan& plan, const Shell& shell) const {
  if (const auto day = named()) return *day;
  return asOfDay(plan).value_or(shell.today());
}

}  // namespace trackloom::cli
