#include "desktop/gtk.h"
#include "desktop/running.h"

#include <algorithm>

#include <catch2/catch.hpp>
#include <wx/combobox.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

bool isWithin(const wxWindow* window, const wxWindow& pane) {
  for (; window; window = window->GetParent())
    if (window == &pane) return true;
  return false;
}

struct Walk {
  std::vector<bool> reached;  ///< of the panes, which had the keyboard
  bool cameBack = false;
};

/// Where the keyboard goes as Tab is pressed, until it comes back to where it began.
Walk walk(Running& running, const std::vector<const wxWindow*>& panes, int modifiers) {
  Walk walk{std::vector<bool>(panes.size()), false};
  constexpr int most = 80;
  const wxWindow* first = wxWindow::FindFocus();
  REQUIRE(first);
  for (int i = 0; i < most && !walk.cameBack; ++i) {
    running.key(WXK_TAB, modifiers);
    const wxWindow* now = wxWindow::FindFocus();  // nothing where a choice has it
    for (std::size_t pane = 0; pane < panes.size(); ++pane)
      if (now && isWithin(now, *panes[pane])) walk.reached[pane] = true;
    walk.cameBack = now == first;
  }
  return walk;
}

}  // namespace

TEST_CASE("Tab goes round everything and comes back, forward and backward") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("findings");
  running.act("timeline");
  running.click(running.work().quickLine(), {20, 8});
  WorkPage& work = running.work();
  const std::vector<std::pair<std::string, const wxWindow*>> views = {{"timeline", &work.timeline()},
                                                                      {"people", &work.people()},
                                                                      {"links", &work.links()},
                                                                      {"table", &work.table()},
                                                                      {"papers", &work.papers()}};
  for (const int modifiers : {wxMOD_NONE, wxMOD_SHIFT}) {
    for (const auto& [view, pane] : views) {
      INFO(view << " " << modifiers);
      running.act(view.c_str());
      const Walk walked = walk(
          running, {pane, &work.outline(), &work.inspector(), &work.findings().tree(), &work.quickLine(), &work.asOf()},
          modifiers);
      CHECK(walked.cameBack);
      CHECK(walked.reached == std::vector<bool>(6, true));
    }
  }
}

TEST_CASE("a drawing and the pages of a paper show that they have the keyboard") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.click(running.work().quickLine(), {20, 8});  // the keyboard is where the mouse is
  const auto differs = [&](wxWindow& drawn) {
    drawn.SetFocus();
    running.settle();
    const wxImage with = onDisplay(drawn);
    running.work().quickLine().SetFocus();
    running.settle();
    const wxImage without = onDisplay(drawn);
    // Somewhere along the upper edge, which nothing else draws.
    constexpr int row = 1;
    int changed = 0;
    for (int x = 0; x < with.GetWidth(); ++x)
      if (with.GetRed(x, row) != without.GetRed(x, row) || with.GetBlue(x, row) != without.GetBlue(x, row)) ++changed;
    return changed > with.GetWidth() / 2;
  };
  CHECK(differs(running.work().timeline().canvas()));
  running.act("people");
  CHECK(differs(running.work().people().canvas()));
  running.act("papers");
  REQUIRE(running.showsPages());
  CHECK(differs(running.work().papers().pages()));
}

TEST_CASE("F6 goes from pane to pane and round, Shift+F6 back") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("findings");
  running.act("timeline");
  WorkPage& work = running.work();
  running.open().select({running.open().plan().all(KindId::dependency).front()->id()});  // its first field is a choice
  running.settle();
  const wxWindow* panes[] = {&work.timeline(), &work.inspector(), &work.findings(), work.asOf().GetParent(),
                             &work.outline()};
  const auto at = [&] {
    for (std::size_t i = 0; i < std::size(panes); ++i)
      if (hasKeyboard(panes[i]->GetHandle())) return i;
    return std::size(panes);
  };
  CHECK(at() == 0);
  for (const std::size_t next : {1, 2, 3, 4, 0}) {
    running.key(WXK_F6);
    CHECK(at() == next);
  }
  for (const std::size_t before : {4, 3, 2, 1, 0}) {
    running.key(WXK_F6, wxMOD_SHIFT);
    CHECK(at() == before);
  }
}

TEST_CASE("the names for a field are listed when the arrow beside it is pressed") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.open().select({running.open().plan().all(KindId::dependency).front()->id()});
  running.settle();
  auto* choice = dynamic_cast<wxComboBox*>(running.work().inspector().controlOf(key::from.number));
  REQUIRE(choice);
  REQUIRE(choice->IsListEmpty());
  const wxString before = choice->GetValue();
  running.click(*choice, {choice->GetSize().x - 12, choice->GetSize().y / 2});
  CHECK(choice->GetCount() > 5);
  running.key(WXK_DOWN);
  running.key(WXK_RETURN);
  CHECK(choice->GetValue() != before);
}
