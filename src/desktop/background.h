#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace trackloom::desktop {

/// Does work beside the user, one piece at a time. Of pieces that come faster than they are done, only the latest is.
class Background {
 public:
  /// Is called on a thread of its own, must not throw, and should end soon when it is to stop.
  using Work = std::function<void(const std::stop_token& stop)>;

  Background();
  /// Waits for the piece that is being done, which is told to stop.
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  void run(Work work);
  /// The piece that is being done is told to stop, and none waits any more.
  void drop();

 private:
  void work(const std::stop_token& end);

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::optional<Work> next_;
  std::stop_source current_;
  std::jthread thread_;
};

}  // namespace trackloom::desktop
