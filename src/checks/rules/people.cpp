#include "checks/rules/places.h"
#include "checks/rules/present.h"
#include "checks/track_links.h"

namespace trackloom::checks::catalogue {
namespace {

// Who is where, and who is not met: clashes, several leads, separations crossed, no contact planned.

/// A stretch of days that somebody spends in an activity.
struct Stay {
  const Item* activity;
  std::int64_t start;
  std::int64_t end;
};

/// The activities each actor leads or takes part in that are still to come or under way, and known by the day.
std::vector<std::vector<Stay>> staysOf(const Study& study) {
  std::vector<std::vector<Stay>> stays(study.all(KindId::actor).size());
  const auto enter = [&](const Item* who, const Item* in) {
    if (!who || who->kind() != KindId::actor || !in || in->kind() != KindId::activity) return;
    const Times& times = study.times(*in);
    if (!times.included || times.open || !times.known || times.ef <= study.asOf().number || times.ef == times.es)
      return;
    auto& own = stays[who->number()];
    if (own.empty() || own.back().activity != in) own.push_back({in, times.es, times.ef});
  };
  for (const Item& activity : study.all(KindId::activity)) enter(study.target(activity, key::lead), &activity);
  for (const Item& participation : study.all(KindId::participation))
    if (tookPart(study, participation))
      enter(study.target(participation, key::linkWho), study.target(participation, key::linkIn));
  return stays;
}

bool isElsewhere(const Item& a, const Item& b) {
  const std::string_view venueA = a.text(Key<Text>{"venue"});
  const std::string_view venueB = b.text(Key<Text>{"venue"});
  return !venueA.empty() && !venueB.empty() && venueA != venueB;
}

std::vector<Finding> checkClash(const Study& study) {
  std::vector<Finding> findings;
  if (!anyWhere(study, KindId::actor, key::type, {"person"}) || !anyWith(study, KindId::activity, "venue"))
    return findings;
  auto stays = staysOf(study);
  for (const Item& actor : study.all(KindId::actor)) {
    if (actor.wordName(key::type) != "person" || study.stopped()) continue;
    auto& own = stays[actor.number()];
    std::sort(own.begin(), own.end(),
              [](const Stay& a, const Stay& b) { return a.start != b.start ? a.start < b.start : a.end < b.end; });
    const Stay* longest = nullptr;
    for (const Stay& stay : own) {
      if (longest && stay.activity != longest->activity && stay.start < longest->end &&
          isElsewhere(*longest->activity, *stay.activity)) {
        Finding finding;
        finding.elements = {actor.id(), longest->activity->id(), stay.activity->id()};
        finding.message = {tr("“{actor}” should be in two places at once: at “{a}” and at “{b}”."),
                           {{"actor", actor.id()}, {"a", longest->activity->id()}, {"b", stay.activity->id()}}};
        finding.because.push_back({tr("“{a}” from {start} to {end}."),
                                   {{"a", longest->activity->id()},
                                    {"start", firstDay(longest->start)},
                                    {"end", lastDay(longest->start, longest->end)}}});
        finding.because.push_back(
            {tr("“{b}” from {start} to {end}."),
             {{"b", stay.activity->id()}, {"start", firstDay(stay.start)}, {"end", lastDay(stay.start, stay.end)}}});
        finding.clears = {tr("It clears when one of them moves, or somebody else goes."), {}};
        findings.push_back(std::move(finding));
        break;
      }
      if (!longest || stay.end > longest->end) longest = &stay;
    }
  }
  return findings;
}

bool isCoordinated(const Study& study) {
  return anyWhere(study, KindId::body, key::type, {"coordination-committee", "contact-group", "donor-group"}) ||
         anyWhere(study, KindId::activity, key::type, {"coordination-meeting", "contact-group-meeting"});
}

std::vector<Finding> checkThirdParties(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::issue).empty() || !anyWhere(study, KindId::actor, key::layer, {"third-party"}) ||
      isCoordinated(study))
    return findings;
  struct Lead {
    const Item* actor;
    const Item* activity;
    const Times* times;
  };
  std::vector<std::vector<Lead>> byIssue(study.all(KindId::issue).size());
  for (const Item& activity : study.all(KindId::activity)) {
    const Item* lead = study.target(KindId::actor, activity, key::lead);
    const Times& times = study.times(activity);
    if (!lead || lead->wordName(key::layer) != "third-party" || !times.included || times.open ||
        times.ef <= study.asOf().number)
      continue;
    for (const Item* issue : study.named(activity, key::issues.number))
      if (issue && issue->kind() == KindId::issue) byIssue[issue->number()].push_back({lead, &activity, &times});
  }
  for (const Item& issue : study.all(KindId::issue)) {
    auto& leads = byIssue[issue.number()];
    std::sort(leads.begin(), leads.end(), [](const Lead& a, const Lead& b) { return a.times->es < b.times->es; });
    const Lead* longest = nullptr;
    for (const Lead& lead : leads) {
      if (longest && lead.actor != longest->actor && lead.times->es < longest->times->ef) {
        Finding finding;
        finding.elements = {issue.id(), longest->actor->id(), lead.actor->id(), longest->activity->id(),
                            lead.activity->id()};
        finding.message = {tr("Several third parties lead on “{issue}” at the same time, and no arrangement between "
                              "them is recorded."),
                           {{"issue", issue.id()}}};
        for (const Lead* one : {longest, &lead})
          finding.because.push_back(
              {tr("“{actor}” leads “{activity}”."), {{"actor", one->actor->id()}, {"activity", one->activity->id()}}});
        finding.clears = {tr("It clears when a body or meeting that coordinates them is in the plan."), {}};
        findings.push_back(std::move(finding));
        break;
      }
      if (!longest || lead.times->ef > longest->times->ef) longest = &lead;
    }
  }
  return findings;
}

/// On which sides of which separations each track, activity and body stands: pairs of separation and side.
class Sides {
 public:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;

  explicit Sides(const Study& study) : study_(study) {
    std::uint32_t number = 0;
    for (const Item& separation : study.all(KindId::separation)) {
      const Date* until = separation.get(key::until);
      std::uint32_t side = 0;
      if (!until || isBefore(*until, study.asOf()) != Truth::yes)
        for (const Item* item : study.named(separation, key::between.number)) {
          if (item) of(*item).push_back({number, side});
          ++side;
        }
      ++number;
    }
  }

  /// Where an activity or body stands: on its own, and with its tracks.
  void collect(const Item& in, std::vector<Pair>& sides) {
    append(of(in), sides);
    for (const Item* track : study_.tracks(in)) append(of(*track), sides);
  }

 private:
  std::vector<Pair>& of(const Item& item) {
    auto& all = sides_[static_cast<std::size_t>(item.kind())];
    if (all.empty()) all.resize(study_.all(item.kind()).size());
    return all[item.number()];
  }
  static void append(const std::vector<Pair>& from, std::vector<Pair>& to) {
    to.insert(to.end(), from.begin(), from.end());
  }

  const Study& study_;
  std::array<std::vector<std::vector<Pair>>, kindCount> sides_;
};

std::vector<Finding> checkSeparations(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::separation).empty()) return findings;
  Sides sides(study);
  std::vector<std::vector<const Item*>> where(study.all(KindId::actor).size());
  const auto enter = [&](const Item* who, const Item* in) {
    if (who && who->kind() == KindId::actor && in && (in->kind() == KindId::activity || in->kind() == KindId::body))
      where[who->number()].push_back(in);
  };
  for (const Item& activity : study.all(KindId::activity)) enter(study.target(activity, key::lead), &activity);
  for (const Item& participation : study.all(KindId::participation))
    if (tookPart(study, participation))
      enter(study.target(participation, key::linkWho), study.target(participation, key::linkIn));
  for (const Item& transfer : study.all(KindId::transfer)) {
    const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
    const Item* carrier =
        study.state(transfer).is(TransferStatus::rejected) ? nullptr : study.target(transfer, key::carrier);
    enter(carrier, from);
    enter(carrier, to);
  }
  const auto all = study.all(KindId::separation);
  for (const Item& actor : study.all(KindId::actor)) {
    if (study.stopped()) break;
    std::vector<Sides::Pair> own;
    auto& places = where[actor.number()];
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (const Item* in : places) sides.collect(*in, own);
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    for (std::size_t i = 0; i + 1 < own.size(); ++i) {
      if (own[i].first != own[i + 1].first || (i > 0 && own[i - 1].first == own[i].first)) continue;
      const Item& separation = all[own[i].first];
      Finding finding;
      finding.elements = {actor.id(), separation.id()};
      finding.message = {tr("“{actor}” has a part on both sides of what is kept apart: {between}."),
                         {{"actor", actor.id()},
                          {"between", std::vector<ElementId>(separation.refs(key::between).begin(),
                                                             separation.refs(key::between).end())}}};
      finding.because.push_back(
          {tr("Parts, leads and hand-overs counted: {count}."), {{"count", static_cast<std::int64_t>(places.size())}}});
      finding.clears = {tr("It clears when somebody else takes one of the parts, or the separation ends."), {}};
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

std::vector<Finding> checkContact(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::assessment).empty()) return findings;
  const auto least = static_cast<std::int64_t>(study.threshold("CONTACT-MISSING", "influence"));
  std::vector<const Item*> latest(study.all(KindId::actor).size(), nullptr);
  for (const Item& assessment : study.all(KindId::assessment)) {
    const Item* actor = study.target(KindId::actor, assessment, key::actor);
    const Date* date = assessment.get(key::date);
    if (!actor || !assessment.get(key::influence) || (date && date->first() > study.asOf())) continue;
    const Item*& place = latest[actor->number()];
    const Date* before = place ? place->get(key::date) : nullptr;
    if (!place || !before || (date && before->first() <= date->first())) place = &assessment;
  }
  std::vector<bool> met(latest.size(), false);
  const auto meet = [&](const Item* item) {
    if (item && item->kind() == KindId::actor) met[item->number()] = true;
  };
  for (const Item& participation : study.all(KindId::participation)) meet(study.target(participation, key::linkWho));
  for (const Item& activity : study.all(KindId::activity)) meet(study.target(activity, key::lead));
  for (const auto& [from, to] : study.ends(KindId::transfer)) {
    meet(from);
    meet(to);
  }
  for (const Item& actor : study.all(KindId::actor)) {
    const Item* assessment = latest[actor.number()];
    if (!assessment || met[actor.number()] || *assessment->get(key::influence) < least) continue;
    const Flag* us = actor.get(key::us);
    if ((us && us->on) || actor.wordName(key::layer) == "third-party") continue;
    if (!isAnyOf(actor.wordName(Key<Choice>{"contact-limits"}), {"", "none-known"})) continue;
    Finding finding;
    finding.elements = {actor.id(), assessment->id()};
    finding.message = {tr("No contact is planned with “{actor}”, an influential actor outside the process."),
                       {{"actor", actor.id()}}};
    finding.because.push_back({tr("Influence in the latest assessment: {influence} of 5."),
                               {{"influence", *assessment->get(key::influence)}}});
    finding.clears = {tr("It clears when a contact is planned, or limits on contact are recorded."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

Rule base(const char* title, const char* clears) {
  Rule rule;
  rule.title = title;
  rule.clears = clears;
  appendEventReads(rule.reads);
  return rule;
}

}  // namespace

Rule personClash() {
  Rule rule = base("Somebody in two places at once", "One of them moves, or somebody else goes.");
  rule.id = "GAP-CLASH";
  rule.family = "Links";
  rule.help =
      "Does a person lead or take part in two activities that overlap in time, by the schedule, in different venues? "
      "Asked "
      "of persons only, and where both venues and both durations are recorded.";
  rule.source = "Resource levelling in project scheduling.";
  appendScheduleReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"lead", "venue"});
  appendReads(rule.reads, KindId::actor, {"type"});
  appendReads(rule.reads, KindId::participation, {"who", "in", "status"});
  rule.check = checkClash;
  return rule;
}

Rule severalThirdParties() {
  Rule rule = base("Several third parties lead; no arrangement recorded",
                   "A body or meeting that coordinates them is in the plan.");
  rule.id = "THIRD-PARTIES";
  rule.family = "Links";
  rule.help =
      "Do two third parties lead activities on the same issue at the same time, while the plan has no coordination "
      "committee, contact or donor group and no coordination meeting?";
  rule.source = "UN Guidance for Effective Mediation (2012): coherence, coordination and complementarity.";
  appendScheduleReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"lead", "issues", "type"});
  appendReads(rule.reads, KindId::body, {"type"});
  appendReads(rule.reads, KindId::actor, {"layer"});
  rule.check = checkThirdParties;
  return rule;
}

Rule separationCrossed() {
  Rule rule =
      base("A separation that somebody crosses", "Somebody else takes one of the parts, or the separation ends.");
  rule.id = "GAP-SEPARATION";
  rule.family = "Links";
  rule.help =
      "Does an actor take part in, lead or carry something on both sides of what the plan keeps apart on purpose: "
      "tracks, "
      "activities or bodies?";
  rule.source = "Practice of confidential parallel tracks: what is kept apart must not meet in one person unnoticed.";
  appendReads(rule.reads, KindId::separation, {"between", "until"});
  appendReads(rule.reads, KindId::activity, {"lead", "tracks"});
  appendReads(rule.reads, KindId::body, {"tracks"});
  appendReads(rule.reads, KindId::agreement, {"tracks"});
  appendReads(rule.reads, KindId::participation, {"who", "in", "status"});
  appendTransferReads(rule.reads);
  appendReads(rule.reads, KindId::transfer, {"carrier"});
  rule.check = checkSeparations;
  return rule;
}

Rule contactMissing() {
  Rule rule = base("No contact planned with an influential actor outside the process",
                   "A contact is planned, or limits on contact are recorded.");
  rule.id = "CONTACT-MISSING";
  rule.family = "Actors";
  rule.help =
      "Is there an actor whose latest assessment gives high influence, with no participation, lead or hand-over in the "
      "plan? "
      "Silent where limits on contact are recorded, and about third parties and your own organisation.";
  rule.source = "Fisher et al., Working with Conflict (2000): parties with influence that are not directly involved.";
  rule.thresholds = {{"influence", 4, "the influence, of 5, from which it asks"}};
  rule.reads.clear();
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::assessment, {"actor", "influence", "date"});
  appendReads(rule.reads, KindId::actor, {"us", "layer", "contact-limits"});
  appendReads(rule.reads, KindId::participation, {"who"});
  appendReads(rule.reads, KindId::activity, {"lead"});
  appendReads(rule.reads, KindId::transfer, {"from", "to"});
  rule.check = checkContact;
  return rule;
}

}  // namespace trackloom::checks::catalogue
