#include "checks/roots.h"

#include "checks/track_work.h"

#include <algorithm>
#include <map>
#include <set>

namespace trackloom::checks {
namespace {

/// The activity whose dates an element hangs on; null for elements that hang on none.
const Item* activityOf(const Study& study, const ElementId& id) {
  const Item* item = study.find(id);
  if (item && item->kind() == KindId::deadline) item = study.find(item->element().ref(key::of));
  return item && item->kind() == KindId::activity ? item : nullptr;
}

std::set<std::string_view> broaderRules() {
  std::set<std::string_view> ids;
  for (const Rule& rule : rules())
    if (!rule.broader.empty()) ids.insert(rule.broader);
  return ids;
}

std::vector<ElementId> tracksAmong(const Study& study, const Finding& finding) {
  std::vector<ElementId> tracks;
  for (const ElementId& id : finding.elements)
    if (study.find(KindId::track, id)) tracks.push_back(id);
  std::sort(tracks.begin(), tracks.end());
  return tracks;
}

/// Where the broader finding is about an actor who carries, it tells of that actor's hand-overs only.
bool tellsOf(const Study& study, const Finding& wider, const Finding& finding) {
  const Item* carrier = study.find(KindId::actor, wider.elements.front());
  if (!carrier) return true;
  const Item* link = study.find(finding.elements.front());
  if (!link || link->kind() != KindId::transfer) return link == carrier;
  return study.target(KindId::actor, *link, key::carrier) == carrier;
}

}  // namespace

HeldUp::HeldUp(std::size_t activities) : by_(activities, nothing) {}

void HeldUp::enter(const Study& study, const std::vector<ElementId>& standstill) {
  if (entered_ < known_.size() && known_[entered_] == standstill) {
    ++entered_;
    return;
  }
  if (entered_ < known_.size()) {
    for (std::uint32_t& by : by_)
      if (by != nothing && by >= entered_) by = nothing;
    known_.resize(entered_);
  }
  known_.push_back(standstill);
  for (const ElementId& id : standstill) {
    const Item* item = study.find(id);
    if (item && item->kind() == KindId::activity) take(study, item->number());
    if (item && item->kind() == KindId::track)
      for (const Item* activity : study.onTrack(*item).own) take(study, activity->number());
  }
  follow(study);
  ++entered_;
}

void HeldUp::take(const Study& study, std::uint32_t activity) {
  if (by_[activity] != nothing || study.network().tasks[activity].progress == Progress::finished) return;
  by_[activity] = entered_;
  open_.push_back(activity);
}

void HeldUp::follow(const Study& study) {
  const Network& network = study.network();
  while (!open_.empty()) {
    const std::uint32_t from = open_.back();
    open_.pop_back();
    for (std::uint32_t a = network.firstArc[from]; a < network.firstArc[from + 1]; ++a)
      if (!reached(network.arcs[a], network.tasks[from])) take(study, network.arcs[a].to);
  }
}

void markRoots(const Study& study, std::vector<Finding>& findings) {
  HeldUp& held = study.heldUp();
  held.begin();
  std::vector<std::uint32_t> standstills;  // the findings that hold something up
  static const std::set<std::string_view> broader = broaderRules();
  const Rule* rule = nullptr;  // findings of one rule mostly stand side by side
  bool isBroader = false;
  std::map<std::pair<std::string_view, std::vector<ElementId>>, std::vector<std::uint32_t>> byTracks;
  for (std::uint32_t i = 0; i < findings.size(); ++i) {
    Finding& finding = findings[i];
    if (!rule || rule->id.data() != finding.rule.data()) {
      rule = findRule(finding.rule);
      isBroader = broader.contains(finding.rule);
    }
    if (!rule || finding.accepted) continue;
    if (rule->waits)
      for (const ElementId& id : finding.elements)
        if (const Item* activity = activityOf(study, id); activity)
          if (const auto by = held.by(*activity)) {
            finding.root = findings[standstills[*by]].id;
            break;
          }
    if (!rule->broader.empty())
      if (const auto same = byTracks.find({rule->broader, tracksAmong(study, finding)}); same != byTracks.end())
        for (const std::uint32_t wider : same->second)
          if (tellsOf(study, findings[wider], finding)) {
            finding.root = findings[wider].id;
            break;
          }
    if (finding.verdict == Verdict::problem && isBroader)
      byTracks[{finding.rule, tracksAmong(study, finding)}].push_back(i);
    if (rule->holdsUp && finding.verdict == Verdict::problem && finding.root.empty()) {
      held.enter(study, finding.elements);
      standstills.push_back(i);
    }
  }
}

}  // namespace trackloom::checks
