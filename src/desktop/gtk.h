#pragma once

#include <string>

namespace trackloom::desktop {

// The few things that wxWidgets does not offer on GTK.

/// Lets lists and menus run from right to left. Before the first window.
void setRightToLeft();
/// Gives a widget the name that screen readers say.
void nameForScreenReaders(void* widget, const std::string& name);
/// The name under which the desktop environment finds the icon of the windows.
void setProgramName(const char* name);

}  // namespace trackloom::desktop
