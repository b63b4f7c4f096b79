#include "desktop/presenters/clipping.h"
#include "desktop/presenters/findings_list.h"
#include "desktop/presenters/plan_file.h"
#include "desktop/presenters/sample.h"
#include "desktop/presenters/start.h"
#include "installation/catalogues.h"
#include "support/memory_files.h"
#include "xml/revisions.h"
#include "xml/write.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;
using trackloom::test::MemoryFiles;

namespace {

constexpr const char* path = "/plans/a.trackloom";
constexpr const char* journal = "/data/journal";

Plan renamed(const Plan& plan, const char* title) {
  return apply(plan, setField(plan, id("v1"), "title", Text(title)));
}

}  // namespace

TEST_CASE("saving what was not changed leaves the file alone") {
  MemoryFiles files;
  const std::string bytes = xml::write(smallPlan());
  files.put(path, bytes);
  PlanFile file(files, journal);
  const Opened opened = file.open(path);
  file.save(opened.plan, path);
  CHECK(files.at(path) == bytes);
  file.save(renamed(opened.plan, "Other"), path);
  CHECK(files.at(path).find("Other") != std::string::npos);
  CHECK(files.at(std::string(path) + "~") == bytes);
}

TEST_CASE("a plan that is saved again and again names all the states it was saved in") {
  MemoryFiles files;
  files.put(path, xml::write(smallPlan()));
  PlanFile file(files, journal);
  Plan plan = file.open(path).plan;
  Texts states{xml::revisionOf(plan)};
  for (const char* title : {"One", "Two", "Three", "Four"}) {
    plan = renamed(plan, title);
    file.save(plan, path);
    states.push_back(xml::revisionOf(plan));
    CHECK(xml::pastOf(*xml::read(files.at(path)).plan) == states);
  }
}

TEST_CASE("a plan never saved comes from no state that other plans come from, too") {
  MemoryFiles files;
  PlanFile file(files, journal);
  file.begin("unsaved-1");
  file.save(smallPlan(), path);
  CHECK(xml::pastOf(*xml::read(files.at(path)).plan) == Texts{xml::revisionOf(smallPlan())});
}

TEST_CASE("another person's change is noticed before saving") {
  MemoryFiles files;
  files.put(path, xml::write(smallPlan()));
  PlanFile file(files, journal);
  const Opened opened = file.open(path);
  CHECK_FALSE(file.changedByOthers());
  files.put(path, xml::write(renamed(smallPlan(), "Theirs")));
  CHECK(file.changedByOthers());
  CHECK_THROWS_AS(file.save(renamed(opened.plan, "Mine"), path), ChangedOnDisk);
  CHECK(files.at(path).find("Theirs") != std::string::npos);
  file.replaceOthers();
  file.save(renamed(opened.plan, "Mine"), path);
  CHECK(files.at(path).find("Mine") != std::string::npos);
}

TEST_CASE("unsaved work is offered after a crash, and forgotten once saved") {
  MemoryFiles files;
  files.put(path, xml::write(smallPlan()));
  {
    PlanFile file(files, journal);
    const Opened opened = file.open(path);
    file.keepAside(renamed(opened.plan, "Half typed"));
  }  // the program is gone
  PlanFile file(files, journal);
  const Opened opened = file.open(path);
  const auto left = file.leftAside();
  REQUIRE(left);
  CHECK(left->content.find("Half typed") != std::string::npos);
  CHECK(leftWork(files, journal).size() == 1);
  file.save(renamed(opened.plan, "Half typed"), path);
  CHECK(leftWork(files, journal).empty());
  PlanFile again(files, journal);
  again.open(path);
  CHECK_FALSE(again.leftAside());
}

TEST_CASE("what was tried out is kept apart from the work, and waits until somebody decides") {
  MemoryFiles files;
  files.put(path, xml::write(smallPlan()));
  {
    PlanFile file(files, journal);
    const Opened opened = file.open(path);
    file.keepTrialAside(renamed(opened.plan, "Tried"));
  }  // the program is gone
  {
    PlanFile file(files, journal);
    const Opened opened = file.open(path);
    CHECK_FALSE(file.leftAside());
    CHECK(leftWork(files, journal).empty());
    const auto tried = file.leftTrial(opened.plan);
    REQUIRE(tried);
    CHECK(tried->find(id("v1"))->title() == "Tried");
    file.forgetAside();  // the plan is left, and nobody decided
  }
  PlanFile file(files, journal);
  const Opened opened = file.open(path);
  CHECK_FALSE(file.leftTrial(renamed(opened.plan, "Tried")));  // that is no trial any more
  file.keepTrialAside(renamed(opened.plan, "Other"));
  file.save(renamed(opened.plan, "Mine"), path);
  CHECK_FALSE(file.leftTrial(opened.plan));
}

TEST_CASE("a plan that was never saved is kept aside under a name of its own") {
  MemoryFiles files;
  PlanFile file(files, journal);
  file.begin("unsaved-1");
  file.keepAside(smallPlan());
  CHECK(leftWork(files, journal).size() == 1);
  file.save(smallPlan(), path);
  CHECK(leftWork(files, journal).empty());
  CHECK(file.path() == path);
}

TEST_CASE("what is no plan is refused with its place") {
  MemoryFiles files;
  files.put(path, "<plan");
  PlanFile file(files, journal);
  CHECK_THROWS_AS(file.open(path), Error);
  CHECK_THROWS_AS(file.open("/plans/nothing.trackloom"), Error);
}

TEST_CASE("what is copied can be pasted into this plan and another") {
  const Plan plan =
      apply(smallPlan(),
            addElement(smallPlan(),
                       Element(KindId::dependency, id("d1")).set(key::linkFrom, id("v1")).set(key::linkTo, id("v2"))));
  const ElementId both[] = {id("v1"), id("v2")};
  int count = 0;
  const auto newId = [&] { return id("n" + std::to_string(++count)); };
  const Pasted here = pasted(plan, clipped(plan, both), newId);
  CHECK(here.ids.size() == 3);  // with the link between them
  const Plan after = apply(plan, here.edit);
  CHECK(after.all(KindId::activity).size() == 4);
  CHECK(after.all(KindId::dependency).size() == 2);
  CHECK(after.find(id("n1"))->refs(key::tracks).front() == id("t1"));
  const ElementId one[] = {id("v1")};
  const Pasted elsewhere = pasted(Plan(), clipped(plan, one), newId);
  REQUIRE(elsewhere.ids.size() == 1);
  CHECK_FALSE(elsewhere.edit.changes[0].after->has("tracks"));  // the other plan has no such track
  CHECK(pasted(plan, "some text", newId).ids.empty());
}

TEST_CASE("a text is replaced wherever it stands, but no id") {
  const Edit edit = replaced(smallPlan(), {"Round", "Session"});
  REQUIRE(edit.changes.size() == 1);
  CHECK(edit.changes[0].after->title() == "Session 1");
  CHECK(replaced(smallPlan(), {"v1", "x"}).changes.empty());
  CHECK(replaced(smallPlan(), {"", "x"}).changes.empty());
}

TEST_CASE("a plan that begins with a template has its texts in the user's language") {
  const Installation installation = findInstallation(TRACKLOOM_BINARY_DIR "/bin/trackloom");
  const auto arabic = installedLanguage(installation, "ar");
  REQUIRE(arabic);
  const Plan plan = firstPlan(trackloom::testing::planAsRead(R"(<track id="t1" name="Political talks" level="1"/>)"),
                              {}, Speech(*arabic), *parseDay(today));
  CHECK(plan.all(KindId::track)[0]->title() == "محادثات سياسية");
  REQUIRE(plan.root().get(key::languages));
  CHECK(*plan.root().get(key::languages) == Texts{"ar"});
}

TEST_CASE("a plan begins with who convenes it and the next meeting") {
  const Plan plan =
      firstPlan(smallPlan(), {"Dialogue", "Yemen", "Office of the envoy", "12 May 2027"}, Speech(), *parseDay(today));
  CHECK(plan.root().title() == "Dialogue");
  CHECK(plan.root().text(key::country) == "Yemen");
  REQUIRE(plan.root().refs(key::conveners).size() == 1);
  CHECK(plan.find(plan.root().refs(key::conveners)[0])->get(key::us)->on);
  CHECK(plan.all(KindId::activity).size() == 3);
  CHECK(firstPlan(smallPlan(), {}, Speech(), *parseDay(today)).all(KindId::activity).size() == 2);
}

TEST_CASE("a plan never saved is offered a file of its title") {
  const auto named = [](const char* title) {
    Plan plan;
    Element root = plan.root();
    root.set(key::title, Text(title));
    return suggestedFileName(plan.with(std::move(root)), "plan");
  };
  CHECK(named("Aden talks 2026") == "Aden talks 2026");
  CHECK(named("محادثات عدن") == "محادثات عدن");
  CHECK(named("Syria: Geneva / Astana?") == "Syria Geneva Astana");
  CHECK(named("../.hidden\n") == "hidden");
  CHECK(named(" … ") == "…");
  CHECK(named("///") == "plan");
  CHECK(named(std::string(300, 'a').c_str()).size() == 100);
}

TEST_CASE("nothing beside Arabic digits looks like another of them") {
  const auto arabic = installedLanguage(findInstallation(TRACKLOOM_BINARY_DIR "/bin/trackloom"), "ar");
  REQUIRE(arabic);
  const Speech speech(*arabic);
  OpenPlan open(smallPlan(), *parseDay(today));
  open.takeFindings({}, open.version());
  CHECK(findingsSummary(open, speech).find("·") == std::string::npos);  // as U+0660, the zero
  CHECK(speech.beside("حوار", "٧") == "حوار – ٧");
  CHECK(Speech().beside("Dialogue", "7") == "Dialogue · 7");
}

TEST_CASE("a moment is told to the minute, by the clock of the machine") {
  const char* before = std::getenv("TZ");
  const std::string zone = before ? before : "";
  setenv("TZ", "UTC-5:30", 1);
  tzset();
  CHECK(Speech().moment(0) == "1 January 1970, 05:30");
  constexpr std::int64_t evening = 20LL * 3600 * 1'000'000'000;
  CHECK(Speech().moment(evening) == "2 January 1970, 01:30");
  before ? setenv("TZ", zone.c_str(), 1) : unsetenv("TZ");
  tzset();
}
