#include "checks/rules/present.h"

namespace trackloom::checks::catalogue {
namespace {

/// One thing that a design should hold, and whether anything in the plan stands for it.
struct Need {
  const char* what;
  bool (*met)(const Study&);
};

bool hasPhaseOf(const Study& study, std::initializer_list<std::string_view> types) {
  return anyWhere(study, KindId::phase, key::type, types);
}

// The nine design issues of a negotiation process.

constexpr Need nine[] = {
    {tr("Purpose: what the process is for."),
     [](const Study& s) { return root(s).has(key::purpose.number) || !s.all(KindId::objective).empty(); }},
    {tr("Format: a single table, parallel groups, a plenary with working groups."),
     [](const Study& s) { return root(s).has(key::format.number) || !s.all(KindId::body).empty(); }},
    {tr("Mandate: who asked for facilitation or mediation, and on which basis."),
     [](const Study& s) { return root(s).has(key::mandate.number); }},
    {tr("Participation: who takes part, in which seats."),
     [](const Study& s) {
       return !s.all(KindId::participation).empty() || !s.all(KindId::seat).empty() || !s.all(KindId::quota).empty();
     }},
    {tr("Agenda: which issues are talked about."), [](const Study& s) { return !s.all(KindId::issue).empty(); }},
    {tr("Timetable: planned days, phases or deadlines."),
     [](const Study& s) {
       return !s.all(KindId::deadline).empty() || anyWith(s, KindId::phase, "planned-start") ||
              anyWith(s, KindId::activity, "planned-start") || anyWith(s, KindId::activity, "planned-finish");
     }},
    {tr("Methods for reaching agreement: a decision rule, or what is tried when there is none."),
     [](const Study& s) {
       return root(s).has(key::decisionRule.number) || anyWith(s, KindId::body, "decision-rule") ||
              anyWith(s, KindId::body, "deadlock-ladder");
     }},
    {tr("Confidence-building measures, a ceasefire among them."),
     [](const Study& s) {
       return anyWhere(s, KindId::activity, key::type, {"confidence-building", "ceasefire"});
     }},
    {tr("Ratification and implementation: who approves, and what follows."),
     [](const Study& s) {
       return root(s).has("ratifying-bodies") || root(s).has(key::outcomeStatus.number) ||
              !s.all(KindId::commitment).empty() || hasPhaseOf(s, {"implementation"}) ||
              anyWhere(s, KindId::activity, key::type, {"ratification", "referendum", "implementation-step"});
     }},
};

// The eight fundamentals of effective mediation.

constexpr Need eight[] = {
    {tr("Preparedness: an analysis of the conflict, training, a preparatory meeting, a review."),
     [](const Study& s) {
       return root(s).has(key::analysisDate.number) || !s.all(KindId::review).empty() ||
              anyWhere(s, KindId::activity, key::type,
                       {"conflict-analysis", "capacity-building", "preparatory-meeting", "talks-about-talks"});
     }},
    {tr("Consent: whether the parties agree to the process and to who mediates."),
     [](const Study& s) { return !s.all(KindId::consent).empty(); }},
    {tr("Impartiality: how far the third party goes, or the principles it holds to."),
     [](const Study& s) { return root(s).has("mediator-role") || root(s).has("principles"); }},
    {tr("Inclusivity: groups that should have a place, targets, or a strategy for inclusion."),
     [](const Study& s) {
       return !s.all(KindId::group).empty() || !s.all(KindId::quota).empty() || root(s).has(key::genderStrategy.number);
     }},
    {tr("National ownership: who convenes the process."),
     [](const Study& s) { return root(s).has(key::conveners.number); }},
    {tr("International law and norms: rights that the issues touch, or principles."),
     [](const Study& s) { return anyWith(s, KindId::issue, "rights") || root(s).has("principles"); }},
    {tr("Coherence and coordination: a body or meeting that links those who help, or tracks kept apart on purpose."),
     [](const Study& s) {
       return !s.all(KindId::separation).empty() ||
              anyWhere(s, KindId::body, key::type, {"coordination-committee", "contact-group", "donor-group"}) ||
              anyWhere(s, KindId::activity, key::type, {"coordination-meeting", "contact-group-meeting"});
     }},
    {tr("Quality of agreements: commitments, or a body that watches over them or settles disputes."),
     [](const Study& s) {
       return !s.all(KindId::commitment).empty() ||
              anyWhere(s, KindId::body, key::type,
                       {"follow-up-committee", "monitoring-mechanism", "dispute-resolution-panel"});
     }},
};

/// One finding for all that has nothing to stand for it.
std::vector<Finding> lacking(const Study& study, std::span<const Need> needs, const char* pattern) {
  Finding finding;
  finding.level = Level::info;
  finding.elements = {root(study).id()};
  for (const Need& need : needs)
    if (!need.met(study)) finding.because.push_back({need.what, {}});
  if (finding.because.empty()) return {};
  finding.message = {
      pattern,
      {{"count", static_cast<std::int64_t>(finding.because.size())}, {"all", static_cast<std::int64_t>(needs.size())}}};
  finding.clears = {tr("It clears when the plan says something about each of them."), {}};
  return {finding};
}

std::vector<Finding> checkNine(const Study& study) {
  if (!hasTable(study)) return {};
  return lacking(study, nine,
                 tr("Of the {all} things a negotiation's design settles, nothing is recorded for {count}."));
}

bool hasThirdParty(const Study& study) {
  return root(study).has("mediator-role") || anyWhere(study, KindId::actor, key::layer, {"third-party"}) ||
         anyWhere(study, KindId::participation, key::role, {"mediator", "co-mediator", "facilitator"});
}

std::vector<Finding> checkEight(const Study& study) {
  if (!hasTable(study) || !hasThirdParty(study)) return {};
  return lacking(
      study, eight,
      tr("Of the {all} fundamentals of mediation, nothing in the plan stands for {count}. Is it elsewhere?"));
}

Rule base() {
  Rule rule;
  rule.family = "Design";
  rule.level = Level::info;
  rule.clears = "The plan says something about each of them.";
  appendTableReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"type"});
  return rule;
}

}  // namespace

Rule nineDesignIssues() {
  Rule rule = base();
  rule.id = "DESIGN-NINE";
  rule.title = "What the design leaves open";
  rule.help =
      "Which of the nine design issues of a negotiation has nothing in the plan: purpose, format, mandate, "
      "participation, agenda, timetable, methods for reaching agreement, confidence-building, ratification and "
      "implementation? Asked once the plan has an activity on an official track, a plenary or a negotiating table.";
  rule.source = "Wolff, nine design issues of negotiation processes.";
  appendReads(rule.reads, KindId::plan,
              {"purpose", "format", "mandate", "decision-rule", "ratifying-bodies", "outcome-status"});
  appendReads(rule.reads, KindId::phase, {"type", "planned-start"});
  appendReads(rule.reads, KindId::activity, {"planned-start", "planned-finish"});
  appendReads(rule.reads, KindId::body, {"decision-rule", "deadlock-ladder"});
  rule.check = checkNine;
  return rule;
}

Rule eightFundamentals() {
  Rule rule = base();
  rule.id = "EIGHT-GAP";
  rule.title = "Fundamentals of mediation without support in the plan";
  rule.help =
      "Which of the eight fundamentals of effective mediation has nothing in the plan that stands for it? Asked once "
      "officials meet and a third party is recorded. The answer may lie outside the plan.";
  rule.source = "UN Guidance for Effective Mediation (2012), the eight fundamentals.";
  appendReads(rule.reads, KindId::plan,
              {"mediator-role", "analysis-date", "principles", "gender-strategy", "conveners"});
  appendReads(rule.reads, KindId::actor, {"layer"});
  appendReads(rule.reads, KindId::participation, {"role"});
  appendReads(rule.reads, KindId::issue, {"rights"});
  rule.check = checkEight;
  return rule;
}

}  // namespace trackloom::checks::catalogue
