#include "checks/rule.h"
#include "desktop/presenters/element_table.h"
#include "desktop/presenters/findings_list.h"
#include "desktop/presenters/inspector.h"
#include "desktop/presenters/outline.h"
#include "desktop/presenters/sample.h"
#include "desktop/presenters/steps.h"
#include "plan/error.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

TEST_CASE("the outline shows the plan by track, by actor and by issue, filtered") {
  const OpenPlan open(smallPlan(), *parseDay(today));
  const Speech speech;
  const auto byTrack = outline(open, speech, OutlineOrder::byTrack, {});
  REQUIRE(byTrack.size() == 2);
  CHECK(byTrack[0].text == "Official talks");
  REQUIRE(byTrack[0].children.size() == 1);
  CHECK(byTrack[0].children[0].text == "Round 1");
  const auto filtered = outline(open, speech, OutlineOrder::byTrack, "consult");
  REQUIRE(filtered.size() == 1);
  CHECK(filtered[0].children[0].element == id("v2"));
  const auto byActor = outline(open, speech, OutlineOrder::byActor, {});
  CHECK(byActor.size() == 3);  // two actors, and what is with nobody
  CHECK(byActor.back().text == "With nobody");
  CHECK(byActor.back().children.size() == 2);
  CHECK(outline(open, speech, OutlineOrder::byIssue, {}).size() == 2);
}

TEST_CASE("the outline has activities by their day and actors by name, whatever their ids are") {
  OpenPlan open(smallPlan(), *parseDay(today));
  const auto add = [&](Element element) { open.perform(addElement(open.plan(), std::move(element))); };
  const auto activity = [&](std::string_view named, const char* title) {
    return Element(KindId::activity, id(named)).set(key::title, Text(title)).set(key::tracks, Refs{id("t1")});
  };
  add(activity("a0", "Closing").set(key::plannedStart, *Date::parse("2026-08-01")));
  add(activity("zz", "Opening").set(key::plannedStart, *Date::parse("2026-05-01")));
  add(activity("a00", "Debrief"));
  add(Element(KindId::actor, id("z9")).set(key::name, Text("Élan")));
  const auto texts = [](const std::vector<OutlineNode>& nodes) {
    std::string all;
    for (const OutlineNode& node : nodes) all += node.text + ' ';
    return all;
  };
  CHECK(texts(outline(open, Speech(), OutlineOrder::byTrack, {}).front().children) ==
        "Opening Round 1 Closing Debrief ");
  CHECK(texts(outline(open, Speech(), OutlineOrder::byActor, {})) == "Convening office Élan Forum, the With nobody ");
}

TEST_CASE("the table sorts dates as dates, empty cells last, and is filtered") {
  OpenPlan open(smallPlan(), *parseDay(today));
  open.perform(addElement(open.plan(), Element(KindId::activity, id("v3")).set(key::title, Text("Assembly"))));
  TableView view;
  const auto columns = firstColumns(kindOf(KindId::activity));
  view.sortColumn = static_cast<std::size_t>(std::find(columns.begin(), columns.end(), FieldNumber("planned-start")) -
                                             columns.begin());
  const auto order = [&] {
    std::string ids;
    for (const TableRow& row : elementTable(open, Speech(), view).rows) ids += row.element.str() + ' ';
    return ids;
  };
  CHECK(order() == "v1 v2 v3 ");
  view.order = TableView::Order::descending;
  CHECK(order() == "v2 v1 v3 ");
  view.filter = "assem";
  CHECK(order() == "v3 ");
}

TEST_CASE("a table begins with what is asked most of a kind") {
  const auto begins = [](KindId kind) {
    std::string names;
    for (const FieldNumber field : firstColumns(kindOf(kind))) names += std::string(field.name()) + ' ';
    return names;
  };
  CHECK(begins(KindId::activity) == "title status planned-start planned-finish start finish lead tracks ");
  CHECK(begins(KindId::transfer).find("status planned delivered") != std::string::npos);
  CHECK(begins(KindId::commitment).find("due") != std::string::npos);
}

TEST_CASE("rows go to a spreadsheet and come back, changed ones in their place") {
  const OpenPlan open(smallPlan(), *parseDay(today));
  TableView view;
  view.columns = {"title", "tracks", "planned-start"};
  const std::string text = tabSeparated(elementTable(open, Speech(), view), {});
  CHECK(text ==
        "Title\tTracks\tPlanned start\nConsultation\tWomen's forum\t20 June 2026\nRound 1\tOfficial talks\t10 June "
        "2026\n");
  CHECK(pastedRows(open, Speech(), KindId::activity, text).changes.empty());
  const Edit edit = pastedRows(open, Speech(), KindId::activity,
                               "Title\tPlanned start\nRound 1\t11 June 2026\r\nRound 2\tJuly 2026\n\n");
  REQUIRE(edit.changes.size() == 2);
  const Plan after = apply(open.plan(), edit);
  CHECK(after.find(id("v1"))->get(key::plannedStart)->text() == "2026-06-11");
  CHECK(after.all(KindId::activity).size() == 3);
  CHECK_THROWS_AS(pastedRows(open, Speech(), KindId::activity, "Title\tColour\nA\tred\n"), Error);
  CHECK_THROWS_AS(pastedRows(open, Speech(), KindId::activity, "Title\nA\tB\n"), Error);
  CHECK_THROWS_AS(pastedRows(open, Speech(), KindId::activity, ""), Error);
}

TEST_CASE("the inspector shows the plan, one element, or what several have in common") {
  OpenPlan open(smallPlan(), *parseDay(today));
  const Speech speech;
  CHECK(inspected(open, speech).kind == "Plan");
  open.select({id("v1")});
  const Inspected one = inspected(open, speech);
  CHECK(one.title == "Round 1");
  REQUIRE(one.first.size() == 5);
  CHECK(one.first[0].text == "Round 1");
  CHECK(one.first[4].text == "10 June 2026");
  open.select({id("v1"), id("v2")});
  const Inspected both = inspected(open, speech);
  CHECK(both.first[0].differs);
  CHECK(both.first[0].text.empty());
  open.select({id("v1"), id("a1")});
  for (const auto& field : inspected(open, speech).more) CHECK(field.number != FieldNumber("planned-start"));
}

TEST_CASE("the inspector says under a field what is not clear in it, and what names the element") {
  OpenPlan open(smallPlan(), *parseDay(today));
  const ElementId ids[] = {id("v1")};
  open.perform(setTyped(open, Speech(), ids, {"planned-start", "after Ramadan"}));
  open.perform(setTyped(open, Speech(), ids, {"lead", "Convening office"}));
  open.select({id("v1")});
  const Inspected shown = inspected(open, Speech());
  CHECK(shown.first[4].text == "after Ramadan");
  CHECK(shown.first[4].problem.find("not understood") != std::string::npos);
  open.select({id("a1")});
  const Inspected actor = inspected(open, Speech());
  REQUIRE(actor.links.size() == 1);
  CHECK(actor.links[0].element == id("v1"));
}

TEST_CASE("the inspector says under levels of single fields which of them hides nothing") {
  OpenPlan open(smallPlan(), *parseDay(today));
  const ElementId ids[] = {id("v1")};
  open.select({id("v1")});
  const auto problem = [&](const std::string& text) {
    open.perform(setTyped(open, Speech(), ids, {"field-levels", text}));
    return inspectedField(open, Speech(), ids, *kindOf(KindId::activity).find(FieldNumber("field-levels"))).problem;
  };
  CHECK(problem("Venue:core, notes:core").empty());
  CHECK(problem("notes:core, vennue:core").starts_with("“vennue:core” in “Levels of single fields” of “Round 1”"));
}

TEST_CASE("findings are listed once, what follows below its root, what is not known apart") {
  OpenPlan open(smallPlan(), *parseDay("2026-09-01"));
  open.takeFindings(checks::check(open.study()), open.version());
  const FindingsList all = findingsList(open, Speech(), {});
  std::size_t shown = 0;
  for (const FindingLine& line : all.lines) shown += 1 + line.follows.size();
  std::size_t problems = 0;
  for (const auto& finding : open.findings())
    problems += finding.verdict == checks::Verdict::problem && !finding.accepted;
  CHECK(shown == problems);
  CHECK(problems > 0);
  FindingsFilter onTrack;
  onTrack.track = id("t2");
  CHECK(findingsList(open, Speech(), onTrack).lines.size() < all.lines.size());
  FindingsFilter searched;
  searched.search = "no such words anywhere";
  CHECK(findingsList(open, Speech(), searched).lines.empty());
  CHECK(explained(open, Speech(), open.findings().front()).size() > 40);
}

TEST_CASE("steps tell what is done and what is missing") {
  const OpenPlan open(smallPlan(), *parseDay(today));
  const auto list = steps(open, Speech());
  REQUIRE(list.size() == 9);
  CHECK(list[2].items[0].standing == StepItem::Standing::done);     // two tracks
  CHECK(list[2].items[1].standing == StepItem::Standing::missing);  // not three activities
  CHECK(list[2].done() == 2);
  CHECK(list[0].items[0].element == open.plan().root().id());
  CHECK(list[0].items[0].field == FieldNumber("context"));
}

TEST_CASE("an update round asks for what nobody confirmed, the longest first") {
  OpenPlan open(smallPlan(), *parseDay(today));
  CHECK(unconfirmedSince(open, open.asOf() - 30).size() == 2);
  open.perform(confirmed(open, id("v1")));
  CHECK(unconfirmedSince(open, open.asOf() - 30) == std::vector{id("v2")});
  CHECK(written(open, "v1", "updated") == "2026-06-01");
}
