#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace trackloom::desktop {

/// Work done beside the window. What is asked for while something else is under way takes its place: that is told to
/// stop, and nothing is heard of it any more.
class Background {
 public:
  /// Done on a thread of its own; gives what the window does with the outcome.
  using Work = std::function<std::function<void()>(std::stop_token stop)>;
  /// Runs what the window does, and tells what work or window threw.
  using Guard = std::function<void(const std::function<void()>&)>;

  explicit Background(Guard guard);
  /// Waits until what is under way has stopped.
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  void start(Work work);
  void cancel();
  bool isBusy() const;

 private:
  struct Shared;
  void run(std::stop_token stop);

  std::shared_ptr<Shared> shared_;  ///< outlives this where the window has yet to be told of an outcome
  std::jthread thread_;
};

}  // namespace trackloom::desktop
