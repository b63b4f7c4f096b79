#include "documents/context.h"
#include "plan/edits.h"
#include "plan/levels.h"

#include <algorithm>
#include <array>
#include <set>

namespace trackloom::documents {
namespace {

/// Kinds that are for the team's own levels whatever an element's own classification says.
constexpr KindSet ownKinds{KindId::assessment, KindId::waiver,    KindId::separation, KindId::comment,
                           KindId::viewpoint,  KindId::placement, KindId::copy,       KindId::audience};

/// Fields that stay inside: which finding somebody follows, and what tells that somebody has to be hidden.
constexpr FieldNumber ownFields[] = {"finding", "code-name-only", "contact-limits"};

/// Lines of the conflict map that may be shown outside; every other one tells of discord or hidden influence.
constexpr std::array<std::string_view, 9> openLines = {"close",   "alliance",  "informal", "contact", "mediation",
                                                       "support", "authority", "kinship",  "economic"};

bool isOpenLine(const Element& relation) {
  const Choice* type = relation.get(key::type);
  const auto lines = vocabulary(VocabularyId::relationType).terms;
  return type && type->term < lines.size() && std::ranges::find(openLines, lines[type->term].name) != openLines.end();
}

/// Not invited, or nobody can tell.
bool maybeNotInvited(const StatesOnDay& states, const Element& participation) {
  const State state = states.of(participation);
  return state.unread || state.is(ParticipationStatus::notInvited) ||
         participation.is(key::status, ParticipationStatus::notInvited) || participation.unread("status");
}

/// What stays inside, and the events that tell of nothing else.
std::vector<ElementId> ownElements(const Plan& plan, Day asOf) {
  const StatesOnDay states(plan, asOf);
  std::set<ElementId> own;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      if (ownKinds.has(kind.id) || (kind.id == KindId::relation && !isOpenLine(*element)) ||
          (kind.id == KindId::participation && maybeNotInvited(states, *element)))
        own.insert(element->id());
  for (const ElementPtr& event : plan.all(KindId::event)) {
    const auto about = event->refs(key::about);
    if (!about.empty() && std::ranges::all_of(about, [&](const ElementId& id) { return own.contains(id); }))
      own.insert(event->id());
  }
  return {own.begin(), own.end()};
}

Plan withoutOwnFields(const Plan& plan) {
  std::vector<Change> changes;
  for (const KindId kind : {KindId::actor, KindId::followUp})
    for (const ElementPtr& element : plan.all(kind)) {
      Element left = *element;
      for (const FieldNumber field : ownFields)
        if (left.has(field)) left.clear(field);
      if (!(left == *element)) changes.push_back({element, std::make_shared<const Element>(std::move(left))});
    }
  return plan.with(changes);
}

}  // namespace

Plan shownTo(const Plan& plan, const Audience& audience, Day asOf) {
  const Plan shown = visibleTo(plan, audience);
  if (audience.level >= Classification::team) return shown;
  return withoutOwnFields(apply(shown, removeWithLinks(shown, ownElements(shown, asOf))));
}

Plan withoutAuthors(const Plan& plan) {
  Plan nameless = apply(plan, clearField(plan, plan.root().id(), "author"));
  for (const ElementPtr& actor : plan.all(KindId::actor))
    if (actor->has("us")) nameless = apply(nameless, clearField(nameless, actor->id(), "us"));
  return nameless;
}

std::vector<checks::Finding> findingsFor(const Plan& whole, const checks::Study& shown, Classification audience) {
  if (audience < Classification::team) return {};
  auto findings = checks::check(shown);
  if (audience == Classification::core) return findings;
  // What is hidden here may answer a finding, by a separation or an acceptance: then nothing may be said. What is said
  // is worded from the shown plan alone.
  const checks::Study study(whole, shown.asOf());
  std::set<std::string> held;
  std::set<std::string> accepted;
  for (const checks::Finding& finding : checks::check(study)) (finding.accepted ? accepted : held).insert(finding.id);
  std::erase_if(findings, [&](const checks::Finding& finding) {
    return finding.accepted ? !accepted.contains(finding.id) : !held.contains(finding.id);
  });
  return findings;
}

}  // namespace trackloom::documents
