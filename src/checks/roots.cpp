#include "checks/roots.h"

#include "checks/track_work.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace trackloom::checks {
namespace {

constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

/// Which finding holds up each activity.
class HeldUp {
 public:
  explicit HeldUp(const Study& study)
      : study_(study), network_(study.network()), by_(study.all(KindId::activity).size(), nothing) {}

  /// Everything that waits for what the finding is about and that no earlier one holds up.
  void enter(const Finding& finding, std::uint32_t number) {
    for (const ElementId& id : finding.elements) {
      const Item* item = study_.find(id);
      if (item && item->kind() == KindId::activity) take(item->number(), number);
      if (item && item->kind() == KindId::track) takeTrack(*item, number);
    }
    follow(number);
  }

  std::uint32_t by(const Item& activity) const { return by_[activity.number()]; }

 private:
  void take(std::uint32_t activity, std::uint32_t number) {
    if (by_[activity] != nothing || network_.tasks[activity].progress == Progress::finished) return;
    by_[activity] = number;
    open_.push_back(activity);
  }

  void takeTrack(const Item& track, std::uint32_t number) {
    for (const Item* activity : study_.onTrack(track).own) take(activity->number(), number);
  }

  void follow(std::uint32_t number) {
    while (!open_.empty()) {
      const std::uint32_t from = open_.back();
      open_.pop_back();
      for (std::uint32_t a = network_.firstArc[from]; a < network_.firstArc[from + 1]; ++a)
        if (!reached(network_.arcs[a], network_.tasks[from])) take(network_.arcs[a].to, number);
    }
  }

  const Study& study_;
  const Network& network_;
  std::vector<std::uint32_t> by_;
  std::vector<std::uint32_t> open_;
};

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

}  // namespace

void markRoots(const Study& study, std::vector<Finding>& findings) {
  HeldUp held(study);
  static const std::set<std::string_view> broader = broaderRules();
  const Rule* rule = nullptr;  // findings of one rule mostly stand side by side
  bool isBroader = false;
  std::map<std::pair<std::string_view, std::vector<ElementId>>, std::uint32_t> byTracks;
  for (std::uint32_t i = 0; i < findings.size(); ++i) {
    Finding& finding = findings[i];
    if (!rule || rule->id.data() != finding.rule.data()) {
      rule = findRule(finding.rule);
      isBroader = broader.contains(finding.rule);
    }
    if (!rule || finding.accepted) continue;
    if (rule->waits)
      for (const ElementId& id : finding.elements)
        if (const Item* activity = activityOf(study, id); activity && held.by(*activity) != nothing) {
          finding.root = findings[held.by(*activity)].id;
          break;
        }
    if (!rule->broader.empty())
      if (const auto same = byTracks.find({rule->broader, tracksAmong(study, finding)}); same != byTracks.end())
        finding.root = findings[same->second].id;
    if (finding.verdict == Verdict::problem && isBroader)
      byTracks.try_emplace({finding.rule, tracksAmong(study, finding)}, i);
    if (rule->holdsUp && finding.verdict == Verdict::problem && finding.root.empty()) held.enter(finding, i);
  }
}

}  // namespace trackloom::checks
