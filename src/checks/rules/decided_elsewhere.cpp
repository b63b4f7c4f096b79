#include "checks/channels.h"
#include "checks/rules/present.h"
#include "checks/track_links.h"

namespace trackloom::checks::catalogue {
namespace {

/// An inclusive body that has talked about an issue, and the first day it may have.
struct Talk {
  const Item* body = nullptr;
  std::optional<Day> from;
};

std::optional<Day> earlier(std::optional<Day> one, std::optional<Day> other) {
  return one && other ? std::optional<Day>(std::min(*one, *other)) : std::nullopt;
}

std::optional<Day> beginOf(const Item& item) {
  const Date* date = item.get(key::start) ? item.get(key::start) : item.get(key::plannedStart);
  return date ? std::optional<Day>(date->first()) : std::nullopt;
}

/// Which inclusive bodies have talked about each issue: by their own list, or in their sessions.
std::vector<std::vector<Talk>> deliberated(const Study& study) {
  std::vector<std::vector<Talk>> bodies(study.all(KindId::issue).size());
  const auto enter = [&](const Item* body, const Item& in) {
    if (!body || !isAnyOf(body->wordName(key::type), {"plenary", "inclusive-commission", "constituent-assembly"}))
      return;
    for (const Item* issue : study.named(in, key::issues.number)) {
      if (!issue || issue->kind() != KindId::issue) continue;
      auto& own = bodies[issue->number()];
      const auto same = std::find_if(own.begin(), own.end(), [&](const Talk& talk) { return talk.body == body; });
      if (same == own.end())
        own.push_back({body, beginOf(in)});
      else
        same->from = earlier(same->from, beginOf(in));
    }
  };
  for (const Item& body : study.all(KindId::body)) enter(&body, body);
  for (const Item& activity : study.all(KindId::activity))
    if (study.progress(activity) != Progress::leftOut) enter(study.target(KindId::body, activity, key::body), activity);
  return bodies;
}

/// Does a body belong to another, or report to it?
bool isUnder(const Study& study, const Item& body, const Item& above) {
  if (&body == &above || study.target(body, key::parent) == &above) return true;
  const auto reports = study.named(body, key::reportsTo.number);
  return std::find(reports.begin(), reports.end(), &above) != reports.end();
}

bool isKnown(const Study& study, const Item& agreement) {
  const Date* date = agreement.get(key::date);
  return (date && date->first() <= study.asOf()) || agreement.has("planned");
}

Finding told(const Item& agreement, const Item& body, const Item& issue, bool where) {
  Finding finding;
  finding.elements = {agreement.id(), body.id(), issue.id()};
  finding.message = {
      where ? tr("“{agreement}” settles “{issue}”, which “{body}” has talked about, and nothing leads from “{body}” to "
                 "where it was settled.")
            : tr("Whether anything leads from “{body}”, which has talked about “{issue}”, to “{agreement}” cannot be "
                 "told: where it was made is not recorded."),
      {{"agreement", agreement.id()}, {"issue", issue.id()}, {"body", body.id()}}};
  if (!where) finding.verdict = Verdict::cannotTell;
  finding.because.push_back(
      {tr("Looked for: a hand-over, directly or over others, a body that is part of “{body}” or reports to it."),
       {{"body", body.id()}}});
  finding.clears = {tr("It clears when a hand-over from “{body}” to it is recorded or planned."),
                    {{"body", body.id()}}};
  return finding;
}

Finding notLookedAt(const Item& agreement) {
  Finding finding;
  finding.verdict = Verdict::cannotTell;
  finding.elements = {agreement.id()};
  finding.message = {tr("Whether those who talked about its issues were heard cannot be told of “{agreement}” and of "
                        "those behind it: there are more decisions and bodies than are looked at."),
                     {{"agreement", agreement.id()}}};
  finding.because.push_back({tr("The first 200 pairs of a decision and a body are looked at."), {}});
  finding.clears = {tr("It clears when the plan has fewer of them."), {}};
  return finding;
}

/// Something that settles issues: an agreement, or an event by which a body decides or adopts something.
struct Decision {
  const Item* item;
  const Date* date;
  const Item* where;  ///< the activity in which, or the body by which; null if not recorded
  std::span<const Item* const> issues;

  /// Is a body among those whose decision it is?
  bool isOf(const Study& study, const Item& body) const {
    if (where && where->kind() == KindId::body && isUnder(study, *where, body)) return true;
    const Item* by =
        where && where->kind() == KindId::activity ? study.target(KindId::body, *where, key::body) : nullptr;
    return (by && isUnder(study, *by, body)) || std::find(issues.begin(), issues.end(), &body) != issues.end();
  }
};

std::vector<Decision> decisions(const Study& study) {
  std::vector<Decision> found;
  for (const Item& agreement : study.all(KindId::agreement))
    if (isKnown(study, agreement))
      found.push_back({&agreement, agreement.get(key::date) ? agreement.get(key::date) : agreement.get(key::planned),
                       study.target(KindId::activity, agreement, key::activity),
                       study.named(agreement, key::issues.number)});
  for (const Item& event : study.all(KindId::event)) {
    const Date* date = event.get(key::date);
    if (!isAnyOf(event.wordName(key::type), {"decision", "adoption"}) || !date || date->first() > study.asOf())
      continue;
    const auto about = study.named(event, key::about.number);
    const auto first = [&](KindId kind) {
      const auto at = std::ranges::find_if(about, [&](const Item* item) { return item && item->kind() == kind; });
      return at == about.end() ? nullptr : *at;
    };
    if (first(KindId::agreement)) continue;  // which is asked about itself
    const Item* body = first(KindId::body);
    found.push_back({&event, date, body ? body : first(KindId::activity), about});
  }
  return found;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::issue).empty()) return findings;
  const auto talked = deliberated(study);
  constexpr std::size_t mostAsked = 200;  // each asks for the ways through the whole network
  std::size_t asked = 0;
  for (const Decision& decision : decisions(study)) {
    std::vector<const Item*> told_;  // a body is told once for a decision
    for (const Item* issue : decision.issues) {
      if (!issue || issue->kind() != KindId::issue) continue;
      for (const auto& [body, from] : talked[issue->number()]) {
        if (from && decision.date && *from > decision.date->last()) continue;  // settled before it met
        if (decision.isOf(study, *body)) continue;
        if (std::find(told_.begin(), told_.end(), body) != told_.end()) continue;
        if (study.stopped()) return findings;
        if (++asked > mostAsked) {
          findings.push_back(notLookedAt(*decision.item));
          return findings;
        }
        if (decision.where && !channels(study, *body, *decision.where, Over::handOvers).paths.empty()) continue;
        findings.push_back(told(*decision.item, *body, *issue, decision.where != nullptr));
        told_.push_back(body);
      }
    }
  }
  return findings;
}

}  // namespace

Rule decidedElsewhere() {
  Rule rule;
  rule.id = "GAP-BYPASS";
  rule.family = "Links";
  rule.title = "Decided where those who talked about it are not heard";
  rule.help =
      "Does an agreement, or an event by which somebody decides or adopts something, settle an issue that a plenary, "
      "an "
      "inclusive commission or a constituent assembly has talked about, while no hand-over leads from there to where "
      "it "
      "was settled, and that is no part of it? In which activity or by which body must be recorded. The first 200 such "
      "pairs are looked at.";
  rule.source = "Yemen 2014: the committee on regions was set up outside the National Dialogue Conference (PA-X 1508).";
  rule.clears = "A hand-over to where it is decided is recorded or planned.";
  appendLinkReads(rule.reads);
  appendReads(rule.reads, KindId::agreement, {"date", "planned", "activity", "issues"});
  appendReads(rule.reads, KindId::event, {"type", "date", "about"});
  appendReads(rule.reads, KindId::activity, {"issues", "body", "lead", "start", "planned-start"});
  appendReads(rule.reads, KindId::body,
              {"type", "issues", "parent", "reports-to", "chair", "members", "start", "planned-start"});
  // Who sits where, since that is how word travels.
  appendReads(rule.reads, KindId::activity, {"partners"});
  appendReads(rule.reads, KindId::seat, {"body", "held-by"});
  appendReads(rule.reads, KindId::actor, {"groups"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
