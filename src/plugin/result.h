#pragma once

#include "plan/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::plugin {

/// How far a plugin may go.
struct Limits {
  std::int64_t seconds = 30;  ///< on the clock on the wall
  std::int64_t processorSeconds = 20;
  std::size_t memory = 1024UL << 20U;  ///< bytes of address space
  std::size_t output = 64UL << 20U;    ///< bytes
};

/// How a run of a plugin ended.
enum class Ending : std::uint8_t {
  fine,
  reported,   ///< it says itself why it failed
  tooLarge,   ///< it wrote more than it may
  notLoaded,  ///< its library could not be loaded
  crashed,
  timedOut,
  silent,   ///< it ended without giving its result back
  nonsense  ///< what came back is no result
};

struct Result {
  Ending ending = Ending::silent;
  std::string reason;  ///< a sentence, for `reported` and `notLoaded`
  std::string bytes;
  std::vector<std::string> notes;
};

/// What goes wrong with a plugin, as one error. Precondition: the result is not fine.
Error failureOf(const Result& result, const std::string& title, const Limits& limits);

/// Texts as one run of bytes, for the way to and from another process.
std::string packed(const std::vector<std::string_view>& texts);
/// Nothing if the bytes are not what `packed` gives.
std::optional<std::vector<std::string_view>> unpacked(std::string_view bytes);

std::string packedResult(const Result& result);
/// Whatever the bytes; what is no result is nonsense.
Result unpackedResult(std::string_view bytes);

}  // namespace trackloom::plugin
