#pragma once

#include "checks/live_findings.h"
#include "desktop/background.h"

#include <functional>
#include <mutex>
#include <optional>

namespace trackloom::desktop {

/// What the checks found in a version of the plan.
struct Found {
  std::vector<checks::Finding> findings;
  std::uint64_t version = 0;
};

/// Checks plans while the user works on. Of plans that come faster than they are checked, only the latest is; of what
/// is found faster than it is taken, only the latest is kept.
class Worker {
 public:
  /// `tell` is called on the worker's own thread when there is something to take.
  explicit Worker(std::function<void()> tell) : tell_(std::move(tell)) {}

  void check(Plan plan, Day asOf, std::uint64_t version);
  /// What was found last, once.
  std::optional<Found> take();

 private:
  const std::vector<checks::Finding>& look(Plan plan, Day asOf, const std::stop_token& stop);

  std::function<void()> tell_;
  std::mutex mutex_;
  std::optional<Found> found_;
  std::optional<checks::LiveFindings> live_;  // of the background's thread
  Background background_;
};

}  // namespace trackloom::desktop
