#include "scene/link_map.h"

#include "scene/link_map/content.h"
#include "scene/link_map/routes.h"
#include "scene/sheet.h"
#include "scene/suggested.h"
#include "scene/symbols.h"
#include "scene/track_order.h"

#include <algorithm>
#include <map>

namespace trackloom::scene {
namespace {

using namespace link_map;
using checks::Study;

constexpr Font font{8, Weight::regular};
constexpr Font headFont{9, Weight::bold};
constexpr double lineHeight = 10;
constexpr double headWidth = 112;
constexpr double boxWidth = 104;
constexpr double padding = 4;
constexpr double gap = 38;
constexpr double missingRoom = 16;

class LinkDrawing {
 public:
  LinkDrawing(Sheet& sheet, const Content& content, std::map<const checks::Item*, Hue> hues)
      : sheet_(sheet), content_(content), hues_(std::move(hues)), lines_(content.nodes.size()) {
    right_ = left(content.ranks) - gap + 10;
    sheet.widen(right_ + static_cast<double>(content.missing.size()) * missingRoom + Sheet::margin);
  }

  void draw() {
    for (std::size_t i = 0; i < content_.nodes.size(); ++i)
      lines_[i] = wrapped(sheet_.measure(), nameOf(i), font, {boxWidth - 2 * padding, 3});
    routes_ = routesOf(content_, heights(), sheet_.bottom());
    for (std::size_t layer = 0; layer < content_.layers.size(); ++layer) drawLayer(layer);
    for (std::size_t i = 0; i < content_.links.size(); ++i) drawLink(i);
    for (std::size_t i = 0; i < content_.nodes.size(); ++i) drawBox(i);
    for (std::size_t i = 0; i < content_.missing.size(); ++i) drawMissing(i);
    drawLegend();
    if (content_.leftOut > 0)
      sheet_.drawNote({tr("Links that were turned down, or of which one end is not known yet or does not take place, "
                          "and that are not shown: {count}."),
                       {{"count", static_cast<std::int64_t>(content_.leftOut)}}});
  }

 private:
  static double left(std::size_t rank) {
    return Sheet::margin + headWidth + 12 + static_cast<double>(rank) * (boxWidth + gap);
  }
  std::string nameOf(std::size_t node) const { return sheet_.words().name(content_.nodes[node].item->element()); }
  /// Its name; of what is outside the part with its track.
  std::string titleOf(std::size_t at) const {
    const Node& node = content_.nodes[at];
    if (!node.outside || node.tracks.empty()) return nameOf(at);
    return sheet_.words().say({tr("{title} ({track})"), {{"title", nameOf(at)}, {"track", node.tracks}}});
  }
  Hue hueOf(std::size_t layer) const {
    const checks::Item* track = content_.layers[layer];
    return track ? hues_.at(track) : neutralHue();
  }

  std::vector<double> heights() const {
    std::vector<double> heights;
    for (const auto& lines : lines_)
      heights.push_back(static_cast<double>(std::max<std::size_t>(lines.size(), 1)) * lineHeight + 2 * padding);
    return heights;
  }

  Box boxOf(std::size_t node) const {
    const double x = left(content_.nodes[node].rank);
    return {x, routes_.tops[node], x + boxWidth, routes_.bottoms[node]};
  }

  void drawLayer(std::size_t layer) {
    const auto [top, bottom] = routes_.layers[layer];
    layers_.push_back({Sheet::margin, top, right_, bottom});
    if (content_.layers[layer] || bottom > top) drawBand(layer, layers_.back());
  }

  const char* restOf(std::size_t layer) const {
    return layer == content_.outsideLayer() ? tr("Outside this part") : tr("No track");
  }

  void drawBand(std::size_t layer, const Box& band) {
    const Hue hue = hueOf(layer);
    const checks::Item* track = content_.layers[layer];
    const double head = band.left + headWidth;
    sheet_.add(Rect{{head, band.top, band.right, band.bottom}}, "layer", {hue.wash, Colour::rule, 0.6});
    Shape& back =
        sheet_.add(Rect{{band.left, band.top, head, band.bottom}}, "layer head", {Colour::headBack, Colour::rule, 0.6});
    const std::string name = track ? sheet_.words().name(track->element()) : sheet_.words().say({restOf(layer), {}});
    if (track) back.element = track->id();
    back.title = name;
    sheet_.add(Rect{{band.left, band.top, band.left + 4, band.bottom}}, "layer edge", {hue.strong, {}, 0});
    const auto room = std::min<std::size_t>(4, static_cast<std::size_t>((band.height() - 4) / 10.5));
    const auto lines = wrapped(sheet_.measure(), name, headFont, {headWidth - 16, room});
    double y = band.middle().y - static_cast<double>(lines.size()) * 5.25;
    for (const std::string& line : lines)
      sheet_.addText({band.left + 10, (y += 10.5) - 2.5}, line, headFont, Colour::ink);
    sheet_.moveDown(band.bottom);
  }

  Style styleOf(const Link& link) const {
    if (link.item->kind() == KindId::transfer) return {{}, hueOf(content_.nodes[link.from].layer).edge, 1.5};
    if (link.critical) return {{}, Colour::ink, 2.2};
    const auto nature = link.item->word<DependencyNature>(key::nature).value_or(DependencyNature::hard);
    const Dash dash = nature == DependencyNature::soft        ? Dash::dotted
                      : nature == DependencyNature::political ? Dash::dashed
                                                              : Dash::solid;
    return {{}, Colour::dependency, 1, dash};
  }

  /// Through the gaps between columns, and past the boxes of those on the way.
  Path lineOf(const Link& link, const std::vector<Passage>& passages) const {
    constexpr double reach = 12;  // of a line that turns back: what there is beside the first and the last column
    const Box from = boxOf(link.from);
    const Box to = boxOf(link.to);
    const double shift = link.item->kind() == KindId::transfer ? 3 : -3;  // to tell two links between the same apart
    Point at{from.right, from.middle().y + shift};
    const Point end{to.left, to.middle().y + shift};
    Path path = Path().move(at);
    const auto swing = [&](Point next, double out, double in) {
      path.curve({at.x + out, at.y}, {next.x + in, next.y}, next);
      at = next;
    };
    const bool back = content_.nodes[link.to].rank <= content_.nodes[link.from].rank;
    for (const Passage& passage : passages) {
      const double near = back ? left(passage.rank) + boxWidth : left(passage.rank);
      const double far = back ? left(passage.rank) : left(passage.rank) + boxWidth;
      const bool turning = back && &passage == &passages.front();
      swing({near, passage.y},
            turning ? reach
            : back  ? -gap / 2
                    : gap / 2,
            turning ? reach
            : back  ? gap / 2
                    : -gap / 2);
      path.line({far, passage.y});
      at = {far, passage.y};
    }
    if (back) {
      swing(end, -reach, -reach);
    } else {
      swing(end, gap * 0.7, -gap * 0.7);
    }
    return path;
  }

  void drawLink(std::size_t at) {
    const Link& link = content_.links[at];
    const bool isTransfer = link.item->kind() == KindId::transfer;
    Path path = lineOf(link, routes_.passages[at]);
    path.head = isTransfer && !link.delivered ? Head::open : Head::filled;
    Shape& shape = sheet_.add(std::move(path),
                              isTransfer      ? "transfer"
                              : link.critical ? "dependency critical"
                                              : "dependency",
                              styleOf(link));
    shape.element = link.item->id();
    const Message::Place ends[] = {{"from", content_.nodes[link.from].item->id()},
                                   {"to", content_.nodes[link.to].item->id()}};
    shape.title = sheet_.words().say(
        {isTransfer ? tr("Hand-over from {from} to {to}") : tr("{to} waits for {from}"), {ends[0], ends[1]}});
  }

  void drawBox(std::size_t at) {
    const Node& node = content_.nodes[at];
    const bool isActivity = node.item->kind() == KindId::activity;
    const Paint edge = node.critical ? Paint(Colour::ink) : hueOf(node.layer).edge;
    const Box place = boxOf(at);
    const Dash dash = node.outside ? Dash::dashed : Dash::solid;
    Shape& box = sheet_.add(Rect{place, isActivity ? 1.0 : 8.0}, node.critical ? "node critical" : "node",
                            {Colour::paper, edge, node.critical ? 2.0 : 0.9, dash});
    box.element = node.item->id();
    box.title = titleOf(at);
    double y = place.top + padding + 7.5;
    for (const std::string& line : lines_[at]) {
      sheet_.addText({place.left + padding, y}, line, font, Colour::ink).element = node.item->id();
      y += lineHeight;
    }
  }

  static void drawGap(Sheet& sheet, Point at) {
    Path sign = diamond(at, 4);
    sign.closing = Closing::closed;
    sheet.add(std::move(sign), "missing sign", {Colour::paper, Colour::stall, 1.2});
  }

  void drawMissing(std::size_t at) {
    const Missing& missing = content_.missing[at];
    const Box& upper = layers_[missing.upper];
    const Box& lower = layers_[missing.lower];
    const double x = right_ + (static_cast<double>(at) + 0.7) * missingRoom;
    Shape& line = sheet_.add(Path()
                                 .move({right_, upper.middle().y})
                                 .line({x, upper.middle().y})
                                 .line({x, lower.middle().y})
                                 .line({right_, lower.middle().y}),
                             "missing", {{}, Colour::stall, 1.1, Dash::dashed});
    line.title = sheet_.words().say(
        {tr("Nothing that is recorded links {a} and {b}."),
         {{"a", content_.layers[missing.upper]->id()}, {"b", content_.layers[missing.lower]->id()}}});
    drawGap(sheet_, {x, (upper.middle().y + lower.middle().y) / 2});
  }

  void addLine(std::vector<Sheet::LegendEntry>& entries, const Style& style, const char* means,
               Head head = Head::filled) const {
    entries.push_back({[style, head](Sheet& sheet, Point at) {
                         Path path = Path().move({at.x - 11, at.y}).line({at.x + 11, at.y});
                         path.head = head;
                         sheet.add(std::move(path), "swatch", style);
                       },
                       means});
  }

  void drawLegend() const {
    const auto any = [&](auto wanted) { return std::any_of(content_.links.begin(), content_.links.end(), wanted); };
    const auto waits = [&](DependencyNature nature) {
      return any([&](const Link& link) {
        return link.item->kind() == KindId::dependency && !link.critical &&
               link.item->word<DependencyNature>(key::nature).value_or(DependencyNature::hard) == nature;
      });
    };
    const auto transfers = [&](bool delivered) {
      return any(
          [&](const Link& link) { return link.item->kind() == KindId::transfer && link.delivered == delivered; });
    };
    std::vector<Sheet::LegendEntry> entries;
    const Style handOver{{}, neutralHue().edge, 1.5};
    if (transfers(true)) addLine(entries, handOver, tr("hand-over"));
    if (transfers(false)) addLine(entries, handOver, tr("hand-over, not delivered or not known to be"), Head::open);
    if (waits(DependencyNature::hard)) addLine(entries, {{}, Colour::dependency, 1}, tr("waits for"));
    if (waits(DependencyNature::soft))
      addLine(entries, {{}, Colour::dependency, 1, Dash::dotted}, tr("should wait for"));
    if (waits(DependencyNature::political))
      addLine(entries, {{}, Colour::dependency, 1, Dash::dashed}, tr("political precondition"));
    if (std::ranges::any_of(content_.nodes, [](const auto& node) { return node.critical; }))
      addLine(entries, {{}, Colour::ink, 2.2}, tr("what decides the last date"));
    if (any([](const Link& link) { return isSuggested(link.item->element()); }))
      addLine(entries, suggestedLine(1), suggestedMeaning());
    if (!content_.missing.empty()) entries.push_back({drawGap, tr("nothing links the two tracks")});
    sheet_.drawLegend(entries);
  }

  Sheet& sheet_;
  const Content& content_;
  std::map<const checks::Item*, Hue> hues_;
  std::vector<std::vector<std::string>> lines_;
  Routes routes_;
  std::vector<Box> layers_;
  double right_ = 0;
};

}  // namespace

Scene linkMap(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Content content = contentOf(study, options);
  const Message subtitle{tr("What waits for what, and what is handed over between the tracks"), {}};
  sheet.drawTitle(subtitle);
  if (content.nodes.empty()) {
    sheet.drawNothing(
        tr("Nothing to draw yet. Record what each activity waits for, and what is handed over from where to "
           "where."));
    return std::move(sheet).finished();
  }
  sheet.describe({tr("A map of links between activities in layers of tracks. Boxes: {boxes}; links: {links}."),
                  {{"boxes", static_cast<std::int64_t>(content.nodes.size())},
                   {"links", static_cast<std::int64_t>(content.links.size())}}});
  LinkDrawing(sheet, content, trackHues(study)).draw();
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
