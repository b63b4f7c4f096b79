#include "desktop/worker.h"

#include <exception>
#include <utility>

namespace trackloom::desktop {

void Worker::check(Plan plan, Day asOf, std::uint64_t version) {
  background_.run([this, plan = std::move(plan), asOf, version](const std::stop_token& stop) {
    try {
      const std::vector<checks::Finding>& findings = look(plan, asOf, stop);
      if (stop.stop_requested()) return;
      bool waits = false;
      {
        const std::lock_guard lock(mutex_);
        waits = found_.has_value();
        found_ = Found{findings, version};
      }
      if (!waits) tell_();
    } catch (const std::exception&) {
      live_.reset();  // nothing is said of this version: the window goes on saying that it is being checked
    }
  });
}

std::optional<Found> Worker::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(found_, std::nullopt);
}

const std::vector<checks::Finding>& Worker::look(Plan plan, Day asOf, const std::stop_token& stop) {
  if (live_ && live_->study().asOf() == asOf) {
    live_->follow(std::move(plan));
  } else {
    checks::CheckOptions options;
    options.stop = stop;
    live_.emplace(std::move(plan), asOf, options);
  }
  return live_->all();
}

}  // namespace trackloom::desktop
