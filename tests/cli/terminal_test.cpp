#include "cli/terminal.h"

#include "cli/plain_text.h"

#include <sstream>

#include <catch2/catch.hpp>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// What a program shows on a terminal of so many columns.
std::string shownOn(unsigned short columns, const char* terminalName, const char* noColour) {
  winsize size{24, columns, 0, 0};
  int screen = -1;
  const pid_t process = ::forkpty(&screen, nullptr, nullptr, &size);
  if (process == 0) {
    ::setenv("TERM", terminalName, 1);
    noColour ? ::setenv("NO_COLOR", noColour, 1) : ::unsetenv("NO_COLOR");
    ::execl(TRACKLOOM_BINARY_DIR "/bin/trackloom-cli", "trackloom-cli", "check",
            TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom", nullptr);
    ::_exit(99);
  }
  REQUIRE(process > 0);
  std::string shown;
  char block[4096];
  for (ssize_t count; (count = ::read(screen, block, sizeof block)) > 0;)
    shown.append(block, static_cast<std::size_t>(count));
  ::close(screen);
  ::waitpid(process, nullptr, 0);
  return shown;
}

}  // namespace

TEST_CASE("On a terminal findings are coloured and fit its width") {
  const std::string shown = shownOn(60, "xterm", nullptr);
  CHECK(shown.find("\x1b[1;31m") != std::string::npos);
  CHECK(shown.find("C DATE-INV") != std::string::npos);
  std::istringstream lines(shown);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    INFO(line);
    CHECK(trackloom::cli::displayWidth(line) <= 60);
  }
}

TEST_CASE("Who wants no colours gets none") {
  CHECK(shownOn(100, "xterm", "1").find('\x1b') == std::string::npos);
  CHECK(shownOn(100, "dumb", nullptr).find('\x1b') == std::string::npos);
}
