#include "desktop/import_dialog.h"
#include "desktop/running.h"

#include <fstream>

#include <catch2/catch.hpp>
#include <wx/image.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

/// What stands on the display, as a file of the manual.
void take(Running& running, const std::string& name) {
  if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) wxImage::AddHandler(new wxPNGHandler);
  running.settle();
  wxMilliSleep(300);
  running.settle();
  wxImage image = onDisplay(running.frame());
  image.SetOption("quality", 9);
  CHECK(image.SaveFile(TRACKLOOM_SOURCE_DIR "/docs/images/" + name + ".png", wxBITMAP_TYPE_PNG));
}

}  // namespace

// Each in a process of its own: what was on the display before does not show through.

TEST_CASE("picture: the start page", "[.pictures]") {
  Running running;
  take(running, "desktop-start");
}

TEST_CASE("picture: the timeline with its findings", "[.pictures]") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("findings");
  running.work().findings().choose("GAP-NO-LINK");
  take(running, "desktop");
}

TEST_CASE("picture: a plan as its template begins it", "[.pictures]") {
  Running running;
  running.openPlan(std::string(TRACKLOOM_SOURCE_DIR) + "/templates/plans/national-dialogue.trackloom");
  running.open().select({*ElementId::parse("opening")});
  take(running, "desktop-suggested");
}

TEST_CASE("picture: the fields of an activity", "[.pictures]") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.open().select({*ElementId::parse("R2")});
  take(running, "desktop-fields");
}

TEST_CASE("picture: papers", "[.pictures]") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("papers");
  REQUIRE(running.showsPages());
  take(running, "desktop-papers");
}

TEST_CASE("picture: the table", "[.pictures]") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("table");
  take(running, "desktop-table");
}

TEST_CASE("picture: answers", "[.pictures]") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("ask-carriers");
  take(running, "desktop-answers");
}

TEST_CASE("picture: a spreadsheet on its way in", "[.pictures]") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  std::ofstream(running.path("partners.csv"))
      << "Title,Planned start,Status,Lead,Remarks for us\nListening tour,2014-02,Under way,Youth League,call first\n"
         "Hearing,32/02/2014,Planned,,\n";
  running.answers().answers = {running.path("partners.csv")};
  running.answers().onImport = [&](SpreadsheetImport& import) {
    ImportDialog dialog(running.frame(), import, running.frame().speech());
    dialog.CallAfter([&] {
      for (int turn = 0; turn < 300 && dialog.isBusy(); ++turn) running.settle();
      take(running, "desktop-import");
      dialog.EndModal(wxID_CANCEL);
    });
    dialog.ShowModal();
    return false;
  };
  running.act("import");
}

TEST_CASE("picture: Arabic", "[.pictures]") {
  Running running("ar");
  running.openPlan(running.example("yemen-2011-ar"));
  take(running, "desktop-ar");
}
