#include "checks/rules/reads.h"

#include <algorithm>
#include <bit>

namespace trackloom::checks::catalogue {
namespace {

/// What leads where by dependencies and hand-overs. Places: the activities; then the bodies as what is handed to, which
/// leads to what they do; then the bodies as what hands on, to which leads what they do.
struct Ways {
  std::vector<std::vector<std::uint32_t>> onward;
  std::vector<std::vector<std::uint32_t>> back;

  void join(std::uint32_t from, std::uint32_t to) {
    onward[from].push_back(to);
    back[to].push_back(from);
  }
};

/// Nothing leads over what was cancelled, ended without result or was replaced, nor over a hand-over that was refused.
Ways ways(const Study& study) {
  const auto activities = static_cast<std::uint32_t>(study.all(KindId::activity).size());
  const auto bodies = static_cast<std::uint32_t>(study.all(KindId::body).size());
  Ways result;
  result.onward.resize(activities + std::size_t{2} * bodies);
  result.back.resize(result.onward.size());
  const auto placeOf = [&](const ElementId& id, std::uint32_t bodiesFrom) -> std::optional<std::uint32_t> {
    const Item* item = study.find(id);
    if (item && item->kind() == KindId::body) return bodiesFrom + item->number();
    if (!item || item->kind() != KindId::activity || study.progress(*item) == Progress::leftOut) return std::nullopt;
    return item->number();
  };
  for (const Item& activity : study.all(KindId::activity)) {
    const Item* body = study.find(KindId::body, activity.ref(key::body));
    if (!body || study.progress(activity) == Progress::leftOut) continue;
    result.join(activities + body->number(), activity.number());
    result.join(activity.number(), activities + bodies + body->number());
  }
  for (const KindId kind : {KindId::dependency, KindId::transfer}) {
    for (const Item& link : study.all(kind)) {
      if (kind == KindId::transfer && study.state(link).is(TransferStatus::rejected)) continue;
      const auto from = placeOf(link.ref(key::linkFrom), activities + bodies);
      const auto to = placeOf(link.ref(key::linkTo), activities);
      if (from && to) result.join(*from, *to);
    }
  }
  return result;
}

/// For each place which of up to 64 starting points lead to it, as bits; a start leads to itself.
std::vector<std::uint64_t> reachedFrom(const std::vector<std::vector<std::uint32_t>>& next,
                                       std::span<const std::uint32_t> starts) {
  std::vector<std::uint64_t> reached(next.size(), 0);
  std::vector<std::uint32_t> changed;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    reached[starts[i]] |= std::uint64_t{1} << i;
    changed.push_back(starts[i]);
  }
  for (std::size_t at = 0; at < changed.size(); ++at) {
    for (const std::uint32_t to : next[changed[at]]) {
      if ((reached[to] | reached[changed[at]]) == reached[to]) continue;
      reached[to] |= reached[changed[at]];
      changed.push_back(to);
    }
  }
  return reached;
}

/// A ceasefire of the plan: the activity or text that is one, when it begins, and the activity it is linked through.
struct Ceasefire {
  const Item* item;
  const Item* activity;
  std::optional<Day> day;
};

std::vector<Ceasefire> ceasefires(const Study& study) {
  std::vector<Ceasefire> found;
  std::vector<bool> already(study.all(KindId::activity).size(), false);
  for (const Item& activity : study.all(KindId::activity)) {
    if (!activity.has("ceasefire-type") && activity.wordName(key::type) != "ceasefire") continue;
    const Times& times = study.times(activity);
    if (!times.included) continue;
    already[activity.number()] = true;
    found.push_back({&activity, &activity, times.open ? std::nullopt : std::optional<Day>(firstDay(times.es))});
  }
  for (const Item& agreement : study.all(KindId::agreement)) {
    if (!agreement.has("ceasefire-type") && !agreement.is(key::stage, AgreementStage::ceasefire)) continue;
    const Item* activity = study.find(KindId::activity, agreement.ref(key::activity));
    if (activity && (!study.times(*activity).included || already[activity->number()])) continue;
    if (activity) already[activity->number()] = true;
    const Date* date = agreement.get(key::date);
    if (!date || date->last() > study.asOf()) date = agreement.get(key::planned);
    found.push_back({&agreement, activity, date ? std::optional<Day>(date->first()) : std::nullopt});
  }
  return found;
}

enum class Political { no, yes, unknown };

Political political(const Study& study, const Item& activity) {
  const Item* strand = study.find(KindId::strand, activity.ref(key::strand));
  if (!strand) return Political::unknown;
  const auto type = strand->word<StrandType>(key::type);
  if (!type) return Political::unknown;
  return *type == StrandType::political || *type == StrandType::constitutional ? Political::yes : Political::no;
}

/// What a ceasefire leads to and comes from.
struct Reach {
  const Item* inTime = nullptr;   ///< a political activity that starts in time
  const Item* tooLate = nullptr;  ///< one that starts later
  bool unknown = false;           ///< an activity whose strand is not known
};

void enter(const Study& study, const Ceasefire& ceasefire, const Item& activity, std::int64_t within, Reach& reach) {
  const Times& times = study.times(activity);
  if (&activity == ceasefire.activity || !times.included || reach.inTime) return;
  const Political is = political(study, activity);
  if (is == Political::unknown) reach.unknown = true;
  if (is != Political::yes) return;
  const bool over =
      ceasefire.day && study.progress(activity) == Progress::finished && lastDay(times.es, times.ef) < *ceasefire.day;
  const bool late = ceasefire.day && firstDay(times.es) - *ceasefire.day > within;
  if (!over && !late && !times.open) reach.inTime = &activity;
  if ((late || times.open) && !reach.tooLate) reach.tooLate = &activity;
}

/// Follows the links of up to 64 ceasefires at a time, so that many ceasefires cost little more than one.
std::vector<Reach> reaches(const Study& study, const std::vector<Ceasefire>& ceasefires_) {
  const Ways links = ways(study);
  const auto within = static_cast<std::int64_t>(study.threshold("CF-STANDALONE", "days"));
  const auto activities = study.all(KindId::activity);
  std::vector<Reach> result(ceasefires_.size());
  for (std::size_t first = 0; first < ceasefires_.size(); first += 64) {
    std::vector<std::uint32_t> starts;
    std::vector<std::size_t> which;
    for (std::size_t i = first; i < ceasefires_.size() && i < first + 64; ++i)
      if (ceasefires_[i].activity) starts.push_back(ceasefires_[i].activity->number()), which.push_back(i);
    for (const auto* next : {&links.onward, &links.back}) {
      const std::vector<std::uint64_t> reached = reachedFrom(*next, starts);
      for (const Item& activity : activities)
        for (std::uint64_t bits = reached[activity.number()]; bits != 0; bits &= bits - 1) {
          const std::size_t i = which[static_cast<std::size_t>(std::countr_zero(bits))];
          enter(study, ceasefires_[i], activity, within, result[i]);
        }
    }
  }
  return result;
}

Finding unlinked(const Ceasefire& ceasefire) {
  Finding finding;
  finding.elements = {ceasefire.item->id()};
  finding.message = {
      tr("“{ceasefire}” stands alone: no dependency or hand-over leads from it or to it from political talks."),
      {{"ceasefire", ceasefire.item->id()}}};
  finding.because.push_back({tr("For comparison: of 333 ceasefire texts before 2024, 57 in 100 were not followed by a "
                                "substantive agreement of the same process within a year."),
                             {}});
  finding.clears = {tr("It clears when a dependency or hand-over ties it to an activity of a political strand that "
                       "starts within a year."),
                    {}};
  return finding;
}

std::optional<Finding> judge(const Study& study, const Ceasefire& ceasefire, const Reach& reached) {
  Finding finding = unlinked(ceasefire);
  if (!ceasefire.activity) {
    finding.verdict = Verdict::cannotTell;
    finding.message = {tr("Whether “{ceasefire}” is tied to political talks cannot be told: in which activity it was "
                          "made is not recorded."),
                       {{"ceasefire", ceasefire.item->id()}}};
    return finding;
  }
  if (reached.inTime) return std::nullopt;
  if (reached.tooLate) {
    const auto within = static_cast<std::int64_t>(study.threshold("CF-STANDALONE", "days"));
    finding.message = {
        tr("“{ceasefire}” leads to political talks only with “{activity}”, which does not start within {days} days."),
        {{"ceasefire", ceasefire.item->id()}, {"activity", reached.tooLate->id()}, {"days", within}}};
  } else if (reached.unknown) {
    finding.verdict = Verdict::cannotTell;
    finding.message = {tr("Whether “{ceasefire}” is tied to political talks cannot be told: the strand of activities "
                          "it is tied to is not known."),
                       {{"ceasefire", ceasefire.item->id()}}};
  }
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const std::vector<Ceasefire> all = ceasefires(study);
  const std::vector<Reach> reached = all.empty() ? std::vector<Reach>() : reaches(study, all);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (auto finding = judge(study, all[i], reached[i])) findings.push_back(*std::move(finding));
  return findings;
}

}  // namespace

Rule standaloneCeasefire() {
  Rule rule;
  rule.id = "CF-STANDALONE";
  rule.family = "Ceasefires";
  rule.title = "A ceasefire that stands alone";
  rule.help =
      "Is a ceasefire tied, by dependencies and hand-overs in either direction, to an activity of a political or "
      "constitutional "
      "strand that starts within a year?";
  rule.source =
      "UN Guidance on Mediation of Ceasefires (2022): a ceasefire is part of a broader process; PA-X Peace Agreements "
      "Database for comparison.";
  rule.clears = "A dependency or hand-over ties it to an activity of a political strand that starts within a year.";
  appendScheduleReads(rule.reads);
  appendTransferReads(rule.reads);
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"type", "ceasefire-type", "strand", "body"});
  appendReads(rule.reads, KindId::agreement, {"ceasefire-type", "stage", "activity", "date", "planned"});
  appendReads(rule.reads, KindId::strand, {"type"});
  rule.thresholds = {{"days", 365, "days after the ceasefire within which political talks should start"}};
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
