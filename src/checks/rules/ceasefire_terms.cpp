#include "checks/ceasefires.h"
#include "checks/rules/present.h"

namespace trackloom::checks::catalogue {
namespace {

// How long a ceasefire holds, what it says of forces from outside, and whether a local one is tied to anything.

std::optional<Day> endOf(const Ceasefire& ceasefire) {
  if (ceasefire.item->kind() == KindId::agreement)
    if (const Date* until = ceasefire.item->get(key::until)) return until->last();
  const Item* activity = ceasefire.item->kind() == KindId::activity ? ceasefire.item : nullptr;
  if (const Date* planned = activity ? activity->get(key::plannedFinish) : nullptr) return planned->last();
  return std::nullopt;
}

/// Does anything take over from it: another ceasefire or a renewal that begins before it ends or soon after?
bool isFollowed(const Study& study, const Ceasefire& one, Day end, std::span<const Ceasefire> all) {
  for (const Ceasefire& other : all) {
    const bool begins = other.day && (!one.day || *other.day > *one.day);
    const auto ends = endOf(other);
    if (other.item != one.item && begins && (!ends || *ends > end)) return true;
  }
  return any(study, KindId::agreement, [&](const Item& agreement) {
    if (!agreement.is(key::stage, AgreementStage::renewal)) return false;
    const Date* date = agreement.get(key::date);
    if (!date || date->first() > study.asOf()) date = agreement.get(key::planned);
    return date && (!one.day || date->last() > *one.day);
  });
}

std::vector<Finding> checkExpiry(const Study& study) {
  std::vector<Finding> findings;
  const auto all = ceasefires(study);
  if (all.empty()) return findings;
  const auto before = static_cast<std::int64_t>(study.threshold("CF-EXPIRY", "days"));
  for (const Ceasefire& ceasefire : all) {
    if (study.stopped()) break;
    const auto end = endOf(ceasefire);
    const bool finished = ceasefire.activity && study.progress(*ceasefire.activity) == Progress::finished &&
                          ceasefire.item->kind() == KindId::activity;
    if (!end || finished || *end - study.asOf() > before || study.asOf() - *end > 365) continue;
    if (isFollowed(study, ceasefire, *end, all)) continue;
    const bool past = *end < study.asOf();
    Finding finding;
    finding.elements = {ceasefire.item->id()};
    finding.message = {past ? tr("“{ceasefire}” ended on {day}, and nothing in the plan takes over from it.")
                            : tr("“{ceasefire}” ends on {day}, and nothing in the plan takes over from it."),
                       {{"ceasefire", ceasefire.item->id()}, {"day", *end}}};
    finding.because.push_back(past
                                  ? Message{tr("That was {days} {days|day|days} ago."), {{"days", study.asOf() - *end}}}
                                  : Message{tr("That is in {days} {days|day|days}."), {{"days", *end - study.asOf()}}});
    finding.because.push_back({tr("Looked for: a renewal, or a ceasefire that begins later and holds longer."), {}});
    finding.clears = {tr("It clears when a renewal or the next ceasefire is planned."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> checkForeign(const Study& study) {
  std::vector<Finding> findings;
  std::vector<ElementId> outside;
  for (const Item& actor : study.all(KindId::actor))
    if (isAnyOf(actor.wordName(key::type), {"state", "state-coalition"}) &&
        isAnyOf(actor.wordName(key::layer), {"primary", "secondary"}))
      outside.push_back(actor.id());
  if (outside.empty()) return findings;
  for (const Ceasefire& ceasefire : ceasefires(study)) {
    if (ceasefire.isBrief()) continue;
    bool recorded = false;
    bool named = false;
    for (const Item* item : {ceasefire.item, ceasefire.activity}) {
      if (!item) continue;
      recorded |= item->has(key::provisions.number);
      named |= item->hasTerm(key::provisions, "foreign-forces");
    }
    if (named) continue;
    Finding finding;
    if (!recorded) finding.verdict = Verdict::cannotTell;
    finding.elements = {ceasefire.item->id()};
    finding.elements.insert(finding.elements.end(), outside.begin(),
                            outside.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(outside.size(), 10)));
    finding.message = {recorded ? tr("“{ceasefire}” says nothing of forces from outside.")
                                : tr("Whether “{ceasefire}” says anything of forces from outside cannot be told."),
                       {{"ceasefire", ceasefire.item->id()}}};
    finding.because.push_back({tr("States counted among those the conflict is about: {count}."),
                               {{"count", static_cast<std::int64_t>(outside.size())}}});
    finding.clears = {tr("It clears when a provision on foreign forces is recorded."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> checkLocal(const Study& study) {
  std::vector<Finding> findings;
  const auto all = ceasefires(study);
  std::vector<const Ceasefire*> local;
  for (const Ceasefire& ceasefire : all)
    if (isAnyOf(ceasefire.type(), {"local", "partial"})) local.push_back(&ceasefire);
  if (local.empty()) return findings;
  std::vector<bool> tied(study.all(KindId::activity).size(), false);
  std::vector<bool> tiedBodies(study.all(KindId::body).size(), false);
  for (const KindId kind : {KindId::dependency, KindId::transfer})
    for (const auto& [from, to] : study.ends(kind))
      for (const Item* end : {from, to}) {
        if (end && from && to && from != to && end->kind() == KindId::activity) tied[end->number()] = true;
        if (end && from && to && from != to && end->kind() == KindId::body) tiedBodies[end->number()] = true;
      }
  for (const Ceasefire* ceasefire : local) {
    const Item* body = ceasefire->activity ? study.target(KindId::body, *ceasefire->activity, key::body) : nullptr;
    if (ceasefire->activity && (tied[ceasefire->activity->number()] || (body && tiedBodies[body->number()]))) continue;
    Finding finding;
    if (!ceasefire->activity) finding.verdict = Verdict::cannotTell;
    finding.elements = {ceasefire->item->id()};
    finding.message = {
        ceasefire->activity
            ? tr("“{ceasefire}” is local, and nothing ties it to other talks or bodies.")
            : tr("Whether “{ceasefire}”, which is local, is tied to other talks cannot be told: in which "
                 "activity it was made is not recorded."),
        {{"ceasefire", ceasefire->item->id()}}};
    finding.because.push_back({tr("No dependency and no hand-over starts or ends with it or its body."), {}});
    finding.clears = {tr("It clears when a dependency or hand-over ties it to something."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Ceasefires";
  rule.source = "UN Guidance on Mediation of Ceasefires (2022).";
  appendScheduleReads(rule.reads);
  appendCeasefireReads(rule.reads);
  return rule;
}

}  // namespace

Rule ceasefireExpiry() {
  Rule rule = base();
  rule.id = "CF-EXPIRY";
  rule.title = "A ceasefire that ends with nothing after it";
  rule.help =
      "Does a ceasefire end within a number of days, or has it ended within the last year, without a renewal or a "
      "later "
      "ceasefire in the plan? The end is that of the text, or the planned finish of the activity.";
  rule.clears = "A renewal or the next ceasefire is planned.";
  rule.thresholds = {{"days", 30, "days before its end from which it is asked about"}};
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::agreement, {"until"});
  rule.check = checkExpiry;
  return rule;
}

Rule foreignForces() {
  Rule rule = base();
  rule.id = "CF-FOREIGN-FORCES";
  rule.title = "Forces from outside that the text leaves out";
  rule.help =
      "Are states or coalitions of states among those the conflict is about (layer primary or secondary), while a "
      "ceasefire has no provision on foreign forces? Where its provisions are not recorded it cannot be told.";
  rule.clears = "A provision on foreign forces is recorded.";
  appendReads(rule.reads, KindId::actor, {"type", "layer"});
  appendReads(rule.reads, KindId::activity, {"provisions"});
  appendReads(rule.reads, KindId::agreement, {"provisions"});
  rule.check = checkForeign;
  return rule;
}

Rule localCeasefire() {
  Rule rule = base();
  rule.id = "CF-LOCAL-UNLINKED";
  rule.title = "A local ceasefire tied to nothing";
  rule.help =
      "Is there a local or partial ceasefire that no dependency and no hand-over ties to other activities or bodies?";
  rule.clears = "A dependency or hand-over ties it to something.";
  appendTransferReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"body"});
  rule.check = checkLocal;
  return rule;
}

}  // namespace trackloom::checks::catalogue
