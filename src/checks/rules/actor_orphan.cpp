#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

/// Kinds that give an actor a part: not what is thought of them, drawn of them or told about them.
bool givesPart(const Kind& kind) {
  switch (kind.id) {
    case KindId::assessment:
    case KindId::placement:
    case KindId::comment:
    case KindId::waiver:
    case KindId::audience:
    case KindId::separation:
    case KindId::event:
    case KindId::risk:
      return false;
    default:
      return true;
  }
}

bool namesActors(const Kind& kind, const Field& field) {
  return givesPart(kind) && isReference(field) && field.targets.has(KindId::actor);
}

std::vector<Finding> check(const Study& study) {
  std::vector<bool> hasPart(study.all(KindId::actor).size(), false);
  std::int64_t named = 0;
  for (const Kind& kind : kinds()) {
    for (const Field& field : kind.fields) {
      if (!namesActors(kind, field)) continue;
      for (const Item& item : study.all(kind.id)) {
        eachReference(item, field, [&](const ElementId& id) {
          const Item* actor = study.find(KindId::actor, id);
          if (!actor || actor == &item) return;
          ++named;
          hasPart[actor->number()] = true;
          if (kind.id == KindId::actor) hasPart[item.number()] = true;  // a member of an umbrella has a part in it
        });
      }
    }
  }
  std::vector<Finding> findings;
  for (const Item& actor : study.all(KindId::actor)) {
    if (hasPart[actor.number()]) continue;
    const Flag* us = actor.get(key::us);
    if ((us && us->on) || actor.wordName(key::layer) == "shadow") continue;
    Finding finding;
    finding.level = Level::info;
    finding.elements = {actor.id()};
    finding.message = {tr("“{actor}” is in the plan, but has no part in any activity, body, hand-over or relation. Is "
                          "a link missing?"),
                       {{"actor", actor.id()}}};
    finding.because.push_back(
        {tr("The plan gives actors a part {count} times, never to this one."), {{"count", named}}});
    finding.clears = {tr("It clears when the actor takes part in something, or goes."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

Rule actorOrphan() {
  Rule rule;
  rule.id = "ACTOR-ORPHAN";
  rule.family = "Structure";
  rule.title = "An actor without any link";
  rule.help =
      "Is there an actor with no part in anything: no participation, lead, seat, relation, hand-over, signature, "
      "membership? "
      "Your own organisation and actors outside the process (layer shadow) are not asked about.";
  rule.level = Level::info;
  rule.source = "Fisher et al., Working with Conflict (2000): a conflict map shows how each party is linked.";
  rule.clears = "The actor takes part in something, or goes.";
  rule.reads = readsWhere(namesActors);
  appendReads(rule.reads, KindId::actor, {"us"});
  appendReads(rule.reads, KindId::actor, {"layer"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
