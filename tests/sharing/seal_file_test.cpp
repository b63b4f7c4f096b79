#include "sharing/seal_file.h"

#include "sharing/local_history.h"
#include "sharing/traces.h"
#include "support/memory_files.h"
#include "support/sample_plans.h"
#include "xml/disk_files.h"
#include "xml/journal.h"
#include "xml/revisions.h"
#include "xml/write.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

using namespace trackloom;
using namespace trackloom::sharing;
using namespace trackloom::test;

namespace {

constexpr SealCost cheap{1, 8};
const std::string planFile = "/plans/talks.trackloom";
const std::string sealedFile = "/plans/talks.trackloom-sealed";
const TracePlaces places{"/home/me/journal", "/home/me/history", "/home/me/settings.ini"};

const Passphrase& passphrase() {
  static const Passphrase words("salt road lantern");
  return words;
}

Plan titled(const std::string& title) { return Plan().with(element(KindId::plan, "plan", {{"title", title}})); }
const Plan first = titled("First canary");
const Plan second = [] {
  Element root = first.root();
  root.set(key::title, Text("Second canary"));
  return xml::withRevision(first, first.with(std::move(root)));
}();
const std::string content = xml::write(second);

/// A disk with the plan, the version before it, two versions in the local history and its name among the recent ones.
MemoryFiles diskOfPlan() {
  MemoryFiles files;
  files.put(planFile, content);
  files.put(planFile + "~", xml::write(first));
  files.put("/plans/.talks.trackloom.7.tmp", content.substr(0, 100));
  files.put("/plans/others.trackloom", "<plan/>");
  LocalHistory history(files, places.history);
  history.keep(first);
  history.keep(second);
  history.keep(titled("Another plan"));
  files.put(places.settings, "language=fr\n[recent]\n0=/plans/others.trackloom\n1=" + planFile + "\n");
  files.flushFolder("/");
  return files;
}

bool opens(MemoryFiles& files) {
  if (!files.has(sealedFile)) return false;
  const auto unsealed = unseal(files.at(sealedFile), passphrase());
  return unsealed && unsealed->content == content;
}

std::size_t travel(MemoryFiles& files) {
  sealInto(files, sealedFile, content, passphrase(), cheap);
  return erasePlan(files, planFile, second, places).size();
}

/// What files of the disk hold a canary in the clear.
std::vector<std::string> plainFiles(MemoryFiles& files) {
  std::vector<std::string> plain;
  for (const std::string& path : files.paths())
    if (files.at(path).find("canary") != std::string::npos || path.ends_with(".plan")) plain.push_back(path);
  return plain;
}

}  // namespace

TEST_CASE("a plan is sealed into a file of its own, and what was there is not overwritten by mistake") {
  MemoryFiles files = diskOfPlan();
  const SealKey key = sealInto(files, sealedFile, content, passphrase(), cheap);
  CHECK(opens(files));
  CHECK(key.opened(files.at(sealedFile)) == content);
  CHECK(files.at(planFile) == content);
  CHECK_THROWS_AS(sealInto(files, planFile, content, passphrase(), cheap), Error);
  CHECK(files.at(planFile) == content);
  sealInto(files, sealedFile, content, passphrase(), cheap);  // a sealed one is replaced, and stays beside
  CHECK(opens(files));
  CHECK(key.opened(files.at(sealedFile + "~")) == content);
}

TEST_CASE("for travel all that is left of a plan is sealed, and nothing of other plans goes") {
  MemoryFiles files = diskOfPlan();
  Journal(files, places.journal).write(planFile, content, std::nullopt);
  Journal(files, places.journal).write("/plans/others.trackloom", "<plan title=\"x\"/>", std::nullopt);
  CHECK(travel(files) == 0);
  CHECK(opens(files));
  const std::vector<std::string> plain = plainFiles(files);
  REQUIRE(plain.size() == 1);
  CHECK(LocalHistory(files, places.history).versions(titled("Another plan")).size() == 1);
  CHECK(LocalHistory(files, places.history).versions(second).empty());
  CHECK(files.at(places.settings) == "language=fr\n[recent]\n0=/plans/others.trackloom\n");
  CHECK(files.has("/plans/others.trackloom"));
  CHECK(Journal(files, places.journal).list().size() == 1);
  for (const std::string& path : files.paths()) CHECK(path.find("talks.trackloom.") == std::string::npos);
}

TEST_CASE("a full disk at any step of sealing for travel loses nothing") {
  for (const Fault fault : {Fault::errorBefore, Fault::errorAfter})
    for (int step = 1;; ++step) {
      MemoryFiles files = diskOfPlan();
      files.breakAt(step, fault);
      bool failed = false;
      try {
        sealInto(files, sealedFile, content, passphrase(), cheap);
        failed = !erasePlan(files, planFile, second, places).empty();
      } catch (const Error& error) {
        CHECK_FALSE(plainText(error.message()).empty());
        failed = true;
      }
      INFO("fault " << static_cast<int>(fault) << " at step " << step);
      const bool over = files.steps() < step;
      files.breakAt(0, fault);
      REQUIRE((opens(files) || files.at(planFile) == content));
      if (over) {
        CHECK_FALSE(failed);
        CHECK(step > 20);
        break;
      }
    }
}

TEST_CASE("a power cut at any step of sealing for travel leaves the plan or the sealed plan, whole") {
  for (int step = 1;; ++step) {
    MemoryFiles files = diskOfPlan();
    files.breakAt(step, Fault::powerCut);
    bool cut = false;
    try {
      travel(files);
    } catch (const PowerCut&) {
      cut = true;
    }
    for (std::size_t kept = 0; kept <= files.unflushedNames(); ++kept)
      for (const Unflushed unflushed : {Unflushed::kept, Unflushed::lost, Unflushed::torn}) {
        MemoryFiles after = files.restarted(kept, unflushed);
        INFO("cut at step " << step << ", " << kept << " names kept");
        REQUIRE((opens(after) || (after.has(planFile) && after.at(planFile) == content)));
      }
    if (!cut) break;
  }
}

TEST_CASE("work that was never saved is noticed before anything is erased") {
  MemoryFiles files = diskOfPlan();
  CHECK_FALSE(hasUnsavedWork(files, planFile, second, places));
  Journal journal(files, places.journal);
  journal.write(planFile, content, std::nullopt);
  CHECK_FALSE(hasUnsavedWork(files, planFile, second, places));
  journal.write(planFile, xml::write(first), std::nullopt);
  CHECK(hasUnsavedWork(files, planFile, second, places));
  CHECK_FALSE(hasUnsavedWork(files, planFile, second, {}));
}

TEST_CASE("a plan goes from the list of recent ones, whatever its name, and nothing else does") {
  const std::string settings =
      "[recent]\n0=/a.trackloom\n1=\" /b \\\"c\\\" \\\\.trackloom\"\n[other]\n0=/a.trackloom\nx=1";
  CHECK(withoutRecent(settings, "/a.trackloom") ==
        "[recent]\n1=\" /b \\\"c\\\" \\\\.trackloom\"\n[other]\n0=/a.trackloom\nx=1");
  CHECK(withoutRecent(settings, " /b \"c\" \\.trackloom") == "[recent]\n0=/a.trackloom\n[other]\n0=/a.trackloom\nx=1");
  CHECK(withoutRecent(settings, "/c.trackloom") == settings);
  CHECK(withoutRecent("", "/a").empty());
  CHECK(withoutRecent("recent/0=/a\r\n[recent]\r\n0=/a\r\n", "/a") == "recent/0=/a\r\n[recent]\r\n");
}

TEST_CASE("a plan in a folder that cannot be written to stays as it is, with a sentence") {
  std::string folder = (std::filesystem::temp_directory_path() / "trackloom-read-only-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()));
  const std::string plan = folder + "/plan.trackloom";
  std::ofstream(plan, std::ios::binary) << content;
  ::chmod(plan.c_str(), 0644);
  ::chmod(folder.c_str(), 0555);
  const bool root = ::geteuid() == 0 && ::seteuid(65534) == 0;  // the super-user may write anywhere
  DiskFiles files;
  CHECK_THROWS_WITH(sealInto(files, plan + "-sealed", content, passphrase(), cheap),
                    "You are not allowed to write in the folder " + folder + ".");
  const auto left = erasePlan(files, plan, second, {});
  CHECK(left.size() == 1);
  if (root && ::seteuid(0) != 0) std::abort();
  CHECK(files.read(plan) == content);
  ::chmod(folder.c_str(), 0700);
  std::filesystem::remove_all(folder);
}
