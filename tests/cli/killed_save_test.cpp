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

/// A plan that stands in a folder, the two contents it changes between, and the program that saves them.
class KilledSaves {
 public:
  KilledSaves() {
    for (const char* seed : {"1", "2"}) {
      const Ended made = Program("trackloom-generate").run({"--activities", "1000", "--seed", seed});
      REQUIRE(made.code == 0);
      contents_.push_back(made.out);
      std::ofstream(source(contents_.size() - 1), std::ios::binary) << made.out;
    }
    std::ofstream(plan(), std::ios::binary) << contents_[0];
    const auto begin = Clock::now();
    save(1);
    save(0);
    whole_ = std::chrono::duration_cast<Microseconds>(Clock::now() - begin) / 2;
  }

  /// Begins to save the other content and kills that: at any moment, or at one while files stand beside the plan.
  void killOne(bool whileWriting) {
    const std::size_t standing = fileText(plan()) == contents_[1] ? 1 : 0;
    const std::size_t before = besides();
    const pid_t process = start(1 - standing);
    if (whileWriting) waitForFileBeside(process, before);
    std::this_thread::sleep_for(
        Microseconds(random_() % static_cast<std::uint64_t>(whole_.count() / (whileWriting ? 4 : 1))));
    ::kill(process, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(process, &status, 0) == process);
    killed_ += WIFSIGNALED(status);
    midway_ += besides() > before;
    requireWhole();
  }

  void save(std::size_t content) {
    const Ended ended = called({"format", source(content), "-o", plan()});
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    REQUIRE(fileText(plan()) == contents_[content]);
  }

  std::string plan() const { return folder_ / "plan.trackloom"; }
  int killed() const { return killed_; }
  int midway() const { return midway_; }

 private:
  std::string source(std::size_t content) const { return scratch_ / (content == 0 ? "0" : "1"); }

  pid_t start(std::size_t content) const {
    std::string words[] = {TRACKLOOM_BINARY_DIR "/bin/trackloom-cli", "format", source(content), "-o", plan()};
    char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), words[4].data(), nullptr};
    char* environment[] = {nullptr};
    pid_t process = 0;
    REQUIRE(posix_spawn(&process, arguments[0], nullptr, nullptr, arguments, environment) == 0);
    return process;
  }

  std::size_t besides() const {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder_.path()))
      count += entry.path().filename().string().starts_with(".plan.trackloom.");
    return count;
  }

  void waitForFileBeside(pid_t process, std::size_t before) const {
    siginfo_t ended{};
    while (besides() == before && ended.si_pid == 0)
      REQUIRE(::waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOHANG | WNOWAIT) == 0);
  }

  void requireWhole() const {
    for (const std::string& file : {plan(), plan() + "~"}) {
      const std::string found = fileText(file);
      INFO(file << " has " << found.size() << " bytes");
      REQUIRE((found == contents_[0] || found == contents_[1]));
    }
  }

  const Folder folder_;
  const Folder scratch_;
  std::vector<std::string> contents_;
  Microseconds whole_{};
  std::mt19937_64 random_{std::random_device{}()};
  int killed_ = 0;
  int midway_ = 0;
};

void killSaves(int times) {
  KilledSaves saves;
  // On a busy machine many end before they are killed: it goes on until one was killed while it wrote.
  int i = 0;
  for (; i < times || (saves.midway() == 0 && i < 20 * times); ++i) saves.killOne(i % 2 == 1);
  CHECK(saves.killed() > 0);
  CHECK(saves.midway() > 0);
  WARN("killed " << saves.killed() << " of " << i << " saves, " << saves.midway() << " of them while writing");
  saves.save(0);
  saves.save(1);
  CHECK(called({"validate", saves.plan()}).code == 0);
}

}  // namespace

TEST_CASE("A save that is killed at a random moment leaves the old or the new plan whole") { killSaves(killsOr(20)); }

TEST_CASE("Many saves that are killed leave the old or the new plan whole", "[.long]") { killSaves(killsOr(200)); }
