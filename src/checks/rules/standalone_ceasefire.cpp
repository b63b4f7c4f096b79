#include "checks/ceasefires.h"
#include "checks/onward.h"
#include "checks/rules/reads.h"

#include <algorithm>
#include <array>
#include <bit>

namespace trackloom::checks::catalogue {
namespace {

/// Which of many starting points, as bits.
constexpr std::size_t words = 4;
using Bits = std::array<std::uint64_t, words>;

/// Adds the bits of one place to another; says whether that had not all of them.
bool add(const Bits& from, Bits& to) {
  bool more = false;
  for (std::size_t word = 0; word < words; ++word) {
    more = more || (from[word] & ~to[word]) != 0;
    to[word] |= from[word];
  }
  return more;
}

/// All that leads one way.
struct Way {
  const graph::Digraph& planned;
  const graph::Digraph& handedOver;

  template <class Take>
  void eachFrom(std::uint32_t place, Take take) const {
    for (const graph::Arc& arc : planned.from(place)) take(arc.to);
    for (const graph::Arc& arc : handedOver.from(place)) take(arc.to);
  }
};

/// For each place which of the starting points lead to it; a start leads to itself. One pass in `order` settles all
/// that leads forward in it; only what leads back is followed again.
std::vector<Bits> reachedFrom(const Way& way, std::span<const std::uint32_t> order,
                              std::span<const std::uint32_t> starts) {
  std::vector<Bits> reached(order.size());
  for (std::size_t i = 0; i < starts.size(); ++i) reached[starts[i]][i / 64] |= std::uint64_t{1} << (i % 64);
  std::vector<bool> passed(order.size(), false);
  std::vector<std::uint32_t> again;
  for (const std::uint32_t place : order) {
    passed[place] = true;
    if (reached[place] == Bits{}) continue;
    way.eachFrom(place, [&](std::uint32_t to) {
      if (add(reached[place], reached[to]) && passed[to]) again.push_back(to);
    });
  }
  for (std::size_t at = 0; at < again.size(); ++at) {
    const Bits from = reached[again[at]];
    way.eachFrom(again[at], [&](std::uint32_t to) {
      if (add(from, reached[to])) again.push_back(to);
    });
  }
  return reached;
}

enum class Political { no, yes, unknown };

Political political(const Study& study, const Item& activity) {
  const Item* strand = study.target(KindId::strand, activity, key::strand);
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

/// What a political activity means for a ceasefire that it is tied to.
void enter(const Study& study, const Ceasefire& ceasefire, const Item& activity, std::int64_t within, Reach& reach) {
  const Times& times = study.times(activity);
  const bool over =
      ceasefire.day && study.progress(activity) == Progress::finished && lastDay(times.es, times.ef) < *ceasefire.day;
  const bool late = ceasefire.day && firstDay(times.es) - *ceasefire.day > within;
  if (!over && !late && !times.open) reach.inTime = &activity;
  if ((late || times.open) && !reach.tooLate) reach.tooLate = &activity;
}

/// Follows the links of many ceasefires at a time, as bits, so that many cost little more than one.
class Follower {
 public:
  explicit Follower(const Study& study)
      : study_(study),
        onward_{study.onward().planned.onward, study.onward().handedOver.onward},
        back_{study.onward().planned.back, study.onward().handedOver.back},
        within_(static_cast<std::int64_t>(study.threshold("CF-STANDALONE", "days"))) {
    for (const Item& activity : study.all(KindId::activity))
      kinds_.push_back(study.progress(activity) == Progress::leftOut ? Political::no : political(study, activity));
    anyPolitical_ = std::ranges::find(kinds_, Political::yes) != kinds_.end();
    order_ = study.schedule().order;
    const std::uint32_t places = onward_.planned.nodeCount();
    std::vector<bool> in(places, false);
    for (const std::uint32_t place : order_) in[place] = true;
    for (std::uint32_t place = 0; place < places; ++place)
      if (!in[place]) order_.push_back(place);
  }

  std::vector<Reach> follow(std::span<const Ceasefire> all) const {
    std::vector<Reach> reaches(all.size());
    constexpr std::size_t atATime = words * 64;
    for (std::size_t first = 0; first < all.size(); first += atATime) {
      std::vector<std::size_t> which;
      for (std::size_t i = first; i < all.size() && i < first + atATime; ++i)
        if (all[i].activity && !isSettledNearby(all[i], reaches[i])) which.push_back(i);
      if (which.empty()) continue;
      followSome(all, which, onward_, order_, reaches);
      const std::vector<std::uint32_t> backwards(order_.rbegin(), order_.rend());
      followSome(all, which, back_, backwards, reaches);
    }
    return reaches;
  }

 private:
  /// Whether political talks in time are among the few places closest to it: mostly they are, and that is soon seen.
  /// Where the plan has no political talks at all, an activity that might be some settles it.
  bool isSettledNearby(const Ceasefire& ceasefire, Reach& reach) const {
    constexpr std::size_t closest = 48;
    bool settled = false;
    for (const Way* way : {&onward_, &back_}) {
      std::vector<std::uint32_t> met{ceasefire.activity->number()};
      const auto meet = [&](std::uint32_t place) {
        if (settled || std::find(met.begin(), met.end(), place) != met.end()) return;
        met.push_back(place);
        if (place >= kinds_.size() || kinds_[place] == Political::no) return;
        if (kinds_[place] == Political::unknown) {
          reach.unknown = true;
          settled = !anyPolitical_;
        } else {
          enter(study_, ceasefire, study_.all(KindId::activity)[place], within_, reach);
          settled = reach.inTime != nullptr;
        }
      };
      for (std::size_t at = 0; at < met.size() && met.size() < closest && !settled; ++at) way->eachFrom(met[at], meet);
      if (settled) return true;
    }
    reach = {};  // the thorough way begins anew
    return false;
  }

  void followSome(std::span<const Ceasefire> all, const std::vector<std::size_t>& which, const Way& way,
                  std::span<const std::uint32_t> order, std::vector<Reach>& reaches) const {
    std::vector<std::uint32_t> starts;
    for (const std::size_t i : which) starts.push_back(all[i].activity->number());
    std::vector<Bits> reached = reachedFrom(way, order, starts);
    for (std::size_t i = 0; i < starts.size(); ++i)
      reached[starts[i]][i / 64] &= ~(std::uint64_t{1} << (i % 64));  // a ceasefire is not its own talks
    for (std::size_t word = 0; word * 64 < starts.size(); ++word) {
      std::uint64_t answered = 0;
      std::uint64_t unknown = 0;
      for (const Item& activity : study_.all(KindId::activity)) {
        const Political is = kinds_[activity.number()];
        std::uint64_t bits = reached[activity.number()][word] & ~answered;
        if (is == Political::unknown) unknown |= bits;
        for (; is == Political::yes && bits != 0; bits &= bits - 1) {
          const std::size_t i = which[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))];
          if (!reaches[i].inTime) enter(study_, all[i], activity, within_, reaches[i]);
          if (reaches[i].inTime) answered |= bits & (~bits + 1);
        }
      }
      for (; unknown != 0; unknown &= unknown - 1)
        reaches[which[word * 64 + static_cast<std::size_t>(std::countr_zero(unknown))]].unknown = true;
    }
  }

  const Study& study_;
  Way onward_;
  Way back_;
  std::int64_t within_;
  std::vector<Political> kinds_;  // of each activity
  bool anyPolitical_ = false;
  std::vector<std::uint32_t> order_;  // of the places: mostly each after what leads to it
};

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
    finding.message = {tr("“{ceasefire}” leads to political talks only with “{activity}”, which does not start within "
                          "{days} {days|day|days}."),
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
  const std::span<const Ceasefire> all = study.ceasefires();
  const std::vector<Reach> reached = all.empty() ? std::vector<Reach>() : Follower(study).follow(all);
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
      "Is a ceasefire tied, by dependencies and hand-overs in either direction and over any number of steps, to an "
      "activity of a political or constitutional strand that starts within a year? What was over before the ceasefire "
      "does not count, nor do hand-overs that were refused.";
  rule.source =
      "UN Guidance on Mediation of Ceasefires (2022): a ceasefire is part of a broader process; PA-X Peace Agreements "
      "Database for comparison.";
  rule.clears = "A dependency or hand-over ties it to an activity of a political strand that starts within a year.";
  appendScheduleReads(rule.reads);
  appendTransferReads(rule.reads);
  appendThresholdReads(rule.reads);
  appendCeasefireReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"strand", "body"});
  appendReads(rule.reads, KindId::strand, {"type"});
  rule.thresholds = {{"days", 365, "days after the ceasefire within which political talks should start"}};
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
