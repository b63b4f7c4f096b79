#include "checks/rules/reads.h"
#include "checks/rules/seats.h"

#include <algorithm>
#include <cstdio>

namespace trackloom::checks::catalogue {
namespace {

bool isAgreed(const Item& quota) {
  const Flag* agreed = quota.get(key::agreed);
  return agreed ? agreed->on : !quota.refs(key::agreedBy).empty();
}

void tellNumbers(const Item& quota, const Seats& seats, Finding& finding) {
  if (const Number* share = quota.get(key::share)) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", *share);
    finding.because.push_back({tr("Target: {share} per cent."), {{"share", std::string(text)}}});
  }
  if (const Integer* count = quota.get(key::count))
    finding.because.push_back({tr("Target: {count} {count|seat|seats}."), {{"count", *count}}});
  if (seats.total.most) {
    finding.because.push_back({tr("Seats in all: {count}."), {{"count", *seats.total.most}}});
  } else {
    finding.because.push_back({tr("How many seats there are in all is not known."), {}});
  }
  if (seats.group.most && *seats.group.most == seats.group.least) {
    finding.because.push_back({tr("Held by the group: {count}."), {{"count", seats.group.least}}});
  } else if (seats.group.most) {
    finding.because.push_back({tr("Held by the group: at least {least}, at most {most}; the rest is not known."),
                               {{"least", seats.group.least}, {"most", *seats.group.most}}});
  } else {
    finding.because.push_back(
        {tr("Held by the group: at least {least}; the rest is not known."), {{"least", seats.group.least}}});
  }
}

Finding told(const Item& quota, const Seats& seats, Answer answer) {
  Finding finding;
  finding.level = isAgreed(quota) ? Level::warning : Level::info;
  finding.verdict = answer == Answer::unknown ? Verdict::cannotTell : Verdict::problem;
  finding.elements = {quota.id(), quota.ref(key::body), quota.ref(key::group)};
  finding.elements.insert(finding.elements.end(), seats.elements.begin(), seats.elements.end());
  const Message::Place group{"group", quota.ref(key::group)};
  const Message::Place body{"body", quota.ref(key::body)};
  const Message::Place part{"component", seats.component};
  if (answer == Answer::below) {
    finding.message =
        seats.component.empty()
            ? Message{isAgreed(quota) ? tr("“{group}” has fewer seats in “{body}” than agreed.")
                                      : tr("“{group}” has fewer seats in “{body}” than the norm asks for; nobody "
                                           "agreed it. Should it hold here?"),
                      {group, body}}
            : Message{isAgreed(quota) ? tr("“{group}” has fewer seats among “{component}” in “{body}” than agreed.")
                                      : tr("“{group}” has fewer seats among “{component}” in “{body}” than the norm "
                                           "asks for; nobody agreed it. Should it hold here?"),
                      {group, part, body}};
  } else {
    finding.message =
        seats.component.empty()
            ? Message{tr("Whether “{group}” has the seats in “{body}” that the target asks for cannot be told."),
                      {group, body}}
            : Message{tr("Whether “{group}” has the seats among “{component}” in “{body}” that the target asks for "
                         "cannot be told."),
                      {group, part, body}};
  }
  tellNumbers(quota, seats, finding);
  finding.clears = answer == Answer::below
                       ? Message{tr("It clears when the group has the seats, or the target changes."), {}}
                       : Message{tr("It clears when the seats of the group, and all seats, are counted."), {}};
  return finding;
}

constexpr std::size_t mostComponents = 20;  ///< so many components a target is told for one by one

std::vector<Finding> check(const Study& study, Answer wanted) {
  std::vector<Finding> findings;
  if (study.all(KindId::quota).empty()) return findings;
  const auto bodies = componentsByBody(study);
  for (const Item& quota : study.all(KindId::quota)) {
    if (study.stopped()) break;
    const Item* body = study.target(KindId::body, quota, key::body);
    if (body && !study.known(*body)) continue;
    std::size_t hits = 0;
    for (const Seats& seats : seatsAsked(study, quota, bodies)) {
      if (against(quota, seats) != wanted) continue;
      if (++hits <= mostComponents) findings.push_back(told(quota, seats, wanted));
    }
    if (hits > mostComponents)
      findings.back().because.push_back({tr("It is the same in {count} more {count|component|components}."),
                                         {{"count", static_cast<std::int64_t>(hits - mostComponents)}}});
  }
  return findings;
}

std::vector<Finding> checkBelow(const Study& study) { return check(study, Answer::below); }
std::vector<Finding> checkUnknown(const Study& study) { return check(study, Answer::unknown); }

Rule base() {
  Rule rule;
  rule.family = "Inclusion";
  appendReads(rule.reads, KindId::quota, {"group", "body", "component", "share", "count", "agreed", "agreed-by"});
  appendReads(rule.reads, KindId::seat, {"body", "component", "group", "count"});
  appendReads(rule.reads, KindId::body, {"count"});
  appendKnownReads(rule.reads, KindId::body);
  return rule;
}

}  // namespace

Rule quotaBelow() {
  Rule rule = base();
  rule.id = "Q-BELOW";
  rule.title = "Fewer seats than the target";
  rule.help =
      "Has a group fewer seats than its target even in the best reading of what is not known? Groups may overlap. A "
      "target "
      "that nobody agreed is a norm, and asked as a question.";
  rule.source =
      "UN Guidance for Effective Mediation (2012), inclusivity; rules of the Yemeni National Dialogue Conference for "
      "targets within components.";
  rule.clears = "The group has the seats, or the target changes.";
  rule.check = checkBelow;
  return rule;
}

Rule quotaUnknown() {
  Rule rule = base();
  rule.id = "Q-UNKNOWN";
  rule.title = "Seats that nobody has counted";
  rule.help =
      "Is there a target of which the seats that are known do not tell whether it is met? Unknown seats never count as "
      "met.";
  rule.level = Level::info;
  rule.source = "UN Guidance for Effective Mediation (2012), inclusivity.";
  rule.clears = "The seats of the group, and all seats, are counted.";
  rule.check = checkUnknown;
  return rule;
}

}  // namespace trackloom::checks::catalogue
