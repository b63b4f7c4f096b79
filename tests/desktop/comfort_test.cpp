#include "desktop/import_dialog.h"
#include "desktop/preferences_dialog.h"
#include "desktop/running.h"
#include "desktop/text.h"
#include "desktop/window_prompts.h"

#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>
#include <wx/anybutton.h>
#include <wx/checkbox.h>
#include <wx/notebook.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>
#include <wx/toolbar.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

// The same work in each language, in light and dark, at each scale and with large text: tests/CMakeLists.txt says in
// which of these together. The environment says which: TRACKLOOM_TEST_LANGUAGE and what GTK itself reads.

namespace {

std::string told(const wxWindow& window) {
  const wxString words = window.GetLabel().empty() ? window.GetName() : window.GetLabel();
  return (wxString(window.GetClassInfo()->GetClassName()) + " “" + words + "”").utf8_string();
}

/// Is all of its text to be seen at once? What scrolls or is cut on purpose, with all of it elsewhere, need not be:
/// labels that end in an ellipsis, lists, and texts of more lines than one.
bool isWhole(const wxWindow& window) {
  if (const auto* label = dynamic_cast<const wxStaticText*>(&window))
    return !label->HasFlag(wxST_ELLIPSIZE_END) && !label->GetLabel().empty();
  return dynamic_cast<const wxAnyButton*>(&window) || dynamic_cast<const wxCheckBox*>(&window);
}

/// Bars around a window and pages behind tabs, whose places the toolkit counts from elsewhere.
bool isPlacedByToolkit(const wxWindow& child) {
  return dynamic_cast<const wxStatusBar*>(&child) || dynamic_cast<const wxToolBar*>(&child) ||
         dynamic_cast<const wxNotebook*>(child.GetParent());
}

bool scrolls(const wxWindow& window) { return dynamic_cast<const wxScrolledWindow*>(&window) != nullptr; }

/// Two controls beside each other in a window that lie over each other.
void lookForOverlaps(const wxWindow& window, std::vector<std::string>& wrong) {
  std::vector<const wxWindow*> seen;
  for (const wxWindow* child : window.GetChildren()) {
    if (!child->IsShown() || child->IsTopLevel() || isPlacedByToolkit(*child)) continue;
    for (const wxWindow* other : seen)
      if (const wxRect both = child->GetRect().Intersect(other->GetRect()); both.width > 1 && both.height > 1)
        wrong.push_back(told(*child) + " lies over " + told(*other));
    seen.push_back(child);
  }
}

void look(const wxWindow& window, std::vector<std::string>& wrong) {
  const wxSize best = window.GetBestSize();
  const wxSize size = window.GetSize();
  if (isWhole(window) && (best.x > size.x || best.y > size.y))
    wrong.push_back(
        wxString::Format("%s is cut: %dx%d instead of %dx%d", shown(told(window)), size.x, size.y, best.x, best.y)
            .utf8_string());
  // A text of one line may scroll along the line, but its letters are never cut in height.
  if (const auto* text = dynamic_cast<const wxTextCtrl*>(&window); text && size.y < text->GetCharHeight())
    wrong.push_back(told(window) + " is too low for its letters");
  lookForOverlaps(window, wrong);
  for (const wxWindow* child : window.GetChildren()) {
    if (!child->IsShown() || child->IsTopLevel()) continue;
    const wxRect place = child->GetRect();
    const wxSize room = window.GetClientSize();
    const bool outside = place.GetLeft() < 0 || place.GetRight() >= room.x + 1 ||
                         (!scrolls(window) && (place.GetTop() < 0 || place.GetBottom() >= room.y + 1));
    if (outside && !isPlacedByToolkit(*child) && place.width > 0)
      wrong.push_back(told(*child) + wxString::Format(" lies outside its window: %d,%d %dx%d in %dx%d", place.x,
                                                      place.y, place.width, place.height, room.x, room.y)
                                         .utf8_string());
    look(*child, wrong);
  }
}

std::string setting(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value ? value : otherwise;
}

/// Nothing of a window is cut or lies outside; where TRACKLOOM_TEST_PICTURES names a folder, a picture is left there.
void checkLook(Running& running, wxWindow& window, const std::string& station) {
  INFO(station);
  running.settle();
  std::vector<std::string> wrong;
  look(window, wrong);
  CHECK(wrong == std::vector<std::string>());
  const std::string folder = setting("TRACKLOOM_TEST_PICTURES", "");
  if (folder.empty()) return;
  if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) wxImage::AddHandler(new wxPNGHandler);
  wxMilliSleep(300);
  running.settle();
  onDisplay(window.IsTopLevel() ? window : running.frame())
      .SaveFile(folder + "/" + station + ".png", wxBITMAP_TYPE_PNG);
}

void lookAtDialog(Running& running, const std::string& station, const std::function<void()>& open) {
  bool looked = false;
  running.frame().CallAfter([&] {
    for (wxWindow* window : wxTopLevelWindows)
      if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsShown()) {
        looked = true;
        checkLook(running, *dialog, station);
        dialog->EndModal(wxID_CANCEL);
        return;
      }
  });
  open();
  CHECK(looked);
}

}  // namespace

TEST_CASE("the same work whatever the language, the colours, the scale and the size of text", "[.comfort]") {
  const std::string language = setting("TRACKLOOM_TEST_LANGUAGE", "en");
  Running running(language);
  running.frame().SetSize(wxGetDisplaySize());
  checkLook(running, running.frame(), "start");
  const std::string path = running.example(language == "ar" ? "yemen-2011-ar" : "tunisia-2013");
  running.openPlan(path);
  const std::string before = contents(path);
  REQUIRE(!running.open().findings().empty());
  checkLook(running, running.frame(), "timeline");
  running.act("findings");
  checkLook(running, running.frame(), "findings");
  running.act("findings");
  for (const char* view : {"people", "links", "table"}) {
    running.act(view);
    checkLook(running, running.frame(), view);
  }
  running.act("papers");
  REQUIRE(running.showsPages());
  checkLook(running, running.frame(), "papers");
  running.act("timeline");
  running.act("steps");
  checkLook(running, running.frame(), "steps");
  running.act("steps");

  const std::size_t activities = running.open().plan().all(KindId::activity).size();
  running.act("quick-add");
  running.type("Meeting 3d");
  running.key(WXK_RETURN);
  CHECK(running.open().plan().all(KindId::activity).size() == activities + 1);
  checkLook(running, running.frame(), "inspector");
  running.act("undo");
  CHECK(running.open().plan().all(KindId::activity).size() == activities);
  running.act("save");
  CHECK(contents(path) == before);

  WindowPrompts prompts(running.frame(), running.frame().speech(), [](const std::string&) {});
  lookAtDialog(running, "preferences", [&] { prompts.askPreferences({}, {}); });
  lookAtDialog(running, "sealing", [&] { prompts.newPassphrase(running.frame().word(tr("Passphrase"))); });
  lookAtDialog(running, "about", [&] { prompts.introduce("Trackloom"); });
  lookAtDialog(running, "question", [&] {
    prompts.choose(
        running.frame().word(tr("Why does the team accept this? It comes back when what it rests on changes.")),
        {running.frame().word(tr("OK")), running.frame().word(tr("Cancel"))});
  });
  std::ofstream(running.path("partners.csv"))
      << "Title,Planned start,Status,Lead,Remarks for us\nListening tour,2014-02,Under way,Youth League,call first\n";
  running.answers().answers = {running.path("partners.csv")};
  bool looked = false;
  running.answers().onImport = [&](SpreadsheetImport& import) {
    ImportDialog dialog(running.frame(), import, running.frame().speech());
    dialog.CallAfter([&] {
      for (int turn = 0; turn < 300 && dialog.isBusy(); ++turn) running.settle();
      checkLook(running, dialog, "import");
      looked = true;
      dialog.EndModal(wxID_CANCEL);
    });
    dialog.ShowModal();
    return false;
  };
  running.act("import");
  CHECK(looked);
}
