#include "running.h"
#include "sharing/local_history.h"
#include "xml/claim.h"
#include "xml/envelope.h"
#include "xml/revisions.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

namespace fs = std::filesystem;

const std::string words = "maize lantern over the seventh bridge";

/// What is recorded of a plan that somebody would look for.
constexpr std::string_view canary = "Tunisian";

/// Does any file in a folder hold what can be read?
bool lies(const fs::path& folder, std::string_view text) {
  if (!fs::exists(folder)) return false;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && contents(entry.path().string()).find(text) != std::string::npos) return true;
  return false;
}

void changeTitle(Running& running, const std::string& title) {
  Element root = running.open().plan().root();
  root.set(key::title, title);
  running.frame().perform(
      Edit{{"Change the title", {}}, diff(running.open().plan(), running.open().plan().with(root)), {}});
  running.settle();
}

}  // namespace

TEST_CASE("a plan is sealed, and what lay open is erased") {
  Running running;
  const std::string open = running.example("tunisia-2013");
  running.openPlan(open);
  running.answers().answers = {words, running.path("tunisia.trackloom-sealed"), "Erase it all"};
  running.act("seal");
  CHECK(isSealed(contents(running.path("tunisia.trackloom-sealed"))));
  CHECK_FALSE(fs::exists(open));
  CHECK_FALSE(lies(running.path(""), canary));
  CHECK(running.frame().isSealed());

  SECTION("it is changed, saved and opened again with its passphrase only") {
    changeTitle(running, "A changed title");
    running.act("save");
    CHECK_FALSE(lies(running.path(""), "A changed title"));
    running.act("start");
    running.answers().answers = {"another one", words};
    running.frame().openPath(running.path("tunisia.trackloom-sealed"));
    running.settle();
    for (const std::string& question : running.answers().asked) UNSCOPED_INFO(question);
    REQUIRE(running.frame().hasPlan());
    CHECK(running.open().plan().root().title() == "A changed title");
    CHECK(running.answers().answers.empty());
  }
  SECTION("whoever does not know the passphrase opens nothing") {
    running.act("start");
    running.answers().answers = {"another one"};
    running.frame().openPath(running.path("tunisia.trackloom-sealed"));
    running.settle();
    CHECK_FALSE(running.frame().hasPlan());
  }
  SECTION("its seal is taken off into another file") {
    running.answers().answers = {"Save it open …", running.path("again.trackloom")};
    running.act("unseal");
    CHECK_FALSE(running.frame().isSealed());
    CHECK(contents(running.path("again.trackloom")).find(canary) != std::string::npos);
    CHECK(isSealed(contents(running.path("tunisia.trackloom-sealed"))));
  }
}

TEST_CASE("versions that another plan comes from are not sealed away from it unasked") {
  Running running;
  const std::string open = running.example("tunisia-2013");
  const std::string other = running.path("other.trackloom");
  running.openPlan(open);
  changeTitle(running, "In both plans");
  running.act("save");
  fs::copy_file(open, other);
  changeTitle(running, "In one plan");
  running.act("save");
  DiskFiles files;
  const sharing::LocalHistory history(files, running.path("data/history"));
  const auto versionsOf = [&](const std::string& plan) {
    return history.versions(*xml::read(contents(plan)).plan).size();
  };
  REQUIRE(versionsOf(open) == 3);
  const Plan sealed = *xml::read(contents(open)).plan;
  const auto seal = [&](const char* answer) {
    running.answers().answers = {words, running.path("one.trackloom-sealed"), answer};
    running.act("seal");
    CHECK(running.answers().asked.back().find("2 of the earlier versions on this machine belong to other plans, too: " +
                                              other + ".") != std::string::npos);
    CHECK(sharing::LocalHistory(files, running.path("data/history"), running.frame().file().key().get())
              .versions(sealed)
              .size() == 3);
  };
  SECTION("left to it") {
    seal("Erase all but those");
    CHECK_FALSE(fs::exists(open));
    CHECK(versionsOf(other) == 2);
    CHECK_FALSE(history.has(xml::revisionOf(sealed)));
  }
  SECTION("erased, because somebody said so") {
    seal("Erase it all");
    CHECK(versionsOf(other) == 0);
    CHECK_FALSE(fs::exists(open));
  }
  SECTION("all is left") {
    seal("Leave it");
    CHECK(versionsOf(open) == 3);
  }
}

TEST_CASE("nothing is erased while another window has the plan open") {
  Running running;
  const std::string open = running.example("tunisia-2013");
  const Claim another(running.path("data/journal"), fs::canonical(open).string());
  running.answers().answers = {"Open it here, too", words, running.path("one.trackloom-sealed"), "Erase it all"};
  running.openPlan(open);
  running.act("seal");
  REQUIRE(running.answers().told.size() == 1);
  CHECK(running.answers().told.front().find("is open in another window") != std::string::npos);
  CHECK(fs::exists(open));
}

TEST_CASE("what somebody sealed is not brought into an open plan unasked") {
  Running running;
  const std::string open = running.example("tunisia-2013");
  const std::string sealed = running.path("theirs.trackloom-sealed");
  running.openPlan(open);
  changeTitle(running, "Their title");
  running.answers().answers = {words, sealed, "Leave it"};
  running.act("seal");
  running.act("start");
  running.openPlan(open);
  REQUIRE_FALSE(running.frame().isSealed());
  const std::string before(running.open().plan().root().title());
  SECTION("left, nothing of it is in the plan") {
    running.answers().answers = {sealed, "Cancel"};
    running.act("bring-in");
    CHECK(running.open().plan().root().title() == before);
    CHECK(running.answers().answers.empty());
  }
  SECTION("openly, because somebody said so") {
    running.answers().answers = {sealed, "Bring it in openly", words};
    running.act("bring-in");
    CHECK(running.open().plan().root().title() == "Their title");
    CHECK_FALSE(running.frame().isSealed());
  }
  SECTION("into a plan that is sealed before") {
    running.answers().answers = {sealed,
                                 "Seal this plan first …",
                                 "lantern under the first bridge",
                                 running.path("ours.trackloom-sealed"),
                                 "Erase it all",
                                 words};
    running.act("bring-in");
    CHECK(running.open().plan().root().title() == "Their title");
    CHECK(running.frame().isSealed());
    CHECK_FALSE(lies(running.path(""), "Their title"));
  }
}

TEST_CASE("unsaved work on a sealed plan is sealed as well, and is offered again") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.answers().answers = {words, running.path("tunisia.trackloom-sealed"), "Erase it all"};
  running.act("seal");
  changeTitle(running, "Written but not saved");
  wxMilliSleep(2500);
  running.settle();
  CHECK_FALSE(lies(running.path(""), "Written but not saved"));
  DiskFiles files;
  const std::vector<JournalEntry> left = Journal(files, running.path("data/journal")).list();
  REQUIRE(left.size() == 1);
  CHECK(left.front().sealed);
}
