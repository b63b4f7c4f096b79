#include "documents/figures.h"

#include "documents/fill.h"
#include "documents/wording.h"
#include "render/svg.h"
#include "scene/drawings.h"

#include <algorithm>

namespace trackloom::documents {
namespace {

constexpr scene::SheetRoom roomOnA4{510, 750};  // inside the margins

scene::LaidOut laidOutFor(const Material& material, const scene::Drawing& drawing) {
  scene::DrawingOptions options;
  options.view = material.forTeam() ? scene::View::team : scene::View::outward;
  options.findings = material.findings;
  speak(options, material.language);
  return scene::laidOut(drawing, material.study, options, roomOnA4);
}

/// The drawing as an element of a page: without the line that says it is XML. Rims around labels are left out: programs
/// that do not know them paint them over the text.
std::string inPage(const scene::Drawing& drawing, scene::Scene scene) {
  for (scene::Shape& shape : scene.shapes)
    if (auto* label = std::get_if<scene::Label>(&shape.form)) label->halo = scene::Halo::none;
  render::SvgOptions options;
  options.idPrefix = drawing.id;
  const std::string svg = render::svg(scene, options);
  return svg.substr(std::min(svg.find("<svg"), svg.size()));
}

/// Does a drawing only say what to record? That is for who draws, not for who reads: a document has a gap there.
bool hasNothingToShow(const scene::Scene& scene) {
  return std::any_of(scene.shapes.begin(), scene.shapes.end(),
                     [](const scene::Shape& shape) { return shape.role == "empty"; });
}

/// A drawing with its caption. The drawing itself says what it shows to those who cannot see it. Nothing where there is
/// nothing to show.
Markup figure(const scene::Drawing& drawing, const Material& material) {
  scene::LaidOut sheet = laidOutFor(material, drawing);
  if (hasNothingToShow(sheet.scene)) return {};
  const Message caption{tr("{title}, as of {day}."),
                        {{"title", said(material, drawing.title)}, {"day", material.study.asOf()}}};
  const char* orientation = sheet.orientation == scene::LaidOut::Orientation::upright ? "upright" : "across";
  return {"<figure class=\"drawing " + std::string(orientation) + "\">\n" + inPage(drawing, std::move(sheet.scene)) +
          "<figcaption>" + escaped(said(material, caption)) + "</figcaption>\n</figure>\n"};
}

}  // namespace

void speak(scene::DrawingOptions& options, const language::Language& language) {
  options.language = language.code();
  options.direction = language.rightToLeft() ? scene::Direction::rightToLeft : scene::Direction::leftToRight;
  if (language.code() == "en") return;
  options.translate = [&language](std::string_view word) { return language.translated(word); };
  options.localize = [&language](const Message& message) { return language.localized(message); };
}

void addFigures(Node& root, const Material& material, const std::string& page) {
  for (const scene::Drawing& drawing : scene::drawings()) {
    const std::string name = "figure-" + std::string(drawing.id);
    if (page.find(name) != std::string::npos) root.set(name, figure(drawing, material));
  }
}

}  // namespace trackloom::documents
