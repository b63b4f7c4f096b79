#include "checks/rules/listing.h"
#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

/// Kinds that give an actor a part: not what is thought of them, drawn of them or feared of them.
bool givesPart(const Kind& kind) {
  switch (kind.id) {
    case KindId::assessment:
    case KindId::placement:
    case KindId::comment:
    case KindId::waiver:
    case KindId::audience:
    case KindId::separation:
    case KindId::risk:
      return false;
    default:
      return true;
  }
}

bool namesActors(const Kind& kind, const Field& field) {
  return givesPart(kind) && isReference(field) && field.targets.has(KindId::actor);
}

/// One finding for one of them, or for many.
Finding withoutPart(std::span<const ElementId> actors, std::int64_t named) {
  Finding finding;
  finding.level = Level::info;
  finding.elements.assign(actors.begin(), actors.end());
  const bool one = actors.size() == 1;
  finding.message = one ? Message{tr("“{actor}” is in the plan, but has no part in any activity, body, hand-over or "
                                     "relation. Is a link missing?"),
                                  {{"actor", actors.front()}}}
                        : Message{tr("{count} actors are in the plan, but have no part in any activity, body, "
                                     "hand-over or relation, among "
                                     "them: {some}. Are links missing?"),
                                  {{"count", static_cast<std::int64_t>(actors.size())}, {"some", amongThem(actors)}}};
  finding.because.push_back({one ? tr("The plan gives actors a part {count} {count|time|times}, never to this one.")
                                 : tr("The plan gives actors a part {count} {count|time|times}, never to these."),
                             {{"count", named}}});
  finding.clears = {one ? tr("It clears when the actor takes part in something, or goes.")
                        : tr("It clears when each of them takes part in something, or goes."),
                    {}};
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<bool> hasPart(study.all(KindId::actor).size(), false);
  std::int64_t named = 0;
  for (const Kind& kind : kinds()) {
    for (const Field& field : kind.fields) {
      if (!namesActors(kind, field)) continue;
      for (const Item& item : study.all(kind.id)) {
        for (const Item* actor : study.named(item, field.number)) {
          if (!actor || actor->kind() != KindId::actor || actor == &item) continue;
          ++named;
          hasPart[actor->number()] = true;
          if (kind.id == KindId::actor) hasPart[item.number()] = true;  // a member of an umbrella has a part in it
        }
      }
    }
  }
  std::vector<ElementId> orphans;
  for (const Item& actor : study.all(KindId::actor)) {
    if (hasPart[actor.number()]) continue;
    const Flag* us = actor.get(key::us);
    if (!(us && us->on) && actor.wordName(key::layer) != "shadow") orphans.push_back(actor.id());
  }
  std::vector<Finding> findings;
  if (orphans.size() > mostApart) {
    findings.push_back(withoutPart(orphans, named));
  } else {
    for (const ElementId& id : orphans) findings.push_back(withoutPart(std::span(&id, 1), named));
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
      "membership, event? Your own organisation and actors outside the process (layer shadow) are not asked about.";
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
