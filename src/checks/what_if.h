#pragma once

#include "checks/schedule.h"

namespace trackloom::checks {

/// Things to suppose for a moment, by number of the activity or dependency.
struct WhatIf {
  struct Slip {
    std::uint32_t activity = 0;
    std::int64_t days = 0;
  };
  std::vector<Slip> slips;
  std::vector<std::uint32_t> droppedActivities;
  std::vector<std::uint32_t> droppedLinks;
};

/// The network under these suppositions; `now` is its schedule without them. An activity that slips starts at least so
/// many days later than now foreseen, or if it is under way ends at least so many days later; what has finished stays.
/// What is dropped is left out, an activity with its links.
Network supposing(Network network, const Schedule& now, const WhatIf& whatIf);

/// The schedule without what is dropped; activities that are dropped stand where `all`, the schedule with everything,
/// has them, with no days in hand. So what is only suggested can be shown and moves nothing else.
Schedule scheduleBeside(const Network& network, const Schedule& all, const WhatIf& dropped);

}  // namespace trackloom::checks
