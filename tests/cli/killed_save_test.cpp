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

std::string generated(const char* seed) {
  const Ended made = Program("trackloom-generate").run({"--activities", "1000", "--seed", seed});
  REQUIRE(made.code == 0);
  return made.out;
}

/// The second content: another plan that is saved in the place of the first, or what merging another version gives.
enum class Second { anotherPlan, merged };

/// A plan that stands in a folder, the two contents it changes between, and the program that saves them.
class KilledSaves {
 public:
  explicit KilledSaves(Second second) : second_(second) {
    contents_.push_back(generated("1"));
    write(source(0), contents_[0]);
    if (second == Second::anotherPlan) {
      contents_.push_back(generated("2"));
      write(source(1), contents_[1]);
    } else {
      contents_.push_back(merged());
    }
    write(plan(), contents_[0]);
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
    const Ended ended = called(words(content));
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    REQUIRE(fileText(plan()) == contents_[content]);
  }

  std::string plan() const { return folder_ / "plan.trackloom"; }
  bool leftNothing() const { return besides() == 0; }
  int killed() const { return killed_; }
  int midway() const { return midway_; }

 private:
  std::string source(std::size_t content) const { return scratch_ / (content == 0 ? "0" : "1"); }

  std::string theirs() const { return scratch_ / "theirs"; }

  static void write(const std::string& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

  /// What merging makes of the first content and a version of it in which somebody else named an activity anew.
  std::string merged() const {
    std::string text = contents_[0];
    const std::size_t at = text.find(" title=\"", text.find("<activity ")) + 8;
    text.replace(at, text.find('"', at) - at, "Named anew by somebody else");
    write(theirs(), text);
    const Ended ended = called({"merge", source(0), source(0), theirs(), "-o", "-"});
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    REQUIRE(ended.out != contents_[0]);
    return ended.out;
  }

  /// The command that saves a content.
  std::vector<std::string> words(std::size_t content) const {
    if (second_ == Second::merged && content == 1) return {"merge", source(0), source(0), theirs(), "-o", plan()};
    return {"format", source(content), "-o", plan()};
  }

  pid_t start(std::size_t content) const {
    std::vector<std::string> all = words(content);
    all.insert(all.begin(), TRACKLOOM_BINARY_DIR "/bin/trackloom-cli");
    std::vector<char*> arguments;
    for (std::string& word : all) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    char* environment[] = {nullptr};
    pid_t process = 0;
    REQUIRE(posix_spawn(&process, arguments[0], nullptr, nullptr, arguments.data(), environment) == 0);
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

  const Second second_;
  const Folder folder_;
  const Folder scratch_;
  std::vector<std::string> contents_;
  Microseconds whole_{};
  std::mt19937_64 random_{std::random_device{}()};
  int killed_ = 0;
  int midway_ = 0;
};

void killSaves(Second second, int times) {
  KilledSaves saves(second);
  // On a busy machine many end before they are killed: it goes on until one was killed while it wrote.
  int i = 0;
  for (; i < times || (saves.midway() == 0 && i < 20 * times); ++i) saves.killOne(i % 2 == 1);
  CHECK(saves.killed() > 0);
  CHECK(saves.midway() > 0);
  WARN("killed " << saves.killed() << " of " << i << " saves, " << saves.midway() << " of them while writing");
  saves.save(0);
  saves.save(1);
  CHECK(saves.leftNothing());
  CHECK(called({"validate", saves.plan()}).code == 0);
}

}  // namespace

TEST_CASE("A save that is killed at a random moment leaves the old or the new plan whole") {
  killSaves(Second::anotherPlan, killsOr(20));
}

TEST_CASE("A merge that is killed at a random moment leaves the plan of before or the merged one") {
  killSaves(Second::merged, killsOr(20));
}

TEST_CASE("Many saves that are killed leave the old or the new plan whole", "[.long]") {
  killSaves(Second::anotherPlan, killsOr(500));
}

TEST_CASE("Many merges that are killed leave the plan of before or the merged one", "[.long]") {
  killSaves(Second::merged, killsOr(500));
}
