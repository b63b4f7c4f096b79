#include "sharing/local_time.h"

#include <ctime>

namespace trackloom::sharing {

LocalTime localTime(std::int64_t nanoseconds) {
  const std::time_t seconds = nanoseconds / 1'000'000'000;
  std::tm local{};
  localtime_r(&seconds, &local);
  char clock[] = "00:00";
  std::strftime(clock, sizeof clock, "%H:%M", &local);
  return {Day{(static_cast<std::int64_t>(seconds) + local.tm_gmtoff) / 86'400}, clock};
}

}  // namespace trackloom::sharing
