#pragma once

#include "checks/live_findings.h"
#include "desktop/background.h"

#include <functional>
#include <optional>

namespace trackloom::desktop {

/// Checks plans while the user works on. Of plans that come faster than they are checked, only the latest is.
class Worker {
 public:
  /// `deliver` is called on the worker's own thread with what it found and the version of the plan.
  using Deliver = std::function<void(std::vector<checks::Finding>, std::uint64_t)>;
  explicit Worker(Deliver deliver) : deliver_(std::move(deliver)) {}

  void check(Plan plan, Day asOf, std::uint64_t version);

 private:
  const std::vector<checks::Finding>& look(Plan plan, Day asOf, const std::stop_token& stop);

  Deliver deliver_;
  std::optional<checks::LiveFindings> live_;  // of the background's thread
  Background background_;
};

}  // namespace trackloom::desktop
