#include "desktop/text.h"

#include "desktop/gtk.h"

#include <wx/string.h>
#include <wx/window.h>

namespace trackloom::desktop {

wxString shown(std::string_view text) { return wxString::FromUTF8(text.data(), text.size()); }

std::string typed(const wxString& text) { return text.utf8_string(); }

void nameFor(wxWindow& control, const std::string& name) {
  control.SetName(shown(name));
  nameForScreenReaders(control.GetHandle(), name);
}

}  // namespace trackloom::desktop
