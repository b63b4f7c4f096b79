#include "checks/experts.h"

#include "graph/matching.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace trackloom::checks {
namespace {

/// So many pairs are looked at together; matching takes seconds beyond.
constexpr std::size_t maxPairsMatched = 50'000;

/// How much a covered expertise counts over an assignment that the expert already has.
constexpr std::int64_t perExpertise = 100;

struct Span {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
};

Span spanOf(const Study& study, const Item& activity) {
  const Times& times = study.times(activity);
  return {times.es, std::max(times.ef, times.es + 1)};
}

std::span<const std::string> words(const Item& item, Key<Texts> key) {
  const Texts* texts = item.get(key);
  return texts ? std::span<const std::string>(*texts) : std::span<const std::string>();
}

/// Is an assignment for days on which the activity takes place, as far as both are known?
bool isThen(const Study& study, const Item& assignment, const Item& activity) {
  const Span when = spanOf(study, activity);
  const Date* from = assignment.get(key::from);
  const Date* until = assignment.get(key::until);
  return !(until && until->last().number < when.begin) &&
         !(from && study.times(activity).known && from->first().number >= when.end);
}

/// What is known of experts before activities are looked at.
class Experts {
 public:
  explicit Experts(const Study& study) : study_(study), busy_(study.all(KindId::actor).size()) {
    for (const Item& actor : study.all(KindId::actor))
      for (const std::string& word : words(actor, key::expertise)) having_[word].push_back(&actor);
    for (const Item& assignment : study.all(KindId::assignment)) note(assignment);
  }

  void appendFor(const ExpertNeed& need, std::vector<Candidate>& pairs) const {
    const Span when = spanOf(study_, *need.activity);
    std::map<std::uint32_t, Candidate> fit;  // by expert
    for (const std::string& word : need.lacking) {
      const auto having = having_.find(word);
      if (having == having_.end()) continue;
      for (const Item* expert : having->second)
        if (isFree(*expert, when)) {
          Candidate& pair = fit[expert->number()];
          pair.activity = need.activity;
          pair.expert = expert;
          pair.expertise.push_back(word);
        }
    }
    for (auto& [number, pair] : fit) {
      const auto load = std::min<std::int64_t>(std::ssize(busy_[number]), perExpertise / 2);
      pair.weight = perExpertise * std::ssize(pair.expertise) - load;
      pairs.push_back(std::move(pair));
    }
  }

 private:
  static constexpr std::int64_t ever = std::int64_t{1} << 40;

  void note(const Item& assignment) {
    const Item* expert = study_.target(KindId::actor, assignment, key::expert);
    if (!expert) return;
    Span span{-ever, ever};
    if (const Item* activity = study_.target(KindId::activity, assignment, key::activity)) {
      if (study_.progress(*activity) == Progress::leftOut) return;
      span = spanOf(study_, *activity);
    }
    if (const Date* from = assignment.get(key::from)) span.begin = from->first().number;
    if (const Date* until = assignment.get(key::until)) span.end = until->last().number + 1;
    busy_[expert->number()].push_back(span);
  }

  bool isFree(const Item& expert, const Span& when) const {
    const std::vector<Span>& busy = busy_[expert.number()];
    return std::none_of(busy.begin(), busy.end(), [&](const Span& span) { return span.overlaps(when); });
  }

  const Study& study_;
  std::map<std::string_view, std::vector<const Item*>> having_;
  std::vector<std::vector<Span>> busy_;
};

}  // namespace

std::vector<ExpertNeed> expertNeeds(const Study& study) {
  std::set<std::pair<std::uint32_t, std::string_view>> covered;  // activity, expertise
  for (const Item& assignment : study.all(KindId::assignment)) {
    const Item* activity = study.target(KindId::activity, assignment, key::activity);
    const Item* expert = study.target(KindId::actor, assignment, key::expert);
    if (!activity || !expert || !isThen(study, assignment, *activity)) continue;
    // Without any the expert brings what they have.
    const bool named = assignment.has(key::expertise.number);
    for (const std::string& word : named ? words(assignment, key::expertise) : words(*expert, key::expertise))
      covered.emplace(activity->number(), word);
  }
  std::vector<ExpertNeed> needs;
  for (const Item& activity : study.all(KindId::activity)) {
    const Progress progress = study.progress(activity);
    if (progress == Progress::leftOut || progress == Progress::finished) continue;
    ExpertNeed need{&activity, {}};
    for (const std::string& word : words(activity, key::expertiseNeeded))
      if (!covered.contains({activity.number(), word})) need.lacking.push_back(word);
    if (!need.lacking.empty()) needs.push_back(std::move(need));
  }
  std::stable_sort(needs.begin(), needs.end(), [&](const ExpertNeed& a, const ExpertNeed& b) {
    return study.times(*a.activity).es < study.times(*b.activity).es;
  });
  return needs;
}

Candidates expertCandidates(const Study& study, const std::vector<ExpertNeed>& needs) {
  const Experts experts(study);
  Candidates found;
  for (const ExpertNeed& need : needs) {
    const std::size_t before = found.pairs.size();
    experts.appendFor(need, found.pairs);
    if (found.pairs.size() > maxPairsMatched && before > 0) {
      found.pairs.resize(before);
      break;
    }
    ++found.needsLookedAt;
  }
  return found;
}

ExpertMatch expertMatch(const Study& study) {
  std::vector<ExpertNeed> needs = expertNeeds(study);
  Candidates candidates = expertCandidates(study, needs);
  const auto actors = static_cast<std::uint32_t>(study.all(KindId::actor).size());
  const auto node = [&](const Item& activity) { return actors + activity.number(); };
  std::vector<graph::WeightedEdge> edges;
  for (const Candidate& pair : candidates.pairs)
    edges.push_back({pair.expert->number(), node(*pair.activity), pair.weight});
  const std::vector<std::uint32_t> partner =
      graph::maximumWeightMatching(actors + static_cast<std::uint32_t>(study.all(KindId::activity).size()), edges);
  ExpertMatch match;
  for (Candidate& pair : candidates.pairs)
    if (partner[pair.expert->number()] == node(*pair.activity)) match.pairs.push_back(std::move(pair));
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (i >= candidates.needsLookedAt) {
      match.later.push_back(std::move(needs[i]));
    } else if (partner[node(*needs[i].activity)] == node(*needs[i].activity)) {
      match.unmatched.push_back(std::move(needs[i]));
    }
  }
  return match;
}

}  // namespace trackloom::checks
