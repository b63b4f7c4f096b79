#include "desktop/running.h"
#include "desktop/text.h"
#include "sharing/local_history.h"
#include "xml/revisions.h"
#include "xml/write.h"

#include <algorithm>
#include <array>
#include <set>

#include <catch2/catch.hpp>
#include <wx/listbox.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

ElementId id(const char* text) { return *ElementId::parse(text); }

std::string withTitle(const std::string& from, const std::string& to, const char* element, const char* title) {
  const Plan before = *xml::read(contents(from)).plan;
  const Plan after = apply(before, setField(before, id(element), "title", Text(title)));
  DiskFiles files;
  replaceSafely(files, to, xml::write(xml::withRevision(before, after)));
  return to;
}

}  // namespace

TEST_CASE("two people's copies become one, and what both changed is asked") {
  Running running;
  const std::string base = running.example("libya-2018");
  const Plan plan = *xml::read(contents(base)).plan;
  const ElementId first = plan.all(KindId::activity)[0]->id();
  const ElementId second = plan.all(KindId::activity)[1]->id();
  const std::string theirs = withTitle(base, running.path("theirs.trackloom"), first.str().c_str(), "Their title");
  withTitle(theirs, theirs, second.str().c_str(), "Their second title");
  running.openPlan(base);
  running.frame().perform(setField(running.open().plan(), first, "title", Text("My title")));
  const std::string mine = xml::write(running.open().plan());
  SECTION("nothing is brought in if the question is left") {
    running.answers().answers = {theirs, "Choose the file …", base, "Bring in nothing"};
    running.act("bring-in");
    CHECK(xml::write(running.open().plan()) == mine);
  }
  SECTION("answered, both are in it, and it can be undone") {
    running.answers().answers = {theirs, "Choose the file …", base, "Take “Their title”"};
    running.act("bring-in");
    INFO(running.answers().asked.back());
    CHECK(running.open().plan().find(first)->title() == "Their title");
    CHECK(running.open().plan().find(second)->title() == "Their second title");
    CHECK_FALSE(running.work().changes().groups().empty());
    running.act("undo");
    CHECK(xml::write(running.open().plan()) == mine);
  }
}

TEST_CASE("a version that somebody took between two saves of one session is brought in without being looked for") {
  Running running;
  const std::string ours = running.example("libya-2018");
  running.openPlan(ours);
  const auto saved = [&](const char* title) {
    running.frame().perform(setField(running.open().plan(), running.open().plan().root().id(), "title", Text(title)));
    running.act("save");
  };
  const ElementId first = running.open().plan().all(KindId::activity)[0]->id();
  saved("One");
  saved("Two");
  const std::string theirs = withTitle(ours, running.path("theirs.trackloom"), first.str().c_str(), "Their title");
  saved("Three");
  running.answers().answers = {theirs};
  running.act("bring-in");
  CHECK(running.answers().asked.size() == 1);
  CHECK(running.open().plan().find(first)->title() == "Their title");
  CHECK(running.open().plan().root().title() == "Three");
  running.act("save");
  const Texts states = xml::pastOf(*xml::read(contents(ours)).plan);
  CHECK(std::set(states.begin(), states.end()).size() == states.size());
  CHECK(states.size() == 6);
}

TEST_CASE("the version that a plan was opened in is kept when it is saved, where versions are kept") {
  Running running;
  const std::string ours = running.example("libya-2018");
  DiskFiles files;
  sharing::LocalHistory history(files, running.path("data/history"));
  const Plan opened = *xml::read(contents(ours)).plan;
  const ElementId first = opened.all(KindId::activity)[0]->id();
  const auto saved = [&](const Edit& edit) {
    running.openPlan(ours);
    running.frame().perform(edit);
    running.act("save");
  };
  const Edit edit = setField(opened, opened.root().id(), "title", Text("Ours"));
  SECTION("so that a first copy is brought in without being asked for") {
    const std::string theirs = withTitle(ours, running.path("theirs.trackloom"), first.str().c_str(), "Their title");
    const std::int64_t written = files.state(ours)->modified;
    saved(edit);
    running.answers().answers = {theirs};
    running.act("bring-in");
    CHECK(running.answers().asked.size() == 1);
    CHECK(running.open().plan().find(first)->title() == "Their title");
    const auto versions = history.versions(*xml::read(contents(ours)).plan);
    REQUIRE(versions.size() == 2);
    CHECK(versions[1].revision == xml::revisionOf(opened));
    CHECK(versions[1].kept == written);
  }
  SECTION("but not while nothing is kept") {
    history.turnOff();
    saved(edit);
    CHECK_FALSE(history.find(xml::revisionOf(opened)));
  }
  SECTION("nor where it holds something for the core team, unless somebody says so") {
    const Plan secret = apply(opened, setField(opened, first, "classification",
                                               Choice{static_cast<std::uint16_t>(Classification::core), {}}));
    replaceSafely(files, ours, xml::write(secret));
    saved(edit);
    CHECK(running.answers().asked.empty());
    CHECK_FALSE(history.find(xml::revisionOf(secret)));
    const Plan second = running.open().plan();
    running.answers().answers = {"Keep versions"};
    running.act("earlier");
    running.openPlan(ours);
    running.frame().perform(setField(running.open().plan(), first, "title", Text("Other")));
    running.act("save");
    CHECK(history.find(xml::revisionOf(second)));
  }
}

TEST_CASE("nothing is brought in over a version of another plan") {
  Running running;
  const std::string ours = running.example("libya-2018");
  const ElementId first = xml::read(contents(ours)).plan->all(KindId::activity)[0]->id();
  const std::string theirs = withTitle(ours, running.path("theirs.trackloom"), first.str().c_str(), "Their title");
  DiskFiles files;
  replaceSafely(files, theirs, xml::write(xml::withoutRevisions(*xml::read(contents(theirs)).plan)));
  running.openPlan(ours);
  const std::string mine = xml::write(running.open().plan());
  running.answers().answers = {theirs, "Choose the file …", running.example("tunisia-2013")};
  running.act("bring-in");
  CHECK(xml::write(running.open().plan()) == mine);
  CHECK(running.answers().asked.size() == 3);  // for three files; nothing about what is in them
}

TEST_CASE("a copy for the public holds nothing of the team's, and is noted") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.answers().answers = {"Public", "Save the copy …", running.path("copy.trackloom"), "The donor"};
  running.act("copy-for");
  REQUIRE(running.answers().told.size() == 1);
  const xml::Reading copy = xml::read(contents(running.path("copy.trackloom")));
  REQUIRE(copy.plan);
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : copy.plan->all(kind.id)) {
      CHECK(classificationOf(*element) == Classification::open);
      CHECK((kind.id == KindId::plan || !running.open().plan().find(element->id())));  // ids are others
    }
  REQUIRE(running.open().plan().all(KindId::copy).size() == 1);
  CHECK(running.open().plan().all(KindId::copy)[0]->text(Key<Text>{"recipient"}) == "The donor");
}

TEST_CASE("the report of a copy can be read without saving the copy") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.answers().answers = {"Public", "Cancel", running.path("copy.trackloom")};
  running.act("copy-for");
  CHECK(running.answers().told.size() == 1);
  CHECK(running.answers().asked.size() == 2);
  CHECK_FALSE(std::filesystem::exists(running.path("copy.trackloom")));
}

TEST_CASE("noting who received a copy ends no history unasked") {
  Running running;
  const std::string path = running.example("tunisia-2013");
  running.openPlan(path);
  DiskFiles files;
  const sharing::LocalHistory history(files, running.path("data/history"));
  const auto kept = [&] { return history.versions(*xml::read(contents(path)).plan).size(); };
  const auto saved = [&](const char* title) {
    running.frame().perform(setField(running.open().plan(), id("R2"), "title", Text(title)));
    running.act("save");
    return kept();
  };
  const std::size_t before = saved("First");
  REQUIRE(before > 0);
  const auto note = [&](const char* decision) {
    running.answers().answers = {"Public", "Save the copy …", running.path("copy.trackloom"), "The donor", decision};
    running.act("copy-for");
    CHECK(running.answers().asked.back().find("only the core team may see: Copies.") != std::string::npos);
    running.answers().asked.clear();
  };
  const auto versionsAsk = [&](const char* choice, const char* decision) {
    running.answers().answers = {choice, decision};
    running.act("earlier");
  };
  SECTION("kept, if the user says so, and asked once") {
    note("Keep versions");
    CHECK(saved("Second") > before);
    CHECK(running.answers().asked.empty());
  }
  SECTION("not kept, if the user says so, until they say otherwise") {
    note("Keep none");
    CHECK(saved("Second") == before);
    CHECK(running.answers().asked.empty());
    versionsAsk("None is kept any more", "Keep versions");
    CHECK(kept() > before);
  }
  SECTION("asked again at the next save, if it is left open") {
    note("Decide later");
    running.answers().answers = {"Keep versions"};
    CHECK(saved("Second") > before);
    CHECK(running.answers().asked.size() == 1);
  }
}

TEST_CASE("among earlier versions the one that the file holds is marked") {
  Running running;
  running.openPlan(running.example("libya-2018"));
  const auto retitle = [&](const char* title) {
    running.frame().perform(setField(running.open().plan(), running.open().plan().root().id(), "title", Text(title)));
  };
  retitle("Saved");
  running.act("save");
  retitle("Not saved");
  running.answers().answers = {"as the plan was saved last"};
  running.act("earlier");
  CHECK(running.open().plan().root().title() == "Saved");
  running.answers().answers = {"as the plan is now"};
  running.act("earlier");
  CHECK(running.open().plan().root().title() == "Saved");
  CHECK(running.open().document().history().undoSteps() == 3);  // to be as it is now is no step
}

TEST_CASE("one goes back and forth in what was done") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  const std::string before = xml::write(running.open().plan());
  for (const char* activity : {"R2", "R3", "R4"})
    running.frame().perform(setField(running.open().plan(), id(activity), "title", Text("Other")));
  HistoryPane& history = running.work().history();
  REQUIRE(history.list().GetCount() == 4);
  CHECK(history.list().GetSelection() == 3);
  history.list().SetSelection(0);
  history.goToChosen();
  CHECK(xml::write(running.open().plan()) == before);
  history.list().SetSelection(2);
  history.goToChosen();
  CHECK(running.open().plan().find(id("R3"))->title() == "Other");
  CHECK(running.open().plan().find(id("R4"))->title() != "Other");
}

TEST_CASE("what changed is told in sentences, since opening and since saving") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.frame().perform(setField(running.open().plan(), id("R2"), "title", Text("Choose a prime minister")));
  running.act("changes");
  REQUIRE(running.work().changes().groups().size() == 1);
  CHECK(running.work().changes().groups()[0].sentences[0].element == id("R2"));
  running.act("undo");
  CHECK(running.work().changes().groups().empty());
}

TEST_CASE("what the checks say otherwise than of the earlier version stands among the changes") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  Element newcomer(KindId::actor, id("newcomer"));
  newcomer.set(key::name, Text("Somebody new"));
  running.frame().perform(addElement(running.open().plan(), newcomer));
  running.act("changes");
  const auto& changes = running.work().changes();
  const auto told = [&](const char* heading) {
    return std::ranges::find(changes.groups(), heading, &sharing::ToldPart::heading);
  };
  constexpr const char* fresh = "What the checks say now and did not say before";
  while (changes.isJudging() || !running.open().findingsAreCurrent()) running.settle();
  running.settle();
  REQUIRE(told(fresh) != changes.groups().end());
  CHECK(told(fresh)->sentences.front().element == id("newcomer"));
  running.frame().perform(removeWithLinks(running.open().plan(), std::array{id("newcomer")}));
  while (!running.open().findingsAreCurrent()) running.settle();
  running.settle();
  CHECK(changes.groups().empty());
}

TEST_CASE("what changed is written as a report for readers who are chosen") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.frame().perform(setField(running.open().plan(), id("R2"), "title", Text("Choose a prime minister")));
  running.act("changes");
  for (const auto& [choice, beginning] : {std::pair{"DOCX", "PK"}, {"PDF", "%PDF"}, {"HTML", "<!DOCTYPE html>"}}) {
    const std::string path = running.path(std::string("report.") + choice);
    running.answers().answers = {"Team", choice, path};
    running.work().changes().writeReport();
    while (running.work().isWriting()) running.settle();
    running.settle();
    CHECK(contents(path).starts_with(beginning));
  }
  CHECK(contents(running.path("report.HTML")).find("Choose a prime minister") != std::string::npos);
  running.answers().answers = {"Team", "Cancel"};
  running.work().changes().writeReport();
  CHECK_FALSE(running.work().isWriting());
}

TEST_CASE("what a report of changes has to be looked at for is told where it can be read whole") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  Element somebody(KindId::actor, id("somebody"));
  somebody.set(key::name, Text("Zarqun Testperson"));
  somebody.set(key::classification, Choice{static_cast<std::uint16_t>(Classification::core), {}});
  running.frame().perform(addElement(running.open().plan(), somebody));
  running.frame().perform(setField(running.open().plan(), id("R2"), "title", Text("Lunch with Testperson")));
  running.act("changes");
  running.answers().answers = {"Team", "HTML", running.path("report.html")};
  running.work().changes().writeReport();
  while (running.work().isWriting()) running.settle();
  running.settle();
  REQUIRE(running.answers().told.size() == 1);
  CHECK(running.answers().told[0].find("Lunch with Testperson, Title: “Testperson” is masked") != std::string::npos);
}

TEST_CASE("a line that begins with an Arabic name runs as its window does") {
  Running running;
  REQUIRE(running.frame().GetLayoutDirection() != wxLayout_RightToLeft);
  const auto kept = [&](const char* text) { return typed(turnedLines(running.frame(), shown(text))); };
  CHECK(kept("First\n\n• زرقون, Title\nAli زرقون\nزرقون") == "First\n\n\u200E• زرقون, Title\nAli زرقون\n\u200Eزرقون");
}
