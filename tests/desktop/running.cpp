#include "desktop/running.h"

#include "desktop/gtk.h"
#include "desktop/text.h"

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <cairo.h>
#include <glib.h>
#include <gtk/gtk.h>
#include <wx/anybutton.h>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dataview.h>
#include <wx/dcmemory.h>
#include <wx/dcscreen.h>
#include <wx/infobar.h>
#include <wx/listbox.h>
#include <wx/log.h>
#include <wx/textctrl.h>
#include <wx/toplevel.h>
#include <wx/uiaction.h>

namespace trackloom::desktop::test {

namespace fs = std::filesystem;

namespace {

bool isRightToLeft() {
  const char* direction = std::getenv("TRACKLOOM_TEST_DIRECTION");
  return direction && std::string_view(direction) == "rtl";
}

/// An assertion of the toolkit is a failed test, never a dialog.
class TestApp : public wxApp {
 public:
  bool OnInit() override { return true; }
  void OnAssertFailure(const wxChar* file, int line, const wxChar*, const wxChar* condition,
                       const wxChar* message) override {
    throw std::logic_error(
        wxString::Format("%s:%d: %s %s", file, line, condition, message ? message : wxT("")).utf8_string());
  }
  bool OnExceptionInMainLoop() override { throw; }
  wxLayoutDirection GetLayoutDirection() const override {
    return isRightToLeft() ? wxLayout_RightToLeft : wxLayout_LeftToRight;
  }
};

/// What the toolkits complain of that is not ours to mend, and why.
constexpr std::string_view knownComplaints[] = {
    // GTK 3.24 lays a scrollbar out once before it has a size.
    "gtk_box_gadget_distribute: assertion 'size >= 0' failed in GtkScrollbar",
    // wxGTK 3.2 moves what is hidden in a scrolled window with the rest.
    "gtk_widget_set_allocation: assertion '_gtk_widget_get_visible (widget) || _gtk_widget_is_toplevel (widget)' "
    "failed",
    // What presses keys here asks for a window of this program, where the window is that of another one.
    "gtk_widget_get_scale_factor: assertion 'GTK_IS_WIDGET (widget)' failed",
};

/// GTK 3.24 scrolls a list that it lays out from right to left for the first time to its beginning, before the list has
/// the scrollbars that this is to be shown by.
constexpr std::string_view knownFromRightToLeft[] = {
    "gtk_widget_get_mapped: assertion 'GTK_IS_WIDGET (widget)' failed",
    "gdk_window_is_visible: assertion 'GDK_IS_WINDOW (window)' failed",
    "gdk_window_show_internal: assertion 'GDK_IS_WINDOW (window)' failed",
    "gtk_widget_set_opacity: assertion 'GTK_IS_WIDGET (widget)' failed",
    "gtk_widget_queue_draw: assertion 'GTK_IS_WIDGET (widget)' failed",
};

bool anyFromRightToLeft() {
  return std::any_of(wxTopLevelWindows.begin(), wxTopLevelWindows.end(),
                     [](const wxWindow* window) { return window->GetLayoutDirection() == wxLayout_RightToLeft; });
}

int complaints = 0;

/// Counts a complaint that is not known, and prints it.
void complain(std::string_view text) {
  for (const std::string_view known : knownFromRightToLeft)
    if (text.find(known) != std::string_view::npos && anyFromRightToLeft()) return;
  for (const std::string_view known : knownComplaints)
    if (text.find(known) != std::string_view::npos) return;
  ++complaints;
  std::fprintf(stderr, "complaint: %.*s\n", static_cast<int>(text.size()), text.data());
}

/// Messages of wxWidgets go to the count, never to a dialog.
class CountingLog : public wxLog {
 protected:
  void DoLogRecord(wxLogLevel level, const wxString& text, const wxLogRecordInfo&) override {
    if (level <= wxLOG_Warning) complain(text.utf8_string());
  }
};

GLogWriterOutput countGlib(GLogLevelFlags level, const GLogField* fields, gsize count, gpointer) {
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) == 0) return G_LOG_WRITER_HANDLED;
  for (gsize i = 0; i < count; ++i)
    if (std::string_view(fields[i].key) == "MESSAGE") complain(static_cast<const char*>(fields[i].value));
  return G_LOG_WRITER_HANDLED;
}

}  // namespace

int withWindows(const std::function<int()>& run) {
  std::setlocale(LC_ALL, "");
  g_log_set_writer_func(countGlib, nullptr, nullptr);
  wxApp::SetInstance(new TestApp);
  int argc = 0;
  if (!wxEntryStart(argc, static_cast<wxChar**>(nullptr)) || !wxTheApp->CallOnInit()) return 1;
  delete wxLog::SetActiveTarget(new CountingLog);
  setProgramName("trackloom");
  if (isRightToLeft()) setDirection(Writing::rightToLeft);
  const int result = run();
  wxTheApp->OnExit();
  wxEntryCleanup();
  return complaints > 0 && result == 0 ? 1 : result;
}

std::optional<std::string> LaidOutAnswers::next(const std::string& question) {
  asked.push_back(question);
  if (answers.empty()) return std::nullopt;
  std::string answer = answers.front();
  answers.pop_front();
  return answer;
}

std::optional<sharing::Passphrase> LaidOutAnswers::passphrase(const std::string& question) {
  auto answer = next(question);
  if (!answer) return std::nullopt;
  return sharing::Passphrase(*std::move(answer));
}

std::size_t LaidOutAnswers::choose(const std::string& question, const std::vector<std::string>& choices) {
  const auto answer = next(question);
  const auto found = answer ? std::find(choices.begin(), choices.end(), *answer) : choices.end();
  return found == choices.end() ? choices.size() - 1 : static_cast<std::size_t>(found - choices.begin());
}

std::optional<std::vector<std::size_t>> LaidOutAnswers::tick(const std::string& question,
                                                             const std::vector<std::string>& choices,
                                                             const std::vector<std::size_t>&) {
  const auto answer = next(question);
  if (!answer) return std::nullopt;
  std::vector<std::size_t> ticked;
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (answer->find(choices[i]) != std::string::npos) ticked.push_back(i);
  return ticked;
}

std::optional<std::size_t> LaidOutAnswers::search(const std::string& question,
                                                  const std::vector<std::string>& choices) {
  const auto answer = next(question);
  if (!answer) return std::nullopt;
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (choices[i].find(*answer) != std::string::npos) return i;
  return std::nullopt;
}

Running::Running(const std::string& language)
    : folder_(fs::temp_directory_path() / ("trackloom-desktop-" + std::to_string(::getpid()))), settings_({}) {
  fs::remove_all(folder_);
  fs::create_directories(folder_);
  settings_.set("language", language);
  Installation installation = findInstallation(fs::path(TRACKLOOM_BINARY_DIR) / "bin/trackloom");
  installation.ownData = folder_ / "data";
  frame_ = new Frame({files_, installation, settings_, *parseDay("2026-06-01")}, &answers_);
  frame_->SetSize(0, 0, 1366, 740);
  frame_->Show();
  settle();
}

Running::~Running() {
  answers_.answers = {"Do not save"};
  frame_->Close(true);
  settle();
  fs::remove_all(folder_);
}

std::string Running::example(const std::string& name) const {
  const fs::path to = folder_ / (name + ".trackloom");
  fs::copy_file(fs::path(TRACKLOOM_SOURCE_DIR) / "templates/examples" / (name + ".trackloom"), to,
                fs::copy_options::overwrite_existing);
  return to.string();
}

void Running::openPlan(const std::string& path) {
  frame_->openPath(path);
  settle();
}

void Running::act(const char* action) {
  const Action* found = findAction(action);
  if (!found) throw std::invalid_argument(action);
  frame_->perform(*found);
  settle();
}

namespace {

wxButton* buttonNamed(wxWindow& window, const wxString& label) {
  if (auto* button = dynamic_cast<wxButton*>(&window);
      button && button->IsShownOnScreen() && button->GetLabel() == label)
    return button;
  for (wxWindow* child : window.GetChildren())
    if (wxButton* found = buttonNamed(*child, label)) return found;
  return nullptr;
}

}  // namespace

wxButton* Running::button(const std::string& label) { return buttonNamed(*frame_, shown(label)); }

void Running::press(const std::string& label) {
  wxButton* found = button(label);
  if (!found) throw std::runtime_error("no button " + label);
  const wxSize size = found->GetSize();
  click(*found, {size.x / 2, size.y / 2});
  settle();
}

namespace {

GtkWidget* buttonInside(GtkWidget* widget, const std::string& label) {
  if (GTK_IS_BUTTON(widget) && gtk_widget_get_mapped(widget)) {
    const char* text = gtk_button_get_label(GTK_BUTTON(widget));
    if (text && label == text) return widget;
  }
  GtkWidget* found = nullptr;
  if (!GTK_IS_CONTAINER(widget)) return found;
  GList* children = gtk_container_get_children(GTK_CONTAINER(widget));
  for (GList* child = children; child && !found; child = child->next)
    found = buttonInside(GTK_WIDGET(child->data), label);
  g_list_free(children);
  return found;
}

}  // namespace

void Running::pressInBar(const std::string& label) {
  GtkWidget* found = nullptr;
  for (wxWindow* child : frame_->GetChildren())
    if (dynamic_cast<wxInfoBar*>(child) && !found) found = buttonInside(child->GetHandle(), label);
  if (!found) throw std::runtime_error("no button " + label);
  gtk_button_clicked(GTK_BUTTON(found));
  settle();
}

bool Running::showsPages() {
  constexpr int turns = 3000;
  const PagesView& pages = work().papers().pages();
  for (int turn = 0; turn < turns; ++turn) {
    wxTheApp->Yield(true);
    wxMilliSleep(10);
    if (pages.pageCount() > 0 && pages.isComplete()) return true;
  }
  return false;
}

void Running::settle() {
  constexpr int turns = 6000;
  for (int quiet = 0, turn = 0; turn < turns && quiet < 4; ++turn) {
    const bool pending = wxTheApp->HasPendingEvents();
    wxTheApp->Yield(true);
    wxMilliSleep(10);
    const bool gone = wxTopLevelWindows.IndexOf(frame_) == wxNOT_FOUND;
    const bool settled = gone || (frame_->isSettled() && (!frame_->work() || frame_->work()->answers().isSettled()));
    quiet = !pending && settled ? quiet + 1 : 0;
  }
}

void Running::click(wxWindow& window, wxPoint at) {
  wxUIActionSimulator simulator;
  simulator.MouseMove(window.ClientToScreen(at));
  settle();
  simulator.MouseClick();
  settle();
}

void Running::doubleClick(wxWindow& window, wxPoint at) {
  wxUIActionSimulator simulator;
  simulator.MouseMove(window.ClientToScreen(at));
  settle();
  simulator.MouseDblClick();
  settle();
}

void Running::drag(wxWindow& window, wxPoint from, wxPoint to) {
  wxUIActionSimulator simulator;
  simulator.MouseMove(window.ClientToScreen(from));
  settle();
  simulator.MouseDown();
  settle();
  for (int i = 1; i <= 4; ++i) {
    simulator.MouseMove(window.ClientToScreen(from + wxPoint((to.x - from.x) * i / 4, (to.y - from.y) * i / 4)));
    settle();
  }
  simulator.MouseUp();
  settle();
}

void Running::key(int code, int modifiers) {
  wxUIActionSimulator().Char(code, modifiers);
  settle();
}

void Running::type(const std::string& text) {
  wxUIActionSimulator().Text(text.c_str());
  settle();
}

wxPoint Running::onTimeline(const ElementId& id) {
  const auto box = work().timeline().board().picture().boxOf(id);
  if (!box) throw std::invalid_argument(id.str() + " is not on the timeline");
  work().timeline().reveal(id);
  return work().timeline().canvas().toWindow(box->middle());
}

namespace {

bool isInput(const wxWindow& window) {
  return dynamic_cast<const wxTextCtrl*>(&window) || dynamic_cast<const wxChoice*>(&window) ||
         dynamic_cast<const wxComboBox*>(&window) || dynamic_cast<const wxListBox*>(&window) ||
         dynamic_cast<const wxDataViewCtrl*>(&window) || dynamic_cast<const wxAnyButton*>(&window) ||
         dynamic_cast<const Canvas*>(&window);
}

/// Names that the toolkit gives by itself say nothing.
bool isNamed(const wxWindow& window) {
  if (!window.GetLabel().empty()) return true;
  for (const char* own : {"", "text", "choice", "comboBox", "listBox", "dataviewCtrl", "button", "panel", "check"})
    if (window.GetName() == own) return false;
  return true;
}

void collectUnnamed(wxWindow& window, std::vector<std::string>& unnamed) {
  if (isInput(window) && !isNamed(window))
    unnamed.push_back((wxString(window.GetClassInfo()->GetClassName()) + " in " +
                       (window.GetParent() ? window.GetParent()->GetName() : wxString()))
                          .utf8_string());
  for (wxWindow* child : window.GetChildren()) collectUnnamed(*child, unnamed);
}

}  // namespace

std::vector<std::string> unnamedInputs(wxWindow& window) {
  std::vector<std::string> unnamed;
  collectUnnamed(window, unnamed);
  return unnamed;
}

wxImage onDisplay(const wxWindow& window) {
  const wxPoint at = window.IsTopLevel() ? window.GetPosition() : window.ClientToScreen(wxPoint(0, 0));
  const wxSize size = window.IsTopLevel() ? window.GetSize() : window.GetClientSize();
  wxBitmap bitmap(size.x, size.y, 24);
  wxScreenDC screen;
  // What was read of the display before is kept until somebody says that it has changed.
  cairo_surface_mark_dirty(cairo_get_target(static_cast<cairo_t*>(screen.GetImpl()->GetCairoContext())));
  wxMemoryDC memory(bitmap);
  memory.Blit(0, 0, size.x, size.y, &screen, at.x, at.y);
  memory.SelectObject(wxNullBitmap);
  return bitmap.ConvertToImage();
}

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace trackloom::desktop::test
