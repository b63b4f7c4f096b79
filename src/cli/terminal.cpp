#include "cli/terminal.h"

#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace trackloom::cli {
namespace {

std::string_view ansiCode(Tone tone) {
  switch (tone) {
    case Tone::heading:
      return "\x1b[1m";
    case Tone::contradiction:
      return "\x1b[1;31m";
    case Tone::lookAt:
      return "\x1b[1;33m";
    case Tone::question:
      return "\x1b[1;36m";
    case Tone::quiet:
      return "\x1b[2m";
  }
  return {};
}

}  // namespace

std::string Terminal::toned(Tone tone, std::string_view text) const {
  if (colours == Colours::none) return std::string(text);
  return std::string(ansiCode(tone)).append(text).append("\x1b[0m");
}

Terminal terminalOf(int descriptor) {
  if (!::isatty(descriptor)) return {};
  Terminal terminal;
  winsize size{};
  const bool known = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20;
  terminal.width = known ? size.ws_col : 80;
  const char* noColour = std::getenv("NO_COLOR");
  const char* name = std::getenv("TERM");
  const bool plain = (noColour && *noColour) || !name || std::string_view(name) == "dumb";
  terminal.colours = plain ? Terminal::Colours::none : Terminal::Colours::ansi;
  return terminal;
}

}  // namespace trackloom::cli
