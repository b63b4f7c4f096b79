#include "desktop/worker.h"

#include <exception>

namespace trackloom::desktop {

Worker::Worker(Deliver deliver)
    : deliver_(std::move(deliver)), thread_([this](std::stop_token stop) { run(std::move(stop)); }) {}

Worker::~Worker() {
  thread_.request_stop();
  wake_.notify_all();
}

void Worker::check(Plan plan, Day asOf, std::uint64_t version) {
  {
    const std::lock_guard lock(mutex_);
    next_ = Task{std::move(plan), asOf, version};
  }
  wake_.notify_one();
}

void Worker::run(std::stop_token stop) {
  std::optional<checks::LiveFindings> live;
  while (!stop.stop_requested()) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [this] { return next_.has_value(); })) return;
      task = *std::move(next_);
      next_.reset();
    }
    try {
      if (live && live->study().asOf() == task.asOf) {
        live->follow(std::move(task.plan));
      } else {
        checks::CheckOptions options;
        options.stop = stop;
        live.emplace(std::move(task.plan), task.asOf, options);
      }
      if (!stop.stop_requested()) deliver_(live->all(), task.version);
    } catch (const std::exception&) {
      live.reset();  // nothing is said of this version: the window goes on saying that it is being checked
    }
  }
}

}  // namespace trackloom::desktop
