#include "desktop/worker.h"

#include <exception>

namespace trackloom::desktop {

void Worker::check(Plan plan, Day asOf, std::uint64_t version) {
  background_.run([this, plan = std::move(plan), asOf, version](const std::stop_token& stop) {
    try {
      auto found = look(plan, asOf, stop);
      if (!stop.stop_requested()) deliver_(std::move(found), version);
    } catch (const std::exception&) {
      live_.reset();  // nothing is said of this version: the window goes on saying that it is being checked
    }
  });
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
