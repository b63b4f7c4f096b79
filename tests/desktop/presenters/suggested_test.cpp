#include "desktop/presenters/board.h"
#include "desktop/presenters/clipping.h"
#include "desktop/presenters/element_table.h"
#include "desktop/presenters/findings_list.h"
#include "desktop/presenters/inspector.h"
#include "desktop/presenters/keeping.h"
#include "desktop/presenters/outline.h"
#include "desktop/presenters/sample.h"
#include "desktop/presenters/start.h"
#include "desktop/presenters/steps.h"
#include "plan/suggestions.h"
#include "scene/drawings.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

Plan templatePlan(const std::string& name) {
  std::ifstream in(TRACKLOOM_SOURCE_DIR "/templates/plans/" + name + ".trackloom", std::ios::binary);
  return *xml::read(std::string{std::istreambuf_iterator<char>(in), {}}).plan;
}

/// What is shown of a plan that a template begins.
struct Begun {
  OpenPlan open;
  Speech speech;

  explicit Begun(Plan plan = templatePlan("national-dialogue")) : open(std::move(plan), *parseDay(today)) {}
  std::size_t left() const { return suggestions(open.plan()).size(); }
  bool isKept(std::string_view element) const { return !isSuggested(*open.plan().find(id(element))); }
};

const OutlineNode* find(const std::vector<OutlineNode>& nodes, const ElementId& element) {
  for (const OutlineNode& node : nodes) {
    if (node.element == element) return &node;
    if (const OutlineNode* below = find(node.children, element)) return below;
  }
  return nullptr;
}

/// Everything drawn for an element, as text.
std::string drawnFor(const scene::Scene& scene, const ElementId& element) {
  std::string text;
  for (const scene::Shape& shape : scene.shapes) {
    if (shape.element != element) continue;
    text += shape.title + '\n' + shape.description + '\n';
    if (const auto* label = std::get_if<scene::Label>(&shape.form)) text += label->text + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("a new plan keeps the marks of its template, and its own entries are its own") {
  const Speech speech;
  const Plan from = templatePlan("national-dialogue");
  const Plan plan = firstPlan(from, {"Talks", "Nowhere", "Our office", "12 June 2026"}, speech, *parseDay(today));
  CHECK(suggestions(plan) == suggestions(from));
  CHECK(keptPlan(plan).all(KindId::activity).size() == 1);
  CHECK(keptPlan(plan).all(KindId::actor).size() == 1);
}

TEST_CASE("what is done to a suggestion by hand keeps it, in one step that can be undone") {
  Begun begun;
  const std::size_t before = begun.left();
  begun.open.perform(setField(begun.open.plan(), id("closing"), "title", Text("Last day")));
  CHECK(begun.isKept("closing"));
  CHECK(begun.isKept("plenary"));
  CHECK_FALSE(begun.isKept("opening"));
  CHECK(begun.open.undo());
  CHECK(begun.left() == before);
  begun.open.tryOut();
  begun.open.perform(keepAllSuggestions(begun.open.plan()));
  CHECK(begun.left() == 0);
  begun.open.discard();
  CHECK(begun.left() == before);
  begun.open.perform(dropSuggestions(begun.open.plan()));
  CHECK(begun.left() == 0);
  CHECK(begun.open.plan().all(KindId::activity).empty());
}

TEST_CASE("what is copied or pasted from a suggestion is meant") {
  Begun begun;
  const ElementId chosen[] = {id("opening"), id("plenary")};
  const std::string text = clipped(begun.open.plan(), chosen);
  int number = 0;
  const Pasted what = pasted(begun.open.plan(), text, [&] { return id("new" + std::to_string(++number)); });
  begun.open.perform(what.edit);
  for (const ElementId& made : what.ids) CHECK_FALSE(isSuggested(*begun.open.plan().find(made)));
  CHECK_FALSE(begun.isKept("opening"));
}

TEST_CASE("the checks, the steps and the update round look at what was kept") {
  Begun begun;
  CHECK(begun.open.kept().all(KindId::activity).empty());
  CHECK(begun.open.study().all(KindId::activity).size() == 7);
  CHECK(unconfirmedSince(begun.open, *parseDay(today)).empty());
  const auto done = [&] {
    std::size_t count = 0;
    for (const Step& step : steps(begun.open, begun.speech)) count += step.done();
    return count;
  };
  const std::size_t first = done();
  begun.open.perform(keepAllSuggestions(begun.open.plan()));
  CHECK(done() > first);
  CHECK(&begun.open.kept() == &begun.open.study());
  CHECK(unconfirmedSince(begun.open, *parseDay(today)).size() == 7);
}

TEST_CASE("the line of findings never says that all is well where nothing was kept") {
  Begun begun;
  begun.open.takeFindings({}, begun.open.version());
  CHECK(findingsSummary(begun.open, begun.speech).find("Nothing has been kept yet") == 0);
  const ElementId chosen = id("opening");
  begun.open.perform(keepSuggestions(begun.open.plan(), std::span(&chosen, 1)));
  const std::string summary = findingsSummary(begun.open, begun.speech);
  CHECK(summary.find("Contradictions: 0") == 0);
  CHECK(summary.find("only suggests: ") != std::string::npos);
}

TEST_CASE("a suggestion says that it is one wherever it stands") {
  Begun begun;
  for (const OutlineOrder order : {OutlineOrder::byTrack, OutlineOrder::byActor}) {
    const auto nodes = outline(begun.open, begun.speech, order, {});
    const OutlineNode* node = find(nodes, id("opening"));
    REQUIRE(node);
    CHECK(node->suggested);
    CHECK(node->note == "suggested");
  }
  begun.open.select({id("opening")});
  const Inspected shown = inspected(begun.open, begun.speech);
  CHECK(shown.note == "suggested");
  CHECK(shown.suggestion.find("Only suggested by the template") == 0);
  for (const auto* fields : {&shown.first, &shown.more})
    for (const InspectorField& field : *fields) CHECK(field.number != key::suggested.number);
  const bool linkToo = std::ranges::any_of(
      shown.links, [](const InspectorLink& link) { return link.text.find("(suggested)") != std::string::npos; });
  CHECK(linkToo);
  const ElementTable table = elementTable(begun.open, begun.speech, {});
  CHECK(table.columns.back().heading == "Suggested");
  CHECK(table.rows.front().cells.back() == "yes");
  begun.open.perform(keepAllSuggestions(begun.open.plan()));
  CHECK(inspected(begun.open, begun.speech).suggestion.empty());
  CHECK(elementTable(begun.open, begun.speech, {}).columns.back().field != key::suggested.number);
}

TEST_CASE("boards draw suggestions pale and dotted and say so, and what is kept as before") {
  Begun begun;
  BoardPresenter board;
  board.draw(begun.open, begun.speech, 900);
  for (const checks::Item& activity : begun.open.study().all(KindId::activity)) {
    INFO(activity.id().text());
    CHECK(board.picture().boxOf(activity.id()));  // also before anything has a date
    CHECK(drawnFor(board.picture().scene(), activity.id()).find("(suggested)") != std::string::npos);
  }
  for (const char* name : {"link-map", "actor-map"}) {
    INFO(name);
    scene::DrawingOptions options = screenOptions(begun.open, begun.speech);
    const scene::Scene drawn = scene::findDrawing(name)->draw(begun.open.study(), options);
    const scene::Scene paper = scene::findDrawing(name)->draw(begun.open.kept(), options);
    const auto isPale = [](const scene::Shape& shape) { return shape.style.dash == scene::Dash::dotted; };
    if (std::string_view(name) == "link-map") CHECK(std::ranges::any_of(drawn.shapes, isPale));
    CHECK(std::ranges::none_of(paper.shapes, [](const scene::Shape& shape) {
      return !shape.element.empty() && shape.element.text() != "t1" && shape.element.text() != "t15" &&
             shape.element.text() != "t2" && shape.element.text() != "t3";
    }));
  }
  for (const scene::Shape& shape : board.picture().scene().shapes) {
    if (shape.element.empty() || begun.isKept(shape.element.text())) continue;
    const bool isText = std::holds_alternative<scene::Label>(shape.form);
    CHECK((isText || shape.style.dash == scene::Dash::dotted));
  }
  begun.open.perform(keepAllSuggestions(begun.open.plan()));
  board.draw(begun.open, begun.speech, 900);
  CHECK(drawnFor(board.picture().scene(), id("opening")).find("(suggested)") == std::string::npos);
}

TEST_CASE("moving a suggestion on the board keeps it where it is put") {
  Begun begun;
  BoardPresenter board;
  board.draw(begun.open, begun.speech, 900);
  const ElementId opening = id("opening");
  const scene::Point from = board.picture().boxOf(opening)->middle();
  const scene::Point to{board.board().xOf(board.board().dayAt(from.x) + 10) + 0.5, from.y};
  begun.open.perform(board.moved(begun.open, std::span(&opening, 1), from, to));
  CHECK(begun.isKept("opening"));
  CHECK(begun.open.plan().find(opening)->has(key::plannedStart.number));
}

TEST_CASE("what is kept of a template is dated from the next meeting, by lengths and by what waits for what") {
  Begun begun;
  CHECK(firstDayOffered(begun.open.plan(), begun.open.asOf()) == begun.open.asOf());
  Element meeting(KindId::activity, id("meeting"));
  meeting.set(key::title, Text("Next meeting")).set(key::plannedStart, Date(begun.open.asOf() + 20));
  begun.open.perform(addElement(begun.open.plan(), std::move(meeting)));
  const Day first = firstDayOffered(begun.open.plan(), begun.open.asOf());
  CHECK(first == begun.open.asOf() + 20);
  const std::vector<ElementId> all = suggestions(begun.open.plan());
  CHECK(keptWithoutDates(begun.open.plan(), all).size() == 7);
  begun.open.perform(keepFrom(begun.open.plan(), all, first));
  CHECK(begun.left() == 0);
  const auto start = [&](const char* activity) {
    return begun.open.plan().find(id(activity))->get(key::plannedStart)->first() - first;
  };
  CHECK(start("contacts") == 0);
  CHECK(start("rules") == 1);     // a day after contacts of no known length
  CHECK(start("opening") == 31);  // 30 days of rules
  CHECK(start("groups") == 32);
  CHECK(start("closing") == 92);  // 60 days of working groups
  CHECK(start("regions") == 0);   // waits for nothing
  CHECK(keptWithoutDates(begun.open.plan(), all).empty());
  begun.open.undo();
  CHECK(begun.left() == all.size());
}
