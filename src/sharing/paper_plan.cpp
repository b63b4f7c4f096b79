#include "sharing/paper_plan.h"

#include "checks/rule.h"
#include "documents/context.h"
#include "plan/suggestions.h"
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

/// What of a plan readers may see.
struct Seen {
  Seen(const Plan& whole, const PaperReaders& readers)
      : plan(keptPlan(whole)), seen(documents::shownTo(plan, readers.audience, readers.asOf)) {}
  Sight sight() const { return {plan, seen}; }

  Plan plan;
  Plan seen;
};

PaperPlan withMasks(const Seen& version, const HiddenNames& names, const PaperReaders& readers) {
  PaperPlan paper{version.plan, readers.audience};
  RedactionReport report;
  paper.plan = names.maskedIn(version.plan, version.seen, report);
  paper.notes = PaperNotes(version.plan, std::move(report));
  if (readers.audience.level >= Classification::team)
    paper.plan = withAcceptancesAsTheyAre(version.plan, paper.plan, readers.asOf);
  return paper;
}

/// Papers for the same readers with the same masks: names first, ids once it is known which tell one.
std::vector<PaperPlan> papersOf(std::span<const Seen> versions, const PaperReaders& readers) {
  std::vector<Sight> sights;
  for (const Seen& version : versions) sights.push_back(version.sight());
  const HiddenNames names(sights, readers.keep);
  std::vector<PaperPlan> papers;
  std::vector<Plan> masked;
  std::vector<Plan> plans;
  for (const Seen& version : versions) {
    papers.push_back(withMasks(version, names, readers));
    masked.push_back(documents::shownTo(papers.back().plan, readers.audience, readers.asOf));
    plans.push_back(version.plan);
  }
  sights.clear();
  for (std::size_t i = 0; i < versions.size(); ++i) sights.push_back({versions[i].plan, masked[i]});
  const TellingIds telling = tellingIds(sights);
  const OtherIds ids = insteadOf(telling, plans);
  for (PaperPlan& paper : papers) {
    for (const std::string& name : names.keptInVain()) paper.notes.add(nothingToKeep(name));
    paper.notes.add(ids);
    paper.plan = withIds(paper.plan, ids);
    for (ElementId& id : paper.audience.include) id = ids.of(id);
    paper.ids = ids;
  }
  return papers;
}

/// What readers may see of one version and not of another.
void addHiddenInOne(const Plan& before, const Plan& after, Audience& audience) {
  std::vector<ElementId> hidden;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : before.all(kind.id))
      if (const Element* now = after.find(kind.id, element->id());
          now && kind.id != KindId::plan && audience.sees(*element) != audience.sees(*now))
        hidden.push_back(element->id());
  audience.exclude.insert(audience.exclude.end(), hidden.begin(), hidden.end());
}

/// The element with the fields above all levels, if they are not above the readers' level already.
Element hiding(const Element& element, const std::set<const Field*>& hidden) {
  constexpr Key<Texts> levels{"field-levels"};
  Texts entries;
  for (const FieldLevel& entry : fieldLevels(element))
    if (!hidden.contains(entry.field)) entries.push_back(entry.written);
  for (const Field* field : hidden) entries.push_back(std::string(field->name) + ":core");
  Element made = element;
  made.set(levels, std::move(entries));
  return made;
}

/// Hides in both versions the fields that either hides from the readers.
void hideFieldsOfEither(Plan& before, Plan& after, Classification level) {
  std::vector<Change> changes[2];
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : before.all(kind.id)) {
      const ElementPtr now = after.share(element->id());
      if (!now || now->kind() != kind.id) continue;
      std::set<const Field*> hidden;
      for (const ElementPtr& version : {element, now})
        for (const FieldLevel& entry : fieldLevels(*version))
          if (entry.field && entry.level > level) hidden.insert(entry.field);
      if (hidden.empty()) continue;
      changes[0].push_back({element, std::make_shared<const Element>(hiding(*element, hidden))});
      changes[1].push_back({now, std::make_shared<const Element>(hiding(*now, hidden))});
    }
  before = before.with(changes[0]);
  after = after.with(changes[1]);
}

}  // namespace

PaperPlan planForPaper(const Plan& plan, const PaperReaders& readers) {
  if (readers.audience.seesAll()) return {keptPlan(plan), readers.audience};
  const Seen seen(plan, readers);
  return std::move(papersOf({&seen, 1}, readers).front());
}

std::array<PaperPlan, 2> versionsForPaper(const Plan& before, const Plan& after, const PaperReaders& readers) {
  if (readers.audience.seesAll()) return {PaperPlan{before, readers.audience}, PaperPlan{after, readers.audience}};
  PaperReaders both = readers;
  Plan old = keptPlan(before);
  Plan now = keptPlan(after);
  addHiddenInOne(old, now, both.audience);
  hideFieldsOfEither(old, now, both.audience.level);
  const std::array<Seen, 2> versions{Seen(old, both), Seen(now, both)};
  std::vector<PaperPlan> papers = papersOf(versions, both);
  return {std::move(papers[0]), std::move(papers[1])};
}

}  // namespace trackloom::sharing
