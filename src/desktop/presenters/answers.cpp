#include "desktop/presenters/answers.h"

#include "documents/answers.h"
#include "documents/explanation.h"
#include "house_rules/ask_house.h"

#include <algorithm>

namespace trackloom::desktop {
namespace {

using checks::Study;
using documents::Answer;
using documents::AnswerPart;
using documents::cellOf;

Answer only(Message sentence) { return {{std::move(sentence)}, {}, {}}; }

Answer networkOf(const Study& study, checks::TieKind kind) {
  const checks::Ties ties = checks::ties(study, kind);
  const checks::TieMeasures measures = checks::measure(ties);
  Answer answer = documents::networkAnswer({ties, measures, kind}, documents::NetworkOrder::byShareOfWays);
  if (!answer.hasRows()) return only(answer.parts.front().none);
  answer.notes.push_back(
      {tr("Share of ways: how many of the shortest ways between others lead over it, 1 is all. Nearness: 1 "
          "is next to all others. What hangs together has one number of part."),
       {}});
  answer.notes.push_back(
      {tr("Pairs it stands between that are not tied themselves: coordinator, both of its own track; "
          "gatekeeper and representative, one of its own and one of another; itinerant consultant, "
          "both of one other track; liaison, of two other tracks. They describe places in the plan, "
          "not persons."),
       {}});
  return answer;
}

/// The ways in one direction, and what would cut them, as one part.
AnswerPart waysPart(const Study& study, const checks::Item& from, const checks::Item& to) {
  const Answer answer = documents::channelsAnswer(from, to, checks::channels(study, from, to));
  AnswerPart part;
  if (!answer.parts.empty()) part = answer.parts.front();
  part.heading = answer.said.front();
  if (part.rows.empty())
    part.none = answer.notes.front();
  else
    part.rows.push_back({{}, {cellOf(answer.notes.front())}});
  return part;
}

Answer waysBetween(const Study& study, const checks::Item& from, const checks::Item& to) {
  if (&from == &to) return only({tr("Both ends are the same."), {}});
  Answer answer{{}, {waysPart(study, from, to), waysPart(study, to, from)}, {}};
  answer.notes = {
      {tr("Channels run over hand-overs in their direction, through their carriers, and along the tracks that "
          "activities and bodies stand on. Independent ones share nothing in between."),
       {}}};
  return answer;
}

Answer expertsOf(const Study& study) {
  const checks::ExpertMatch match = checks::expertMatch(study);
  Answer answer = documents::expertsAnswer(match);
  if (answer.hasRows())
    answer.said = {
        {tr("Activities with somebody who could be asked: {found}; without: {missing}."),
         {{"found", std::ssize(match.pairs)}, {"missing", std::ssize(match.unmatched) + std::ssize(match.later)}}}};
  return answer;
}

/// People know rules by their titles.
void nameRules(AnswerPart& part, const std::vector<checks::Finding>& findings) {
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (const checks::Rule* rule = checks::findRule(findings[i].rule))
      part.rows[i].cells.front() = cellOf(Message{std::string(rule->title), {}});
}

Answer impactOf(const Study& study, const checks::Item& item, std::optional<std::int64_t> days) {
  const documents::Impact impact = documents::impactOf(study, item, days);
  Answer answer = documents::impactAnswer(impact);
  nameRules(answer.parts[2], impact.findings.appear);
  nameRules(answer.parts[3], impact.findings.go);
  answer.said = {
      {tr("Depends on it: {count}. Dates that move: {dates}. Findings that appear: {appear}; that go: {go}."),
       {{"count", std::ssize(impact.dependents)},
        {"dates", std::ssize(impact.shifts)},
        {"appear", std::ssize(impact.findings.appear)},
        {"go", std::ssize(impact.findings.go)}}}};
  answer.notes = {
      {tr("Worked out from what is recorded in the plan; what is not recorded can depend on it as well."), {}}};
  return answer;
}

Answer datesOf(const Study& study) {
  Answer answer = documents::scheduleAnswer(documents::shownSchedule(study));
  if (!answer.hasRows()) return only(answer.parts.front().none);
  answer.notes.push_back(
      {tr("Days in hand: how far it can move without moving the last date of all. Slip: days later than "
          "planned."),
       {}});
  return answer;
}

Answer chainTo(const Study& study, const checks::Item& activity) {
  const checks::Schedule& schedule = study.schedule();
  if (!schedule.times[activity.number()].included)
    return only({tr("“{activity}” is not in the schedule: what is cancelled, ended without result, replaced or dropped "
                    "has no dates."),
                 {{"activity", activity.id()}}});
  return documents::chainAnswer(
      {study, study.network(), schedule, checks::criticalChain(study.network(), schedule, activity.number())});
}

Answer houseAnswer(const Study& study, const house_rules::RuleFile& rules, const Means& means) {
  AnswerPart part;
  part.columns = {{tr("Level")}, {tr("What was noticed")}, {tr("Rule")}};
  process::Limits limits = house_rules::limits;
  limits.stop = means.stop;
  std::int64_t unknown = 0;
  std::size_t asked = 0;
  for (const house_rules::Pattern& pattern : rules.patterns) asked += pattern.questions.size();
  for (const checks::Finding& finding : house_rules::ask(rules, study, means.child, limits)) {
    const bool cannotTell = finding.verdict == checks::Verdict::cannotTell;
    unknown += cannotTell ? 1 : 0;
    part.rows.push_back({finding.elements.empty() ? ElementId() : finding.elements.front(),
                         {cellOf(Message{cannotTell ? tr("Cannot tell") : documents::levelWord(finding.level), {}}),
                          cellOf(finding.message), cellOf(std::string(finding.rule))}});
  }
  const auto noticed = std::ssize(part.rows) - unknown;
  const auto count = static_cast<std::int64_t>(asked);
  Answer answer;
  answer.said = {part.rows.empty()
                     ? Message{tr("Nothing that “{rules}” asks was found not to hold. Things it asks: {count}."),
                               {{"rules", rules.title}, {"count", count}}}
                     : Message{tr("“{rules}”: noticed {noticed}, cannot tell {unknown}. Things it asks: {count}."),
                               {{"rules", rules.title}, {"noticed", noticed}, {"unknown", unknown}, {"count", count}}}};
  answer.notes = {{tr("Asked by {file}."), {{"file", rules.file}}}};
  if (!part.rows.empty()) answer.parts.push_back(std::move(part));
  return answer;
}

}  // namespace

bool followsFromPlan(QuestionId id) {
  using enum QuestionId;
  return id != rule && id != element && id != contents && id != reading && id != plugins;
}

Answer answered(const Study& study, const Asked& asked, const Means& means) {
  const Question& about = question(asked.question);
  std::vector<const checks::Item*> items;
  for (const ElementId& id : asked.about) {
    if (!study.find(id)) return only({tr("What was asked about is no longer in the plan."), {}});
    if (!canBeAsked(study, about, id)) return only({tr("This cannot be asked about “{name}”."), {{"name", id}}});
    items.push_back(study.find(id));
  }
  if (items.size() < elementsNeeded(about.needs)) return only({tr("Choose first what the question is about."), {}});
  using enum QuestionId;
  try {
    switch (asked.question) {
      case carriers:
        return networkOf(study, checks::TieKind::actors);
      case handOvers:
        return networkOf(study, checks::TieKind::transfers);
      case waiting:
        return networkOf(study, checks::TieKind::dependencies);
      case ways:
        return waysBetween(study, *items[0], *items[1]);
      case experts:
        return expertsOf(study);
      case without:
        return impactOf(study, *items[0], std::nullopt);
      case late:
        return impactOf(study, *items[0], std::clamp<std::int64_t>(asked.days, 1, longestSlip));
      case dates:
        return datesOf(study);
      case decides:
        return chainTo(study, *items[0]);
      case houseRules:
        if (asked.houseRules) return houseAnswer(study, *asked.houseRules, means);
        break;
      default:
        break;
    }
  } catch (const Error& error) {
    return only(error.message());
  }
  return only({tr("Choose first what the question is about."), {}});
}

}  // namespace trackloom::desktop
