#include "scene/sheet.h"

#include "scene/suggested.h"

#include <algorithm>

namespace trackloom::scene {
namespace {

constexpr Font titleFont{15, Weight::bold};
constexpr Font smallFont{8.5, Weight::regular};
constexpr double swatchWidth = 26;
constexpr double legendRow = 14;

}  // namespace

Sheet::Sheet(const checks::Study& study, const DrawingOptions& options)
    : plan_(study.plan()), options_(options), asOf_(study.asOf()), words_(plan_, options) {
  scene_.width = options.width;
  scene_.language = words_.language();
  const Element& plan = plan_.root();
  if (plan.has(key::title.number)) scene_.title = words_.name(plan);
}

Shape& Sheet::add(std::variant<Rect, Path, Label> form, std::string_view role, Style style) {
  Shape& shape = scene_.shapes.emplace_back();
  shape.form = std::move(form);
  shape.role = role;
  shape.style = style;
  return shape;
}

Shape& Sheet::addText(Point at, std::string text, Font font, Paint paint) {
  Label label{at, std::move(text), Anchor::start, font};
  label.maxWidth = measure_.width(label.text, font);
  return add(std::move(label), "label", {paint, {}, 0});
}

void Sheet::drawTitle(const Message& subtitle, Periods periods) {
  const double room = width() - 2 * margin;
  const std::string drawing = words_.say(subtitle);
  const char* pattern =
      options_.view == View::team ? tr("For the team only: {drawing}, as of {day}") : tr("{drawing}, as of {day}");
  const std::string said =
      captionOf(words_, options_, words_.say({pattern, {{"drawing", drawing}, {"day", asOf_}}}), periods);
  if (scene_.title.empty()) scene_.title = said;
  addText({margin, 25}, fitted(measure_, scene_.title, titleFont, room), titleFont, Colour::ink).role = "title";
  double y = 28;
  for (std::string& line : wrapped(measure_, said, smallFont, {room, 4}))
    addText({margin, y += 11}, std::move(line), smallFont, Colour::muted).role = "subtitle";
  moveDown(y + 11);
}

void Sheet::drawNothing(const char* sentence) {
  constexpr Font font{10, Weight::regular};
  const std::string said = words_.say({sentence, {}});
  scene_.description = said;
  double y = bottom_ + 4;
  for (std::string& line : wrapped(measure_, said, font, {width() - 2 * margin, 4}))
    addText({margin, y += 14}, std::move(line), font, Colour::ink).role = "empty";
  moveDown(y + 6);
}

void Sheet::drawNote(const Message& note) {
  double y = bottom_ + 3;
  for (std::string& line : wrapped(measure_, words_.say(note), smallFont, {width() - 2 * margin, 4}))
    addText({margin, y += 11}, std::move(line), smallFont, Colour::muted).role = "note";
  moveDown(y + 3);
}

void Sheet::drawLegend(const std::vector<LegendEntry>& entries) {
  if (entries.empty()) return;
  const double right = width() - margin;
  double x = margin;
  double y = bottom_ + 14;
  for (const LegendEntry& entry : entries) {
    const std::string text =
        fitted(measure_, words_.say({entry.meaning, {}}), smallFont, right - margin - swatchWidth - 4);
    const double room = swatchWidth + 3 + measure_.width(text, smallFont);
    if (x > margin && x + room > right) {
      x = margin;
      y += legendRow;
    }
    entry.sign(*this, {x + swatchWidth / 2 - 2, y});
    addText({x + swatchWidth + 3, y + 3}, text, smallFont, Colour::muted).role = "legend";
    x += room + 16;
  }
  moveDown(y + 8);
}

Scene Sheet::finished() && {
  scene_.height = bottom_ + margin;
  markSuggested(scene_, plan_, words_);
  return words_.direction() == Direction::rightToLeft ? mirrored(std::move(scene_)) : std::move(scene_);
}

}  // namespace trackloom::scene
