#include "scene/timeline.h"

#include "plan/random_plans.h"
#include "plan/suggestions.h"
#include "scene/drawings.h"
#include "scene/layout_checks.h"
#include "support/sample_plans.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::scene;
using trackloom::test::element;

namespace {

TimelineOptions teamView() {
  TimelineOptions options;
  options.view = View::team;
  return options;
}

Scene draw(const Plan& plan, const TimelineOptions& options = teamView()) {
  const checks::Study study(plan, asOfDay(plan).value_or(dayOf({2013, 12, 1})));
  return timeline(study, options);
}

bool has(const Shape& shape, std::string_view word) { return shape.role.find(word) != std::string::npos; }

bool isLink(const Shape& shape) { return has(shape, "transfer") || has(shape, "dependency"); }

/// How often each element stands on the page as a bar or marker: its first shape carries its title.
std::map<std::string, int> appearances(const Scene& scene) {
  std::map<std::string, int> count;
  for (const Shape& shape : scene.shapes) {
    const bool item = !shape.element.empty() && !shape.title.empty();
    if (item && !isLink(shape) && !has(shape, "lane") && !has(shape, "stall") && !has(shape, "port") &&
        !has(shape, "undated"))
      ++count[shape.element.str()];
  }
  return count;
}

std::set<std::string> elementsOf(const Scene& scene, std::string_view role) {
  std::set<std::string> ids;
  for (const Shape& shape : scene.shapes)
    if (has(shape, role)) ids.insert(shape.element.str());
  return ids;
}

std::vector<const Shape*> texts(const Scene& scene) {
  std::vector<const Shape*> found;
  for (const Shape& shape : scene.shapes)
    if (std::holds_alternative<Label>(shape.form)) found.push_back(&shape);
  return found;
}

void checkOnPage(const Scene& scene) {
  for (const Shape& shape : scene.shapes) {
    const Box box = bounds(shape);
    const bool inside =
        box.left >= -0.01 && box.right <= scene.width + 0.01 && box.top >= -0.01 && box.bottom <= scene.height + 0.01;
    if (!inside)
      FAIL(shape.role << " " << shape.element.str() << " leaves the page: " << box.left << " " << box.top << " "
                      << box.right << " " << box.bottom << " of " << scene.width << " " << scene.height);
  }
}

void checkTextsApart(const Scene& scene) {
  const auto all = texts(scene);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j)
      if (overlap(bounds(*all[i]), bounds(*all[j])))
        FAIL("“" << std::get<Label>(all[i]->form).text << "” lies on “" << std::get<Label>(all[j]->form).text << "”");
}

/// Labels beside bars lie on no other bar.
void checkLabelsBesideOtherBars(const Scene& scene) {
  for (const Shape* text : texts(scene)) {
    if (text->role != "label" || text->element.empty()) continue;
    for (const Shape& shape : scene.shapes) {
      const bool bar = has(shape, "bar actual") || has(shape, "bar forecast") || has(shape, "milestone") ||
                       has(shape, "event") || has(shape, "deadline");
      if (!bar || shape.element == text->element) continue;
      if (overlap(bounds(*text), bounds(shape)))
        FAIL("“" << std::get<Label>(text->form).text << "” lies on " << shape.role << " " << shape.element.str());
    }
  }
}

double distanceToEdge(Point p, const Box& box) {
  const double dx = std::max({box.left - p.x, 0.0, p.x - box.right});
  const double dy = std::max({box.top - p.y, 0.0, p.y - box.bottom});
  if (dx > 0 || dy > 0) return std::hypot(dx, dy);
  return std::min({p.x - box.left, box.right - p.x, p.y - box.top, box.bottom - p.y});
}

void checkMeets(const Scene& scene, Point point, const ElementId& id) {
  double nearest = 1e9;
  for (const Shape& shape : scene.shapes)
    if (shape.element == id && !isLink(shape) && !std::holds_alternative<Label>(shape.form))
      nearest = std::min(nearest, distanceToEdge(point, bounds(shape)));
  INFO("an end of an arrow at " << point.x << " " << point.y << " and " << id.str());
  CHECK(nearest < 0.5);
}

void checkArrows(const Scene& scene, const Plan& plan) {
  for (const Shape& shape : scene.shapes) {
    if (!isLink(shape)) continue;
    const Element* link = plan.find(shape.element);
    const auto& steps = std::get<Path>(shape.form).steps;
    const auto endOf = [&](const ElementId& end) { return plan.find(KindId::activity, end) ? end : shape.element; };
    checkMeets(scene, steps.front().to, endOf(link->ref(key::linkFrom)));
    checkMeets(scene, steps.back().to, endOf(link->ref(key::linkTo)));
  }
}

checks::Finding stall(std::string_view rule, std::vector<ElementId> elements, Day since) {
  checks::Finding finding;
  finding.rule = rule;
  finding.elements = std::move(elements);
  finding.message = {"stalled since {since}", {{"since", since}}};
  return finding;
}

}  // namespace

TEST_CASE("on generated plans no text lies on another or leaves the page, and arrows end at their elements") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Plan plan = test::generatedPlan(seed, 3 + seed * 2);
    for (const View view : {View::team, View::outward}) {
      INFO("seed " << seed << (view == View::team ? " team" : " outward"));
      TimelineOptions options;
      options.view = view;
      options.width = seed % 3 == 0 ? 500 : 900;
      if (seed % 4 == 0) {
        options.firstDay = dayOf({2013, 6, 1});
        options.lastDay = dayOf({2014, 5, 31});
      }
      const Scene scene = draw(plan, options);
      checkOnPage(scene);
      checkTextsApart(scene);
      checkLabelsBesideOtherBars(scene);
      checkArrows(scene, plan);
      for (const auto& [id, times] : appearances(scene)) CHECK((times == 1 || times + (id.empty() ? 1 : 0) == 1));
    }
  }
}

TEST_CASE("every dated element appears exactly once, and what has no date is listed") {
  const Plan plan = test::planOf(test::sampleElements());
  const Scene scene = draw(plan);
  const auto count = appearances(scene);
  const std::set<std::string> undated = elementsOf(scene, "undated");
  for (const KindId kind : {KindId::activity, KindId::agreement, KindId::deadline, KindId::event})
    for (const ElementPtr& each : plan.all(kind)) {
      INFO(each->id().str());
      if (each->id() == "e02"_id)
        CHECK(undated.contains("e02"));
      else if (each->id() == "v3"_id)
        CHECK(!count.contains("v3"));  // told of a later day: not known yet
      else
        CHECK(count.at(each->id().str()) == 1);
    }
  CHECK(elementsOf(scene, "transfer").size() == 5);
  CHECK(elementsOf(scene, "dependency").size() == 5);
  CHECK(std::any_of(scene.shapes.begin(), scene.shapes.end(), [](const Shape& shape) {
    const auto* label = std::get_if<Label>(&shape.form);
    return label && label->text.find("not known on this day and are not shown: 1.") != std::string::npos;
  }));
}

TEST_CASE("of plans with random content in every field everything dated is drawn or listed") {
  testing::Random random(5);
  for (int round = 0; round < 80; ++round) {
    const Plan plan = testing::randomPlan(random, 8);
    const Scene scene = draw(plan);
    checkOnPage(scene);
    checkTextsApart(scene);
    const auto count = appearances(scene);
    const auto undated = elementsOf(scene, "undated");
    const Plan kept = keptPlan(plan);
    for (const ElementPtr& activity : kept.all(KindId::activity)) {
      if (!activity->has("planned-start") && !activity->has("planned-finish")) continue;
      INFO(activity->id().str());
      CHECK(count.contains(activity->id().str()));
    }
  }
}

TEST_CASE("lanes stand in the order of their tracks, and what has no track stands last") {
  const Scene scene = draw(test::planOf(test::sampleElements()));
  std::vector<std::string> heads;
  double top = 0;
  for (const Shape& shape : scene.shapes) {
    if (shape.role != "lane-head") continue;
    heads.push_back(shape.title);
    CHECK(bounds(shape).top > top);
    top = bounds(shape).top;
  }
  CHECK(heads == std::vector<std::string>{"Across the tracks", "Formal talks", "Leaders in private",
                                          "Civil society forum and experts", "Village dialogues", "No track yet"});
}

TEST_CASE("an activity on several tracks stands on its first and names the others") {
  const Scene scene = draw(test::planOf(test::sampleElements()));
  const auto marked = elementsOf(scene, "also-on");
  CHECK(marked == std::set<std::string>{"a04", "b02", "d03"});
  for (const Shape& shape : scene.shapes)
    if (shape.element == "a04"_id && !shape.title.empty() && has(shape, "bar"))
      CHECK(shape.description.find("Also on: Leaders in private.") != std::string::npos);
}

TEST_CASE("a drawing from right to left is the exact mirror image") {
  for (const auto& elements : {test::sampleElements(), test::arabicElements()}) {
    TimelineOptions options = teamView();
    options.findings = {stall("STALL-TRACK", {"t1"_id}, dayOf({2013, 11, 4}))};
    options.direction = Direction::leftToRight;
    const Scene left = draw(test::planOf(elements), options);
    options.direction = Direction::rightToLeft;
    const Scene right = draw(test::planOf(elements), options);
    REQUIRE(left.shapes.size() == right.shapes.size());
    REQUIRE(left.height == right.height);
    for (std::size_t i = 0; i < left.shapes.size(); ++i) {
      const Box a = bounds(left.shapes[i]);
      const Box b = bounds(right.shapes[i]);
      REQUIRE(b.left == Approx(left.width - a.right).margin(1e-6));
      REQUIRE(b.right == Approx(left.width - a.left).margin(1e-6));
      REQUIRE(b.top == a.top);
    }
  }
}

TEST_CASE("plans whose first language is written from right to left are mirrored by themselves") {
  const Scene scene = draw(test::planOf(test::arabicElements()));
  CHECK(scene.direction == Direction::rightToLeft);
  CHECK(scene.language == "ar");
  checkTextsApart(scene);
  checkOnPage(scene);
}

TEST_CASE("the drawing does not depend on the order in which a plan was made") {
  std::vector<Element> elements = test::sampleElements();
  const Scene first = draw(test::planOf(elements));
  std::mt19937 random(2);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(elements.begin(), elements.end(), random);
    const Scene again = draw(test::planOf(elements));
    REQUIRE(again.shapes.size() == first.shapes.size());
    for (std::size_t i = 0; i < first.shapes.size(); ++i) {
      REQUIRE(again.shapes[i].element == first.shapes[i].element);
      REQUIRE(again.shapes[i].role == first.shapes[i].role);
      REQUIRE(bounds(again.shapes[i]) == bounds(first.shapes[i]));
    }
  }
}

TEST_CASE("stalled spans and forecasts are for the team only") {
  TimelineOptions options = teamView();
  options.findings = {stall("STALL-TRACK", {"t1"_id, "a05"_id}, dayOf({2013, 11, 4})),
                      stall("STALL-ACT", {"a04"_id}, dayOf({2013, 11, 5}))};
  const Plan plan = test::planOf(test::sampleElements());
  const Scene team = draw(plan, options);
  CHECK(elementsOf(team, "stall") == std::set<std::string>{"a04", "t1"});
  CHECK(elementsOf(team, "forecast").contains("a06"));
  CHECK(elementsOf(team, "bar open").contains("a06") == false);
  checkTextsApart(team);
  options.view = View::outward;
  const Scene outward = draw(plan, options);
  CHECK(elementsOf(outward, "stall").empty());
  CHECK(elementsOf(outward, "forecast").empty());
  CHECK(elementsOf(outward, "bar open").empty());
  for (const Shape& shape : outward.shapes) {
    CHECK(shape.description.find("orecast") == std::string::npos);
    if (const auto* label = std::get_if<Label>(&shape.form)) CHECK(label->text.find("stalled") == std::string::npos);
  }
  CHECK(elementsOf(outward, "bar planned").contains("a06"));
}

TEST_CASE("the note above a stalled activity says what stands still, several since one day are counted") {
  const Plan plan = test::planOf(test::sampleElements());
  const auto notes = [&](const std::vector<checks::Finding>& findings) {
    TimelineOptions options = teamView();
    options.findings = findings;
    const Scene scene = draw(plan, options);
    checkTextsApart(scene);
    std::vector<std::string> found;
    for (const Shape& shape : scene.shapes)
      if (const auto* label = std::get_if<Label>(&shape.form); label && has(shape, "stall"))
        found.push_back(label->text);
    return found;
  };
  const Day since = dayOf({2013, 11, 5});
  const std::string name(plan.find("a04"_id)->title());
  CHECK(notes({stall("STALL-ACT", {"a04"_id}, since)}) == std::vector{name + ": stalled since 2013-11-05"});
  CHECK(notes({stall("STALL-TRACK", {"t1"_id}, since)}) == std::vector<std::string>{"stalled since 2013-11-05"});
  CHECK(notes({stall("STALL-ACT", {"a04"_id}, since), stall("STALL-ACT", {"a05"_id}, since)}) ==
        std::vector<std::string>{"2 activities: stalled since 2013-11-05"});
}

TEST_CASE("a stalled span runs from the day the finding names to the as-of day") {
  TimelineOptions options = teamView();
  options.findings = {stall("STALL-TRACK", {"t1"_id}, dayOf({2013, 10, 1}))};
  const Scene early = draw(test::planOf(test::sampleElements()), options);
  options.findings = {stall("STALL-TRACK", {"t1"_id}, dayOf({2013, 11, 4}))};
  const Scene late = draw(test::planOf(test::sampleElements()), options);
  const auto span = [](const Scene& scene) {
    for (const Shape& shape : scene.shapes)
      if (shape.role == "stall") return bounds(shape);
    return Box{};
  };
  CHECK(span(early).left < span(late).left);
  CHECK(span(early).right == span(late).right);
}

TEST_CASE("what waits behind a political precondition has no forecast, only a day it cannot begin before") {
  const Scene scene = draw(test::planOf({
      element(KindId::plan, "plan", {{"as-of", "2013-12-01"}}),
      element(KindId::activity, "one", {{"title", "One"}, {"planned-start", "2014-01-01"}, {"duration", "10"}}),
      element(KindId::activity, "two", {{"title", "Two"}, {"planned-start", "2014-01-20"}, {"duration", "10"}}),
      element(KindId::dependency, "link", {{"from", "one"}, {"to", "two"}, {"nature", "political"}}),
  }));
  CHECK(elementsOf(scene, "bar open") == std::set<std::string>{"two"});
  CHECK(elementsOf(scene, "bar forecast") == std::set<std::string>{"one"});
}

TEST_CASE("deadlines say whether they were met") {
  const Scene scene = draw(test::planOf(test::sampleElements()));
  CHECK(elementsOf(scene, "deadline missed") == std::set<std::string>{"l1"});
  CHECK(elementsOf(scene, "deadline met") == std::set<std::string>{"l2"});
  CHECK(elementsOf(scene, "deadline open") == std::set<std::string>{"l3"});
}

TEST_CASE(
    "what waits for something stopped, or for what has no day, has no bar of a forecast and no deadline on a day") {
  const Scene scene = draw(test::planOf({
      element(KindId::plan, "plan", {{"as-of", "2013-12-01"}}),
      element(KindId::activity, "a", {{"title", "Name"}, {"status", "suspended"}, {"planned-finish", "2013-11-01"}}),
      element(KindId::activity, "b", {{"title", "Cabinet"}, {"status", "planned"}, {"start", "2014-01-10"}}),
      element(KindId::activity, "c", {{"title", "Overdue"}, {"planned-finish", "2013-11-10"}}),
      element(KindId::activity, "d", {{"title", "After it"}}),
      element(KindId::dependency, "x", {{"from", "a"}, {"to", "b"}}),
      element(KindId::dependency, "y", {{"from", "c"}, {"to", "d"}}),
      element(KindId::deadline, "l", {{"title", "By then"}, {"of", "b"}, {"anchor", "a"}, {"offset", "14"}}),
      element(KindId::deadline, "m", {{"title", "Or then"}, {"of", "d"}, {"date", "2013-12-20"}}),
  }));
  CHECK(elementsOf(scene, "bar forecast").empty());
  CHECK(elementsOf(scene, "bar open").empty());
  CHECK(elementsOf(scene, "deadline open") == std::set<std::string>{"m"});
  for (const char* id : {"b", "d", "l"}) CHECK(elementsOf(scene, "undated").contains(id));
  for (const Shape& shape : scene.shapes)
    if (shape.role == "deadline open")
      CHECK(shape.description == "The deadline is still ahead; whether it can be met cannot be told.");
}

TEST_CASE("plans with nothing, or with one thing, still give a page") {
  const Scene empty = draw(Plan());
  CHECK(empty.shapes.size() == 2);
  checkOnPage(empty);
  checkTextsApart(empty);
  const Scene one =
      draw(test::planOf({element(KindId::activity, "a", {{"title", "Only one"}, {"planned-start", "2013"}})}));
  CHECK(appearances(one).at("a") == 1);
  checkOnPage(one);
  const Scene tracksOnly = draw(test::planOf({element(KindId::track, "t", {{"name", "Track"}})}));
  checkOnPage(tracksOnly);
}

TEST_CASE("dates thousands of years apart, hostile options and hostile names do no harm") {
  const std::string hostile = std::string("\u202E<script>]]>&\"'") + std::string(10000, 'x') + "\n\x01";
  const Plan plan = test::planOf({
      element(KindId::track, "t", {{"name", hostile}}),
      element(KindId::activity, "a",
              {{"title", hostile}, {"tracks", "t"}, {"planned-start", "0001-01-01"}, {"planned-finish", "0001-02-01"}}),
      element(KindId::activity, "b", {{"title", hostile}, {"tracks", "t"}, {"planned-start", "9999-12-31"}}),
      element(KindId::deadline, "c", {{"title", hostile}, {"of", "b"}, {"anchor", "b"}, {"offset", "36525"}}),
      element(KindId::event, "d", {{"title", hostile}, {"date", "1950~"}}),
  });
  for (const double width : {900.0, -1.0, 0.0, 1e300, std::nan("")}) {
    TimelineOptions options = teamView();
    options.width = width;
    const Scene scene = draw(plan, options);
    checkOnPage(scene);
    checkTextsApart(scene);
    CHECK(appearances(scene).size() == 4);
  }
  TimelineOptions backwards = teamView();
  backwards.firstDay = dayOf({2014, 1, 1});
  backwards.lastDay = dayOf({2013, 1, 1});
  checkOnPage(draw(plan, backwards));
}

TEST_CASE("ten thousand activities stay on the page, each once") {
  const Plan plan = test::generatedPlan(99, 10000);
  const Scene scene = draw(plan);
  checkOnPage(scene);
  std::size_t activities = 0;
  for (const auto& [id, times] : appearances(scene)) {
    CHECK(times == 1);
    activities += id[0] == 'a';
  }
  CHECK(activities > 8000);
}

TEST_CASE("a period shows what falls into it") {
  TimelineOptions options = teamView();
  options.firstDay = dayOf({2013, 9, 1});
  options.lastDay = dayOf({2013, 9, 30});
  const auto count = appearances(draw(test::planOf(test::sampleElements()), options));
  CHECK(count.contains("b02"));
  CHECK(count.contains("d01"));
  CHECK(count.contains("g2"));
  CHECK_FALSE(count.contains("a01"));
  CHECK_FALSE(count.contains("a07"));
}

TEST_CASE("what is cut at the edge of the period has a torn edge there, and the subtitle names the period") {
  const Plan plan = test::planOf({
      element(KindId::plan, "plan", {{"as-of", "2013-12-01"}}),
      element(KindId::track, "t1", {{"name", "Official"}}),
      element(KindId::activity, "long", {{"title", "Long"}, {"tracks", "t1"}, {"start", "2013-01-01"}}),
      element(KindId::activity, "short",
              {{"title", "Short"}, {"tracks", "t1"}, {"start", "2013-11-05"}, {"finish", "2013-11-20"}}),
      element(KindId::activity, "late",
              {{"title", "Late"}, {"tracks", "t1"}, {"planned-start", "2013-11-25"}, {"planned-finish", "2014-03-01"}}),
  });
  TimelineOptions options = teamView();
  options.findings = {stall("STALL-TRACK", {"t1"_id}, dayOf({2013, 10, 1}))};
  options.firstDay = dayOf({2013, 11, 1});
  options.lastDay = dayOf({2013, 12, 15});
  const Scene scene = draw(plan, options);
  const auto isTorn = [&](std::string_view role, const ElementId& id) {
    for (const Shape& shape : scene.shapes)
      if (shape.role == role && shape.element == id) return std::holds_alternative<Path>(shape.form);
    FAIL("no " << role << " of " << id.str());
    return false;
  };
  CHECK(isTorn("bar actual", "long"_id));
  CHECK_FALSE(isTorn("bar actual", "short"_id));
  CHECK(isTorn("bar planned", "late"_id));
  CHECK(isTorn("stall", "t1"_id));
  CHECK(elementsOf(scene, "stall edge").empty());
  bool said = false;
  for (const Shape* text : texts(scene))
    said = said || std::get<Label>(text->form).text.starts_with("A part only – 2013-11-01 to 2013-12-15. ");
  CHECK(said);
}

TEST_CASE(
    "a part keeps the colours of the whole, counts what leads out of it, and has no track that is not yet chosen") {
  const Plan plan = test::planOf({
      element(KindId::plan, "plan", {{"as-of", "2013-12-01"}}),
      element(KindId::track, "t1", {{"name", "Official"}, {"order", "1"}}),
      element(KindId::track, "t2", {{"name", "Village"}, {"order", "2"}}),
      element(KindId::activity, "a",
              {{"title", "A"}, {"tracks", "t1"}, {"start", "2013-11-05"}, {"finish", "2013-11-20"}}),
      element(KindId::activity, "b",
              {{"title", "B"}, {"tracks", "t2"}, {"start", "2013-10-05"}, {"finish", "2013-10-20"}}),
      element(KindId::transfer, "x", {{"from", "b"}, {"to", "a"}}),
      element(KindId::event, "e", {{"title", "E"}, {"date", "2013-11-01"}, {"about", "a b"}}),
      element(KindId::actor, "x1", {{"name", "X"}}),
      element(KindId::participation, "p", {{"who", "x1"}, {"in", "b"}}),
      element(KindId::event, "f", {{"title", "F"}, {"date", "2013-10-07"}, {"about", "a x1"}}),
  });
  TimelineOptions options = teamView();
  options.scope.tracks = {"t2"_id};
  options.part = narrowedTo(plan, options.scope);
  const Scene scene = draw(plan, options);
  bool counted = false;
  std::vector<std::string> all;
  for (const Shape* text : texts(scene)) {
    const std::string& said = std::get<Label>(text->form).text;
    all.push_back(said);
    CHECK(said != "No track yet");
    counted = counted || said.find("lead out of this part and are not drawn here: 1.") != std::string::npos;
  }
  CHECK(counted);
  CHECK(elementsOf(scene, "event") == std::set<std::string>{"e", "f"});
  CHECK(std::ranges::count(all, "Other tracks") == 1);
  for (const Shape& shape : scene.shapes)
    if (shape.role == "lane-stripe" && shape.element == "t2"_id) CHECK(shape.style.fill == laneHue(1, {}).edge);
}

TEST_CASE("a hand-over without a day leaves what goes on no later than what receives it begins") {
  const Scene scene = draw(test::planOf({
      element(KindId::plan, "plan", {{"as-of", "2013-12-01"}}),
      element(KindId::track, "t1", {{"name", "Official"}}),
      element(KindId::track, "t3", {{"name", "Village"}}),
      element(KindId::activity, "protests", {{"title", "Protests"}, {"tracks", "t3"}, {"start", "2011-01-01"}}),
      element(KindId::activity, "signing",
              {{"title", "Signing"}, {"tracks", "t1"}, {"start", "2011-11-23"}, {"finish", "2011-11-23"}}),
      element(KindId::activity, "online", {{"title", "Online"}, {"tracks", "t3"}, {"start", "2013-06-01"}}),
      element(KindId::transfer, "x", {{"from", "protests"}, {"to", "signing"}, {"status", "delivered"}}),
      element(KindId::transfer, "y", {{"from", "online"}, {"to", "signing"}, {"delivered", "2013-08-01"}}),
  }));
  const auto startOf = [&](std::string_view id) {
    for (const Shape& shape : scene.shapes)
      if (has(shape, "transfer") && shape.element.str() == id) return std::get<Path>(shape.form).steps.front().to.x;
    return -1.0;
  };
  const auto box = [&](std::string_view id) {
    for (const Shape& shape : scene.shapes)
      if (has(shape, "bar actual") && shape.element.str() == id) return bounds(shape);
    return Box{};
  };
  CHECK(startOf("x") < box("signing").right + 1);
  CHECK(startOf("x") > box("protests").left);
  CHECK(startOf("y") > box("online").left);
  CHECK(startOf("y") < box("online").right - 20);
}

TEST_CASE("the drawing's own words go through the translator, names do not") {
  TimelineOptions options = teamView();
  std::vector<std::string> asked;
  options.translate = [&](std::string_view text) {
    asked.emplace_back(text);
    return text == "planned" ? std::string("geplant") : std::string(text);
  };
  const Scene scene = draw(test::planOf(test::sampleElements()), options);
  CHECK(std::find(asked.begin(), asked.end(), "as of {day}") != asked.end());
  CHECK(std::find(asked.begin(), asked.end(), "Formal talks") == asked.end());
  CHECK(std::any_of(scene.shapes.begin(), scene.shapes.end(), [](const Shape& shape) {
    const auto* label = std::get_if<Label>(&shape.form);
    return label && label->text == "geplant";
  }));
}

TEST_CASE("every drawing of the list has an id, words and a picture") {
  const Plan plan = test::planOf(test::sampleElements());
  const checks::Study study(plan, dayOf({2013, 12, 1}));
  CHECK(findDrawing("timeline") == &drawings().front());
  CHECK(findDrawing("nothing") == nullptr);
  for (const Drawing& drawing : drawings()) {
    CHECK(std::string_view(drawing.title).size() > 3);
    CHECK(std::string_view(drawing.help).size() > 10);
    CHECK_FALSE(drawing.draw(study, {}).shapes.empty());
  }
}

TEST_CASE("phases stand in a strip above the lanes, pauses go through them, overlapping ones on rows of their own") {
  using enum KindId;
  const Plan sample = test::planOf({
      element(track, "t", {{"name", "Talks"}}),
      element(activity, "a",
              {{"title", "Round"}, {"tracks", "t"}, {"planned-start", "2014-01-10"}, {"planned-finish", "2014-06-20"}}),
      element(phase, "p1", {{"title", "Preparation"}, {"planned-start", "2014-01-10"}, {"planned-finish", "2014-03"}}),
      element(phase, "p2", {{"title", "Talks proper"}, {"planned-start", "2014-03-15"}}),
      element(phase, "p3", {{"title", "Some day"}}),
      element(pause, "fast", {{"title", "Month of fasting"}, {"from", "2014-04-01"}, {"until", "2014-04-30"}}),
  });
  const checks::Study study(sample, dayOf({2014, 1, 1}));
  const Scene scene = timeline(study);
  const auto boxOf = [&](std::string_view role, std::string_view id) {
    const auto found = std::find_if(scene.shapes.begin(), scene.shapes.end(), [&](const Shape& shape) {
      return shape.role == role && shape.element.text() == id;
    });
    REQUIRE(found != scene.shapes.end());
    return bounds(*found);
  };
  const Box first = boxOf("phase", "p1"), second = boxOf("phase", "p2"), lane = boxOf("lane-head", "t");
  CHECK(first.bottom <= lane.top);
  CHECK(second.bottom <= lane.top);
  CHECK(first.top != second.top);  // they overlap in March
  const Box through = boxOf("pause", "fast");
  CHECK(through.bottom == Approx(lane.bottom));
  CHECK(boxOf("undated", "p3").top > lane.bottom);
  const auto texts = test::textsOf(scene);
  CHECK(texts.contains("Preparation"));
  CHECK(texts.contains("pause of the calendar"));
}
