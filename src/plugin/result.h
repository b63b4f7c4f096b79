#pragma once

#include "plan/error.h"
#include "process/process.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::plugin {

using process::Limits;

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

std::string packedResult(const Result& result);
/// Whatever the bytes; what is no result is nonsense.
Result unpackedResult(std::string_view bytes);

}  // namespace trackloom::plugin
