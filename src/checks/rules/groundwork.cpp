#include "checks/funding.h"
#include "checks/rules/listing.h"
#include "checks/rules/present.h"

namespace trackloom::checks::catalogue {
namespace {

// What a design rests on: a fresh analysis, who owns the process, where the team itself stands, structures for peace.

Finding aboutPlan(const Study& study, Message message) {
  Finding finding;
  finding.level = Level::info;
  finding.elements = {root(study).id()};
  finding.message = std::move(message);
  return finding;
}

/// The last day up to the as-of day on which an agreement was made or an incident recorded.
std::optional<Day> lastTurn(const Study& study, const Item*& what) {
  std::optional<Day> latest;
  const auto take = [&](const Item& item) {
    const Date* date = item.get(key::date);
    if (!date || date->last() > study.asOf() || (latest && date->last() <= *latest)) return;
    latest = date->last();
    what = &item;
  };
  for (const Item& agreement : study.all(KindId::agreement)) take(agreement);
  for (const Item& event : study.all(KindId::event))
    if (isAnyOf(event.wordName(key::type), {"incident", "ceasefire-breach", "change-of-government"})) take(event);
  return latest;
}

std::vector<Finding> checkAnalysis(const Study& study) {
  const bool analysed = !study.all(KindId::assessment).empty() || !study.all(KindId::issue).empty();
  if (!analysed || study.all(KindId::activity).empty()) return {};
  const Date* date = root(study).get(key::analysisDate);
  if (!date || date->first() > study.asOf()) {
    Finding finding = aboutPlan(study, {tr("When the analysis of the conflict was last renewed is not recorded."), {}});
    finding.verdict = Verdict::cannotTell;
    finding.because.push_back({tr("The plan names issues or assessments, but no day of analysis."), {}});
    finding.clears = {tr("It clears when the day of the analysis is recorded."), {}};
    return {finding};
  }
  const auto most = static_cast<std::int64_t>(study.threshold("ANALYSIS-STALE", "days"));
  const std::int64_t age = study.asOf() - std::min(date->last(), study.asOf());
  const Item* what = nullptr;
  const auto turn = lastTurn(study, what);
  const bool overtaken = turn && *turn > date->last();
  if (age <= most && !overtaken) return {};
  Finding finding = aboutPlan(study, {tr("The analysis of the conflict is of {date}, {days} {days|day|days} old."),
                                      {{"date", *date}, {"days", age}}});
  finding.level = Level::warning;
  if (age > most) finding.because.push_back({tr("Asked after {days} {days|day|days}."), {{"days", most}}});
  if (overtaken) {
    finding.elements.push_back(what->id());
    finding.because.push_back({tr("“{what}” of {day} came after it."), {{"what", what->id()}, {"day", *turn}}});
  }
  finding.clears = {tr("It clears when the analysis is renewed and its day recorded."), {}};
  return {finding};
}

/// An organisation of states; or another state or organisation that is a third party and no insider.
bool isFromOutside(const Item& actor) {
  const std::string_view type = actor.wordName(key::type);
  if (isAnyOf(type, {"intergovernmental", "state-coalition"})) return true;
  return isAnyOf(type, {"state", "ngo"}) && actor.wordName(key::layer) == "third-party" && !actor.has("insider-type");
}

std::vector<Finding> checkOwnership(const Study& study) {
  if (!hasTable(study)) return {};
  std::int64_t inside = 0;
  std::int64_t outside = 0;
  std::vector<ElementId> conveners;
  for (const ElementId& id : root(study).refs(key::conveners)) {
    const Item* convener = study.find(KindId::actor, id);
    if (!convener) continue;
    ++(isFromOutside(*convener) ? outside : inside);
    conveners.push_back(id);
  }
  if (inside > 0 || outside == 0) return {};
  Finding finding = aboutPlan(
      study, {tr("Only states or organisations from outside convene this process. Who in the country owns it?"), {}});
  finding.elements.insert(finding.elements.end(), conveners.begin(), conveners.end());
  finding.because.push_back({tr("Conveners from outside: {count}; from inside: none."), {{"count", outside}}});
  finding.clears = {tr("It clears when somebody from the country is among the conveners."), {}};
  return {finding};
}

std::vector<Finding> checkSelf(const Study& study) {
  if (study.all(KindId::relation).empty() && study.all(KindId::viewpoint).empty()) return {};
  const bool self = any(study, KindId::actor, [](const Item& actor) {
    const Flag* us = actor.get(key::us);
    return us && us->on;
  });
  if (self) return {};
  Finding finding = aboutPlan(study, {tr("Your own organisation is not on the map. Where does it stand?"), {}});
  finding.because.push_back({tr("There are relations or viewpoints, and no actor is marked “This is us”."), {}});
  finding.clears = {tr("It clears when an actor is marked as your own organisation."), {}};
  const auto conveners = study.all(KindId::plan).front().refs(key::conveners);
  for (const ElementId& actor : amongThem(conveners))
    if (study.find(KindId::actor, actor))
      finding.fixes.push_back(
          {{tr("Name “{actor}” as your own organisation"), {{"actor", actor}}},
           [actor](const Plan& plan) { return setField(plan, actor, key::us.number, Value(Flag{true})); }});
  return {finding};
}

std::vector<Finding> checkOnion(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::assessment).empty()) return findings;
  enum : unsigned { positions = 1, deeper = 2 };
  std::vector<unsigned> known(study.all(KindId::actor).size(), 0);
  for (const Item& assessment : study.all(KindId::assessment)) {
    const Item* actor = study.target(KindId::actor, assessment, key::actor);
    const Date* date = assessment.get(key::date);
    if (!actor || (date && date->first() > study.asOf())) continue;
    if (assessment.has("position")) known[actor->number()] |= positions;
    if (assessment.has("interests") || assessment.has("needs")) known[actor->number()] |= deeper;
  }
  for (const Item& actor : study.all(KindId::actor)) {
    if (known[actor.number()] != positions || actor.wordName(key::layer) != "primary") continue;
    Finding finding;
    finding.level = Level::info;
    finding.elements = {actor.id()};
    finding.message = {tr("Of “{actor}” a position is recorded, but neither interests nor needs. What lies behind it?"),
                       {{"actor", actor.id()}}};
    finding.because.push_back({tr("No assessment of it up to the day says why it wants what it says it wants."), {}});
    finding.clears = {tr("It clears when an assessment records interests or needs."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

/// What is recorded of women in a team.
enum class Women : std::uint8_t { notRecorded, notTold, recorded };

/// What is known of each body by the groups whose seats or targets are recorded there, and of those who sit in it.
class WomenIn {
 public:
  explicit WomenIn(const Study& study) : study_(study), in_(study.all(KindId::body).size(), Women::notRecorded) {
    for (const Item& seat : study.all(KindId::seat))
      if (seat.get(Key<Integer>{"count"}))
        count(seat);  // a group of which nobody says how many sit there tells nothing
    for (const Item& quota : study.all(KindId::quota)) count(quota);
    for (const Item& body : study.all(KindId::body))
      for (const Item* member : study.named(body, FieldNumber("members")))
        if (member && member->kind() == KindId::actor)
          for (const Item* group : study.named(*member, FieldNumber("groups")))
            if (group && group->hasTerm(key::identity, "women")) in_[body.number()] = Women::recorded;
  }

  Women in(const Item& body) const { return in_[body.number()]; }

 private:
  void count(const Item& item) {
    const Item* body = study_.target(KindId::body, item, key::body);
    if (!body || !item.has(key::group.number)) return;
    const Item* group = study_.target(KindId::group, item, key::group);
    Women& known = in_[body->number()];
    if (group && group->hasTerm(key::identity, "women"))
      known = Women::recorded;
    else if (known == Women::notRecorded && (!group || !group->has(key::identity.number)))
      known = Women::notTold;
  }

  const Study& study_;
  std::vector<Women> in_;
};

std::vector<Finding> checkTeam(const Study& study) {
  std::vector<Finding> findings;
  const WomenIn women(study);
  for (const Item& body : study.all(KindId::body)) {
    if (!isAnyOf(body.wordName(key::type), {"mediation-team", "facilitation-team"})) continue;
    if (women.in(body) == Women::recorded || !study.known(body)) continue;
    const bool counted = women.in(body) == Women::notTold;
    Finding finding;
    finding.level = Level::info;
    finding.verdict = Verdict::cannotTell;
    finding.elements = {body.id()};
    finding.message = {counted ? tr("Groups are counted in “{body}”, but which of them are women is not recorded.")
                               : tr("How many women are in “{body}” is not recorded."),
                       {{"body", body.id()}}};
    finding.because.push_back(
        {counted ? tr("What a group that is counted there has in common is not recorded.")
                 : tr("No seats of women and no target for them are recorded for it, nor members who are women."),
         {}});
    finding.because.push_back({tr("For comparison: 13.7 per cent of mediators were women in 2023; the UN asks for a "
                                  "third at least."),
                               {}});
    finding.clears = {counted ? tr("It clears when each group counted there says what its people have in common.")
                              : tr("It clears when the seats of women are counted, or a target for them is set."),
                      {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

bool hasCouncil(const Study& study) { return anyWhere(study, KindId::body, key::type, {"peace-council"}); }

std::vector<Finding> checkLocal(const Study& study) {
  if (!hasCouncil(study) || anyWhere(study, KindId::body, key::type, {"local-peace-committee"}) ||
      anyWhere(study, KindId::activity, key::type, {"local-peace-committee-session", "community-dialogue"}))
    return {};
  Finding finding =
      aboutPlan(study, {tr("There is a national council for peace, but nothing for peace on the local level."), {}});
  finding.because.push_back({tr("Looked for: local peace committees, their sessions, community dialogues."), {}});
  finding.clears = {tr("It clears when a local committee or its work is in the plan."), {}};
  return {finding};
}

std::vector<Finding> checkBudget(const Study& study) {
  std::vector<Finding> findings;
  if (!hasCouncil(study)) return findings;
  std::vector<bool> paid(study.all(KindId::body).size(), false);
  for (const Item& fund : study.all(KindId::fund))
    if (isPromised(study, fund))
      for (const ElementId& id : fund.refs(key::covers))
        if (const Item* body = study.find(KindId::body, id)) paid[body->number()] = true;
  for (const Item& body : study.all(KindId::body)) {
    if (body.wordName(key::type) != "peace-council" || paid[body.number()] || body.has(key::budget.number)) continue;
    Finding finding;
    finding.level = Level::info;
    finding.elements = {body.id()};
    finding.message = {tr("“{body}” has neither a budget nor a fund."), {{"body", body.id()}}};
    finding.because.push_back({tr("No fund of the plan covers it."), {}});
    finding.clears = {tr("It clears when its budget or a fund for it is recorded."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

Rule base(const char* family, const char* title, const char* help) {
  Rule rule;
  rule.family = family;
  rule.title = title;
  rule.help = help;
  rule.level = Level::info;
  return rule;
}

}  // namespace

Rule analysisStale() {
  Rule rule =
      base("Design", "An analysis that has been overtaken",
           "Is the analysis of the conflict older than a number of days, or older than the latest agreement, "
           "incident or change of government? Where its day is not recorded it cannot be told. Asked once the plan has "
           "activities and issues or assessments.");
  rule.id = "ANALYSIS-STALE";
  rule.level = Level::warning;
  rule.source = "UN Guidance for Effective Mediation (2012), preparedness: regular internal assessments.";
  rule.clears = "The analysis is renewed and its day recorded.";
  rule.thresholds = {{"days", 183, "days after which an analysis should be renewed"}};
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::plan, {"analysis-date"});
  appendReads(rule.reads, KindId::agreement, {"date"});
  appendReads(rule.reads, KindId::event, {"date", "type"});
  rule.check = checkAnalysis;
  return rule;
}

Rule ownership() {
  Rule rule =
      base("Design", "Who in the country owns the process",
           "Are all recorded conveners organisations of states, or states and organisations that are third parties "
           "and no insiders? Asked once officials meet.");
  rule.id = "OWNERSHIP";
  rule.source = "UN Guidance for Effective Mediation (2012), national ownership; Harlander (HD, 2016).";
  rule.clears = "Somebody from the country is among the conveners.";
  appendTableReads(rule.reads);
  appendReads(rule.reads, KindId::plan, {"conveners"});
  appendReads(rule.reads, KindId::actor, {"layer", "type", "insider-type"});
  rule.check = checkOwnership;
  return rule;
}

Rule mapWithoutSelf() {
  Rule rule = base("Actors", "Your own organisation is not on the map",
                   "Are there relations or viewpoints, while no actor is marked as your own organisation?");
  rule.id = "MAP-NO-SELF";
  rule.source = "Fisher et al., Working with Conflict (2000): put yourselves on the map.";
  rule.clears = "An actor is marked as your own organisation.";
  appendReads(rule.reads, KindId::actor, {"us"});
  appendReads(rule.reads, KindId::plan, {"conveners"});
  rule.check = checkSelf;
  return rule;
}

Rule positionsOnly() {
  Rule rule = base("Actors", "Positions without what lies behind them",
                   "Is there a party (layer primary) of which assessments record a position, but neither interests nor "
                   "needs?");
  rule.id = "ONION-HOLLOW";
  rule.source = "Fisher et al., Working with Conflict (2000): positions, interests, needs.";
  rule.clears = "An assessment records interests or needs.";
  appendReads(rule.reads, KindId::assessment, {"actor", "date", "position", "interests", "needs"});
  appendReads(rule.reads, KindId::actor, {"layer"});
  rule.check = checkOnion;
  return rule;
}

Rule teamGender() {
  Rule rule =
      base("Inclusion", "Women in the mediation team",
           "Is there a mediation or facilitation team of which neither seats of women nor a target for them are "
           "recorded, nor members of a group of women? A group is one of women where what its people have in "
           "common says so. Where a target is recorded, the rules on targets ask.");
  rule.id = "TEAM-GENDER";
  rule.source = "UN Secretary-General, Common Pledge on Women's Full, Equal and Meaningful Participation (2024).";
  rule.clears = "The seats of women are counted, or a target for them is set.";
  appendReads(rule.reads, KindId::body, {"type", "members"});
  appendKnownReads(rule.reads, KindId::body);
  appendReads(rule.reads, KindId::actor, {"groups"});
  appendReads(rule.reads, KindId::group, {"identity"});
  appendReads(rule.reads, KindId::seat, {"body", "group", "count"});
  appendReads(rule.reads, KindId::quota, {"body", "group"});
  rule.check = checkTeam;
  return rule;
}

Rule peaceWithoutLocal() {
  Rule rule = base("Design", "A peace council without a local level",
                   "Is there a national peace council, but no local peace committee, session of one or community "
                   "dialogue?");
  rule.id = "PEACE-NO-LOCAL";
  rule.source = "UNDP, Infrastructures for Peace (2013).";
  rule.clears = "A local committee or its work is in the plan.";
  appendProgressReads(rule.reads);
  appendReads(rule.reads, KindId::body, {"type"});
  appendReads(rule.reads, KindId::activity, {"type"});
  rule.check = checkLocal;
  return rule;
}

Rule peaceWithoutBudget() {
  Rule rule = base("Design", "A peace council without a budget",
                   "Is there a national peace council with neither a budget nor a fund that covers it?");
  rule.id = "PEACE-NO-BUDGET";
  rule.source = "UNDP, Infrastructures for Peace (2013): a budget line.";
  rule.clears = "Its budget or a fund for it is recorded.";
  appendReads(rule.reads, KindId::body, {"type", "budget"});
  appendEventReads(rule.reads);
  appendReads(rule.reads, KindId::fund, {"covers", "status"});
  rule.check = checkBudget;
  return rule;
}

}  // namespace trackloom::checks::catalogue
