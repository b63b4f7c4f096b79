#include "running.h"
#include "xml/envelope.h"

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
