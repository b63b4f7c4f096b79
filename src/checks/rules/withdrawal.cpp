#include "checks/rules/present.h"

namespace trackloom::checks::catalogue {
namespace {

/// Does this way of deciding need everybody, or a block of them?
Truth needsAll(std::string_view rule) {
  if (rule.empty() || rule == "qualified-majority") return Truth::cannotTell;
  return isAnyOf(rule, {"unanimity", "consensus", "sufficient-consensus", "double-majority"}) ? Truth::yes : Truth::no;
}

/// How what somebody took part in decides: its own rule, else that of its body, else that of the plan.
std::string_view ruleOf(const Study& study, const Item& in) {
  const Item* body = in.kind() == KindId::activity ? study.target(KindId::body, in, key::body) : &in;
  const std::string_view own = body ? body->wordName(key::decisionRule) : std::string_view();
  return own.empty() ? root(study).wordName(key::decisionRule) : own;
}

/// The seats somebody holds in a body that is counted; nothing where that is not recorded.
std::optional<Message> seatsOf(const Study& study, const Item& who, const Item& body) {
  const Integer* all = body.kind() == KindId::body ? body.get(key::count) : nullptr;
  std::int64_t held = 0;
  for (const Item& seat : study.all(KindId::seat)) {
    const Integer* count = seat.get(key::count);
    if (count && study.target(seat, key::body) == &body && study.target(seat, Key<Ref>{"held-by"}) == &who)
      held += *count;
  }
  if (!all || held <= 0) return std::nullopt;
  return Message{tr("Seats they hold: {held} of {all}."), {{"held", held}, {"all", *all}}};
}

Finding withdrawn(const Study& study, const Item& participation, const Item& who, const Item& in) {
  const State state = study.state(participation);
  const Truth needed = needsAll(ruleOf(study, in));
  Finding finding;
  finding.verdict = needed == Truth::cannotTell ? Verdict::cannotTell : Verdict::problem;
  finding.elements = {participation.id(), who.id(), in.id()};
  const std::vector<Message::Place> places{{"who", who.id()}, {"in", in.id()}};
  finding.message = {needed == Truth::yes
                         ? tr("“{who}” has withdrawn from “{in}”, which decides by a rule that needs all sides.")
                         : tr("“{who}” has withdrawn from “{in}”; whether it can decide without them cannot be told."),
                     places};
  if (state.since)
    finding.because.push_back({tr("Withdrawn since {day}, {days} {days|day|days}."),
                               {{"day", *state.since}, {"days", study.asOf() - *state.since}}});
  else
    finding.because.push_back({tr("Since when is not recorded."), {}});
  if (const std::string_view reason = participation.text(key::reason); !reason.empty())
    finding.because.push_back({tr("Reason recorded: {reason}."), {{"reason", std::string(reason)}}});
  if (needed == Truth::cannotTell)
    finding.because.push_back({ruleOf(study, in).empty() ? tr("No decision rule is recorded for it or for the plan.")
                                                         : tr("It decides by a share of the votes."),
                               {}});
  if (auto seats = seatsOf(study, who, in)) finding.because.push_back(*std::move(seats));
  finding.clears = {tr("It clears when they return, or when the decision rule is recorded as one that allows it."), {}};
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  for (const Item& participation : study.all(KindId::participation)) {
    if (!study.state(participation).is(ParticipationStatus::withdrew)) continue;
    const Item* who = study.target(participation, key::linkWho);
    const Item* in = study.target(participation, key::linkIn);
    if (!who || !in || (in->kind() != KindId::activity && in->kind() != KindId::body)) continue;
    if (in->kind() == KindId::activity) {
      const Progress progress = study.progress(*in);
      if (progress == Progress::finished || progress == Progress::leftOut) continue;
    }
    if (const Date* finish = in->kind() == KindId::body ? in->get(key::finish) : nullptr;
        finish && finish->last() <= study.asOf())
      continue;
    if (needsAll(ruleOf(study, *in)) != Truth::no) findings.push_back(withdrawn(study, participation, *who, *in));
  }
  return findings;
}

}  // namespace

Rule withdrawal() {
  Rule rule;
  rule.id = "WALKOUT";
  rule.family = "Inclusion";
  rule.title = "A side has withdrawn whose agreement is needed";
  rule.help =
      "Has somebody withdrawn from a body or activity that is still at work and decides by unanimity, consensus, "
      "sufficient consensus or a double majority? Where no decision rule is recorded, or a qualified majority is "
      "needed, it cannot be told.";
  rule.source = "National Dialogue Handbook (Berghof Foundation and swisspeace, 2017): decision-making procedures.";
  rule.clears = "They return, or the decision rule is recorded as one that allows it.";
  appendProgressReads(rule.reads);
  appendReads(rule.reads, KindId::participation, {"who", "in", "status", "reason"});
  appendReads(rule.reads, KindId::activity, {"body"});
  appendReads(rule.reads, KindId::body, {"decision-rule", "finish", "count"});
  appendReads(rule.reads, KindId::seat, {"body", "held-by", "count"});
  appendReads(rule.reads, KindId::plan, {"decision-rule"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
