#include "render/appearance.h"

namespace trackloom::render {
std::span<const double> dashLengths(scene::Dash dash) {
  static constexpr double dashed[] = {3, 2}, dotted[] = {0.8, 2.2}, dashDot[] = {5, 2, 1, 2}, longDash[] = {7, 2.5};
  switch (dash) {
    case scene::Dash::solid:
      break;
    case scene::Dash::dashed:
      return dashed;
    case scene::Dash::dotted:
      return dotted;
    case scene::Dash::dashDot:
      return dashDot;
    case scene::Dash::longDash:
      return longDash;
  }
  return {};
}

}  // namespace trackloom::render
