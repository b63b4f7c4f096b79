#include "desktop/presenters/open_plan.h"

#include "checks/rule.h"
#include "desktop/presenters/sample.h"
#include "xml/write.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

struct Watched {
  OpenPlan open{smallPlan(), *parseDay(today)};
  std::vector<Changes> told;
  Watched() {
    open.onChange = [this](Changes changes) { told.push_back(changes); };
  }
  void rename(std::string_view element, std::string title) {
    open.perform(setField(open.plan(), id(element), "title", Text(std::move(title))));
  }
};

}  // namespace

TEST_CASE("an edit changes the plan, tells so, and is undone with the selection it was made under") {
  Watched watched;
  OpenPlan& open = watched.open;
  const std::string before = xml::write(open.plan());
  open.select({id("v1")});
  watched.rename("v1", "Round one");
  CHECK(watched.told.back().plan);
  CHECK(open.study().find(id("v1"))->element().title() == "Round one");
  open.select({id("v2")});
  CHECK(open.undo());
  CHECK(xml::write(open.plan()) == before);
  CHECK(open.selection() == std::vector{id("v1")});
  CHECK(open.redo());
  CHECK(open.selection() == std::vector{id("v2")});
  CHECK(open.plan().find(id("v1"))->title() == "Round one");
  CHECK_FALSE(open.redo());
}

TEST_CASE("what is gone is no longer chosen") {
  Watched watched;
  watched.open.select({id("v1"), id("v2"), id("nobody")});
  CHECK(watched.open.selection().size() == 2);
  const ElementId gone[] = {id("v1")};
  watched.open.perform(removeWithLinks(watched.open.plan(), gone));
  CHECK(watched.open.selection() == std::vector{id("v2")});
  CHECK(watched.told.back().selection);
}

TEST_CASE("choosing the same again tells nothing") {
  Watched watched;
  watched.open.select({id("v1")});
  const std::size_t before = watched.told.size();
  watched.open.select({id("v1")});
  CHECK(watched.told.size() == before);
}

TEST_CASE("findings of an older version do not take the place of newer ones") {
  Watched watched;
  OpenPlan& open = watched.open;
  CHECK_FALSE(open.findingsAreCurrent());
  const std::uint64_t first = open.version();
  watched.rename("v1", "Other");
  open.takeFindings(checks::check(open.study()), open.version());
  CHECK(open.findingsAreCurrent());
  const std::size_t count = open.findings().size();
  open.takeFindings({}, first);
  CHECK(open.findings().size() == count);
  CHECK(open.findingsAreCurrent());
}

TEST_CASE("what was said of something that is gone is no longer said") {
  Watched watched;
  OpenPlan& open = watched.open;
  checks::Finding finding;
  finding.elements = {id("v1")};
  checks::Finding other;
  other.elements = {id("v2")};
  open.takeFindings({finding, other}, open.version());
  const ElementId gone[] = {id("v1")};
  open.perform(removeWithLinks(open.plan(), gone));
  REQUIRE(open.findings().size() == 1);
  CHECK(open.findings()[0].elements.front() == id("v2"));
  CHECK_FALSE(open.findingsAreCurrent());
}

TEST_CASE("another day is another version, looked at anew") {
  Watched watched;
  OpenPlan& open = watched.open;
  CHECK(open.study().progress(*open.study().find(id("v1"))) == checks::Progress::notStarted);
  const std::uint64_t before = open.version();
  open.lookAsOf(*parseDay("2026-07-01"));
  CHECK(open.version() > before);
  CHECK(open.study().asOf() == *parseDay("2026-07-01"));
  CHECK(open.study().times(*open.study().find(id("v1"))).es >= parseDay("2026-07-01")->number);
}

TEST_CASE("what is tried out changes a copy until it is kept") {
  Watched watched;
  OpenPlan& open = watched.open;
  const std::string before = xml::write(open.plan());
  open.tryOut();
  const ElementId ids[] = {id("v1")};
  open.perform(moveInTime(open.plan(), ids, 14));
  CHECK(open.isTryingOut());
  CHECK(xml::write(open.real().plan()) == before);
  const auto comparison = open.comparison();
  REQUIRE(comparison);
  REQUIRE(comparison->dates.size() == 1);
  CHECK(comparison->dates.front().after - comparison->dates.front().before == 14);
  SECTION("discarded, nothing was changed") {
    open.discard();
    CHECK(xml::write(open.plan()) == before);
    CHECK_FALSE(open.real().history().modified());
  }
  SECTION("kept, it is one change that can be undone") {
    open.keep();
    CHECK(written(open, "v1", "planned-start") == "2026-06-24");
    CHECK(open.real().history().undoSteps() == 1);
    open.undo();
    CHECK(xml::write(open.plan()) == before);
  }
}

TEST_CASE("typing into one field is one step back") {
  Watched watched;
  for (const char* title : {"A", "AB", "ABC"}) {
    Edit edit = setField(watched.open.plan(), id("v1"), "title", Text(title));
    edit.mergeKey = "v1/title";
    watched.open.perform(std::move(edit));
  }
  CHECK(watched.open.document().history().undoSteps() == 1);
  watched.open.undo();
  CHECK(watched.open.plan().find(id("v1"))->title() == "Round 1");
}
