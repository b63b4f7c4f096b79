#pragma once

#include "checks/live_findings.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace trackloom::desktop {

/// Checks plans while the user works on. Of plans that come faster than they are checked, only the latest is.
class Worker {
 public:
  /// `deliver` is called on the worker's own thread with what it found and the version of the plan.
  using Deliver = std::function<void(std::vector<checks::Finding>, std::uint64_t)>;
  explicit Worker(Deliver deliver);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void check(Plan plan, Day asOf, std::uint64_t version);

 private:
  struct Task {
    Plan plan;
    Day asOf;
    std::uint64_t version = 0;
  };

  void run(std::stop_token stop);

  Deliver deliver_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::optional<Task> next_;
  std::jthread thread_;
};

}  // namespace trackloom::desktop
