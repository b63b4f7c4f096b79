#include "documents/figures.h"

#include <algorithm>

#include "documents/fill.h"
#include "documents/wording.h"
#include "render/svg.h"
#include "scene/drawings.h"

namespace trackloom::documents {
namespace {

/// The drawing as an element of a page: without the line that says it is XML.
std::string inPage(const scene::Drawing& drawing, const scene::Scene& scene) {
  render::SvgOptions options;
  options.idPrefix = drawing.id;
  const std::string svg = render::svg(scene, options);
  return svg.substr(std::min(svg.find("<svg"), svg.size()));
}

/// A drawing with its caption. The drawing itself says what it shows to those who cannot see it.
Markup figure(const scene::Drawing& drawing, const scene::Scene& scene, const Material& material) {
  const std::string caption = spoken(Message{tr("{title}, as of {day}."), {{"title", std::string(drawing.title)}, {"day", material.study.asOf()}}}, material.plan());
  return {"<figure class=\"drawing\">\n" + inPage(drawing, scene) + "<figcaption>" + escaped(caption) + "</figcaption>\n</figure>\n"};
}

}  // namespace

void addFigures(Node& root, const Material& material) {
  scene::DrawingOptions options;
  options.view = material.forTeam() ? scene::View::team : scene::View::outward;
  options.findings = material.findings;
  for (const scene::Drawing& drawing : scene::drawings())
    root.set("figure-" + std::string(drawing.id), figure(drawing, drawing.draw(material.study, options), material));
}

}  // namespace trackloom::documents
