#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace trackloom::cli {

enum class Tone : std::uint8_t { heading, contradiction, lookAt, question, quiet };

/// What the reader of the standard output can take: columns to fit into (0: as long as it comes) and colours.
struct Terminal {
  enum class Colours : std::uint8_t { none, ansi };

  std::size_t width = 0;
  Colours colours = Colours::none;

  /// The text in a tone; as it is where there are no colours. Colour is never the only sign.
  std::string toned(Tone tone, std::string_view text) const;
};

/// Width and colours of a file descriptor: neither for a pipe or file, no colours where NO_COLOR is set or the
/// terminal is a dumb one.
Terminal terminalOf(int descriptor);

}  // namespace trackloom::cli
