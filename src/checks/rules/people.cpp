#include "checks/rules/places.h"
#include "checks/rules/present.h"
#include "checks/track_links.h"

#include <ranges>
#include <utility>

namespace trackloom::checks::catalogue {
namespace {

// Who is where, and who is not met: clashes, several leads, no contact planned.

/// A stretch of days that somebody spends in an activity.
struct Stay {
  const Item* activity;
  std::int64_t start;
  std::int64_t end;
};

/// The activities each actor leads or takes part in that are still to come or under way, and known by the day.
std::vector<std::vector<Stay>> staysOf(const Study& study) {
  std::vector<std::vector<Stay>> stays(study.all(KindId::actor).size());
  const auto lastsOn = [&](const Item& activity) {
    const Times& times = study.times(activity);
    return times.included && !times.open && times.known && times.ef > study.asOf().number && times.ef != times.es &&
           study.known(activity);
  };
  const auto enter = [&](const Item* who, const Item& in) {
    if (!who || who->kind() != KindId::actor) return;
    auto& own = stays[who->number()];
    const Times& times = study.times(in);
    if (own.empty() || own.back().activity != &in) own.push_back({&in, times.es, times.ef});
  };
  for (const Item& activity : study.all(KindId::activity))
    if (lastsOn(activity)) enter(study.target(activity, key::lead), activity);
  for (const Item& participation : study.all(KindId::participation)) {
    const Item* in = study.target(KindId::activity, participation, key::linkIn);
    if (in && lastsOn(*in) && tookPart(study, participation)) enter(study.target(participation, key::linkWho), *in);
  }
  return stays;
}

bool isElsewhere(const Item& a, const Item& b) {
  const std::string_view venueA = a.text(Key<Text>{"venue"});
  const std::string_view venueB = b.text(Key<Text>{"venue"});
  return !venueA.empty() && !venueB.empty() && venueA != venueB;
}

constexpr std::size_t mostClashes = 5;  ///< of one person

/// Is an actor of a type at home in many places?
bool isInManyPlaces(std::string_view type) {
  return isAnyOf(type,
                 {"state", "government", "state-coalition", "intergovernmental", "umbrella", "community", "military"});
}

bool leads(const Study& study, const Item& actor, const Item& activity) {
  return study.target(activity, key::lead) == &actor;
}

std::vector<Finding> checkClash(const Study& study) {
  std::vector<Finding> findings;
  if (!anyWith(study, KindId::activity, "venue")) return findings;
  auto stays = staysOf(study);
  for (const Item& actor : study.all(KindId::actor)) {
    const std::string_view type = actor.wordName(key::type);
    if (study.stopped()) break;
    const bool organisation = type != "person" && !type.empty();
    if (organisation && isInManyPlaces(type)) continue;
    std::size_t told = 0;
    auto& own = stays[actor.number()];
    std::sort(own.begin(), own.end(),
              [](const Stay& a, const Stay& b) { return a.start != b.start ? a.start < b.start : a.end < b.end; });
    const Stay* longest = nullptr;
    for (const Stay& stay : own) {
      if (longest && stay.activity != longest->activity && stay.start < longest->end &&
          isElsewhere(*longest->activity, *stay.activity) &&
          (!organisation || (leads(study, actor, *longest->activity) && leads(study, actor, *stay.activity)))) {
        Finding finding;
        finding.elements = {actor.id(), longest->activity->id(), stay.activity->id()};
        finding.message = {
            organisation
                ? tr("“{actor}” leads “{a}” and “{b}” at the same time in different places. Can it be in both?")
            : type.empty()
                ? tr("Whether “{actor}” should be in two places at once, at “{a}” and at “{b}”, cannot be told: "
                     "whether it is one person is not recorded.")
                : tr("“{actor}” should be in two places at once: at “{a}” and at “{b}”."),
            {{"actor", actor.id()}, {"a", longest->activity->id()}, {"b", stay.activity->id()}}};
        if (type.empty()) finding.verdict = Verdict::cannotTell;
        if (organisation) finding.level = Level::info;
        finding.because.push_back({tr("“{a}” from {start} to {end}."),
                                   {{"a", longest->activity->id()},
                                    {"start", firstDay(longest->start)},
                                    {"end", lastDay(longest->start, longest->end)}}});
        finding.because.push_back(
            {tr("“{b}” from {start} to {end}."),
             {{"b", stay.activity->id()}, {"start", firstDay(stay.start)}, {"end", lastDay(stay.start, stay.end)}}});
        finding.clears = {tr("It clears when one of them moves, or somebody else goes."), {}};
        findings.push_back(std::move(finding));
        if (++told == mostClashes) break;
      }
      if (!longest || stay.end > longest->end) longest = &stay;
    }
  }
  return findings;
}

bool isCoordinated(const Study& study) {
  return anyAtWork(study, {"coordination-committee", "contact-group", "donor-group"}) ||
         anyWhere(study, KindId::activity, key::type, {"coordination-meeting", "contact-group-meeting"});
}

/// A third party that leads an activity still to come or under way.
struct Lead {
  const Item* actor;
  const Item* activity;
  const Times* times;
};

/// Those of the leads during which another third party leads too, by their start.
std::vector<Lead> atTheSameTime(std::vector<Lead> leads) {
  std::ranges::stable_sort(leads, {}, [](const Lead& lead) { return lead.times->es; });
  std::vector<bool> overlaps(leads.size(), false);
  const Lead* longest = nullptr;  // so far, and the longest of any other actor
  const Lead* other = nullptr;
  const auto enter = [&](const Lead& lead) {
    if (!longest || lead.actor == longest->actor) {
      if (!longest || lead.times->ef > longest->times->ef) longest = &lead;
    } else if (lead.times->ef > longest->times->ef) {
      other = std::exchange(longest, &lead);
    } else if (!other || lead.times->ef > other->times->ef) {
      other = &lead;
    }
  };
  for (std::size_t i = 0; i < leads.size(); ++i) {
    const Lead* before = longest && longest->actor != leads[i].actor ? longest : other;
    overlaps[i] = before && before->times->ef > leads[i].times->es;
    enter(leads[i]);
  }
  const Lead* next = nullptr;  // the first behind, and the first behind of any other actor
  const Lead* nextOther = nullptr;
  for (std::size_t i = leads.size(); i-- > 0;) {
    const Lead* behind = next && next->actor != leads[i].actor ? next : nextOther;
    if (behind && behind->times->es < leads[i].times->ef) overlaps[i] = true;
    if (next && next->actor != leads[i].actor) nextOther = next;
    next = &leads[i];
  }
  std::vector<Lead> found;
  for (std::size_t i = 0; i < leads.size(); ++i)
    if (overlaps[i]) found.push_back(leads[i]);
  return found;
}

Finding severalLead(const Item& issue, const std::vector<Lead>& leads) {
  constexpr std::size_t mostTold = 12;
  Finding finding;
  finding.elements = {issue.id()};
  const auto name = [&](const Item& item) {
    if (std::ranges::find(finding.elements, item.id()) == finding.elements.end()) finding.elements.push_back(item.id());
  };
  for (const Lead& lead : leads) name(*lead.actor);
  for (const Lead& lead : leads) name(*lead.activity);
  finding.message = {
      tr("Several third parties lead on “{issue}” at the same time, and no arrangement between them is recorded."),
      {{"issue", issue.id()}}};
  for (const Lead& lead : leads | std::views::take(mostTold))
    finding.because.push_back(
        {tr("“{actor}” leads “{activity}”."), {{"actor", lead.actor->id()}, {"activity", lead.activity->id()}}});
  if (leads.size() > mostTold)
    finding.because.push_back({tr("There are more; only the first of them are named here."), {}});
  finding.clears = {tr("It clears when a body or meeting that coordinates them is in the plan."), {}};
  return finding;
}

std::vector<Finding> checkThirdParties(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::issue).empty() || !anyWhere(study, KindId::actor, key::layer, {"third-party"}) ||
      isCoordinated(study))
    return findings;
  std::vector<std::vector<Lead>> byIssue(study.all(KindId::issue).size());
  for (const Item& activity : study.all(KindId::activity)) {
    const Item* lead = study.target(KindId::actor, activity, key::lead);
    const Times& times = study.times(activity);
    if (!lead || lead->wordName(key::layer) != "third-party" || !times.included || times.open ||
        times.ef <= study.asOf().number || !study.known(activity))
      continue;
    for (const Item* issue : study.named(activity, key::issues.number))
      if (issue && issue->kind() == KindId::issue) byIssue[issue->number()].push_back({lead, &activity, &times});
  }
  for (const Item& issue : study.all(KindId::issue))
    if (const auto leads = atTheSameTime(std::move(byIssue[issue.number()])); !leads.empty())
      findings.push_back(severalLead(issue, leads));
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
      "Does an organisation lead two such? That is a question only, and not asked of states, governments, the "
      "military, umbrellas and communities. Asked where both venues and both durations are recorded; of an actor "
      "whose type is not recorded it cannot be told.";
  rule.source = "Resource levelling in project scheduling.";
  appendScheduleReads(rule.reads);
  appendKnownReads(rule.reads, KindId::activity);
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
      "Do two third parties or more lead activities on the same issue at the same time, while the plan has no "
      "coordination committee, contact or donor group and no coordination meeting? All of them are named.";
  rule.source = "UN Guidance for Effective Mediation (2012): coherence, coordination and complementarity.";
  appendScheduleReads(rule.reads);
  appendKnownReads(rule.reads, KindId::activity);
  appendReads(rule.reads, KindId::activity, {"lead", "issues", "type"});
  appendReads(rule.reads, KindId::body, {"type", "finish"});
  appendReads(rule.reads, KindId::actor, {"layer"});
  rule.check = checkThirdParties;
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
