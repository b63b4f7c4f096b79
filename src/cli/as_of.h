#pragma once

#include "cli/command.h"

#include <optional>
#include <string>

namespace trackloom::cli {

/// The day that stands behind an option; nothing for an empty text. Throws an `Error` of kind usage for what is no day.
std::optional<Day> dayBehind(const char* option, const std::string& text);

/// The day that plans are looked at as of, as a command line names it.
class AsOf {
 public:
  void declare(Arguments& arguments);
  /// The day named, else the plan's own, else today. Throws an `Error` of kind usage for what is not a day.
  Day dayFor(const Plan& plan, const Shell& shell) const;
  /// Refuses what is not a day before anything is read.
  void verify() const { static_cast<void>(named()); }

 private:
  std::optional<Day> named() const;

  std::optional<std::string> text_;
};

}  // namespace trackloom::cli
