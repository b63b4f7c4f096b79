#include "plugin/child.h"

#include "plugin/child_process.h"
#include "plugin/job.h"
#include "plugin/library.h"
#include "xml/read.h"

#include <cerrno>
#include <csignal>
#include <new>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace trackloom::plugin {
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

/// The plugin may say what it likes on the standard streams: nobody hears it.
int takeAway(int out) {
  const int kept = ::fcntl(out, F_DUPFD_CLOEXEC, 3);
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (kept < 0 || nowhere < 0) return -1;
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::dup2(nowhere, stream) < 0) return -1;
  return kept;
}

Result resultOf(const ReadRequest& read) {
  Result result;
  try {
    const auto reading = xml::read(read.planXml);
    if (!reading.plan) {
      result.ending = Ending::nonsense;
      return result;
    }
    const Library library(read.request.library);
    result = runExporter(library.plugin(), *reading.plan, read.request.asOf, read.request.limits.output);
  } catch (const Error& error) {
    result.ending = Ending::notLoaded;
    result.reason = plainText(error.message());
  }
  return result;
}

}  // namespace

int runChild(int in, int out) {
  try {
    const auto bytes = readAll(in);
    const auto read = bytes ? unpackedRequest(*bytes) : std::nullopt;
    if (!read) return failed;
    const int kept = takeAway(out);
    if (kept < 0 || !confine(read->request.limits)) return failed;
    std::signal(SIGPIPE, SIG_IGN);
    return writeAll(kept, packedResult(resultOf(*read))) ? 0 : failed;
  } catch (const std::exception&) {
    return failed;
  }
}

}  // namespace trackloom::plugin
