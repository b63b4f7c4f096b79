#include "scene/suggested.h"

#include <unordered_set>

namespace trackloom::scene {
namespace {

Style paleOf(const Shape& shape) {
  if (std::holds_alternative<Label>(shape.form)) return {Colour::muted, shape.style.stroke, shape.style.strokeWidth};
  Style pale = suggestedLine(shape.style.strokeWidth);
  pale.stroke = shape.style.stroke.visible() ? Paint(Colour::muted) : Paint();
  pale.fill = shape.style.fill.visible() ? Paint(Colour::paper) : Paint();
  return pale;
}

}  // namespace

Style suggestedLine(double width) { return {{}, Colour::muted, width, Dash::dotted}; }

const char* suggestedMeaning() { return tr("only suggested, not kept yet"); }

const char* suggestedSentence() {
  return tr("Only suggested: neither checked nor handed out until somebody keeps it.");
}

void markSuggested(Scene& scene, const Plan& plan, const Words& words) {
  const std::vector<ElementId> ids = suggestions(plan);
  if (ids.empty()) return;
  const std::unordered_set<ElementId> suggested(ids.begin(), ids.end());
  const std::string said = words.say({suggestedSentence(), {}});
  for (Shape& shape : scene.shapes) {
    if (shape.element.empty() || !suggested.contains(shape.element)) continue;
    shape.style = paleOf(shape);
    if (!shape.title.empty()) shape.description += (shape.description.empty() ? "" : " ") + said;
  }
}

}  // namespace trackloom::scene
