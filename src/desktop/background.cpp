#include "desktop/background.h"

#include <exception>
#include <utility>

#include <wx/app.h>

namespace trackloom::desktop {

struct Background::Shared {
  Guard guard;
  std::mutex mutex;
  std::condition_variable_any wake;
  Work next;
  std::stop_source stop;    ///< of what was asked for last
  std::uint64_t asked = 0;  ///< counts what was asked for
  std::uint64_t done = 0;   ///< what the window has been told of, or was given up
};

Background::Background(Guard guard) : shared_(std::make_shared<Shared>()) {
  shared_->guard = std::move(guard);
  thread_ = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

Background::~Background() {
  cancel();
  thread_.request_stop();
  shared_->wake.notify_all();
}

void Background::start(Work work) {
  {
    const std::lock_guard lock(shared_->mutex);
    shared_->stop.request_stop();
    shared_->stop = {};
    shared_->next = std::move(work);
    ++shared_->asked;
  }
  shared_->wake.notify_one();
}

void Background::cancel() {
  const std::lock_guard lock(shared_->mutex);
  shared_->stop.request_stop();
  shared_->next = nullptr;
  shared_->done = ++shared_->asked;
}

bool Background::isBusy() const {
  const std::lock_guard lock(shared_->mutex);
  return shared_->done != shared_->asked;
}

void Background::run(std::stop_token stop) {
  const std::shared_ptr<Shared> shared = shared_;
  while (true) {
    Work work;
    std::stop_token stopWork;
    std::uint64_t number = 0;
    {
      std::unique_lock lock(shared->mutex);
      if (!shared->wake.wait(lock, stop, [&] { return static_cast<bool>(shared->next); })) return;
      work = std::exchange(shared->next, nullptr);
      stopWork = shared->stop.get_token();
      number = shared->asked;
    }
    std::function<void()> tell;
    try {
      tell = work(stopWork);
    } catch (...) {
      tell = [problem = std::current_exception()] { std::rethrow_exception(problem); };
    }
    wxTheApp->CallAfter([shared, number, tell = std::move(tell)] {
      {
        const std::lock_guard lock(shared->mutex);
        if (shared->asked != number || shared->done == number) return;
        shared->done = number;
      }
      shared->guard(tell);
    });
  }
}

}  // namespace trackloom::desktop
