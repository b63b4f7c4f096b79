#include "sharing/paper_plan.h"

#include "checks/rule.h"
#include "documents/context.h"
#include "plan/suggestions.h"
#include "sharing/redact.h"
#include "sharing/telling_ids.h"

#include <algorithm>
#include <set>

namespace trackloom::sharing {
namespace {

/// The plan with the acceptances that hold as ones that hold until they are removed: the fingerprints of the others
/// would no longer fit anything once names and ids are other ones.
Plan withAcceptancesAsTheyAre(const Plan& plan, const Plan& masked, Day asOf) {
  const auto waivers = masked.all(KindId::waiver);
  if (std::ranges::none_of(waivers, [](const ElementPtr& waiver) { return waiver->has(key::fingerprint.number); }))
    return masked;
  std::set<ElementId> holding;
  for (const checks::Finding& finding : checks::check(checks::Study(plan, asOf)))
    if (finding.accepted) holding.insert(finding.accepted->waiver);
  std::vector<Change> changes;
  for (const ElementPtr& waiver : waivers) {
    if (!holding.contains(waiver->id())) continue;
    Element held = *waiver;
    held.clear(key::fingerprint.number);
    changes.push_back({waiver, std::make_shared<const Element>(std::move(held))});
  }
  return masked.with(changes);
}

void noteMasks(const Plan& plan, const RedactionReport& report, std::vector<Message>& notes) {
  for (const NamePlace& place : report.places) {
    if (!place.masked) continue;
    const Field* field = plan.find(place.element)->definition().find(place.field);
    notes.push_back({tr("{element}, {field}: “{found}” is masked; these readers may not see whose name it is."),
                     {{"element", place.element}, {"field", ownWord(field->label)}, {"found", place.found}}});
  }
}

void noteIds(const TellingIds& telling, std::vector<Message>& notes) {
  for (const std::set<ElementId>& ids : {telling.elements, telling.words})
    for (const ElementId& id : ids)
      notes.push_back(
          {tr("The id “{id}” is masked; it may say whom or what these readers may not see."), {{"id", id.str()}}});
}

/// The plan with the actors of the other version whom these readers may not see: its texts may hold their names. They
/// are not shown, so nothing else comes of it.
Plan withHiddenOf(const Plan& plan, const Plan& other, const Audience& audience) {
  Plan all = plan;
  for (const ElementPtr& actor : other.all(KindId::actor))
    if (!audience.sees(*actor) && !plan.find(actor->id())) all = all.with(*actor);
  return all;
}

/// A plan for readers who may not see everything, while it is made: names first, ids once it is known which tell one.
class Masking {
 public:
  Masking(const Plan& plan, const PaperReaders& readers) : paper_{plan, readers.audience} {
    RedactionReport report;
    paper_.plan = withNamesMasked(plan, {readers.audience, readers.asOf, {}, readers.keep}, report);
    noteMasks(plan, report, paper_.notes);
    telling_ = tellingIds(plan, documents::shownTo(paper_.plan, readers.audience, readers.asOf));
    if (readers.audience.level >= Classification::team)
      paper_.plan = withAcceptancesAsTheyAre(plan, paper_.plan, readers.asOf);
  }

  const TellingIds& telling() const { return telling_; }

  PaperPlan withIds(const OtherIds& ids) && {
    noteIds(telling_, paper_.notes);
    paper_.plan = sharing::withIds(paper_.plan, ids);
    for (ElementId& id : paper_.audience.include) id = ids.of(id);
    paper_.ids = ids;
    return std::move(paper_);
  }

 private:
  PaperPlan paper_;
  TellingIds telling_;
};

}  // namespace

PaperPlan planForPaper(const Plan& whole, const PaperReaders& readers) {
  const Plan plan = keptPlan(whole);
  if (readers.audience.seesAll()) return {plan, readers.audience};
  Masking masking(plan, readers);
  return std::move(masking).withIds(insteadOf(masking.telling(), {&plan, 1}));
}

std::array<PaperPlan, 2> versionsForPaper(const Plan& before, const Plan& after, const PaperReaders& readers) {
  if (readers.audience.seesAll()) return {PaperPlan{before, readers.audience}, PaperPlan{after, readers.audience}};
  const std::array<Plan, 2> plans{withHiddenOf(keptPlan(before), keptPlan(after), readers.audience),
                                  withHiddenOf(keptPlan(after), keptPlan(before), readers.audience)};
  Masking first(plans[0], readers);
  Masking second(plans[1], readers);
  TellingIds telling = first.telling();
  telling.add(second.telling());
  const OtherIds ids = insteadOf(telling, plans);
  return {std::move(first).withIds(ids), std::move(second).withIds(ids)};
}

}  // namespace trackloom::sharing
