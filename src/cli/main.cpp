#include "cli/command.h"
#include "process/memory.h"
#include "process/signals.h"
#include "xml/disk_files.h"

#include <csignal>
#include <ctime>
#include <exception>
#include <new>

#include <fcntl.h>
#include <unistd.h>

namespace {

using namespace trackloom;

Day today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return dayOf({local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

/// A closed standard stream would lend its number to the next file that is opened. What stands in for it refuses what
/// the program wants from it.
void occupyClosedStreams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(descriptor, F_GETFD) < 0) static_cast<void>(::open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY));
}

cli::ExitCode run(cli::Shell& shell, const std::vector<std::string>& words) {
  try {
    const cli::ExitCode code = cli::readCommandLine(words)(shell);
    shell.finish();
    return code;
  } catch (const Error& error) {
    return shell.report(error);
  } catch (const std::bad_alloc&) {
    return shell.report(Error(ErrorKind::unreadable, {tr("There is not enough memory for this."), {}}, {},
                              {tr("Close other programs, or work on a smaller plan."), {}}));
  } catch (const std::exception& problem) {
    return shell.report(
        Error(ErrorKind::unreadable,
              {tr("Something inside Trackloom went wrong: {reason}."), {{"reason", std::string(problem.what())}}}, {},
              {tr("Please report this; your files are untouched."), {}}));
  }
}

}  // namespace

int main(int argc, char** argv) {
  keepFreedMemory();
  turnSignalsIntoErrors();
  occupyClosedStreams();
  DiskFiles files;
  cli::Shell shell(files, today(), cli::terminalOf(STDOUT_FILENO), findInstallation(runningProgram()));
  return static_cast<int>(run(shell, {argv + (argc > 0 ? 1 : 0), argv + argc}));
}
