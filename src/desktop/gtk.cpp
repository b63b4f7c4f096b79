#include "desktop/gtk.h"

#include <gtk/gtk.h>

namespace trackloom::desktop {

void setRightToLeft() { gtk_widget_set_default_direction(GTK_TEXT_DIR_RTL); }

void nameForScreenReaders(void* widget, const std::string& name) {
  if (!widget) return;
  GtkWidget* named = GTK_WIDGET(widget);
  if (AtkObject* accessible = gtk_widget_get_accessible(named)) atk_object_set_name(accessible, name.c_str());
  // A scrolled text or list: what speaks is inside.
  if (GTK_IS_SCROLLED_WINDOW(named))
    if (GtkWidget* inside = gtk_bin_get_child(GTK_BIN(named)))
      if (AtkObject* accessible = gtk_widget_get_accessible(inside)) atk_object_set_name(accessible, name.c_str());
}

void setProgramName(const char* name) { g_set_prgname(name); }

}  // namespace trackloom::desktop
