#include "desktop/running.h"
#include "desktop/text.h"
#include "desktop/tree_rows.h"
#include "xml/claim.h"
#include "xml/write.h"

#include <catch2/catch.hpp>
#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>
#include <wx/uiaction.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

constexpr const char* twoTracks = R"(<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:trackloom:plan:1" version="1" title="Two tracks" as-of="2026-06-01">
  <tracks>
    <track id="t1" name="Official talks" level="1"/>
    <track id="t2" name="Forum" level="3"/>
  </tracks>
  <activities>
    <activity id="v1" title="Round 1" tracks="t1" status="planned" planned-start="2026-06-10" planned-finish="2026-06-24"/>
    <activity id="v2" title="Consultation" tracks="t2" status="planned" planned-start="2026-07-10" planned-finish="2026-07-24"/>
    <activity id="v3" title="Round 2" tracks="t1" status="planned" planned-start="2026-08-10" planned-finish="2026-08-24"/>
    <activity id="v4" title="Assembly of the forum" tracks="t2" status="planned" planned-start="2026-08-01" planned-finish="2026-08-04"/>
  </activities>
</plan>
)";

ElementId id(const char* text) { return *ElementId::parse(text); }

std::string writtenPlan(Running& running) {
  const std::string path = running.path("two.trackloom");
  DiskFiles().create(path, xml::write(*xml::read(twoTracks).plan), nullptr);
  return path;
}

bool noticed(Running& running, std::string_view rule) {
  for (const checks::Finding& finding : running.open().findings())
    if (finding.rule == rule && !finding.accepted) return true;
  return false;
}

/// A place in a lane below everything that stands there, so many days after the as-of day.
wxPoint freePlace(Running& running, const char* track, int days) {
  const scene::Board& board = running.work().timeline().board().board();
  for (const scene::Board::Lane& lane : board.lanes)
    if (lane.track == id(track))
      return running.work().timeline().canvas().toWindow(
          {(board.xOf(running.open().asOf() + days) + board.xOf(running.open().asOf() + days + 1)) / 2,
           lane.bottom - 3});
  return {};
}

std::size_t activities(Running& running) { return running.open().plan().all(KindId::activity).size(); }

}  // namespace

TEST_CASE("activities are added by mouse and by keyboard, linked, and undone to the untouched file") {
  Running running;
  const std::string path = writtenPlan(running);
  const std::string before = contents(path);
  running.openPlan(path);
  Canvas& canvas = running.work().timeline().canvas();

  running.doubleClick(canvas, freePlace(running, "t2", 20));
  REQUIRE(activities(running) == 5);
  REQUIRE(running.open().selected());
  CHECK(running.open().selected()->refs(key::tracks).front() == id("t2"));
  CHECK(running.open().selected()->get(key::plannedStart)->text() == "2026-06-21");
  running.type("Assembly");  // the keyboard is in the title already
  running.key(WXK_RETURN);
  CHECK(running.open().selected()->title() == "Assembly");

  running.act("add-activity");
  CHECK(activities(running) == 6);
  running.act("quick-add");
  running.type("consultation women Aden 12 July 3d");
  running.key(WXK_RETURN);
  REQUIRE(activities(running) == 7);
  CHECK(running.open().selected()->title() == "consultation women Aden");
  CHECK_FALSE(running.open().selected()->has("type"));
  CHECK(running.frame().GetStatusBar()->GetStatusText().Contains("Stakeholder consultation, Public consultation"));

  running.open().select({id("v1")});
  running.answers().answers = {"Consultation", "Consultation starts after Round 1"};
  running.act("link");
  CHECK(running.open().plan().all(KindId::dependency).size() == 1);

  while (running.frame().canUndo()) running.act("undo");
  running.act("save");
  CHECK(contents(path) == before);
  while (running.frame().canRedo()) running.act("redo");
  CHECK(activities(running) == 7);
  running.act("save");
  CHECK(contents(path).find("Assembly") != std::string::npos);
}

TEST_CASE("dragging moves an activity in time and to another lane") {
  Running running;
  running.openPlan(writtenPlan(running));
  Canvas& canvas = running.work().timeline().canvas();
  const scene::Board& board = running.work().timeline().board().board();
  const double week = (board.xOf(Day{7}) - board.xOf(Day{0})) * canvas.scale();
  const wxPoint from = running.onTimeline(id("v1"));
  running.drag(canvas, from, {from.x + static_cast<int>(week + 1), from.y});
  CHECK(running.open().plan().find(id("v1"))->get(key::plannedStart)->text() == "2026-06-17");
  const wxPoint again = running.onTimeline(id("v1"));
  running.drag(canvas, again, {again.x, freePlace(running, "t2", 0).y});
  CHECK(running.open().plan().find(id("v1"))->refs(key::tracks).front() == id("t2"));
  running.act("undo");
  running.act("undo");
  CHECK(running.open().plan().find(id("v1"))->get(key::plannedStart)->text() == "2026-06-10");
}

TEST_CASE("arrows walk, control moves by a day, enter edits") {
  Running running;
  running.openPlan(writtenPlan(running));
  running.click(running.work().timeline().canvas(), running.onTimeline(id("v1")));
  REQUIRE(running.open().isSelected(id("v1")));
  running.key(WXK_RIGHT);
  CHECK_FALSE(running.open().isSelected(id("v1")));
  REQUIRE(running.open().selected());
  running.open().select({id("v2")});
  running.key(WXK_RIGHT, wxMOD_CONTROL);
  running.key(WXK_RIGHT, wxMOD_CONTROL);
  CHECK(running.open().plan().find(id("v2"))->get(key::plannedStart)->text() == "2026-07-12");
  CHECK(running.open().document().history().undoSteps() == 1);
  running.key(WXK_RETURN);
  running.type("Renamed");
  running.key(WXK_RETURN);
  CHECK(running.open().plan().find(id("v2"))->title() == "Renamed");
}

TEST_CASE("a gap is seen, closed by a hand-over, and comes back when that is undone") {
  Running running;
  running.openPlan(writtenPlan(running));
  running.act("findings");
  REQUIRE(noticed(running, "GAP-NO-LINK"));
  REQUIRE(running.work().findings().choose("GAP-NO-LINK"));
  running.open().select({id("v2")});
  running.answers().answers = {"Round 1", "Formal handover: Consultation to Round 1"};
  running.act("link");
  CHECK(running.open().plan().all(KindId::transfer).size() == 1);
  CHECK_FALSE(noticed(running, "GAP-NO-LINK"));
  running.act("undo");
  CHECK(noticed(running, "GAP-NO-LINK"));
}

TEST_CASE("a finding is accepted with a reason, or answered by what helps") {
  Running running;
  running.openPlan(writtenPlan(running));
  running.act("findings");
  REQUIRE(running.work().findings().choose("GAP-NO-LINK"));
  running.answers().answers = {"They meet every week."};
  running.work().findings().waive();
  running.settle();
  CHECK_FALSE(noticed(running, "GAP-NO-LINK"));
  CHECK(running.open().plan().all(KindId::waiver).size() == 1);
  running.act("undo");
  REQUIRE(running.work().findings().choose("GAP-NO-LINK"));
  running.work().findings().makeFollowUp();
  CHECK(running.open().plan().all(KindId::followUp).size() == 1);
}

TEST_CASE("fields stay where somebody types in them, whatever else comes to what is chosen") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.open().select({id("R2")});
  running.work().inspector().edit();
  running.settle();
  const wxWindow* typedInto = wxWindow::FindFocus();
  const auto all = running.open().plan().all(KindId::activity);
  const ElementId other = all.front()->id() == id("R2") ? all.back()->id() : all.front()->id();
  for (const char* name : {"new1", "new2"}) {
    Element link(KindId::dependency, id(name));
    link.set(key::linkFrom, id("R2"));
    link.set(key::linkTo, other);
    running.frame().perform(addElement(running.open().plan(), std::move(link)));
    running.settle();
  }
  running.frame().perform(setField(running.open().plan(), other, key::title.number, Text("Otherwise")));
  running.settle();
  CHECK(wxWindow::FindFocus() == typedInto);
}

TEST_CASE("a document and a drawing are written") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("papers");
  REQUIRE(running.work().papers().choose("timeline"));
  running.answers().answers = {running.path("timeline.pdf")};
  running.work().papers().write();
  running.settle();
  CHECK(contents(running.path("timeline.pdf")).starts_with("%PDF"));
  REQUIRE(running.work().papers().choose("process-design"));
  running.answers().answers = {running.path("design.pdf")};
  running.work().papers().write();
  running.settle();
  CHECK(contents(running.path("design.pdf")).starts_with("%PDF"));
}

TEST_CASE("the day the plan is looked at is typed, and everything follows") {
  Running running;
  running.openPlan(writtenPlan(running));
  running.act("as-of");
  running.type("1 August 2026");
  running.key(WXK_RETURN);
  CHECK(running.open().asOf() == *parseDay("2026-08-01"));
  CHECK(noticed(running, "STALL-ACT"));
  CHECK(running.frame().isSettled());
}

TEST_CASE("what is tried out is kept or discarded") {
  Running running;
  const std::string path = writtenPlan(running);
  running.openPlan(path);
  running.open().select({id("v1")});
  running.answers().answers = {"21"};
  running.act("slip");
  CHECK(running.open().isTryingOut());
  running.act("discard");
  CHECK_FALSE(running.open().isTryingOut());
  CHECK_FALSE(running.open().real().history().modified());
  running.answers().answers = {"21"};
  running.act("slip");
  running.act("keep");
  CHECK(running.open().real().history().undoSteps() == 1);
}

TEST_CASE("what follows if an actor leaves is tried out, and left again") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  const std::string before = xml::write(running.open().plan());
  running.open().select({id("quartet")});
  running.act("without");
  CHECK(running.open().isTryingOut());
  CHECK_FALSE(running.open().plan().find(id("quartet")));
  CHECK(xml::write(running.open().real().plan()) == before);
  REQUIRE(running.open().comparison());
  running.act("discard");
  CHECK(xml::write(running.open().plan()) == before);
}

TEST_CASE("the buttons in the bar of what is tried out do what they say") {
  Running running;
  running.openPlan(writtenPlan(running));
  running.open().select({id("v1")});
  for (const char* label : {"Discard what was tried out", "Keep what was tried out"}) {
    running.answers().answers = {"21"};
    running.act("slip");
    REQUIRE(running.open().isTryingOut());
    running.pressInBar(label);
    CHECK_FALSE(running.open().isTryingOut());
  }
  CHECK(running.open().real().history().undoSteps() == 1);
}

TEST_CASE("a plan that is open in another window is opened only if somebody says so") {
  Running running;
  const std::string path = writtenPlan(running);
  const Claim other(running.path("data/journal"), DiskFiles().realPath(path));
  running.answers().answers = {"Cancel"};
  running.frame().openPath(path);
  running.settle();
  CHECK_FALSE(running.frame().hasPlan());
  running.answers().answers = {"Open it here, too"};
  running.openPlan(path);
  CHECK(running.frame().hasPlan());
  CHECK(running.answers().answers.empty());
}

TEST_CASE("a long text that is being written is kept aside after a pause, in one step") {
  Running running;
  const std::string path = writtenPlan(running);
  running.openPlan(path);
  running.open().select({});
  running.settle();
  auto* text = dynamic_cast<wxTextCtrl*>(running.work().inspector().controlOf("context"));
  REQUIRE(text);
  text->SetFocus();
  running.settle();
  text->SetValue("Water is scarce ");
  wxMilliSleep(1200);
  running.settle();
  CHECK(running.open().plan().root().text(Key<Text>{"context"}).starts_with("Water is scarce"));
  CHECK(text->GetValue() == "Water is scarce ");  // nothing is taken from under the hand that writes
  text->SetValue("Water is scarce in summer.");
  wxMilliSleep(1200);
  running.settle();
  CHECK(running.open().plan().root().text(Key<Text>{"context"}) == "Water is scarce in summer.");
  CHECK(running.open().real().history().undoSteps() == 1);
  running.act("undo");
  CHECK(text->GetValue().empty());

  auto* title = dynamic_cast<wxTextCtrl*>(running.work().inspector().controlOf("title"));
  REQUIRE(title);
  const std::string before(running.open().plan().root().title());
  text->SetFocus();
  running.settle();
  text->SetValue("One well.");
  title->SetFocus();
  running.settle();
  title->SetValue("Half a ti");
  wxMilliSleep(1200);
  running.settle();
  CHECK(running.open().plan().root().title() == before);  // short fields are taken over whole
}

TEST_CASE("another's change of the file is noticed, and nothing is lost") {
  Running running;
  const std::string path = writtenPlan(running);
  running.openPlan(path);
  running.frame().perform(setField(running.open().plan(), id("v1"), "title", Text("Mine")));
  DiskFiles files;
  Plan theirs = *xml::read(contents(path)).plan;
  theirs = apply(theirs, setField(theirs, id("v1"), "title", Text("Theirs")));
  replaceSafely(files, path, xml::write(theirs));
  SECTION("decided later, both stay") {
    running.answers().answers = {"Decide later"};
    running.act("save");
    CHECK(contents(path).find("Theirs") != std::string::npos);
    CHECK(running.open().plan().find(id("v1"))->title() == "Mine");
    CHECK(running.open().real().history().modified());
  }
  SECTION("mine goes into another file") {
    running.answers().answers = {"Save mine as another file …", running.path("mine.trackloom")};
    running.act("save");
    CHECK(contents(path).find("Theirs") != std::string::npos);
    CHECK(contents(running.path("mine.trackloom")).find("Mine") != std::string::npos);
  }
  SECTION("both are brought together, what both changed is asked") {
    running.answers().answers = {"Bring both together", "Take “Theirs”"};
    running.act("save");
    INFO(running.answers().asked.back());
    CHECK(contents(path).find("Theirs") != std::string::npos);
    CHECK_FALSE(running.open().real().history().modified());
  }
  SECTION("theirs is read") {
    running.answers().answers = {"Drop mine and read theirs"};
    running.act("save");
    CHECK(running.open().plan().find(id("v1"))->title() == "Theirs");
  }
}

TEST_CASE("a file that was deleted is told as that, and what was warned of goes once the plan is saved") {
  Running running;
  const std::string path = writtenPlan(running);
  running.openPlan(path);
  running.frame().perform(setField(running.open().plan(), id("v1"), "title", Text("Mine")));
  std::filesystem::remove(path);
  SECTION("saved there again") {
    running.answers().answers = {"Save it there again"};
    running.act("save");
    CHECK(running.answers().asked.back().find("is no longer there") != std::string::npos);
    CHECK(contents(path).find("Mine") != std::string::npos);
    CHECK_FALSE(running.open().real().history().modified());
  }
  SECTION("saved as another file") {
    running.answers().answers = {"Save it as another file …", running.path("mine.trackloom")};
    running.act("save");
    CHECK(contents(running.path("mine.trackloom")).find("Mine") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK_FALSE(running.open().real().history().modified());
  }
  SECTION("decided later; what could not be written is warned of until it is") {
    running.answers().answers = {"Decide later"};
    running.act("save");
    CHECK(running.open().real().history().modified());
    running.answers().answers = {"Save it as another file …", running.path("none/mine.trackloom")};
    running.act("save");
    CHECK_FALSE(running.frame().warned().empty());
    running.answers().answers = {"Save it there again"};
    running.act("save");
    CHECK(running.frame().warned().empty());
    CHECK_FALSE(running.open().real().history().modified());
  }
}

TEST_CASE("unsaved work of a session that ended is lost only if somebody says so") {
  Running running;
  const std::string path = writtenPlan(running);
  const auto leaveWork = [&] {
    DiskFiles files;
    PlanFile file(files, running.path("data/journal"));
    const Plan plan = file.open(path).plan;
    file.keepAside(apply(plan, setField(plan, id("v1"), "title", Text("Typed before the end"))));
  };
  leaveWork();
  SECTION("escape opens nothing and keeps it") {
    running.openPlan(path);
    CHECK_FALSE(running.frame().hasPlan());
    running.answers().answers = {"Take it up"};
    running.openPlan(path);
    CHECK(running.open().plan().find(id("v1"))->title() == "Typed before the end");
    CHECK(running.open().real().history().modified());
  }
  SECTION("forgotten, it does not come back") {
    running.answers().answers = {"Forget it"};
    running.openPlan(path);
    CHECK(running.open().plan().find(id("v1"))->title() == "Round 1");
    running.act("start");
    running.openPlan(path);
    CHECK(running.answers().asked.size() == 1);
  }
  SECTION("where the file went on, that is said") {
    DiskFiles files;
    Plan theirs = *xml::read(contents(path)).plan;
    replaceSafely(files, path, xml::write(apply(theirs, setField(theirs, id("v2"), "title", Text("Theirs")))));
    running.answers().answers = {"Take it up"};
    running.openPlan(path);
    CHECK(running.answers().asked.back().find("changed since") != std::string::npos);
  }
}

TEST_CASE("what was tried out when a session ended is offered as a trial again, never as work") {
  Running running;
  const std::string path = writtenPlan(running);
  {
    DiskFiles files;
    PlanFile file(files, running.path("data/journal"));
    const Plan plan = file.open(path).plan;
    file.keepTrialAside(apply(plan, setField(plan, id("v1"), "title", Text("Only tried"))));
  }
  running.openPlan(path);  // and an escape: it waits
  CHECK_FALSE(running.open().isTryingOut());
  running.act("start");
  running.answers().answers = {"Try it out again"};
  running.openPlan(path);
  REQUIRE(running.open().isTryingOut());
  CHECK(running.open().plan().find(id("v1"))->title() == "Only tried");
  CHECK_FALSE(running.open().real().history().modified());
  running.act("discard");
  const std::size_t asked = running.answers().asked.size();
  running.act("start");
  running.openPlan(path);
  CHECK(running.answers().asked.size() == asked);
}

TEST_CASE("an empty list of findings does not say that all is well") {
  Running running;
  running.openPlan(writtenPlan(running));
  running.act("findings");
  REQUIRE(noticed(running, "GAP-NO-LINK"));
  wxDataViewCtrl& tree = running.work().findings().tree();
  for (wxWindow* child : running.work().findings().GetChildren())
    if (child->GetName() == "Filter the findings") dynamic_cast<wxTextCtrl&>(*child).SetValue("no such words");
  running.settle();
  wxDataViewItemArray rows;
  tree.GetModel()->GetChildren({}, rows);
  REQUIRE(rows.size() == 1);
  wxVariant said;
  tree.GetModel()->GetValue(said, rows[0], 1);
  CHECK(said.GetString().Contains("does not fit the filter"));
}

TEST_CASE("a file that is no plan is told in a sentence, and the open plan stays") {
  Running running;
  running.openPlan(writtenPlan(running));
  DiskFiles().create(running.path("bad.trackloom"), "<html><body>no</body>", nullptr);
  running.openPlan(running.path("bad.trackloom"));
  REQUIRE(running.frame().hasPlan());
  CHECK(running.open().plan().find(id("v1")));
}

TEST_CASE("what goes wrong with a file names it once") {
  Running running;
  const std::string gone = running.path("gone.trackloom");
  running.frame().openPath(gone);
  const std::string& warned = running.frame().warned();
  REQUIRE(warned.find(gone) != std::string::npos);
  CHECK(warned.find(gone) == warned.rfind(gone));
}

TEST_CASE("panes at the edges have their sizes again after the window was small") {
  Running running;
  running.openPlan(writtenPlan(running));
  running.act("findings");
  const auto edges = [&] {
    return wxSize(running.work().inspector().GetSize().x, running.work().findings().GetParent()->GetSize().y);
  };
  CHECK(edges() == running.frame().FromDIP(wxSize(295, 255)));
  for (const wxSize small : {wxSize(640, 560), wxSize(640, 740), wxSize(1366, 520)}) {
    running.frame().SetSize(small);
    running.settle();
    running.frame().SetSize(1366, 740);
    running.settle();
    CHECK(edges() == running.frame().FromDIP(wxSize(295, 255)));
  }
  CHECK(running.settings().number("sizes/inspector", -1) == -1);  // nobody has chosen one
}

TEST_CASE("what is said of an entry does not lie over it while it is dragged, and a drag needs no motion between") {
  Running running;
  running.openPlan(writtenPlan(running));
  Canvas& canvas = running.work().timeline().canvas();
  const wxPoint from = running.onTimeline(id("v1"));
  INFO(from.x << " " << from.y);
  wxUIActionSimulator simulator;
  for (const int before : {2, 1, 0}) {
    simulator.MouseMove(canvas.ClientToScreen(from - wxPoint(before, 0)));
    running.settle();
  }
  CHECK(!canvas.GetToolTipText().empty());
  simulator.MouseDown();
  running.settle();
  CHECK(canvas.GetToolTipText().empty());
  simulator.MouseMove(canvas.ClientToScreen(from + wxPoint(60, 0)));
  simulator.MouseUp();
  running.settle();
  CHECK(running.open().plan().find(id("v1"))->get(key::plannedStart)->text() > "2026-06-10");
}

TEST_CASE("a drag that a key or another window ends leaves nothing on the board and changes nothing") {
  Running running;
  running.openPlan(writtenPlan(running));
  const std::string before = xml::write(running.open().plan());
  TimelinePane& timeline = running.work().timeline();
  const wxPoint from = running.onTimeline(id("v1"));
  wxUIActionSimulator simulator;
  simulator.MouseMove(timeline.canvas().ClientToScreen(from));
  simulator.MouseDown();
  running.settle();
  simulator.MouseMove(timeline.canvas().ClientToScreen(from + wxPoint(60, 0)));
  running.settle();
  REQUIRE(timeline.isDragging());
  REQUIRE_FALSE(running.frame().GetStatusBar()->GetStatusText().empty());
  SECTION("Escape ends the drag alone") {
    running.key(WXK_ESCAPE);
    CHECK(running.open().isSelected(id("v1")));
  }
  SECTION("so does any other key") { running.key(WXK_RIGHT); }
  CHECK_FALSE(timeline.isDragging());
  CHECK(running.frame().GetStatusBar()->GetStatusText().empty());
  simulator.MouseUp();
  running.settle();
  CHECK_FALSE(timeline.isDragging());
  CHECK(xml::write(running.open().plan()) == before);
}

TEST_CASE("the fields of another element are read from their beginning") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.open().select({id("R2")});
  running.settle();
  InspectorPane& inspector = running.work().inspector();
  inspector.Scroll(0, 20);
  running.settle();
  REQUIRE(inspector.GetViewStart().y > 0);
  running.open().select({id("R3")});
  running.settle();
  CHECK(inspector.GetViewStart().y == 0);
}

TEST_CASE("what was said is no longer said of the plan after the next change") {
  Running running;
  running.openPlan(writtenPlan(running));
  running.act("save");
  running.frame().say("Saved");
  running.open().perform(setField(running.open().plan(), id("v1"), "title", Text("Mine")));
  CHECK(running.frame().GetStatusBar()->GetStatusText().empty());
}

TEST_CASE("what a step asks for is led to: the field, or the table it belongs in") {
  Running running;
  running.openPlan(writtenPlan(running));
  running.act("steps");
  StepsPane& steps = running.work().steps();
  const auto goTo = [&](int step, int item) {
    steps.step().SetSelection(step);
    wxCommandEvent chosen(wxEVT_CHOICE);
    steps.step().ProcessWindowEvent(chosen);
    steps.items().SetSelection(item);
    steps.goToChosen();
    running.settle();
  };
  goTo(0, 0);  // what it is about
  const InspectorPane& inspector = running.work().inspector();
  CHECK(wxWindow::FindFocus() == inspector.controlOf("context"));
  goTo(6, 0);  // a lead for every activity
  CHECK(running.open().isSelected(id("v1")));
  CHECK(wxWindow::FindFocus() == running.work().inspector().controlOf("lead"));
  goTo(1, 0);  // five actors
  CHECK(running.work().table().kind() == KindId::actor);
}

TEST_CASE("a row that was to be shown may be gone before it is") {
  Running running;
  wxObjectDataPtr<TreeRows> rows(new TreeRows(1));
  wxDataViewCtrl* tree = makeTree(&running.frame(), *rows, {{"Name", 100}}, "Names");
  const auto named = [](std::size_t count) {
    std::vector<TreeRow> made(count);
    for (TreeRow& row : made) row.cells = {"Name"};
    return made;
  };
  tree->Hide();  // what is not seen yet notes where it is to begin
  fillTree(*tree, *rows, named(9));
  running.settle();
  tree->EnsureVisible(rows->itemAt(8));
  fillTree(*tree, *rows, named(2));
  running.settle();  // a complaint of the toolkit fails the run
  CHECK(rows->count() == 2);
  tree->EnsureVisible(rows->itemAt(1));
  fillTree(*tree, *rows, named(0));
  running.settle();
  CHECK(rows->count() == 0);
}
