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

bool isLocal(const Ceasefire& ceasefire) { return isAnyOf(ceasefire.type(), {"local", "partial"}); }

/// A pause, a truce, one side's word or a pact for one place is less than a ceasefire that is none of these.
bool isLess(const Ceasefire& other, const Ceasefire& one) {
  return (other.isBrief() && !one.isBrief()) || (isLocal(other) && !isLocal(one));
}

/// Does anything take over from it: a renewal, or another ceasefire that begins later, is no less and holds longer?
bool isFollowed(const Study& study, const Ceasefire& one, Day end, std::span<const Ceasefire> all) {
  for (const Ceasefire& other : all) {
    const bool begins = other.day && (!one.day || *other.day > *one.day);
    const auto ends = endOf(other);
    if (other.item != one.item && begins && !isLess(other, one) && (!ends || *ends > end)) return true;
  }
  return any(study, KindId::agreement, [&](const Item& agreement) {
    if (!agreement.is(key::stage, AgreementStage::renewal)) return false;
    if (const Date* until = agreement.get(key::until); until && until->last() <= end) return false;
    const Date* date = agreement.get(key::date);
    if (!date || date->first() > study.asOf()) date = agreement.get(key::planned);
    return date && (!one.day || date->last() > *one.day);
  });
}

std::vector<Finding> checkExpiry(const Study& study) {
  std::vector<Finding> findings;
  const auto all = study.ceasefires();
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

bool isOfStates(const Item& actor) { return isAnyOf(actor.wordName(key::type), {"state", "state-coalition"}); }

/// Does an actor belong to a state, be it over others?
bool belongsToState(const Study& study, const Item& actor) {
  std::vector<const Item*> met{&actor};
  for (std::size_t at = 0; at < met.size(); ++at)
    for (const Item* above : study.named(*met[at], key::memberOf.number)) {
      if (!above || above->kind() != KindId::actor || std::find(met.begin(), met.end(), above) != met.end()) continue;
      if (isOfStates(*above)) return true;
      met.push_back(above);
    }
  return false;
}

/// Who of those the conflict is about comes from outside: states, and forces that belong to one.
struct Outside {
  std::vector<ElementId> states;
  std::vector<ElementId> forces;
  std::vector<ElementId> unclear;  ///< armed, not a direct party, and nothing says to whom they belong
};

Outside outsideOf(const Study& study) {
  Outside found;
  for (const Item& actor : study.all(KindId::actor)) {
    const std::string_view layer = actor.wordName(key::layer);
    if (!isAnyOf(layer, {"primary", "secondary"})) continue;
    if (isOfStates(actor)) {
      found.states.push_back(actor.id());
    } else if (isAnyOf(actor.wordName(key::type), {"military", "armed-organisation"})) {
      if (belongsToState(study, actor))
        found.forces.push_back(actor.id());
      else if (layer == "secondary" && actor.refs(key::memberOf).empty())
        found.unclear.push_back(actor.id());
    }
  }
  return found;
}

void appendSome(const std::vector<ElementId>& from, std::vector<ElementId>& to) {
  constexpr std::size_t most = 10;
  to.insert(to.end(), from.begin(), from.begin() + static_cast<std::ptrdiff_t>(std::min(from.size(), most)));
}

/// Does a commitment of the text say that troops withdraw?
bool commitsToWithdraw(const Study& study, const Item& text) {
  return any(study, KindId::commitment, [&](const Item& commitment) {
    return commitment.wordName(key::theme) == "troop-withdrawal" && study.target(commitment, key::agreement) == &text;
  });
}

Finding leavesOut(const Ceasefire& ceasefire, const Outside& outside, bool recorded) {
  Finding finding;
  if (!recorded) finding.verdict = Verdict::cannotTell;
  finding.elements = {ceasefire.item->id()};
  appendSome(outside.states, finding.elements);
  appendSome(outside.forces, finding.elements);
  finding.message = {recorded ? tr("“{ceasefire}” says nothing of forces from outside.")
                              : tr("Whether “{ceasefire}” says anything of forces from outside cannot be told."),
                     {{"ceasefire", ceasefire.item->id()}}};
  if (!outside.states.empty())
    finding.because.push_back({tr("States counted among those the conflict is about: {count}."),
                               {{"count", static_cast<std::int64_t>(outside.states.size())}}});
  if (!outside.forces.empty())
    finding.because.push_back({tr("Forces that belong to a state: {forces}."), {{"forces", outside.forces}}});
  finding.clears = {tr("It clears when a provision on foreign forces is recorded."), {}};
  return finding;
}

Finding mayLeaveOut(const Ceasefire& ceasefire, const Outside& outside) {
  Finding finding;
  finding.verdict = Verdict::cannotTell;
  finding.elements = {ceasefire.item->id()};
  appendSome(outside.unclear, finding.elements);
  finding.message = {tr("Whether “{ceasefire}” leaves out forces from outside cannot be told: whose forces some are is "
                        "not recorded."),
                     {{"ceasefire", ceasefire.item->id()}}};
  finding.because.push_back(
      {tr("Armed, and nothing says to whom they belong: {forces}."), {{"forces", outside.unclear}}});
  finding.clears = {tr("It clears when it is recorded to whom they belong, or a provision on foreign forces."), {}};
  return finding;
}

std::vector<Finding> checkForeign(const Study& study) {
  std::vector<Finding> findings;
  const Outside outside = outsideOf(study);
  const bool certain = !outside.states.empty() || !outside.forces.empty();
  if (!certain && outside.unclear.empty()) return findings;
  for (const Ceasefire& ceasefire : study.ceasefires()) {
    if (ceasefire.isBrief() || isOver(study, ceasefire)) continue;
    bool recorded = false;
    bool named = false;
    for (const Item* item : {ceasefire.item, ceasefire.activity}) {
      if (!item) continue;
      recorded |= item->has(key::provisions.number);
      named |= item->hasTerm(key::provisions, "foreign-forces");
    }
    if (named || commitsToWithdraw(study, *ceasefire.item)) continue;
    findings.push_back(certain ? leavesOut(ceasefire, outside, recorded) : mayLeaveOut(ceasefire, outside));
  }
  return findings;
}

std::vector<Finding> checkLocal(const Study& study) {
  std::vector<Finding> findings;
  const auto all = study.ceasefires();
  std::vector<const Ceasefire*> local;
  for (const Ceasefire& ceasefire : all)
    if (isLocal(ceasefire) && !isOver(study, ceasefire)) local.push_back(&ceasefire);
  if (local.empty()) return findings;
  std::vector<bool> tied(study.all(KindId::activity).size(), false);
  std::vector<bool> tiedBodies(study.all(KindId::body).size(), false);
  for (const KindId kind : {KindId::dependency, KindId::transfer})
    for (const Item& link : study.all(kind)) {
      const auto& [from, to] = study.ends(kind)[link.number()];
      if (!from || !to || from == to || isLeftOut(study, *from) || isLeftOut(study, *to)) continue;
      if (kind == KindId::transfer && study.isRefused(link)) continue;
      for (const Item* end : {from, to}) {
        if (end->kind() == KindId::activity) tied[end->number()] = true;
        if (end->kind() == KindId::body) tiedBodies[end->number()] = true;
      }
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
  rule.check = checkExpiry;
  return rule;
}

Rule foreignForces() {
  Rule rule = base();
  rule.id = "CF-FOREIGN-FORCES";
  rule.title = "Forces from outside that the text leaves out";
  rule.help =
      "Are states or coalitions of states, or forces that belong to one, among those the conflict is about (layer "
      "primary or secondary), while a ceasefire has no provision on foreign forces and no commitment that troops "
      "withdraw? Where its provisions are not recorded it cannot be told, nor of armed actors that are no direct party "
      "where nothing says to whom they belong.";
  rule.clears = "A provision on foreign forces is recorded, or a commitment that troops withdraw.";
  appendReads(rule.reads, KindId::actor, {"type", "layer", "member-of"});
  appendReads(rule.reads, KindId::commitment, {"theme", "agreement"});
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
