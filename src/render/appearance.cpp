#include "render/appearance.h"

#include "scene/text_measure.h"

namespace trackloom::render {
namespace {

bool hasRightToLeft(std::string_view text) {
  while (!text.empty())
    if (scene::isRightToLeft(scene::takeCharacter(text))) return true;
  return false;
}

}  // namespace

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

std::string isolated(std::string text, scene::Direction page) {
  if (page == scene::Direction::leftToRight && !hasRightToLeft(text)) return text;
  return "\u2068" + text + "\u2069";
}

}  // namespace trackloom::render
