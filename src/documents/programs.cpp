#include "documents/programs.h"

#include "documents/work_folder.h"
#include "plan/error.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace trackloom::documents {
namespace {

namespace fs = std::filesystem;

constexpr const char* complaintsFile = "complaints.txt";
constexpr const char* printedFile = "printed.txt";

Message install(const std::string& program) {
  const std::string package = program.starts_with("pdf") ? "poppler-utils" : program;
  return {tr("Install {program} (on Debian: apt install {package}) and try again. HTML needs no other program."),
          {{"program", program}, {"package", package}}};
}

[[noreturn]] void refuse(const std::string& program, Message what, Message toDo) {
  throw Error(ErrorKind::unwritable, std::move(what), program, std::move(toDo));
}

/// Everything the child process needs, laid out before it starts: between fork and exec nothing may allocate.
struct Launch {
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
  std::vector<char*> argv;
  std::vector<char*> envp;
  std::string folder;
  const char* printed;
  rlim_t seconds = 0;

  Launch(const Task& task, const fs::path& place, int secondsAtMost)
      : arguments(task.command),
        folder(place.string()),
        printed(task.result.empty() ? printedFile : "/dev/null"),
        seconds(static_cast<rlim_t>(secondsAtMost)) {
    const char* path = std::getenv("PATH");
    // Packed files cannot be dated before 1980.
    const std::int64_t dated = std::max<std::int64_t>(task.date.number * 86400, 315532800);
    environment = {std::string("PATH=") + (path ? path : "/usr/local/bin:/usr/bin:/bin"),
                   "HOME=" + folder,
                   "TMPDIR=" + folder,
                   "PYTHONPATH=" + folder,
                   "LC_ALL=C.UTF-8",
                   "TZ=UTC",
                   "SOURCE_DATE_EPOCH=" + std::to_string(dated)};
    for (std::string& argument : arguments) argv.push_back(argument.data());
    for (std::string& variable : environment) envp.push_back(variable.data());
    argv.push_back(nullptr);
    envp.push_back(nullptr);
  }
};

/// Becomes the program; if that fails, writes why to `report`.
[[noreturn]] void become(const Launch& launch, int report) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // who waits for it may be killed
  const rlimit noCore{0, 0};
  const rlimit time{launch.seconds, launch.seconds};
  setrlimit(RLIMIT_CORE, &noCore);
  setrlimit(RLIMIT_CPU, &time);
  bool ready = chdir(launch.folder.c_str()) == 0;
  const int nothing = open("/dev/null", O_RDWR);
  const int printed = open(launch.printed, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int complaints = open(complaintsFile, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ready = ready && nothing >= 0 && printed >= 0 && complaints >= 0 && dup2(nothing, 0) >= 0 && dup2(printed, 1) >= 0 &&
          dup2(complaints, 2) >= 0;
  close_range(3, UINT_MAX, CLOSE_RANGE_CLOEXEC);
  if (ready) execvpe(launch.argv[0], launch.argv.data(), launch.envp.data());
  const int why = errno;
  [[maybe_unused]] const auto written = write(report, &why, sizeof why);
  _exit(127);
}

/// Waits for a child; nothing if it took too long or was to stop, and had to be ended.
std::optional<int> waitFor(pid_t child, int seconds, const std::stop_token& stop) {
  using namespace std::chrono;
  const auto end = steady_clock::now() + std::chrono::seconds(seconds);
  int status = 0;
  while (true) {
    const pid_t done = waitpid(child, &status, WNOHANG);
    if (done == child) return status;
    if (done < 0 && errno != EINTR) return std::nullopt;
    if (stop.stop_requested() || steady_clock::now() >= end) break;
    std::this_thread::sleep_for(5ms);
  }
  kill(-child, SIGKILL);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return std::nullopt;
}

/// Starts a program and waits for its end; false if it failed. Throws if it cannot be started, takes too long or is
/// stopped.
bool runToEnd(const Launch& launch, const std::string& program, int secondsAtMost, const std::stop_token& stop) {
  int pipeEnds[2];
  if (pipe2(pipeEnds, O_CLOEXEC) != 0)
    refuse(program, {tr("{program} cannot be started."), {{"program", program}}}, install(program));
  const pid_t child = fork();
  if (child == 0) become(launch, pipeEnds[1]);
  close(pipeEnds[1]);
  int why = 0;
  const bool started = child > 0 && read(pipeEnds[0], &why, sizeof why) == 0;
  close(pipeEnds[0]);
  const auto status = child > 0 ? waitFor(child, secondsAtMost, stop) : std::nullopt;
  if (!started && why == ENOENT)
    refuse(program, {tr("{program} is needed for this format and is not installed."), {{"program", program}}},
           install(program));
  if (!started)
    refuse(program,
           {tr("{program} cannot be started: {why}"), {{"program", program}, {"why", std::string(std::strerror(why))}}},
           install(program));
  if (!status && stop.stop_requested()) refuse(program, {tr("{program} was stopped."), {{"program", program}}}, {});
  if (!status)
    refuse(program,
           {tr("{program} took longer than {seconds} {seconds|second|seconds} and was ended."),
            {{"program", program}, {"seconds", std::int64_t{secondsAtMost}}}},
           {tr("Try again with a smaller plan, or write HTML and convert it yourself."), {}});
  return WIFEXITED(*status) && WEXITSTATUS(*status) == 0;
}

}  // namespace

std::string InstalledPrograms::run(const Task& task) {
  const std::string& program = task.command.front();
  const WorkFolder folder(workPlace_);
  for (const TaskFile& file : task.files) folder.write(file);
  const bool succeeded = runToEnd(Launch(task, folder.path(), secondsAtMost_), program, secondsAtMost_, stop_);
  auto result = folder.read(task.result.empty() ? printedFile : task.result);
  if (succeeded && result) return std::move(*result);
  std::string complaint = folder.read(complaintsFile).value_or("");
  complaint.resize(std::min(complaint.find('\n'), std::min<std::size_t>(complaint.size(), 300)));
  refuse(program,
         {tr("{program} could not make the document: {complaint}"), {{"program", program}, {"complaint", complaint}}},
         {tr("See that {program} is the version of your system, or write HTML and convert it yourself."),
          {{"program", program}}});
}

}  // namespace trackloom::documents
