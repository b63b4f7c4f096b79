#include "desktop/gtk.h"

#include <memory>
#include <set>

#include <gtk/gtk.h>
#include <gtk/gtkunixprint.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wx/window.h>

namespace trackloom::desktop {

void setDirection(Writing writing) {
  gtk_widget_set_default_direction(writing == Writing::rightToLeft ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

namespace {

/// In 1024ths, as GTK counts.
int dotsPerInch(GtkSettings& settings) {
  constexpr int usual = 96 * 1024;
  int dots = 0;
  g_object_get(&settings, "gtk-xft-dpi", &dots, nullptr);
  return dots > 0 ? dots : usual;
}

}  // namespace

void setLook(Colours colours, int textSize) {
  GtkSettings* settings = gtk_settings_get_default();
  if (!settings) return;
  for (const char* property : {"gtk-theme-name", "gtk-application-prefer-dark-theme"})
    gtk_settings_reset_property(settings, property);
  // GTK's own theme has both; of others nobody knows.
  if (colours != Colours::asDesktop)
    g_object_set(settings, "gtk-theme-name", "Adwaita", "gtk-application-prefer-dark-theme",
                 gboolean{colours == Colours::dark}, nullptr);
  // Resetting the size does not bring back what the machine had, so that is kept from the first time.
  static const int ofMachine = dotsPerInch(*settings);
  if (textSize != 100 || dotsPerInch(*settings) != ofMachine)
    g_object_set(settings, "gtk-xft-dpi", ofMachine / 100 * textSize, nullptr);
}

void beginAtStart(void* label) {
  if (!GTK_IS_LABEL(label)) return;
  gtk_label_set_justify(GTK_LABEL(label), GTK_JUSTIFY_LEFT);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
}

namespace {

/// What speaks of a scrolled text, list or drawing, or of a choice in which one can type, is inside.
AtkObject* whatSpeaks(void* widget) {
  if (!widget) return nullptr;
  GtkWidget* speaks = GTK_WIDGET(widget);
  const bool around = GTK_IS_SCROLLED_WINDOW(speaks) ||
                      (GTK_IS_COMBO_BOX(speaks) && gtk_combo_box_get_has_entry(GTK_COMBO_BOX(speaks)));
  if (GtkWidget* inside = around ? gtk_bin_get_child(GTK_BIN(speaks)) : nullptr) speaks = inside;
  return gtk_widget_get_accessible(speaks);
}

}  // namespace

void nameForScreenReaders(void* widget, const std::string& name) {
  if (!widget) return;
  for (AtkObject* accessible : {gtk_widget_get_accessible(GTK_WIDGET(widget)), whatSpeaks(widget)})
    if (accessible) atk_object_set_name(accessible, name.c_str());
}

void describeForScreenReaders(void* widget, const std::string& description) {
  if (AtkObject* accessible = whatSpeaks(widget)) atk_object_set_description(accessible, description.c_str());
}

void keepBarInSight(void* scrolled) {
  if (GTK_IS_SCROLLED_WINDOW(scrolled)) gtk_scrolled_window_set_overlay_scrolling(GTK_SCROLLED_WINDOW(scrolled), FALSE);
}

void keepFromEdges(void* text) {
  GtkWidget* inside = GTK_IS_SCROLLED_WINDOW(text) ? gtk_bin_get_child(GTK_BIN(text)) : GTK_WIDGET(text);
  if (!GTK_IS_TEXT_VIEW(inside)) return;
  constexpr int room = 8;
  GtkTextView* view = GTK_TEXT_VIEW(inside);
  gtk_text_view_set_left_margin(view, room);
  gtk_text_view_set_right_margin(view, room);
  gtk_text_view_set_top_margin(view, room);
  gtk_text_view_set_bottom_margin(view, room);
}

void completeFromChoices(void* choice) {
  if (!GTK_IS_COMBO_BOX(choice)) return;
  GtkWidget* inside = gtk_bin_get_child(GTK_BIN(choice));
  if (!GTK_IS_ENTRY(inside)) return;
  GtkEntryCompletion* completion = gtk_entry_completion_new();
  gtk_entry_completion_set_model(completion, gtk_combo_box_get_model(GTK_COMBO_BOX(choice)));
  gtk_entry_completion_set_text_column(completion, gtk_combo_box_get_entry_text_column(GTK_COMBO_BOX(choice)));
  gtk_entry_set_completion(GTK_ENTRY(inside), completion);
  g_object_unref(completion);
}

namespace {

using Fill = std::function<void()>;

/// Before anything else hears of the press.
gboolean fillOnPress(GtkWidget*, GdkEvent* event, gpointer fill) {
  if (event->type == GDK_BUTTON_PRESS) (*static_cast<Fill*>(fill))();
  return FALSE;
}

void forget(gpointer fill, GClosure*) { delete static_cast<Fill*>(fill); }

void listenToArrow(GtkWidget* part, gpointer fill) {
  if (GTK_IS_BUTTON(part))
    g_signal_connect_data(part, "event", G_CALLBACK(fillOnPress), new Fill(*static_cast<const Fill*>(fill)), forget,
                          GConnectFlags{});
  else if (GTK_IS_CONTAINER(part))
    gtk_container_forall(GTK_CONTAINER(part), listenToArrow, fill);
}

}  // namespace

void fillBeforeOpening(void* choice, Fill fill) {
  if (!GTK_IS_COMBO_BOX(choice)) return;
  gtk_combo_box_set_button_sensitivity(GTK_COMBO_BOX(choice), GTK_SENSITIVITY_ON);
  listenToArrow(GTK_WIDGET(choice), &fill);
}

void takeWheelOfArrow(void* choice, std::function<void(int)> turned) {
  using Turned = std::function<void(int)>;
  if (!GTK_IS_COMBO_BOX(choice)) return;
  const auto hear = +[](GtkWidget*, GdkEvent* event, gpointer told) -> gboolean {
    GdkScrollDirection direction{};
    double across = 0;
    double down = 0;
    int steps = 0;
    if (gdk_event_get_scroll_direction(event, &direction))
      steps = direction == GDK_SCROLL_DOWN ? 1 : direction == GDK_SCROLL_UP ? -1 : 0;
    else if (gdk_event_get_scroll_deltas(event, &across, &down))
      steps = down > 0 ? 1 : down < 0 ? -1 : 0;
    if (steps != 0) (*static_cast<Turned*>(told))(steps);
    return TRUE;
  };
  g_signal_connect_data(
      choice, "scroll-event", G_CALLBACK(hear), new Turned(std::move(turned)),
      [](gpointer told, GClosure*) { delete static_cast<Turned*>(told); }, GConnectFlags{});
}

bool hasKeyboard(void* widget) {
  GtkWidget* top = gtk_widget_get_toplevel(GTK_WIDGET(widget));
  GtkWidget* focus = GTK_IS_WINDOW(top) ? gtk_window_get_focus(GTK_WINDOW(top)) : nullptr;
  return focus && (focus == widget || gtk_widget_is_ancestor(focus, GTK_WIDGET(widget)));
}

void foldFromStart(void* expander) {
  if (!GTK_IS_EXPANDER(expander)) return;
  const GtkTextDirection direction = gtk_widget_get_direction(GTK_WIDGET(expander));
  const GtkTextDirection other = direction == GTK_TEXT_DIR_RTL ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL;
  for (const GtkTextDirection turned : {other, direction}) gtk_widget_set_direction(GTK_WIDGET(expander), turned);
}

void tellThatItDraws(void* widget) {
  if (AtkObject* accessible = whatSpeaks(widget)) atk_object_set_role(accessible, ATK_ROLE_CANVAS);
}

void tellThatItAsks(void* window) {
  if (AtkObject* accessible = whatSpeaks(window)) atk_object_set_role(accessible, ATK_ROLE_DIALOG);
}

namespace {

using Done = std::function<void(const std::string&)>;

/// A file in memory that holds these bytes and is read from its start; -1 if there is no room.
int inMemory(const std::string& bytes) {
  const int file = memfd_create("pages", MFD_CLOEXEC);
  if (file < 0) return file;
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t wrote = write(file, bytes.data() + at, bytes.size() - at);
    if (wrote <= 0) {
      close(file);
      return -1;
    }
    at += static_cast<std::size_t>(wrote);
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

/// What stays until the printer has everything.
struct Sending {
  Done done;
  int file;

  Sending(Done heard, const std::string& bytes) : done(std::move(heard)), file(inMemory(bytes)) {}
  ~Sending() {
    if (file >= 0) close(file);
  }
  Sending(const Sending&) = delete;
  Sending& operator=(const Sending&) = delete;
};

}  // namespace

void printPages(wxWindow& parent, const std::string& title, const std::string& pdf, Done done) {
  GtkWidget* top = gtk_widget_get_toplevel(parent.GetHandle());
  GtkWidget* dialog = gtk_print_unix_dialog_new(title.c_str(), GTK_IS_WINDOW(top) ? GTK_WINDOW(top) : nullptr);
  GtkPrintUnixDialog* choice = GTK_PRINT_UNIX_DIALOG(dialog);
  gtk_print_unix_dialog_set_manual_capabilities(choice, GTK_PRINT_CAPABILITY_GENERATE_PDF);
  if (gtk_dialog_run(GTK_DIALOG(dialog)) == GTK_RESPONSE_OK) {
    GtkPrintSettings* settings = gtk_print_unix_dialog_get_settings(choice);
    GtkPrintJob* job = gtk_print_job_new(title.c_str(), gtk_print_unix_dialog_get_selected_printer(choice), settings,
                                         gtk_print_unix_dialog_get_page_setup(choice));
    GError* error = nullptr;
    auto sending = std::make_unique<Sending>(std::move(done), pdf);
    if (sending->file >= 0 && gtk_print_job_set_source_fd(job, sending->file, &error)) {
      gtk_print_job_send(
          job,
          [](GtkPrintJob*, gpointer sent, const GError* problem) {
            static_cast<Sending*>(sent)->done(problem ? problem->message : "");
          },
          sending.release(), [](gpointer sent) { delete static_cast<Sending*>(sent); });
    } else {
      sending->done(error ? error->message : g_strerror(errno));
    }
    g_clear_error(&error);
    g_object_unref(settings);
    g_object_unref(job);
  }
  gtk_widget_destroy(dialog);
}

namespace {

/// The addresses of files that are kept out of the list.
std::set<std::string>& keptOut() {
  static std::set<std::string> addresses;
  return addresses;
}

void takeOut(GtkRecentManager* list, void*) {
  for (const std::string& address : keptOut()) gtk_recent_manager_remove_item(list, address.c_str(), nullptr);
}

}  // namespace

void forgetInDesktop(const std::string& path) {
  gchar* address = g_filename_to_uri(path.c_str(), nullptr, nullptr);
  if (!address) return;
  GtkRecentManager* list = gtk_recent_manager_get_default();
  if (keptOut().empty()) g_signal_connect(list, "changed", G_CALLBACK(takeOut), nullptr);
  keptOut().insert(address);
  g_free(address);
  takeOut(list, nullptr);
}

void setProgramName(const char* name) { g_set_prgname(name); }

}  // namespace trackloom::desktop
