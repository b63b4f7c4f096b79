#include "process/packing.h"
#include "process/process.h"
#include "process/signals.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <exception>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace trackloom::process {
namespace {

constexpr int failed = 2;

std::optional<std::string> readAll(int in) {
  constexpr std::size_t piece = 1U << 16U;
  std::string bytes;
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + piece);
    const ssize_t got = ::read(in, bytes.data() + before, piece);
    bytes.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got == 0) return bytes;
    if (got < 0 && errno != EINTR) return std::nullopt;
  }
}

bool writeAll(int out, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(out, bytes.data(), bytes.size());
    if (wrote < 0 && errno != EINTR) return false;
    if (wrote > 0) bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

bool limit(__rlimit_resource what, rlim_t most, rlim_t grace = 0) {
  const rlimit bounds{most, most + grace};
  return ::setrlimit(what, &bounds) == 0;
}

/// No more processor time and memory than allowed, no files written, no dumps, no new rights, no life of its own.
bool confine(const Limits& limits) {
#if !defined(__SANITIZE_ADDRESS__)  // AddressSanitizer reserves terabytes of address space for itself
  if (!limit(RLIMIT_AS, limits.memory)) return false;
#endif
  return limit(RLIMIT_CPU, static_cast<rlim_t>(limits.processorSeconds), 1) && limit(RLIMIT_FSIZE, 0) &&
         limit(RLIMIT_CORE, 0) && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::chdir("/") == 0;
}

/// Whatever works here may say what it likes on the standard streams: nobody hears it.
int takeAway(int out) {
  const int kept = ::fcntl(out, F_DUPFD_CLOEXEC, 3);
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (kept < 0 || nowhere < 0) return -1;
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::dup2(nowhere, stream) < 0) return -1;
  return kept;
}

template <class Number>
bool parsed(std::string_view text, Number& number) {
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc() && stop == text.data() + text.size();
}

struct Request {
  Limits limits;
  std::string_view content;
};

std::optional<Request> requestIn(std::string_view bytes) {
  const auto texts = unpacked(bytes);
  Request request;
  if (!texts || texts->size() != 4 || texts->front() != requestMark ||
      !parsed(texts->at(1), request.limits.processorSeconds) || !parsed(texts->at(2), request.limits.memory))
    return std::nullopt;
  request.content = texts->at(3);
  return request;
}

}  // namespace

int answer(int in, int out, const std::function<std::string(std::string_view request)>& work) {
  try {
    const auto bytes = readAll(in);
    const auto request = bytes ? requestIn(*bytes) : std::nullopt;
    if (!request) return failed;
    const int kept = takeAway(out);
    if (kept < 0 || !confine(request->limits)) return failed;
    turnSignalsIntoErrors();
    return writeAll(kept, work(request->content)) ? 0 : failed;
  } catch (const std::exception&) {
    return failed;
  }
}

}  // namespace trackloom::process
