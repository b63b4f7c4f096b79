#include "cli/program.h"
#include "support/kills.h"

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;
using trackloom::test::killsOr;

namespace {

using Clock = std::chrono::steady_clock;
using Microseconds = std::chrono::microseconds;

constexpr const char* canary = "Valley talks";

/// A folder with everything in which the program may leave something: the plan, the user's data, temporary files.
class KilledTravels {
 public:
  KilledTravels() {
    std::ofstream(passphrase()) << "kettle orbit moss viola thirteen anchor\n";
    const auto begin = Clock::now();
    killAfter(std::chrono::minutes(1));
    whole_ = std::chrono::duration_cast<Microseconds>(Clock::now() - begin);
    REQUIRE(killed_ == 0);
    REQUIRE_FALSE(fs::exists(plan()));
  }

  void killAtOnce() { killAfter(Microseconds(0)); }
  void killOne() { killAfter(Microseconds(random_() % static_cast<std::uint64_t>(whole_.count()))); }
  int killed() const { return killed_; }

 private:
  void killAfter(Microseconds time) {
    fs::remove(sealed());
    fs::copy_file(talks, plan(), fs::copy_options::overwrite_existing);
    REQUIRE(Program().keepingDataIn(folder_ / "data").run({"history", plan(), "keep"}).code == 0);
    const pid_t process = start();
    const auto end = Clock::now() + time;
    siginfo_t ended{};
    while (Clock::now() < end && ended.si_pid == 0) {
      REQUIRE(::waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOHANG | WNOWAIT) == 0);
      std::this_thread::sleep_for(Microseconds(500));
    }
    ::kill(process, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(process, &status, 0) == process);
    killed_ += WIFSIGNALED(status);
    requireNothingLost();
  }

  pid_t start() const {
    std::string words[] = {TRACKLOOM_BINARY_DIR "/bin/trackloom-cli",
                           "seal",
                           plan(),
                           "-o",
                           sealed(),
                           "--travel",
                           "--passphrase-file",
                           passphrase()};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::string settings[] = {"HOME=" + (folder_ / "home"), "XDG_DATA_HOME=" + (folder_ / "data"),
                              "TMPDIR=" + folder_.path().string()};
    char* environment[] = {settings[0].data(), settings[1].data(), settings[2].data(), nullptr};
    pid_t process = 0;
    posix_spawn_file_actions_t silent;
    posix_spawn_file_actions_init(&silent);
    posix_spawn_file_actions_addopen(&silent, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    REQUIRE(posix_spawn(&process, arguments[0], &silent, nullptr, arguments.data(), environment) == 0);
    posix_spawn_file_actions_destroy(&silent);
    return process;
  }

  void requireNothingLost() const {
    const bool whole = fs::exists(plan()) && fileText(plan()) == fileText(talks);
    if (!whole || fs::exists(sealed())) {
      const Ended open = called({"open", sealed(), "-o", "-", "--passphrase-file", passphrase()});
      INFO(open.err);
      REQUIRE(open.out == fileText(talks));
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path())) {
      if (!entry.is_regular_file() || entry.path() == plan()) continue;
      INFO(entry.path());
      REQUIRE(fileText(entry.path()).find(canary) == std::string::npos);
    }
  }

  std::string plan() const { return folder_ / "plan.trackloom"; }
  std::string sealed() const { return folder_ / "plan.trackloom-sealed"; }
  std::string passphrase() const { return folder_ / "passphrase"; }

  const std::string talks = TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom";
  const Folder folder_;
  Microseconds whole_{};
  std::mt19937_64 random_{std::random_device{}()};
  int killed_ = 0;
};

void killTravels(int times) {
  KilledTravels travels;
  travels.killAtOnce();
  for (int i = 1; i < times; ++i) travels.killOne();
  CHECK(travels.killed() > 0);
  WARN("killed " << travels.killed() << " of " << times << " times while sealing for travel");
}

}  // namespace

TEST_CASE("Sealing for travel that is killed leaves the plan or the sealed one, and nothing open besides") {
  killTravels(killsOr(5));
}

TEST_CASE("Sealing for travel that is killed often leaves the plan or the sealed one", "[.long]") {
  killTravels(killsOr(100));
}
