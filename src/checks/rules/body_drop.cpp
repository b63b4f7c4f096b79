#include "checks/rules/reads.h"
#include "checks/rules/seats.h"

#include <cstdio>

namespace trackloom::checks::catalogue {
namespace {

/// The bodies in which a body's work is done or decided: its parts and those that report to it.
std::vector<std::vector<const Item*>> derivedBodies(const Study& study) {
  std::vector<std::vector<const Item*>> derived(study.all(KindId::body).size());
  for (const Item& body : study.all(KindId::body)) {
    std::vector<const Item*> above;
    const auto enter = [&](const ElementId& id) {
      const Item* item = study.find(KindId::body, id);
      if (item && item != &body && std::find(above.begin(), above.end(), item) == above.end()) above.push_back(item);
    };
    enter(body.ref(key::parent));
    for (const ElementId& id : body.refs(key::reportsTo)) enter(id);
    for (const Item* item : above) derived[item->number()].push_back(&body);
  }
  return derived;
}

std::string percent(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", share);
  return text;
}

Finding drop(const Item& quota, const Item& body, const Seats& seats, Answer answer) {
  const ElementId group = quota.ref(key::group);
  Finding finding;
  finding.verdict = answer == Answer::below ? Verdict::problem : Verdict::cannotTell;
  finding.elements = {quota.id(), body.id(), group};
  finding.message = {
      answer == Answer::below
          ? tr("“{group}” reaches its target in “{plenary}”, but not in “{body}”, where the work is done.")
          : tr("Whether “{group}” keeps in “{body}” the share it has in “{plenary}” cannot be told."),
      {{"group", group}, {"plenary", quota.ref(key::body)}, {"body", body.id()}}};
  finding.because.push_back({tr("Target in “{plenary}”: {share} per cent."),
                             {{"plenary", quota.ref(key::body)}, {"share", percent(*quota.get(key::share))}}});
  if (seats.group.most && seats.total.most)
    finding.because.push_back({tr("In “{body}”: at most {most} of {all} {all|seat|seats}."),
                               {{"body", body.id()}, {"most", *seats.group.most}, {"all", *seats.total.most}}});
  else
    finding.because.push_back({tr("In “{body}” the seats are not all counted."), {{"body", body.id()}}});
  finding.clears = {tr("It clears when the group has the share there too, or the seats there are counted."), {}};
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::quota).empty()) return findings;
  const auto bodies = componentsByBody(study);
  const auto derived = derivedBodies(study);
  std::vector<std::pair<ElementId, ElementId>> ownTargets;  // body and group
  for (const Item& quota : study.all(KindId::quota))
    ownTargets.emplace_back(quota.ref(key::body), quota.ref(key::group));
  std::sort(ownTargets.begin(), ownTargets.end());
  for (const Item& quota : study.all(KindId::quota)) {
    const Item* plenary = study.target(KindId::body, quota, key::body);
    const Number* share = quota.get(key::share);
    const auto own = plenary ? bodies.find(plenary->id()) : bodies.end();
    if (!share || !quota.text(key::component).empty() || own == bodies.end() || study.stopped()) continue;
    const ElementId group = quota.ref(key::group);
    if (againstShare(seatsInBody(plenary, own->second, group), *share) != Answer::met) continue;
    for (const Item* body : derived[plenary->number()]) {
      const auto seats = bodies.find(body->id());
      const bool asked = std::binary_search(ownTargets.begin(), ownTargets.end(), std::pair(body->id(), group));
      if (asked || seats == bodies.end() || !study.known(*body)) continue;
      const Seats counted = seatsInBody(body, seats->second, group);
      const Answer answer = againstShare(counted, *share);
      if (answer != Answer::met) findings.push_back(drop(quota, *body, counted, answer));
    }
  }
  return findings;
}

}  // namespace

Rule bodyDrop() {
  Rule rule;
  rule.id = "Q-BODYDROP";
  rule.family = "Inclusion";
  rule.title = "Present in the plenary, not where it is decided";
  rule.help =
      "Does a group reach its target in a body, but not in a part of it or a body that reports to it, such as a "
      "working "
      "group or a consensus committee? Asked where seats of that body are recorded and it has no target of its own.";
  rule.source =
      "UN DPA, Guidance on Gender and Inclusive Mediation Strategies (2017); Paffenholz, Broadening "
      "Participation.";
  rule.clears = "The group has the share there too, or the seats there are counted.";
  appendReads(rule.reads, KindId::quota, {"group", "body", "component", "share"});
  appendReads(rule.reads, KindId::seat, {"body", "component", "group", "count"});
  appendReads(rule.reads, KindId::body, {"count", "parent", "reports-to"});
  appendKnownReads(rule.reads, KindId::body);
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
