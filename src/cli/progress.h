#pragma once

#include <cstddef>
#include <string_view>

namespace trackloom::cli {

/// Tells how far a long piece of work is, in one line of the standard error that is written over. Silent where that is
/// no terminal.
class Progress {
 public:
  explicit Progress(std::size_t steps);
  /// The next step begins.
  void step(std::string_view name);
  /// Takes the line away.
  void end();

 private:
  std::size_t steps_;
  std::size_t done_ = 0;
  bool shown_;
};

}  // namespace trackloom::cli
