#include "desktop/icon.h"

#include "desktop/icon_drawing.h"

namespace trackloom::desktop {

wxBitmapBundle programPicture(wxSize size) { return wxBitmapBundle::FromSVG(iconDrawing(), size); }

wxIconBundle programIcons() {
  wxIconBundle icons;
  for (const int size : {16, 24, 32, 48, 64, 128})
    icons.AddIcon(programPicture({size, size}).GetIcon(wxSize(size, size)));
  return icons;
}

}  // namespace trackloom::desktop
