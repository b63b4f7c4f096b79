#pragma once

#include <string>
#include <string_view>

class wxString;
class wxWindow;

namespace trackloom::desktop {

/// Our texts as windows take them, and back. Always UTF-8.
wxString shown(std::string_view text);
std::string typed(const wxString& text);

/// Gives a control the name that screen readers say.
void nameFor(wxWindow& control, const std::string& name);

}  // namespace trackloom::desktop
