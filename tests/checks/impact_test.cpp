#include "checks/impact.h"

#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Study;

namespace {

std::string dependentsOf(std::string_view lines, const ElementId& id) {
  const Study study(planAsRead(lines), day("2024-06-10"));
  std::string text;
  for (const checks::Dependent& one : dependents(study, *study.find(id)))
    text += (text.empty() ? "" : " ") + one.item->id().str() + '<' + one.through->id().str();
  return text;
}

const std::string chain = together(
    {R"(<activity id="a" title="A" planned-start="2024-06-12" planned-finish="2024-06-14"/>)",
     R"(<activity id="b" title="B" planned-start="2024-06-15" duration="2"/>)", R"(<activity id="c" title="C"/>)",
     R"(<dependency id="d1" from="a" to="b"/>)", R"(<dependency id="d2" from="b" to="c"/>)"});

Day endOf(const Study& study, const ElementId& id) {
  const checks::Times& times = study.times(*study.find(id));
  return checks::lastDay(times.es, times.ef);
}

}  // namespace

TEST_CASE("What depends on an element is followed over activities, hand-overs and what names them") {
  CHECK(dependentsOf(chain, "a"_id) == "b<a c<b");
  CHECK(dependentsOf(chain, "c"_id).empty());
  CHECK(
      dependentsOf(chain + together({R"(<actor id="x" name="X"/>)", R"(<transfer id="t" from="c" to="o" carrier="x"/>)",
                                     R"(<body id="o" title="O"/>)", R"(<seat id="s" body="o"/>)"}),
                   "x"_id) == "t<x o<t s<o");
}

TEST_CASE("A loop of dependents ends") {
  CHECK(dependentsOf(chain + R"(<dependency id="d3" from="c" to="a"/>)", "a"_id) == "b<a c<b");
}

TEST_CASE("An activity that slips ends so many days later, and moves what waits for it") {
  const Study before(planAsRead(chain), day("2024-06-10"));
  const Study after(apply(before.plan(), slip(before, *before.find("a"_id), 10)), day("2024-06-10"));
  CHECK(endOf(after, "a"_id) - endOf(before, "a"_id) == 10);
  const auto shifts = dateShifts(before, after);
  REQUIRE(shifts.size() == 3);
  CHECK(isoText(shifts[1].before) == "2024-06-16");
  CHECK(isoText(shifts[1].after) == "2024-06-26");
}

TEST_CASE("What slips keeps its length: planned dates move, and nothing is written that nobody planned") {
  const std::string lines =
      together({R"(<activity id="span" title="S" planned-start="2024-06-12" planned-finish="2024-06-14"/>)",
                R"(<activity id="days" title="D" planned-start="2024-06-12" duration="5"/>)",
                R"(<activity id="open" title="O" planned-start="2024-06-12"/>)",
                R"(<activity id="end" title="E" planned-finish="2024-06-20"/>)",
                R"(<activity id="work" title="W" planned-start="2024-06-13" duration="3" day-count="working-days"/>)",
                R"(<pause id="rest" title="Rest" from="2024-06-15" until="2024-06-16"/>)"});
  const Study before(planAsRead(lines), day("2024-06-10"));
  const auto slipped = [&](const ElementId& id) {
    const Plan plan = apply(before.plan(), slip(before, *before.find(id), 10));
    const Element& now = *plan.find(id);
    std::string text;
    for (const FieldNumber field : {key::plannedStart.number, key::plannedFinish.number})
      text += (now.has(field) ? now.get(Key<Date>{field})->text() : "-") + std::string(" ");
    const Integer* days = now.get(key::duration);
    return text + (days ? std::to_string(*days) : "-");
  };
  CHECK(slipped("span"_id) == "2024-06-22 2024-06-24 -");
  CHECK(slipped("days"_id) == "2024-06-22 - 5");
  CHECK(slipped("open"_id) == "2024-06-22 - -");
  CHECK(slipped("end"_id) == "2024-06-30 2024-06-30 -");
  // Two days of rest lie in it where it is planned, none where it then comes to lie.
  CHECK(slipped("work"_id) == "2024-06-25 - 3");
}

TEST_CASE("What is open moves by its earliest day, and what opens or closes is no move") {
  const std::string open = chain + together({R"(<activity id="e" title="E" planned-start="2024-06-20" duration="2"/>)",
                                             R"(<dependency id="d3" from="a" to="e" nature="political"/>)"});
  const Study before(planAsRead(open), day("2024-06-10"));
  REQUIRE(before.times(*before.find("e"_id)).open);
  const Study after(apply(before.plan(), slip(before, *before.find("a"_id), 30)), day("2024-06-10"));
  const auto shifts = dateShifts(before, after);
  CHECK(std::ranges::any_of(shifts, [](const checks::DateShift& shift) { return shift.activity->id() == "e"_id; }));
}

TEST_CASE("A finding that nobody could tell and that now holds appears, and the question goes") {
  const std::string overdue = R"(<commitment id="k" title="K" responsible="x" due="2024-05-01")";
  const Study asked(planAsRead(overdue + "/>"), day("2024-06-10"));
  const Study known(planAsRead(overdue + R"( score="0"/>)"), day("2024-06-10"));
  const auto change = findingsChange(asked, known);
  const auto has = [](const std::vector<checks::Finding>& findings, checks::Verdict verdict) {
    return std::ranges::any_of(findings, [&](const checks::Finding& finding) {
      return finding.rule == "IMP-OVERDUE" && finding.verdict == verdict;
    });
  };
  CHECK(has(change.appear, checks::Verdict::problem));
  CHECK(has(change.go, checks::Verdict::cannotTell));
}

TEST_CASE("An activity under way takes longer, one that has ended stays") {
  const std::string going = R"(<activity id="a" title="A" start="2024-06-01" planned-finish="2024-06-20"/>)";
  const Study before(planAsRead(going), day("2024-06-10"));
  const Study after(apply(before.plan(), slip(before, *before.find("a"_id), 3)), day("2024-06-10"));
  CHECK(endOf(after, "a"_id) - endOf(before, "a"_id) == 3);
  const Study ended(planAsRead(R"(<activity id="a" title="A" start="2024-06-01" finish="2024-06-02"/>)"),
                    day("2024-06-10"));
  CHECK(apply(ended.plan(), slip(ended, *ended.find("a"_id), 3)) == ended.plan());
}

TEST_CASE("Findings that an edit brings and takes are told, not those about what is gone, nor accepted ones") {
  const std::string_view lonely = R"(<actor id="x" name="X"/>)";
  const Study with(planAsRead(lonely), day("2024-06-10"));
  const Study blank(Plan(), day("2024-06-10"));
  const auto brings = findingsChange(blank, with);
  REQUIRE(brings.appear.size() == 1);
  CHECK(brings.appear.front().rule == "ACTOR-ORPHAN");
  CHECK(brings.go.empty());
  CHECK(findingsChange(with, blank).go.empty());
  const Study busy(planAsRead(std::string(lonely) + "\n<activity id=\"a\" title=\"A\" lead=\"x\"/>"),
                   day("2024-06-10"));
  bool goes = false;
  for (const checks::Finding& finding : findingsChange(with, busy).go) goes = goes || finding.rule == "ACTOR-ORPHAN";
  CHECK(goes);
}
