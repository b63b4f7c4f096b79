#pragma once

#include <wx/bmpbndl.h>
#include <wx/iconbndl.h>

namespace trackloom::desktop {

/// The program's picture, as large as it is asked for.
wxBitmapBundle programPicture(wxSize size);

/// The same in the sizes that window managers take.
wxIconBundle programIcons();

}  // namespace trackloom::desktop
