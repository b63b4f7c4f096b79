#include "sharing/local_history.h"
#include "sharing/seal_file.h"
#include "sharing/traces.h"
#include "support/kills.h"
#include "support/sample_plans.h"
#include "xml/disk_files.h"
#include "xml/journal.h"
#include "xml/read.h"
#include "xml/revisions.h"
#include "xml/safe_save.h"
#include "xml/write.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <random>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

using namespace trackloom;
using namespace trackloom::sharing;
using trackloom::test::killsOr;

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;
using Microseconds = std::chrono::microseconds;

constexpr SealCost cheap{1, 8};

Plan versionOf(const Plan& before, const std::string& title) {
  Element root = before.root();
  root.set(key::title, Text(title));
  root.set(key::context, Text(std::string(60'000, 'c') + "canary"));
  return xml::withRevision(before, before.with(std::move(root)));
}

/// A folder with an open plan, what this machine remembers of it, and its sealed twin; and children that work on them
/// until they are killed.
class KilledSeals {
 public:
  KilledSeals() {
    std::string pattern = (fs::temp_directory_path() / "trackloom-killed-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()));
    folder_ = pattern;
    setUp();
    const auto begin = Clock::now();
    work();
    whole_ = std::chrono::duration_cast<Microseconds>(Clock::now() - begin);
  }
  ~KilledSeals() { fs::remove_all(folder_); }

  void killOne() { killAfter(Microseconds(random_() % static_cast<std::uint64_t>(whole_.count()))); }
  void killAfter(Microseconds time) {
    setUp();
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        work();
      } catch (...) {
        ::_exit(1);
      }
      ::_exit(0);
    }
    REQUIRE(child > 0);
    std::this_thread::sleep_for(time);
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    killed_ += WIFSIGNALED(status);
    requireNothingLost();
  }
  int killed() const { return killed_; }
  /// How often the plan was gone and stood in its sealed file only.
  int erased() const { return erased_; }

 private:
  void setUp() {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    files_.create(plan(), xml::write(second_), nullptr);
    files_.create(kept(), key_.closed(xml::write(first_)), nullptr);
  }

  /// Seals the plan for travel; saves another sealed plan, keeps its unsaved work and a version of it.
  void work() {
    sealInto(files_, sealed(), xml::write(second_), passphrase_, cheap);
    saveSafely(files_, kept(), key_.closed(xml::write(second_)), std::nullopt);
    Journal(files_, folder_ + "/journal", &key_).write(kept(), xml::write(first_), std::nullopt);
    LocalHistory(files_, folder_ + "/history", &key_).keep(first_);
    LocalHistory(files_, folder_ + "/history", &key_).keep(second_);
    erasePlan(files_, plan(), second_, {folder_ + "/journal", folder_ + "/history", {}});
  }

  void requireNothingLost() {
    const bool open = fs::exists(plan()) && files_.read(plan()) == xml::write(second_);
    if (fs::exists(sealed())) {
      const auto unsealed = unseal(files_.read(sealed()), passphrase_);
      REQUIRE(unsealed);
      REQUIRE(unsealed->content == xml::write(second_));
    } else {
      REQUIRE(open);
    }
    erased_ += !fs::exists(plan());
    const auto saved = key_.opened(files_.read(kept()));
    REQUIRE((saved == xml::write(first_) || saved == xml::write(second_)));
    const auto aside = Journal(files_, folder_ + "/journal", &key_).find(kept());
    REQUIRE((!aside || (!aside->problem && aside->content == xml::write(first_))));
    for (const KeptVersion& version : LocalHistory(files_, folder_ + "/history", &key_).versions(second_))
      REQUIRE(LocalHistory(files_, folder_ + "/history", &key_).find(version.revision));
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
      if (!entry.is_regular_file() || entry.path() == plan()) continue;
      INFO(entry.path());
      REQUIRE(files_.read(entry.path().string()).find("canary") == std::string::npos);
    }
  }

  std::string plan() const { return folder_ + "/plan.trackloom"; }
  std::string sealed() const { return folder_ + "/plan.trackloom-sealed"; }
  std::string kept() const { return folder_ + "/kept.trackloom-sealed"; }

  DiskFiles files_;
  std::string folder_;
  const Passphrase passphrase_{std::string("salt road lantern")};
  const SealKey key_ = SealKey::fresh(passphrase_, cheap);
  const Plan first_ = versionOf(Plan(), "First");
  const Plan second_ = versionOf(first_, "Second");
  Microseconds whole_{};
  std::mt19937_64 random_{std::random_device{}()};
  int killed_ = 0;
  int erased_ = 0;
};

void killSeals(int times) {
  KilledSeals seals;
  seals.killAfter(Microseconds(0));
  for (int i = 1; i < times; ++i) seals.killOne();
  CHECK(seals.killed() > 0);
  WARN("killed " << seals.killed() << " of " << times << " times while sealing, " << seals.erased()
                 << " of them after the plan was erased");
}

}  // namespace

TEST_CASE(
    "sealing, saving, journal and history that are killed at random moments lose nothing and leave nothing open") {
  killSeals(killsOr(200));
}

TEST_CASE("many of these that are killed lose nothing and leave nothing open", "[.long]") { killSeals(killsOr(2000)); }
