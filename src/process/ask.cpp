#include "plan/error.h"
#include "process/packing.h"
#include "process/process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace trackloom::process {
namespace {

using Clock = std::chrono::steady_clock;

Error cannotStart(const std::string& program, int code) {
  return Error(ErrorKind::unwritable,
               {tr("The process in which this runs could not be started ({reason})."),
                {{"reason", std::string(std::strerror(code))}}},
               program, {tr("Check that Trackloom is installed completely."), {}});
}

/// A pair of connected sockets: one for this process, one for the child.
class Sockets {
 public:
  explicit Sockets(const std::string& program) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_.data()) != 0) throw cannotStart(program, errno);
    ::fcntl(ours(), F_SETFL, O_NONBLOCK);
  }
  ~Sockets() {
    closeTheirs();
    ::close(ours());
  }
  Sockets(const Sockets&) = delete;
  Sockets& operator=(const Sockets&) = delete;

  int ours() const { return ends_[0]; }
  int theirs() const { return ends_[1]; }
  void closeTheirs() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

/// A started process, killed with all it started, and waited for, when this goes.
class Process {
 public:
  Process(const std::vector<std::string>& command, int stream) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&actions, stream, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, stream, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    // Nothing of the user's environment reaches the child.
    std::array<std::string, 3> settings = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC"};
    std::array<char*, 4> environment = {settings[0].data(), settings[1].data(), settings[2].data(), nullptr};
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    const int code = ::posix_spawn(&id_, words.front(), &actions, &attributes, words.data(), environment.data());
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    if (code != 0) {
      id_ = -1;
      throw cannotStart(command.front(), code);
    }
  }
  ~Process() {
    if (id_ > 0) reap();
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// How it ended; nothing if it still runs at the given time.
  std::optional<int> statusBy(Clock::time_point end) {
    while (running()) {
      if (Clock::now() >= end) return std::nullopt;
      ::poll(nullptr, 0, 2);
    }
    return reap();
  }

 private:
  bool running() const {
    siginfo_t info{};
    const int code = ::waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOHANG | WNOWAIT);
    return code == 0 && info.si_pid == 0;
  }
  /// Ends the process and what it started. Before it is waited for: until then nobody else can have its number.
  int reap() {
    ::kill(-id_, SIGKILL);
    int status = SIGKILL;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) continue;
    id_ = -1;
    return status;
  }

  pid_t id_ = -1;
};

enum class Talk { heard, late, tooMuch };

/// How long a talk may last, and how much may be heard in it.
struct Most {
  Clock::time_point end;
  std::size_t bytes = 0;
  const std::stop_token& stop;
};

/// Sends the request and hears the answer to its end.
Talk talk(int socket, std::string_view request, std::string& answer, const Most& most) {
  const std::int64_t nap = most.stop.stop_possible() ? 50 : 1'000;  // milliseconds without a look at the clock
  std::array<char, 1U << 16U> piece{};
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(most.end - Clock::now()).count();
    if (left <= 0 || most.stop.stop_requested()) return Talk::late;
    pollfd ready{socket, static_cast<short>(request.empty() ? POLLIN : POLLIN | POLLOUT), 0};
    if (::poll(&ready, 1, static_cast<int>(std::min(left, nap))) <= 0) continue;
    if (!request.empty() && (ready.revents & POLLOUT) != 0) {
      const ssize_t sent = ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
      if (sent > 0) request.remove_prefix(static_cast<std::size_t>(sent));
      if (sent < 0 && errno != EAGAIN && errno != EINTR) request = {};  // it hears no more; it may still have answered
      if (request.empty()) ::shutdown(socket, SHUT_WR);
    }
    if ((ready.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
    const ssize_t got = ::recv(socket, piece.data(), piece.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (got <= 0) return Talk::heard;
    if (answer.size() + static_cast<std::size_t>(got) > most.bytes) return Talk::tooMuch;
    answer.append(piece.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

Answer ask(const std::vector<std::string>& command, const Limits& limits, std::string_view request) {
  constexpr std::size_t roomForNotes = 1U << 22U;
  const auto end = Clock::now() + std::chrono::seconds(limits.seconds);
  const std::string sent =
      packed({requestMark, std::to_string(limits.processorSeconds), std::to_string(limits.memory), request});
  Sockets sockets(command.front());
  Process process(command, sockets.theirs());
  sockets.closeTheirs();
  Answer answer;
  const Talk talked = talk(sockets.ours(), sent, answer.bytes, {end, limits.output + roomForNotes, limits.stop});
  const auto status = talked == Talk::heard ? process.statusBy(end) : std::nullopt;
  if (talked == Talk::tooMuch) {
    answer.ending = Ending::tooLarge;
  } else if (!status) {
    answer.ending = Ending::timedOut;
  } else if (WIFSIGNALED(*status)) {
    answer.ending = WTERMSIG(*status) == SIGXCPU ? Ending::timedOut : Ending::crashed;
  } else if (WEXITSTATUS(*status) != 0) {
    answer.ending = Ending::crashed;
  } else if (!answer.bytes.empty()) {
    answer.ending = Ending::answered;
  }
  if (answer.ending != Ending::answered) answer.bytes.clear();
  return answer;
}

}  // namespace trackloom::process
