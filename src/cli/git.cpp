#include "cli/git.h"

#include "plan/error.h"

#include <cerrno>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace trackloom::cli {
namespace {

[[noreturn]] void refuseMissing() {
  throw Error(ErrorKind::unreadable, {tr("git is not installed, or does not start."), {}}, "git",
              {tr("Install it, or merge plans with trackloom-cli merge."), {}});
}

/// Both what it answers and what it complains of.
std::string readAll(int descriptor) {
  std::string text;
  char block[4096];
  for (;;) {
    const ssize_t count = ::read(descriptor, block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    text.append(block, static_cast<std::size_t>(count));
  }
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

/// Starts git with both its outputs on the descriptor.
pid_t started(std::vector<std::string>& words, int output) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
  pid_t process = 0;
  const int failed = ::posix_spawnp(&process, "git", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? process : -1;
}

}  // namespace

std::string git(const std::string& folder, const std::vector<std::string>& words) {
  std::vector<std::string> all{"git", "-C", folder};
  all.insert(all.end(), words.begin(), words.end());
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) refuseMissing();
  const pid_t process = started(all, ends[1]);
  ::close(ends[1]);
  std::string said = readAll(ends[0]);
  ::close(ends[0]);
  int status = 0;
  if (process < 0 || ::waitpid(process, &status, 0) != process) refuseMissing();
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return said;
  throw Error(ErrorKind::usage, {tr("git refuses: {reason}"), {{"reason", said}}}, folder,
              {tr("Name a folder that git keeps, or make it one with git init."), {}});
}

}  // namespace trackloom::cli
