#include "desktop/running.h"
#include "plan/suggestions.h"

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/statusbr.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

wxListBox* listNamed(wxWindow& window, const wxString& name) {
  if (auto* list = dynamic_cast<wxListBox*>(&window); list && list->GetName() == name) return list;
  for (wxWindow* child : window.GetChildren())
    if (wxListBox* found = listNamed(*child, name)) return found;
  return nullptr;
}

/// Chooses a line of a list by its text, and presses Enter.
void take(Running& running, const char* listName, const char* text) {
  wxListBox* list = listNamed(running.frame(), listName);
  REQUIRE(list);
  const int at = list->FindString(text);
  REQUIRE(at != wxNOT_FOUND);
  running.click(*list, {20, 10});
  list->SetSelection(at);
  running.key(WXK_RETURN);
}

}  // namespace

TEST_CASE("a plan begins from a template, and has a board and a next meeting at once") {
  Running running;
  running.answers().answers = {"Dialogue of the valley", "Yemen", "Office of the envoy", "12 June 2026"};
  take(running, "Begin a plan", "National dialogue");
  REQUIRE(running.frame().hasPlan());
  CHECK(running.answers().asked.size() == 4);
  const Plan& plan = running.open().plan();
  CHECK(plan.root().title() == "Dialogue of the valley");
  CHECK(plan.all(KindId::track).size() == 4);
  bool meeting = false;
  for (const ElementPtr& activity : plan.all(KindId::activity))
    if (const Date* start = activity->get(key::plannedStart)) meeting = meeting || start->text() == "2026-06-12";
  CHECK(meeting);
  CHECK(running.work().timeline().board().board().lanes.size() >= 4);

  running.answers().answers = {running.path("valley.trackloom")};
  running.act("save");
  CHECK(contents(running.path("valley.trackloom")).find("Dialogue of the valley") != std::string::npos);
}

TEST_CASE("what a template suggests is told, and kept one by one or all at once, each in one step") {
  Running running;
  running.openPlan(std::string(TRACKLOOM_SOURCE_DIR) + "/templates/plans/national-dialogue.trackloom");
  const auto left = [&] { return suggestions(running.open().plan()).size(); };
  const std::size_t all = left();
  REQUIRE(all > 10);
  CHECK(running.open().findings().empty());
  CHECK(findingsSummary(running.open(), running.frame().speech()).find("Nothing has been kept yet") == 0);
  REQUIRE(running.button("Keep them all"));
  running.frame().reveal(*ElementId::parse("opening"));
  running.settle();
  running.press("Keep it");
  CHECK(left() == all - 3);  // with the body and the phase that it names
  CHECK_FALSE(running.button("Keep it"));
  running.press("Keep them all");  // and the question when it begins is left
  CHECK(left() == all - 3);
  running.answers().answers = {"some day"};
  running.press("Keep them all");
  CHECK(left() == all - 3);
  running.answers().answers = {"1 June 2026"};
  running.press("Keep them all");
  CHECK(left() == 0);
  const auto start = [&](const char* activity) {
    const Date* date = running.open().plan().find(*ElementId::parse(activity))->get(key::plannedStart);
    return date ? date->text() : std::string();
  };
  CHECK(start("contacts") == "2026-06-01");
  CHECK(start("rules") == "2026-06-02");
  CHECK(start("groups") > start("rules"));
  CHECK(start("closing") > start("groups"));
  CHECK_FALSE(running.open().findings().empty());
  CHECK_FALSE(running.button("Keep them all"));
  running.act("undo");
  running.act("undo");
  CHECK(left() == all);
  CHECK(running.button("Keep them all"));
  running.frame().reveal(*ElementId::parse("closing"));
  running.act("keep-suggested");
  CHECK(left() == all - 3);
  CHECK(running.frame().GetStatusBar()->GetStatusText().Contains("Without dates so far: Closing plenary"));
  running.act("drop-suggested");
  CHECK(left() == 0);
  CHECK(running.open().plan().all(KindId::activity).size() == 1);
}

TEST_CASE("an example is looked at without its own file being changed") {
  Running running;
  take(running, "Look at an example", "Tunisia: national dialogue 2013–14 (historical teaching example)");
  REQUIRE(running.frame().hasPlan());
  running.frame().perform(setField(running.open().plan(), *ElementId::parse("R2"), "title", Text("Other")));
  running.answers().answers = {running.path("mine.trackloom")};
  running.act("save");  // asks where
  CHECK(running.answers().asked.back() == "Save the plan");
  CHECK(contents(running.path("mine.trackloom")).find("Other") != std::string::npos);
}

TEST_CASE("unsaved work is asked about once, and can be kept") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.frame().perform(setField(running.open().plan(), *ElementId::parse("R2"), "title", Text("Other")));
  running.answers().answers = {"Cancel"};
  running.act("start");
  REQUIRE(running.frame().hasPlan());
  running.answers().answers = {"Save"};
  running.act("start");
  CHECK_FALSE(running.frame().hasPlan());
  CHECK(contents(running.path("tunisia-2013.trackloom")).find("title=\"Other\"") != std::string::npos);
}

TEST_CASE("a plan that was never saved is taken up again with its long texts") {
  Running running;
  DiskFiles files;
  PlanFile left(files, running.path("data/journal"));
  left.begin("unsaved-one");
  Element root(KindId::plan, *ElementId::parse("p"));
  std::string story;
  for (int i = 0; i < 60; ++i) story += "Water is scarce, and two villages share one well.\n";
  root.set(key::title, Text("Talks on water")).set(Key<Text>{"context"}, story);
  left.keepAside(Plan().with(root));
  running.act("start");
  take(running, "Unsaved work to take up again", "Talks on water");
  running.settle();
  REQUIRE(running.frame().hasPlan());
  CHECK(running.open().plan().root().title() == "Talks on water");
  CHECK(running.open().real().history().modified());
}
