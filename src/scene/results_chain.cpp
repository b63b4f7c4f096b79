#include "scene/results_chain.h"

#include "scene/sheet.h"
#include "scene/symbols.h"

#include <algorithm>

namespace trackloom::scene {
namespace {

using checks::Item;
using checks::Study;

constexpr Font font{8.5, Weight::regular};
constexpr Font headFont{9, Weight::bold};
constexpr double lineHeight = 10.5;
constexpr double padding = 5;
constexpr double gap = 26;
constexpr double rowGap = 7;
constexpr double signRoom = 12;
constexpr double narrowest = 104;
constexpr double widest = 210;
constexpr std::size_t levels = 4;  ///< ambition, impact, outcome, strategy

struct Node {
  const Item* item = nullptr;
  std::size_t column = 0;
  std::vector<std::size_t> below{};  ///< what stands beside it: objectives and activities that name it first
  std::vector<std::size_t> alsoServes{};
  bool levelKnown = true;
  std::vector<std::string> lines{};
  Box box{};
};

/// Objectives and activities as a forest; loops of parents are cut at the smallest id.
class Chain {
 public:
  Chain(const Study& study, const DrawingOptions& options) : study_(study) {
    for (const Item& objective : study.all(KindId::objective)) nodes_.push_back({&objective});
    objectives_ = nodes_.size();
    std::vector<char> isRoot(objectives_, 1);
    for (std::size_t i = 0; i < objectives_; ++i) {
      const Item* parent = study.target(KindId::objective, *nodes_[i].item, key::parent);
      if (!parent || leadsTo(parent->number(), i)) continue;
      nodes_[parent->number()].below.push_back(i);
      isRoot[i] = 0;
    }
    for (std::size_t i = 0; i < objectives_; ++i)
      if (isRoot[i]) roots_.push_back(i);
    for (const std::size_t root : roots_) setColumns(root);
    addActivities(options);
  }

  std::vector<Node>& nodes() { return nodes_; }
  const std::vector<std::size_t>& roots() const { return roots_; }
  std::size_t objectives() const { return objectives_; }
  std::size_t columns() const { return columns_; }
  std::int64_t withoutObjective() const { return withoutObjective_; }

 private:
  /// Would the chain of placed parents from `from` come to `to`?
  bool leadsTo(std::size_t from, std::size_t to) const {
    for (std::size_t at = from, steps = 0; steps <= objectives_; ++steps) {
      if (at == to) return true;
      const Item* parent = study_.target(KindId::objective, *nodes_[at].item, key::parent);
      const auto& siblings = parent ? nodes_[parent->number()].below : nodes_[at].below;
      if (!parent || std::find(siblings.begin(), siblings.end(), at) == siblings.end()) return false;
      at = parent->number();
    }
    return true;
  }

  void setColumns(std::size_t root) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{root, 0}};
    while (!open.empty()) {
      const auto [at, least] = open.back();
      open.pop_back();
      Node& node = nodes_[at];
      const Choice* level = node.item->get(key::level);
      node.levelKnown = level && level->term < levels;
      node.column = node.levelKnown ? std::max<std::size_t>(level->term, least) : least;
      columns_ = std::max(columns_, node.column + 1);
      for (const std::size_t child : node.below) open.emplace_back(child, node.column + 1);
    }
  }

  void addActivities(const DrawingOptions& options) {
    for (const Item* shown : scene::shown(study_, options, KindId::activity)) {
      const Item& activity = *shown;
      if (!study_.known(activity) || study_.progress(activity) == checks::Progress::leftOut) continue;
      Node node{&activity, columns_};
      std::size_t home = objectives_;
      for (const Item* objective : study_.named(activity, key::objectives.number)) {
        if (!objective || objective->kind() != KindId::objective) continue;
        if (home == objectives_)
          home = objective->number();
        else if (objective->number() != home)
          node.alsoServes.push_back(objective->number());
      }
      if (home == objectives_) {
        ++withoutObjective_;
        continue;
      }
      nodes_[home].below.push_back(nodes_.size());
      nodes_.push_back(std::move(node));
    }
    if (nodes_.size() > objectives_) ++columns_;
  }

  const Study& study_;
  std::vector<Node> nodes_;  ///< objectives by number, then activities
  std::size_t objectives_ = 0;
  std::vector<std::size_t> roots_;
  std::size_t columns_ = 0;
  std::int64_t withoutObjective_ = 0;
};

class ChainDrawing {
 public:
  ChainDrawing(Sheet& sheet, Chain& chain, View view, double wanted) : sheet_(sheet), chain_(chain), view_(view) {
    const auto columns = static_cast<double>(chain.columns());
    column_ = std::clamp((wanted - 2 * Sheet::margin + gap) / columns - gap, narrowest, widest);
    sheet.widen(2 * Sheet::margin + columns * (column_ + gap) - gap);
  }

  void draw() {
    drawHeads();
    double y = sheet_.bottom() + 4;
    for (const std::size_t root : chain_.roots()) y = place(root, y) + rowGap;
    for (const Node& node : chain_.nodes()) drawLines(node);
    for (const Node& node : chain_.nodes()) drawBox(node);
    sheet_.moveDown(y);
    drawLegend();
  }

 private:
  double left(std::size_t column) const { return Sheet::margin + static_cast<double>(column) * (column_ + gap); }
  bool isActivity(const Node& node) const { return node.item->kind() == KindId::activity; }
  bool unserved(const Node& node) const { return !isActivity(node) && node.below.empty() && view_ == View::team; }
  bool levelMissing(const Node& node) const { return !isActivity(node) && !node.levelKnown; }
  Hue hueOf(const Node& node) const {
    return isActivity(node) || !node.levelKnown ? neutralHue() : laneHue(node.column, std::nullopt);
  }

  void drawHeads() {
    const double y = sheet_.bottom() + 6;
    std::vector<std::string> names(chain_.columns());
    for (const Node& node : chain_.nodes())
      if (isActivity(node))
        names[node.column] = sheet_.words().say({tr("Activities"), {}});
      else if (node.levelKnown && names[node.column].empty())
        names[node.column] = sheet_.words().word(node.item->get(key::level), VocabularyId::objectiveLevel);
    for (std::size_t i = 0; i < names.size(); ++i)
      sheet_.addText({left(i), y}, fitted(sheet_.measure(), names[i], headFont, column_), headFont, Colour::muted);
    sheet_.moveDown(y + 6);
  }

  /// Places what stands beside a node, then the node in its middle; gives where the next may begin. Depth is bounded by
  /// the columns, which are as many as the longest chain of objectives.
  double place(std::size_t at, double top) {
    Node& node = chain_.nodes()[at];
    const double room = column_ - 2 * padding - (unserved(node) ? signRoom : 0) - (levelMissing(node) ? signRoom : 0);
    node.lines = wrapped(sheet_.measure(), sheet_.words().name(node.item->element()), font, {room, 4});
    const double height = static_cast<double>(std::max<std::size_t>(node.lines.size(), 1)) * lineHeight + 2 * padding;
    double bottom = top;
    for (const std::size_t child : node.below) bottom = place(child, bottom) + rowGap;
    if (!node.below.empty()) bottom -= rowGap;
    const double y = std::max(top, (top + bottom - height) / 2);
    node.box = {left(node.column), y, left(node.column) + column_, y + height};
    return std::max(bottom, node.box.bottom);
  }

  /// Turns beside the higher one: the row of what serves it is free up to there.
  void drawLine(const Box& from, const Box& to, Style style) {
    const Point start{from.right, from.middle().y};
    const Point end{to.left, to.middle().y};
    const double bend = start.x + (style.dash == Dash::solid ? gap * 0.4 : gap * 0.7);
    sheet_.add(Path().move(start).line({bend, start.y}).line({bend, end.y}).line(end), "so that", style);
  }

  void drawLines(const Node& node) {
    for (const std::size_t child : node.below)
      drawLine(node.box, chain_.nodes()[child].box, {{}, Colour::dependency, 1});
    for (const std::size_t objective : node.alsoServes)
      drawLine(chain_.nodes()[objective].box, node.box, {{}, Colour::dependency, 0.8, Dash::dashed});
  }

  void drawBox(const Node& node) {
    const Hue hue = hueOf(node);
    Shape& box = sheet_.add(Rect{node.box, isActivity(node) ? 6.0 : 1.0}, isActivity(node) ? "activity" : "objective",
                            {isActivity(node) ? Paint(Colour::paper) : hue.tint, hue.edge, 1});
    box.element = node.item->id();
    box.title = sheet_.words().name(node.item->element());
    double y = node.box.top + padding + 8;
    for (const std::string& line : node.lines) {
      sheet_.addText({node.box.left + padding, y}, line, font, Colour::ink).element = node.item->id();
      y += lineHeight;
    }
    Point corner{node.box.right - 9, node.box.middle().y};
    if (unserved(node)) {
      drawOpen(sheet_, corner);
      corner.x -= signRoom;
    }
    if (levelMissing(node)) drawUnknown(sheet_, corner);
  }

  static void drawOpen(Sheet& sheet, Point at) {
    Path sign = diamond(at, 3.6);
    sign.closing = Closing::closed;
    sheet.add(std::move(sign), "sign gap", {Colour::paper, Colour::stall, 1.1});
  }

  static void drawUnknown(Sheet& sheet, Point at) {
    Shape& sign = sheet.addText({at.x, at.y + 3}, "?", headFont, Colour::ink);
    std::get<Label>(sign.form).anchor = Anchor::middle;
    sign.role = "sign unknown";
  }

  void drawLegend() {
    const auto any = [&](auto wanted) { return std::any_of(chain_.nodes().begin(), chain_.nodes().end(), wanted); };
    std::vector<Sheet::LegendEntry> entries;
    if (any([&](const Node& node) { return unserved(node); }))
      entries.push_back({drawOpen, tr("nothing is recorded that serves it")});
    if (any([&](const Node& node) { return levelMissing(node); }))
      entries.push_back({drawUnknown, tr("its level is not recorded")});
    if (any([](const Node& node) { return !node.alsoServes.empty(); }))
      entries.push_back({[](Sheet& sheet, Point at) {
                           sheet.add(Path().move({at.x - 10, at.y}).line({at.x + 10, at.y}), "swatch",
                                     {{}, Colour::dependency, 0.8, Dash::dashed});
                         },
                         tr("serves this objective too")});
    sheet_.drawLegend(entries);
  }

  Sheet& sheet_;
  Chain& chain_;
  View view_;
  double column_ = widest;
};

}  // namespace

Scene resultsChain(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Message subtitle{tr("From the ambition to the activities that serve it"), {}};
  Chain chain(study, options);
  if (chain.objectives() == 0) {
    sheet.drawTitle(subtitle);
    sheet.drawNothing(
        tr("Nothing to draw yet. Record the objectives with their level and what each serves, and name in "
           "each activity the objectives it is done for."));
    return std::move(sheet).finished();
  }
  ChainDrawing drawing(sheet, chain, options.view, options.width);
  sheet.describe({tr("A chain from objectives to activities. Objectives: {objectives}; activities: {activities}."),
                  {{"objectives", static_cast<std::int64_t>(chain.objectives())},
                   {"activities", static_cast<std::int64_t>(chain.nodes().size() - chain.objectives())}}});
  sheet.drawTitle(subtitle);
  drawing.draw();
  if (chain.withoutObjective() > 0 && options.view == View::team)
    sheet.drawNote({tr("Activities that name no objective: {count}."), {{"count", chain.withoutObjective()}}});
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
