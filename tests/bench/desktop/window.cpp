#include "window.h"

#include "desktop/running.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <random>
#include <stdexcept>

#include <gdk/gdk.h>
#include <wx/app.h>
#include <wx/evtloop.h>

namespace trackloom::bench {
namespace {

using namespace desktop;
using desktop::test::Running;
using Clock = std::chrono::steady_clock;

constexpr int frames = 200;
constexpr int editsOfAKind = 30;
constexpr int manyEdits = 1000;

double since(Clock::time_point from) { return std::chrono::duration<double, std::milli>(Clock::now() - from).count(); }

double processorTime() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double share(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

void print(const std::string& name, double value) { std::printf("%s\t%.3f\n", name.c_str(), value); }

/// What the kernel says of this process, in megabytes.
double memory(const std::string& what) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (double kilobytes = 0; word == what + ":" && status >> kilobytes) return kilobytes / 1024;
  return 0;
}

/// Waits until everything that was drawn is on the screen.
void onScreen() { gdk_display_sync(gdk_display_get_default()); }

class Work {
 public:
  explicit Work(const std::string& plan) : canvas_(open(plan)) {
    canvas_.Bind(wxEVT_PAINT, [this](wxPaintEvent& event) {
      ++painted_;
      event.Skip();
    });
  }

  /// The wheel, and what it does: each frame from the event until it is painted.
  void frame(const std::string& name, int direction, bool control, bool shift) {
    std::vector<double> times;
    const double before = processorTime();
    for (int i = 0; i < frames; ++i) {
      wxMouseEvent wheel(wxEVT_MOUSEWHEEL);
      wheel.m_wheelRotation = (i / 20 % 2 == 0 ? direction : -direction) * 120;
      wheel.m_wheelDelta = 120;
      wheel.m_x = canvas_.GetClientSize().x / 2;
      wheel.m_y = canvas_.GetClientSize().y / 2;
      wheel.SetControlDown(control);
      wheel.SetShiftDown(shift);
      wheel.SetEventObject(&canvas_);
      const int seen = painted_;
      const auto begun = Clock::now();
      canvas_.ProcessWindowEvent(wheel);
      canvas_.Refresh();
      canvas_.Update();
      onScreen();
      times.push_back(since(begun));
      if (painted_ == seen) throw std::runtime_error("nothing was painted");
      // What else the window has to do is not part of the frame.
      const auto rest = Clock::now();
      while (g_main_context_iteration(nullptr, FALSE) && since(rest) < 200) {
      }
    }
    print(name + " median", share(times, 0.5));
    print(name + " p99", share(times, 0.99));
    print(name + " processor", (processorTime() - before) / frames);
  }

  void zoomOut() { running_.act("fit"); }
  void zoomIn() {
    for (int i = 0; i < 6; ++i) running_.act("zoom-in");
  }

  /// Edits through the window's own loop: until the board is painted, and until it is with the findings of what stands
  /// there now.
  void edits(const std::string& name, const std::function<Edit(const Plan&, std::size_t)>& edit) {
    std::vector<double> board;
    std::vector<double> fresh;
    const double before = processorTime();
    for (std::size_t i = 0; i < editsOfAKind; ++i) {
      const auto begun = Clock::now();
      perform(edit(running_.open().plan(), i));
      board.push_back(since(begun));
      waitFor([this] { return running_.open().findingsAreCurrent(); });
      running_.frame().Update();
      onScreen();
      fresh.push_back(since(begun));
    }
    print(name + " board", share(board, 0.5));
    print(name + " findings", share(fresh, 0.5));
    print(name + " processor", (processorTime() - before) / editsOfAKind);
  }

  void thousandEdits() {
    std::mt19937 random(1);
    for (int i = 0; i < manyEdits; ++i) {
      const auto all = running_.open().plan().all(KindId::activity);
      const ElementId id = all[random() % all.size()]->id();
      running_.open().select({id});
      if (i % 2 == 0)
        perform(setField(running_.open().plan(), id, key::title.number, Text("Title " + std::to_string(i))));
      else
        perform(setField(running_.open().plan(), id, key::plannedFinish.number,
                         Date(*parseDay("2026-01-01") + static_cast<std::int64_t>(random() % 700))));
      if (i % 20 == 0) waitFor([this] { return running_.open().findingsAreCurrent(); });
    }
    waitFor([this] { return running_.open().findingsAreCurrent(); });
    print("memory now", memory("VmRSS"));
    print("memory at most", memory("VmHWM"));
  }

 private:
  Canvas& open(const std::string& plan) {
    running_.openPlan(plan);
    if (!running_.frame().hasPlan()) throw std::runtime_error("the plan cannot be opened");
    return running_.work().timeline().canvas();
  }

  void perform(Edit edit) {
    const int seen = painted_;
    running_.frame().perform(std::move(edit));
    waitFor([&] { return painted_ != seen; });
  }

  /// Lets the window work until something is true and what was painted is on the screen.
  template <class Condition>
  void waitFor(Condition condition) {
    const auto begun = Clock::now();
    while (!condition()) {
      if (since(begun) > 60000) throw std::runtime_error("the window does not come to an end");
      loop_.DispatchTimeout(5);
    }
    onScreen();
  }

  wxGUIEventLoop loop_;
  wxEventLoopActivator active_{&loop_};
  Running running_;
  int painted_ = 0;
  Canvas& canvas_;
};

Edit put(const Plan& plan, Element element, const char* label) {
  ElementPtr before = plan.share(element.id());
  return {{label, {}}, {{std::move(before), std::make_shared<const Element>(std::move(element))}}, {}};
}

}  // namespace

int workInWindow(const std::string& plan) {
  std::setvbuf(stdout, nullptr, _IOLBF, 1 << 12);  // what was measured so far is told if it is cut off
  return desktop::test::withWindows([&] {
    Work work(plan);
    print("memory opened", memory("VmRSS"));
    work.zoomOut();
    work.frame("panning, whole", -1, false, false);
    work.zoomIn();
    work.frame("panning down, near", -1, false, false);
    work.frame("panning across, near", -1, false, true);
    work.frame("zooming", 1, true, false);
    work.zoomOut();
    work.edits("title", [](const Plan& now, std::size_t i) {
      const auto all = now.all(KindId::activity);
      return setField(now, all[all.size() / 2 + i]->id(), key::title.number, Text("Another " + std::to_string(i)));
    });
    work.edits("put off", [](const Plan& now, std::size_t i) {
      const auto all = now.all(KindId::activity);
      return setField(now, all[all.size() / 3 + i]->id(), key::plannedFinish.number,
                      Date(*parseDay("2026-09-30") + static_cast<std::int64_t>(i)));
    });
    work.edits("hand-over", [](const Plan& now, std::size_t i) {
      const auto all = now.all(KindId::transfer);
      return put(now, all[all.size() / 2 + i]->withId(*ElementId::parse("added" + std::to_string(i))), "Add");
    });
    work.thousandEdits();
    std::fflush(stdout);
    return 0;
  });
}

}  // namespace trackloom::bench
