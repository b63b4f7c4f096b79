#pragma once

#include "plan/dates.h"

#include <cstdint>
#include <string>

namespace trackloom::sharing {

/// A moment by the clock of this machine.
struct LocalTime {
  Day day;
  std::string clock;  ///< hours and minutes: "05:30"
};

/// `nanoseconds` since 1970.
LocalTime localTime(std::int64_t nanoseconds);

}  // namespace trackloom::sharing
