#pragma once

#include "desktop/presenters/speech.h"
#include "plan/id_table.h"
#include "scene/scene.h"
#include "scene/words.h"

#include <memory>
#include <optional>
#include <vector>

namespace trackloom::desktop {

/// Lanes and their heads, stalled stretches, pauses: other things stand in them.
bool isBackground(const scene::Shape& shape);

/// A drawing that can be pointed at: which element lies where.
class Picture {
 public:
  Picture() = default;
  explicit Picture(scene::Scene scene);

  const scene::Scene& scene() const { return *scene_; }
  /// The same, for those who need it longer than the picture lasts.
  std::shared_ptr<const scene::Scene> sharedScene() const { return scene_; }
  /// The topmost shape at a place that stands for an element, bars and signs before lines, lines before what lies
  /// behind them; `reach` in points is how near a line has to be. Null if there is none.
  const scene::Shape* shapeAt(scene::Point at, double reach = 3) const;
  /// Where an element is drawn: the box around its own shapes, without its label. Nothing if it is not drawn.
  std::optional<scene::Box> boxOf(const ElementId& id) const;
  /// The first of its shapes; null if it is not drawn.
  const scene::Shape* shapeOf(const ElementId& id) const;
  /// How many elements are drawn.
  std::size_t count() const { return drawn_.size(); }
  /// The elements whose boxes touch a box, without lanes and what else holds others.
  std::vector<ElementId> within(const scene::Box& box) const;
  /// The next element from one in a direction, as arrow keys walk: -1, 0 or 1 across and down; from none, the first.
  ElementId next(const ElementId& from, int across, int down) const;

 private:
  struct Drawn {
    std::size_t shape;  // its first
    scene::Box box;
  };
  std::shared_ptr<const scene::Scene> scene_ = std::make_shared<const scene::Scene>();
  std::vector<Drawn> drawn_;  // elements in their order in the drawing
  IdTable places_;            // in `drawn_`
};

/// What a drawing shows and what is chosen in it, in words, for those who hear it; `said` is what it says of the last
/// that was chosen.
std::string spoken(const Picture& picture, const OpenPlan& open, const Speech& speech, const scene::Said& said);

}  // namespace trackloom::desktop
