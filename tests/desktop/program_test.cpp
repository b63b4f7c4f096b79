#include "desktop/program.h"

#include "desktop/running.h"

#include <cstdlib>

#include <catch2/catch.hpp>
#include <wx/uiaction.h>
#include <wx/utils.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace fs = std::filesystem;

namespace {

bool hasWork(const fs::path& folder) {
  std::error_code none;
  for (fs::directory_iterator entry(folder, none), end; !none && entry != end; entry.increment(none))
    if (entry->path().extension() == ".journal") return true;
  return false;
}

}  // namespace

TEST_CASE("work that was typed before the program was killed is offered again") {
  const fs::path folder = fs::path(std::getenv("HOME")) / "plans";
  fs::create_directories(folder);
  const fs::path plan = folder / "tunisia.trackloom";
  fs::copy_file(fs::path(TRACKLOOM_SOURCE_DIR) / "templates/examples/tunisia-2013.trackloom", plan);
  const std::string before = contents(plan.string());
  const fs::path journal = fs::path(std::getenv("XDG_DATA_HOME")) / "trackloom/journal";
  Program program(plan.string());
  for (int i = 0; i < 60 && !hasWork(journal); ++i) {
    wxUIActionSimulator simulator;
    simulator.MouseMove(650, 85);  // the line in which an activity is typed
    simulator.MouseClick();
    simulator.Text("Meeting before the cut");
    simulator.Char(WXK_RETURN);
    wxMilliSleep(500);
  }
  REQUIRE(hasWork(journal));
  wxMilliSleep(300);
  program.kill();
  CHECK(contents(plan.string()) == before);  // nothing was saved over

  DiskFiles files;
  PlanFile file(files, journal.string());
  file.open(plan.string());
  const auto left = file.leftAside();
  REQUIRE(left);
  CHECK(left->content.find("Meeting before the cut") != std::string::npos);
}
