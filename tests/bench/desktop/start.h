#pragma once

#include <string>
#include <vector>

namespace trackloom::bench {

/// Milliseconds from the start of a program that shows a window.
struct Start {
  double usable = 0;     ///< the middle of the window is painted, and an event sent after that was answered
  double complete = 0;   ///< the middle of the window looks as it does from then on
  double processor = 0;  ///< processor time of all its threads until it was usable
};

/// What stands in the middle of a window that is painted.
enum class Middle { anything, drawing };

/// Starts a program and watches its window from outside, as somebody in front of the screen would.
Start watchStart(const std::vector<std::string>& command, Middle middle);

}  // namespace trackloom::bench
