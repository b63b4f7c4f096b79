#include "desktop/running.h"

#include <algorithm>

#include <catch2/catch.hpp>

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
