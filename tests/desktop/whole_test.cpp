#include "desktop/presenters/field_text.h"
#include "desktop/running.h"
#include "xml/write.h"

#include <random>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

/// Does what somebody might do who presses everything.
class Monkey {
 public:
  Monkey(Running& running, std::uint64_t seed) : running_(running), random_(seed) {}

  void act() {
    static constexpr const char* actions[] = {
        "undo",    "redo",  "duplicate", "delete",   "add-activity", "link",    "confirm", "timeline", "people",
        "links",   "table", "papers",    "findings", "steps",        "outline", "zoom-in", "zoom-out", "fit",
        "try-out", "keep",  "discard",   "slip",     "copy",         "paste",   "add",     "replace",  "find"};
    running_.answers().answers.clear();
    for (int i = 0; i < 3; ++i) running_.answers().answers.push_back(words());
    const std::uint64_t what = random_() % 10;
    if (what < 3) select();
    if (what == 3) edit();
    if (what == 4) running_.open().lookAsOf(running_.open().asOf() + static_cast<std::int64_t>(random_() % 61) - 30);
    running_.act(actions[random_() % std::size(actions)]);
  }

 private:
  std::string words() {
    static constexpr const char* texts[] = {"a", "e", "14", "Round", "\u0627\u0644", "<&>", "", "2026-05"};
    return texts[random_() % std::size(texts)];
  }

  ElementId anything() {
    const auto kind = static_cast<KindId>(1 + random_() % (kindCount - 1));
    const auto all = running_.open().plan().all(kind);
    return all.empty() ? ElementId() : all[random_() % all.size()]->id();
  }

  void select() {
    std::vector<ElementId> ids;
    for (std::uint64_t i = 0; i < 1 + random_() % 3; ++i)
      if (const ElementId id = anything(); !id.empty()) ids.push_back(id);
    running_.open().select(std::move(ids));
  }

  void edit() {
    const ElementId ids[] = {anything()};
    const Element* element = running_.open().plan().find(ids[0]);
    if (!element) return;
    const auto& fields = element->definition().fields;
    const Field& field = fields[random_() % fields.size()];
    running_.frame().perform(setTyped(running_.open(), running_.frame().speech(), ids, {field.number, words()}));
  }

  Running& running_;
  std::mt19937_64 random_;
};

void letLoose(std::uint64_t seed, int actions) {
  Running running;
  const std::string path = running.example("tunisia-2013");
  const std::string before = contents(path);
  running.openPlan(path);
  Monkey monkey(running, seed);
  for (int i = 0; i < actions; ++i) {
    INFO("action " << i << " of seed " << seed);
    REQUIRE_NOTHROW(monkey.act());
    REQUIRE(running.frame().hasPlan());
  }
  const std::string now = xml::write(running.open().plan());
  CHECK(xml::write(*xml::read(now).plan) == now);
  if (running.open().isTryingOut()) running.act("discard");
  while (running.frame().canUndo()) running.open().undo();
  CHECK(xml::write(running.open().plan()) == before);
}

}  // namespace

TEST_CASE("every input has a name for those who hear it") {
  Running running;
  CHECK(unnamedInputs(running.frame()) == std::vector<std::string>{});
  running.openPlan(running.example("yemen-2011"));
  for (const char* tab : {"timeline", "people", "links", "table", "papers", "findings", "steps"}) running.act(tab);
  running.open().select({running.open().plan().all(KindId::activity).front()->id()});
  running.settle();
  CHECK(unnamedInputs(running.frame()) == std::vector<std::string>{});
}

TEST_CASE("somebody who presses everything leaves a plan that undoes to its beginning") { letLoose(7, 60); }

TEST_CASE("somebody who presses everything for long leaves a plan that undoes to its beginning", "[.long]") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) letLoose(seed, 250);
}

TEST_CASE("in Arabic time runs from right to left, and a double click means the day it shows") {
  Running running("ar");
  running.openPlan(running.example("yemen-2011-ar"));
  const scene::Board& board = running.work().timeline().board().board();
  REQUIRE(board.scene.direction == scene::Direction::rightToLeft);
  const std::size_t before = running.open().plan().all(KindId::activity).size();
  const Day day = running.open().asOf() + 40;
  const double x = (board.xOf(day) + board.xOf(day + 1)) / 2;
  Canvas& canvas = running.work().timeline().canvas();
  canvas.reveal({x - 1, board.lanes[1].top, x + 1, board.lanes[1].top + 4});
  running.doubleClick(canvas, canvas.toWindow({x, board.lanes[1].top + 3}));
  REQUIRE(running.open().plan().all(KindId::activity).size() == before + 1);
  REQUIRE(running.open().selected());
  CHECK(std::abs(running.open().selected()->get(key::plannedStart)->first() - day) <= 3);  // a pixel is some days here
}

TEST_CASE("in Arabic a drawing wider than its pane begins where reading does") {
  Running running("ar");
  running.openPlan(running.example("yemen-2011-ar"));
  running.act("links");
  running.settle();
  DrawingPane& links = running.work().links();
  const Canvas& canvas = links.canvas();
  REQUIRE(canvas.toWindow({0, 0}).x < -10);
  CHECK(canvas.toWindow({links.picture().scene().width, 0}).x <= canvas.GetClientSize().x + 1);
}
