#pragma once

#include "scene/scene.h"

#include <span>
#include <string>
#include <string_view>

namespace trackloom::render {

// What every device draws alike.

/// The fonts of drawings, the first that is there: for the fonts' library, and for CSS.
inline constexpr const char* fontFamilies = "Noto Sans,Noto Sans Arabic,DejaVu Sans,sans-serif";
inline constexpr std::string_view cssFontFamilies = "'Noto Sans', 'Noto Sans Arabic', 'DejaVu Sans', sans-serif";

/// Lengths of strokes and gaps in points; empty for a solid line.
std::span<const double> dashLengths(scene::Dash dash);

}  // namespace trackloom::render
