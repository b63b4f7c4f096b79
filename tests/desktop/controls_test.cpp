#include "desktop/preferences_dialog.h"
#include "desktop/running.h"
#include "desktop/text.h"

#include <algorithm>
#include <array>

#include <catch2/catch.hpp>
#include <gtk/gtk.h>
#include <wx/artprov.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dataview.h>
#include <wx/stattext.h>
#include <wx/toolbar.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

// What the toolkits would do of themselves with controls, and must not.

namespace {

ElementId id(const char* text) { return *ElementId::parse(text); }

/// One turn of the wheel over a widget, downwards, as the display tells of it.
void turnWheel(Running& running, wxWindow& window) {
  GtkWidget* widget = window.GetHandle();
  GdkEvent* event = gdk_event_new(GDK_SCROLL);
  event->scroll.window = GDK_WINDOW(g_object_ref(gtk_widget_get_window(widget)));
  event->scroll.direction = GDK_SCROLL_DOWN;
  event->scroll.x = event->scroll.y = 4;
  gdk_event_set_device(event, gdk_seat_get_pointer(gdk_display_get_default_seat(gtk_widget_get_display(widget))));
  gtk_widget_event(widget, event);
  gdk_event_free(event);
  running.settle();
}

wxImage pictureOf(Running& running, const char* action) {
  const wxToolBar* bar = running.frame().GetToolBar();
  std::string label = running.frame().speech().word(findAction(action)->label);
  std::erase(label, '&');
  for (std::size_t i = 0; i < bar->GetToolsCount(); ++i)
    if (const wxToolBarToolBase* tool = bar->GetToolByPos(static_cast<int>(i)); tool->GetLabel() == shown(label))
      return tool->GetNormalBitmap().ConvertToImage();
  return {};
}

bool looksLike(const wxImage& picture, const char* symbol) {
  const wxImage other =
      wxArtProvider::GetBitmapBundle(symbol, wxART_TOOLBAR).GetBitmap(picture.GetSize()).ConvertToImage();
  const auto bytes = static_cast<std::size_t>(picture.GetWidth()) * static_cast<std::size_t>(picture.GetHeight()) * 3;
  return picture.IsOk() && other.IsOk() && picture.GetSize() == other.GetSize() &&
         std::equal(picture.GetData(), picture.GetData() + bytes, other.GetData()) &&
         (!picture.HasAlpha() || std::equal(picture.GetAlpha(), picture.GetAlpha() + bytes / 3, other.GetAlpha()));
}

}  // namespace

TEST_CASE("the wheel over a closed choice changes nothing that is chosen") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  auto* bare = new wxChoice(&running.frame(), wxID_ANY, wxDefaultPosition, wxDefaultSize,
                            wxArrayString(3, std::array<wxString, 3>{"1", "2", "3"}.data()));
  bare->SetSelection(0);
  running.settle();
  turnWheel(running, *bare);
  CHECK(bare->GetSelection() == 1);  // what the toolkit does of itself
  bare->Destroy();

  running.open().select({id("R2")});
  running.settle();
  auto* status = dynamic_cast<wxComboBox*>(running.work().inspector().controlOf("status"));
  REQUIRE(status);
  status->SetSelection(1);
  const wxString before = status->GetValue();
  REQUIRE_FALSE(before.empty());
  turnWheel(running, *status);  // over its arrow, too
  CHECK(status->GetValue() == before);
  CHECK(running.work().inspector().GetViewStart().y > 0);
}

TEST_CASE("a date in the table is shown with its year") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("table");
  running.settle();
  wxDataViewCtrl& list = running.work().table().list();
  REQUIRE(list.GetColumn(4)->GetTitle() == "Started");
  CHECK(list.GetColumn(4)->GetWidth() > list.GetTextExtent("about 14 August 2013").x);
  CHECK(list.GetColumn(3)->GetWidth() > list.GetTextExtent("28 September 2013").x);
}

TEST_CASE("an ampersand in a name is shown as one") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.frame().perform(setField(running.open().plan(), id("R2"), "title", Text("Food & Water")));
  running.open().select({id("R2")});
  running.settle();
  const auto shows = [&] {
    for (wxWindow* child : running.work().inspector().GetChildren())
      if (GTK_IS_LABEL(child->GetHandle()) &&
          std::string(gtk_label_get_text(GTK_LABEL(child->GetHandle()))) == "Food & Water")
        return true;
    return false;
  };
  CHECK(shows());
  running.frame().perform(setField(running.open().plan(), id("R2"), "title", Text("Tea & Salt")));
  running.frame().perform(setField(running.open().plan(), id("R2"), "title", Text("Food & Water")));
  running.settle();
  CHECK(shows());  // also where the label was there before
}

TEST_CASE("arrows of the toolbar point the other way in Arabic") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.settle();
  REQUIRE(pictureOf(running, "undo").IsOk());
  REQUIRE_FALSE(looksLike(pictureOf(running, "undo"), "wxART_REDO"));
  CHECK(looksLike(pictureOf(running, "undo"), "wxART_UNDO"));
  const auto speak = [&](const char* language) {
    running.answers().onPreferences = [language](const Preferences& now, const std::string&) {
      Preferences wanted = now;
      wanted.language = language;
      return std::optional(wanted);
    };
    running.act("preferences");
    running.settle();
  };
  speak("ar");
  REQUIRE(running.frame().GetLayoutDirection() == wxLayout_RightToLeft);
  CHECK(looksLike(pictureOf(running, "undo"), "wxART_REDO"));
  CHECK(looksLike(pictureOf(running, "redo"), "wxART_UNDO"));
  speak("en");
  CHECK(looksLike(pictureOf(running, "undo"), "wxART_UNDO"));
}
