#include "cli/progress.h"

#include <string>

#include <unistd.h>

namespace trackloom::cli {
namespace {

/// Back to the start of the line, which is emptied.
constexpr std::string_view cleared = "\r\033[K";

void writeLine(const std::string& line) {
  // If it cannot be shown, the work goes on all the same.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

Progress::Progress(std::size_t steps) : steps_(steps), shown_(::isatty(STDERR_FILENO) != 0) {}

void Progress::step(std::string_view name) {
  ++done_;
  if (!shown_) return;
  writeLine(std::string(cleared) + std::to_string(done_) + "/" + std::to_string(steps_) + "  " + std::string(name));
}

void Progress::end() {
  if (shown_) writeLine(std::string(cleared));
}

}  // namespace trackloom::cli
