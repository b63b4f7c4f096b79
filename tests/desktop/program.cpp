#include "desktop/program.h"

#include <csignal>
#include <cstdlib>

#include <sys/wait.h>
#include <unistd.h>

namespace trackloom::desktop::test {

Program::Program(const std::string& plan, const std::vector<std::string>& environment) {
  const std::string program = std::string(TRACKLOOM_BINARY_DIR) + "/bin/trackloom";
  child_ = ::fork();
  if (child_ != 0) return;
  for (const std::string& word : environment) ::putenv(const_cast<char*>(word.c_str()));
  if (const char* home = std::getenv("HOME"); !home || ::chdir(home) != 0) ::_exit(127);
  ::execl(program.c_str(), program.c_str(), plan.empty() ? nullptr : plan.c_str(), static_cast<char*>(nullptr));
  ::_exit(127);
}

void Program::kill() {
  if (child_ <= 0) return;
  ::kill(child_, SIGKILL);
  ::waitpid(child_, nullptr, 0);
  child_ = 0;
}

}  // namespace trackloom::desktop::test
