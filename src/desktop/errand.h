#pragma once

#include "desktop/background.h"

#include <memory>

namespace trackloom::desktop {

/// Work beside the window whose outcome the window is told of. What is asked for while something else is under way
/// takes its place: that is told to stop, and nothing is heard of it any more.
class Errand {
 public:
  /// Done on a thread of its own; gives what the window does with the outcome. What it throws, the window throws.
  using Work = std::function<std::function<void()>(std::stop_token stop)>;
  /// Runs what the window does, and tells what is thrown there.
  using Guard = std::function<void(const std::function<void()>&)>;

  explicit Errand(Guard guard);
  /// Waits until what is under way has stopped.
  ~Errand();
  Errand(const Errand&) = delete;
  Errand& operator=(const Errand&) = delete;

  void start(Work work);
  void cancel();
  bool isBusy() const;

 private:
  struct Count;

  std::shared_ptr<Count> count_;  ///< outlives this where the window has yet to be told of an outcome
  Background background_;
};

}  // namespace trackloom::desktop
