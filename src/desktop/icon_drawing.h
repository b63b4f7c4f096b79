#pragma once

namespace trackloom::desktop {

/// The icon that is installed, `share/icons/…/trackloom.svg`, as it became part of the program.
const char* iconDrawing();

}  // namespace trackloom::desktop
