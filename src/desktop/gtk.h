#pragma once

#include <functional>
#include <string>

class wxWindow;

namespace trackloom::desktop {

// The few things that wxWidgets does not offer on GTK.

/// Lets lists and menus run from right to left. Before the first window.
void setRightToLeft();
/// Gives a widget the name that screen readers say.
void nameForScreenReaders(void* widget, const std::string& name);
/// Asks for a printer and sends it a PDF as it stands; nothing is written to the disk here. `done` hears why it failed,
/// or an empty text; not at all if the user thought better of it.
void printPages(wxWindow& parent, const std::string& title, const std::string& pdf,
                std::function<void(const std::string& problem)> done);
/// The name under which the desktop environment finds the icon of the windows.
void setProgramName(const char* name);

}  // namespace trackloom::desktop
