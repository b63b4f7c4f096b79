#pragma once

#include "checks/study.h"
#include "plan/random_plans.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"
#include "support/sample_plans.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include <catch2/catch.hpp>

namespace trackloom::test {

using Draw = scene::Scene (*)(const checks::Study&, const scene::DrawingOptions&);

inline scene::Scene drawn(Draw draw, const Plan& plan, const scene::DrawingOptions& options) {
  return draw(checks::Study(plan, asOfDay(plan).value_or(dayOf({2013, 12, 1}))), options);
}

inline scene::Scene drawn(Draw draw, const Plan& plan, scene::View view = scene::View::team) {
  scene::DrawingOptions options;
  options.view = view;
  return drawn(draw, plan, options);
}

inline std::set<std::string> textsOf(const scene::Scene& scene) {
  std::set<std::string> texts;
  for (const scene::Shape& shape : scene.shapes)
    if (const auto* label = std::get_if<scene::Label>(&shape.form)) texts.insert(label->text);
  return texts;
}

inline void checkOnPage(const scene::Scene& scene) {
  for (const scene::Shape& shape : scene.shapes) {
    const scene::Box box = scene::bounds(shape);
    const bool inside =
        box.left >= -0.01 && box.right <= scene.width + 0.01 && box.top >= -0.01 && box.bottom <= scene.height + 0.01;
    if (!inside)
      FAIL(shape.role << " " << shape.element.str() << " leaves the page: " << box.left << " " << box.top << " "
                      << box.right << " " << box.bottom << " of " << scene.width << " " << scene.height);
  }
}

inline void checkTextsApart(const scene::Scene& scene) {
  std::vector<const scene::Shape*> texts;
  for (const scene::Shape& shape : scene.shapes)
    if (const auto* label = std::get_if<scene::Label>(&shape.form); label && !label->text.empty())
      texts.push_back(&shape);
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t j = i + 1; j < texts.size(); ++j)
      if (scene::overlap(scene::bounds(*texts[i]), scene::bounds(*texts[j])))
        FAIL("“" << std::get<scene::Label>(texts[i]->form).text << "” lies on “"
                 << std::get<scene::Label>(texts[j]->form).text << "”");
}

/// What is text stays inside the box of the shape that holds it: no text crosses the edge of a box.
inline void checkTextsInShapes(const scene::Scene& scene) {
  for (const scene::Shape& text : scene.shapes) {
    if (!std::holds_alternative<scene::Label>(text.form)) continue;
    const scene::Box box = scene::bounds(text);
    for (const scene::Shape& shape : scene.shapes) {
      if (!std::holds_alternative<scene::Rect>(shape.form)) continue;
      const scene::Box around = scene::bounds(shape);
      const bool inside = box.left >= around.left - 0.5 && box.right <= around.right + 0.5;
      if (overlap(box, around) && !inside)
        FAIL("“" << std::get<scene::Label>(text.form).text << "” crosses the edge of a " << shape.role);
    }
  }
}

inline bool samePlaces(const scene::Scene& a, const scene::Scene& b) {
  if (a.shapes.size() != b.shapes.size() || a.width != b.width || a.height != b.height) return false;
  for (std::size_t i = 0; i < a.shapes.size(); ++i) {
    const scene::Box x = scene::bounds(a.shapes[i]);
    const scene::Box y = scene::bounds(b.shapes[i]);
    if (std::abs(x.left - y.left) > 1e-6 || std::abs(x.right - y.right) > 1e-6) return false;
    if (x.top != y.top || x.bottom != y.bottom || a.shapes[i].role != b.shapes[i].role) return false;
  }
  return true;
}

inline bool sameDrawing(const scene::Scene& a, const scene::Scene& b) {
  if (!samePlaces(a, b)) return false;
  for (std::size_t i = 0; i < a.shapes.size(); ++i) {
    if (a.shapes[i].title != b.shapes[i].title || a.shapes[i].element != b.shapes[i].element) return false;
    const auto* one = std::get_if<scene::Label>(&a.shapes[i].form);
    const auto* other = std::get_if<scene::Label>(&b.shapes[i].form);
    if (one && one->text != other->text) return false;
  }
  return true;
}

/// The same elements adopted in another order make the same plan, and the same plan the same drawing.
inline Plan reordered(const Plan& plan) {
  Plan made;
  for (std::size_t kind = kindCount; kind-- > 0;) {
    const auto all = plan.all(static_cast<KindId>(kind));
    for (std::size_t i = all.size(); i-- > 0;) made = made.with(*all[i]);
  }
  return made;
}

/// Every invariant of layout, for both views and directions.
inline void checkDrawing(Draw draw, const Plan& plan) {
  for (const scene::View view : {scene::View::team, scene::View::outward}) {
    scene::DrawingOptions options;
    options.view = view;
    options.direction = scene::Direction::leftToRight;
    const scene::Scene scene = drawn(draw, plan, options);
    checkOnPage(scene);
    checkTextsApart(scene);
    checkTextsInShapes(scene);
    CHECK(sameDrawing(scene, drawn(draw, plan, options)));
    CHECK(sameDrawing(scene, drawn(draw, reordered(plan), options)));
    options.direction = scene::Direction::rightToLeft;
    const scene::Scene turned = drawn(draw, plan, options);
    checkOnPage(turned);
    checkTextsApart(turned);
    CHECK(samePlaces(scene::mirrored(turned), scene));
  }
}

}  // namespace trackloom::test
