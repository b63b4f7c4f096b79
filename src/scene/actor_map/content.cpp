#include "scene/actor_map/content.h"

#include <algorithm>
#include <limits>
#include <map>

namespace trackloom::scene::actor_map {
namespace {

using checks::Item;
using checks::Study;

/// Lines of discord, and of influence that stays out of sight, are the team's own.
bool isForTeamOnly(LineType type) {
  return type == LineType::conflict || type == LineType::broken || type == LineType::tension ||
         type == LineType::shadow || type == LineType::unsaid;
}

bool holdsOn(const Item& relation, Day day) {
  const Date* since = relation.get(key::since);
  const Date* until = relation.get(key::until);
  return !(since && since->first() > day) && !(until && until->last() < day);
}

LineType typeOf(const Item& relation) {
  const Choice* type = relation.get(key::type);
  return type && type->term < static_cast<std::uint16_t>(LineType::unsaid) ? static_cast<LineType>(type->term)
                                                                           : LineType::unsaid;
}

/// The viewpoint that was drawn last up to the day.
const Item* latestViewpoint(const Study& study) {
  const Item* latest = nullptr;
  std::int64_t day = 0;
  for (const Item& viewpoint : study.all(KindId::viewpoint)) {
    const Date* date = viewpoint.get(key::date);
    if (date && date->first() > study.asOf()) continue;
    const std::int64_t drawn = date ? date->first().number : std::numeric_limits<std::int64_t>::min();
    if (!latest || drawn > day) {
      latest = &viewpoint;
      day = drawn;
    }
  }
  return latest;
}

class Collector {
 public:
  Collector(const Study& study, const DrawingOptions& options)
      : study_(study), options_(options), view_(options.view) {}

  Content collect() && {
    for (const Item* actor : shown(study_, options_, KindId::actor)) add(*actor);
    const auto relations = shown(study_, options_, KindId::relation);
    for (const Item* relation : relations) addIssue(*relation);
    for (const Item* relation : relations) addLine(*relation);
    if (view_ == View::team) {
      content_.viewpoint = latestViewpoint(study_);
      addPlacements();
      addInfluence();
    }
    numberParallels();
    return std::move(content_);
  }

 private:
  void add(const Item& item) {
    if (!places_.emplace(&item, content_.nodes.size()).second) return;
    Node node{&item, item.kind() == KindId::actor};
    const Flag* us = node.isActor ? item.get(key::us) : nullptr;
    node.us = us && us->on;
    const Choice* layer = node.isActor && view_ == View::team ? item.get(key::layer) : nullptr;
    if (layer && layer->term < static_cast<std::uint16_t>(Layer::unsaid)) node.layer = static_cast<Layer>(layer->term);
    content_.nodes.push_back(node);
  }

  bool isDrawn(const Item& relation) const {
    return holdsOn(relation, study_.asOf()) && (view_ == View::team || !isForTeamOnly(typeOf(relation)));
  }

  void addIssue(const Item& relation) {
    if (!isDrawn(relation)) return;
    const auto& ends = study_.ends(KindId::relation)[relation.number()];
    for (const Item* end : {ends.from, ends.to})
      if (end && end->kind() == KindId::issue) add(*end);
  }

  void addLine(const Item& relation) {
    if (!isDrawn(relation)) return;
    const auto& ends = study_.ends(KindId::relation)[relation.number()];
    const auto from = places_.find(ends.from);
    const auto to = places_.find(ends.to);
    if (from == places_.end() || to == places_.end() || from->second == to->second) return;
    content_.lines.push_back({&relation, from->second, to->second, typeOf(relation), 0, 1});
  }

  void addPlacements() {
    if (!content_.viewpoint) return;
    for (const Item& placement : study_.all(KindId::placement)) {
      if (study_.target(placement, key::viewpoint) != content_.viewpoint) continue;
      const auto node = places_.find(study_.target(placement, key::of));
      const Number* x = placement.get(Key<Number>{"x"});
      const Number* y = placement.get(Key<Number>{"y"});
      if (node != places_.end() && x && y) content_.nodes[node->second].saved = Point{*x, *y};
    }
  }

  /// The latest assessment up to the day, of the viewpoint if there is one, on its issue or on none.
  void addInfluence() {
    std::map<std::size_t, std::int64_t> days;
    const Item* issue = content_.viewpoint ? study_.target(*content_.viewpoint, key::issue) : nullptr;
    for (const Item& assessment : study_.all(KindId::assessment)) {
      const Integer* influence = assessment.get(key::influence);
      const auto node = places_.find(study_.target(assessment, key::actor));
      if (!influence || node == places_.end()) continue;
      const Item* viewpoint = study_.target(assessment, key::viewpoint);
      if (content_.viewpoint && viewpoint != content_.viewpoint) continue;
      const Item* on = study_.target(assessment, key::issue);
      if (issue && on && on != issue) continue;
      const Date* date = assessment.get(key::date);
      if (date && date->first() > study_.asOf()) continue;
      const std::int64_t day = date ? date->first().number : std::numeric_limits<std::int64_t>::min();
      const auto [known, first] = days.try_emplace(node->second, day);
      if (!first && day < known->second) continue;
      known->second = day;
      content_.nodes[node->second].influence = std::clamp<std::int64_t>(*influence, 1, 5);
      content_.hasInfluence = true;
    }
  }

  void numberParallels() {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts;
    for (Line& line : content_.lines) line.place = counts[std::minmax(line.from, line.to)]++;
    for (Line& line : content_.lines) line.of = counts[std::minmax(line.from, line.to)];
  }

  const Study& study_;
  const DrawingOptions& options_;
  View view_;
  Content content_;
  std::map<const Item*, std::size_t> places_;
};

}  // namespace

Content contentOf(const Study& study, const DrawingOptions& options) { return Collector(study, options).collect(); }

}  // namespace trackloom::scene::actor_map
