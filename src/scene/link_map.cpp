#include "scene/link_map.h"

#include "scene/link_map/content.h"
#include "scene/sheet.h"
#include "scene/suggested.h"
#include "scene/symbols.h"

#include <algorithm>

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
constexpr double between = 7;  ///< boxes of one place
constexpr double missingRoom = 16;

class LinkDrawing {
 public:
  LinkDrawing(Sheet& sheet, const Content& content)
      : sheet_(sheet), content_(content), boxes_(content.nodes.size()), lines_(content.nodes.size()) {
    right_ = left(content.ranks) - gap + 10;
    sheet.widen(right_ + static_cast<double>(content.missing.size()) * missingRoom + Sheet::margin);
  }

  void draw() {
    for (std::size_t i = 0; i < content_.nodes.size(); ++i)
      lines_[i] = wrapped(sheet_.measure(), nameOf(i), font, {boxWidth - 2 * padding, 3});
    std::size_t first = 0;
    for (std::size_t layer = 0; layer < content_.layers.size(); ++layer) first = drawLayer(layer, first);
    for (const Link& link : content_.links) drawLink(link);
    for (std::size_t i = 0; i < boxes_.size(); ++i) drawBox(i);
    for (std::size_t i = 0; i < content_.missing.size(); ++i) drawMissing(i);
    drawLegend();
  }

 private:
  static double left(std::size_t rank) {
    return Sheet::margin + headWidth + 12 + static_cast<double>(rank) * (boxWidth + gap);
  }
  std::string nameOf(std::size_t node) const { return sheet_.words().name(content_.nodes[node].item->element()); }
  Hue hueOf(std::size_t layer) const {
    const checks::Item* track = content_.layers[layer];
    return track ? laneHue(layer, parseRgb(track->text(key::colour))) : neutralHue();
  }

  /// Places the nodes of a layer, which follow each other from `first` on; gives the first of the next.
  std::size_t drawLayer(std::size_t layer, std::size_t first) {
    const double top = sheet_.bottom();
    double bottom = top + 30;
    std::size_t end = first;
    double y = top + between;
    for (; end < content_.nodes.size() && content_.nodes[end].layer == layer; ++end) {
      const Node& node = content_.nodes[end];
      if (end > first && content_.nodes[end - 1].rank != node.rank) y = top + between;
      const double height =
          static_cast<double>(std::max<std::size_t>(lines_[end].size(), 1)) * lineHeight + 2 * padding;
      boxes_[end] = {left(node.rank), y, left(node.rank) + boxWidth, y + height};
      y += height + between;
      bottom = std::max(bottom, y);
    }
    layers_.push_back({Sheet::margin, top, right_, bottom});
    if (end == first && !content_.layers[layer]) return end;
    drawBand(layer, layers_.back());
    return end;
  }

  void drawBand(std::size_t layer, const Box& band) {
    const Hue hue = hueOf(layer);
    const checks::Item* track = content_.layers[layer];
    const double head = band.left + headWidth;
    sheet_.add(Rect{{head, band.top, band.right, band.bottom}}, "layer", {hue.wash, Colour::rule, 0.6});
    Shape& back =
        sheet_.add(Rect{{band.left, band.top, head, band.bottom}}, "layer head", {Colour::headBack, Colour::rule, 0.6});
    const std::string name = track ? sheet_.words().name(track->element()) : sheet_.words().say({tr("No track"), {}});
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

  void drawLink(const Link& link) {
    const Box& from = boxes_[link.from];
    const Box& to = boxes_[link.to];
    const bool isTransfer = link.item->kind() == KindId::transfer;
    const double shift = isTransfer ? 3 : -3;  // so that both kinds can be told apart between the same two
    const Point start{from.right, from.middle().y + shift};
    const Point end{to.left, to.middle().y + shift};
    Path path;
    path.move(start).curve({start.x + gap * 0.7, start.y}, {end.x - gap * 0.7, end.y}, end);
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
    Shape& box = sheet_.add(Rect{boxes_[at], isActivity ? 1.0 : 8.0}, node.critical ? "node critical" : "node",
                            {Colour::paper, edge, node.critical ? 2.0 : 0.9});
    box.element = node.item->id();
    box.title = nameOf(at);
    double y = boxes_[at].top + padding + 7.5;
    for (const std::string& line : lines_[at]) {
      sheet_.addText({boxes_[at].left + padding, y}, line, font, Colour::ink).element = node.item->id();
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
  std::vector<Box> boxes_;
  std::vector<std::vector<std::string>> lines_;
  std::vector<Box> layers_;
  double right_ = 0;
};

}  // namespace

Scene linkMap(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Content content = contentOf(study, options);
  const Message subtitle{tr("What waits for what, and what is handed over between the tracks, as of {day}"),
                         {{"day", study.asOf()}}};
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
  LinkDrawing(sheet, content).draw();
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
