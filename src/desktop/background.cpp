#include "desktop/background.h"

#include <utility>

namespace trackloom::desktop {

Background::Background() : thread_([this](const std::stop_token& end) { work(end); }) {}

Background::~Background() {
  thread_.request_stop();
  drop();
  wake_.notify_all();
  thread_.join();
}

void Background::run(Work work) {
  {
    const std::lock_guard lock(mutex_);
    next_ = std::move(work);
  }
  wake_.notify_one();
}

void Background::drop() {
  const std::lock_guard lock(mutex_);
  next_.reset();
  current_.request_stop();
  current_ = std::stop_source();
}

void Background::work(const std::stop_token& end) {
  while (!end.stop_requested()) {
    Work piece;
    std::stop_token stop;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, end, [this] { return next_.has_value(); })) return;
      piece = *std::exchange(next_, std::nullopt);
      stop = current_.get_token();
    }
    piece(stop);
  }
}

}  // namespace trackloom::desktop
