#include "desktop/preferences_dialog.h"
#include "desktop/running.h"
#include "desktop/text.h"
#include "sharing/local_history.h"
#include "xml/write.h"

#include <algorithm>
#include <cstdlib>

#include <catch2/catch.hpp>
#include <gtk/gtk.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/menu.h>
#include <wx/settings.h>
#include <wx/textctrl.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

ElementId id(const char* text) { return *ElementId::parse(text); }

void press(Running& running, wxWindow& control) { running.click(control, {12, control.GetSize().y / 2}); }

/// Opens the preferences by their keys, and works in their window.
void settle(Running& running, const std::function<void(PreferencesDialog&)>& work) {
  bool asked = false;
  running.answers().onPreferences = [&](const Preferences& now, const std::string& kept) {
    asked = true;
    PreferencesDialog dialog(running.frame(), now, kept, running.frame().speech());
    dialog.CallAfter([&] {
      running.settle();
      CHECK(unnamedInputs(dialog) == std::vector<std::string>{});
      work(dialog);
      if (dialog.IsModal()) press(running, dialog.ok());
      if (dialog.IsModal()) dialog.EndModal(wxID_CANCEL);
    });
    return dialog.ShowModal() == wxID_OK ? std::optional(dialog.chosen()) : std::nullopt;
  };
  running.frame().SetFocus();
  running.key(',', wxMOD_CONTROL);
  running.settle();
  CHECK(asked);
}

std::string menu(Running& running, std::size_t place) {
  return typed(running.frame().GetMenuBar()->GetMenuLabelText(place));
}

}  // namespace

TEST_CASE("another language is spoken at once, and the work goes on where it stood") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.frame().perform(setField(running.open().plan(), id("R2"), "title", Text("Other")));
  running.open().select({id("R3")});
  running.act("findings");
  running.act("ask-carriers");
  running.act("table");
  running.work().table().showKind(KindId::issue);
  const std::string before = xml::write(running.open().plan());
  const std::string question = running.work().answers().answer().title;
  REQUIRE(menu(running, 0) == "File");
  settle(running, [&](PreferencesDialog& dialog) { dialog.language().SetSelection(1); });
  CHECK(menu(running, 0) == "Fichier");
  CHECK(running.frame().speech().language().code() == "fr");
  CHECK(xml::write(running.open().plan()) == before);
  CHECK(running.frame().canUndo());
  CHECK(running.open().isSelected(id("R3")));
  CHECK(running.work().tab() == WorkPage::Tab::table);
  CHECK(running.work().table().kind() == KindId::issue);
  CHECK(running.work().findingsAreOpen());
  CHECK(running.work().answers().answer().title != question);
  CHECK_FALSE(running.work().answers().answer().lines.empty());
  CHECK(running.work().changes().since().opened.find(id("R2"))->title() != "Other");
  running.act("undo");
  CHECK(running.open().plan().find(id("R2"))->title() != "Other");

  // From right to left and back: the panes are turned with their window.
  settle(running, [&](PreferencesDialog& dialog) { dialog.language().SetSelection(3); });
  CHECK(running.frame().GetLayoutDirection() == wxLayout_RightToLeft);
  CHECK(running.work().GetLayoutDirection() == wxLayout_RightToLeft);
  CHECK(running.work().table().list().GetLayoutDirection() == wxLayout_RightToLeft);
  settle(running, [&](PreferencesDialog& dialog) { dialog.language().SetSelection(0); });
  CHECK(running.frame().GetLayoutDirection() == wxLayout_LeftToRight);
  CHECK(running.work().GetLayoutDirection() == wxLayout_LeftToRight);
  CHECK(menu(running, 0) == "File");
  running.act("add-activity");
  CHECK(running.frame().canUndo());
}

TEST_CASE("a paper that is being made is not lost to another language") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("papers");
  REQUIRE(running.work().papers().choose("brief"));
  running.answers().answers = {running.path("brief.pdf")};
  running.work().papers().write();
  REQUIRE(running.work().papers().isMaking());
  running.answers().onPreferences = [](Preferences now, const std::string&) {
    now.language = "fr";
    return std::optional(now);
  };
  running.frame().preferences();
  CHECK(running.frame().warned().find("A paper is being made") == 0);
  running.settle();
  CHECK(std::filesystem::exists(running.path("brief.pdf")));
  CHECK(menu(running, 0) == "File");
}

TEST_CASE("on the start page the language changes at once, too") {
  Running running;
  settle(running, [&](PreferencesDialog& dialog) {
    dialog.language().SetSelection(2);
    running.click(dialog.organisation(), {20, 10});
    running.type("Office");
  });
  CHECK(menu(running, 0) == "Archivo");
  CHECK(running.frame().who() == "Office");
  CHECK_FALSE(running.frame().hasPlan());
}

TEST_CASE("earlier versions and the list of plans can be off altogether, and what was kept is erased") {
  Running running;
  const std::string path = running.example("tunisia-2013");
  running.openPlan(path);
  DiskFiles files;
  const sharing::LocalHistory history(files, running.path("data/history"));
  const auto title = [&](const char* text) {
    running.frame().perform(setField(running.open().plan(), id("R2"), "title", Text(text)));
    running.act("save");
  };
  title("First");
  const bool mayKeep = sharing::mayKeepUnasked(running.open().plan());
  REQUIRE(mayKeep);
  REQUIRE_FALSE(history.versions(running.open().plan()).empty());
  REQUIRE(running.frame().preferencesNow().listsRecent);

  running.answers().answers = {"Cancel"};
  settle(running, [&](PreferencesDialog& dialog) { press(running, dialog.keepsHistory()); });
  CHECK(running.answers().asked.back().find("All earlier versions of all plans") == 0);
  CHECK_FALSE(history.isOff());

  running.answers().answers = {"Erase it"};
  settle(running, [&](PreferencesDialog& dialog) {
    press(running, dialog.keepsHistory());
    press(running, dialog.listsRecent());
  });
  CHECK(history.isOff());
  CHECK(history.versions(running.open().plan()).empty());
  CHECK_FALSE(running.frame().preferencesNow().listsRecent);
  title("Second");
  CHECK(history.versions(running.open().plan()).empty());
  CHECK(running.settings().recent().empty());
  running.act("earlier");
  CHECK(running.answers().told.back().find("the preferences say so") != std::string::npos);

  settle(running, [&](PreferencesDialog& dialog) {
    press(running, dialog.keepsHistory());
    press(running, dialog.listsRecent());
  });
  CHECK_FALSE(history.isOff());
  title("Third");
  CHECK(running.settings().recent().size() == 1);
  CHECK_FALSE(history.versions(running.open().plan()).empty());
}

TEST_CASE("what is forgotten here is forgotten in the list that all programs share, and nothing else") {
  Running running;
  const std::string path = running.example("tunisia-2013");
  const std::string other = running.path("letter.txt");
  GtkRecentManager* shared = gtk_recent_manager_get_default();
  for (const std::string& file : {path, other}) gtk_recent_manager_add_item(shared, ("file://" + file).c_str());
  running.settle();
  const auto isListed = [&](const std::string& file) {
    return gtk_recent_manager_has_item(shared, ("file://" + file).c_str()) != 0;
  };
  REQUIRE(isListed(path));
  running.openPlan(path);
  CHECK(isListed(path));
  running.act("forget-recent");
  CHECK_FALSE(isListed(path));
  CHECK(isListed(other));
  // A dialog for files puts what was chosen there only after it has closed.
  gtk_recent_manager_add_item(shared, ("file://" + path).c_str());
  running.settle();
  wxMilliSleep(200);
  running.settle();
  CHECK_FALSE(isListed(path));
}

TEST_CASE("pages are shown before they are written only where somebody wants that, papers may be made in memory") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  CHECK(running.frame().workPlace() == documents::WorkPlace::disk);
  settle(running, [&](PreferencesDialog& dialog) {
    press(running, dialog.showsPreviews());
    press(running, dialog.papersInMemory());
  });
  CHECK(running.frame().workPlace() == documents::WorkPlace::memory);
  running.act("papers");
  REQUIRE(running.work().papers().choose("brief"));
  running.settle();
  wxMilliSleep(500);
  running.settle();
  CHECK(running.work().papers().pages().pageCount() == 0);
  settle(running, [&](PreferencesDialog& dialog) { press(running, dialog.showsPreviews()); });
  CHECK(running.showsPages());
}

TEST_CASE("dark windows and large text are seen at once, and can be taken back") {
  // What is set in the environment for all tests stands above what anybody chooses.
  const char* forced = std::getenv("GTK_THEME");
  const std::string theme = forced ? forced : "";
  unsetenv("GTK_THEME");
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  const int usual = running.frame().GetCharHeight();
  const bool wasDark = wxSystemSettings::GetAppearance().IsDark();
  settle(running, [&](PreferencesDialog& dialog) {
    dialog.colours().SetSelection(static_cast<int>(wasDark ? Colours::light : Colours::dark));
    dialog.textSize().SetSelection(static_cast<int>(textSizes().size()) - 1);
  });
  running.settle();
  CHECK(running.frame().GetCharHeight() > usual * 3 / 2);
  CHECK(wxSystemSettings::GetAppearance().IsDark() != wasDark);
  CHECK(running.frame().preferencesNow().textSize == 200);
  settle(running, [](PreferencesDialog& dialog) {
    CHECK(dialog.textSize().GetStringSelection() == "200 %");
    dialog.colours().SetSelection(0);
    dialog.textSize().SetSelection(0);
  });
  running.settle();
  CHECK(running.frame().GetCharHeight() == usual);
  CHECK(wxSystemSettings::GetAppearance().IsDark() == wasDark);
  if (forced) setenv("GTK_THEME", theme.c_str(), 1);
}
