#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// Work that may never end, crash or eat all memory, done in a process of its own: what asks and what answers.
namespace trackloom::process {

/// How far a child process may go.
struct Limits {
  std::int64_t seconds = 30;  ///< on the clock on the wall
  std::int64_t processorSeconds = 20;
  std::size_t memory = 1024UL << 20U;  ///< bytes of address space
  std::size_t output = 64UL << 20U;    ///< bytes
  std::stop_token stop{};              ///< when nobody waits for the answer any more
};

enum class Ending : std::uint8_t {
  answered,
  silent,    ///< it ended without a word
  tooLarge,  ///< it said more than it may
  crashed,   ///< or used more memory than it may
  timedOut
};

struct Answer {
  Ending ending = Ending::silent;
  std::string bytes;
};

/// Starts a program with these words, which must call `answer`, sends it the request and hears its answer. Whatever
/// happens there, this returns when the limits are reached at the latest. Throws an `Error` if it cannot be started.
Answer ask(const std::vector<std::string>& command, const Limits& limits, std::string_view request);

/// The child's side: reads a request from `in` to its end, limits this process, and writes what `work` makes of the
/// request to `out`. Gives the exit code. The process is of no use for anything else after that.
int answer(int in, int out, const std::function<std::string(std::string_view request)>& work);

/// Texts as one run of bytes, for the way to and from another process.
std::string packed(const std::vector<std::string_view>& texts);
/// Nothing if the bytes are not what `packed` gives.
std::optional<std::vector<std::string_view>> unpacked(std::string_view bytes);

}  // namespace trackloom::process
