#include "checks/rules/places.h"
#include "checks/rules/present.h"

namespace trackloom::checks::catalogue {
namespace {

/// Fields by which a plan gives somebody a place, participations apart.
bool givesPlace(const Kind& kind, const Field& field) {
  if (!isReference(field)) return false;
  switch (kind.id) {
    case KindId::seat:
      return field.number == FieldNumber("held-by") || field.number == FieldNumber("group");
    case KindId::body:
      return field.number == FieldNumber("chair") || field.number == FieldNumber("members");
    case KindId::activity:
      return field.number == FieldNumber("lead") || field.number == FieldNumber("partners");
    case KindId::agreement:
      return field.number == FieldNumber("signatories");
    case KindId::transfer:
      return field.number == FieldNumber("from") || field.number == FieldNumber("carrier");
    case KindId::proposal:
      return field.number == FieldNumber("origin");
    case KindId::plan:
      return field.number == FieldNumber("conveners");
    default:
      return false;
  }
}

/// Who has a place by anything but a participation of their own.
class Placed {
 public:
  explicit Placed(const Study& study) : study_(study), actors_(study.all(KindId::actor).size()) {
    placed_.resize(actors_ + study.all(KindId::group).size(), false);
    later_.resize(placed_.size(), false);
    for (const Kind& kind : kinds())
      for (const Field& field : kind.fields)
        if (givesPlace(kind, field))
          for (const Item& item : study.all(kind.id))
            if (!isLeftOut(study, item))
              for (const Item* who : study.named(item, field.number)) enter(who, study.known(item) ? placed_ : later_);
  }

  void enter(const ElementId& id) { enter(study_.find(id), placed_); }

  bool has(const Item& who) const { return placed_[place(who)]; }
  /// In something that nobody could know of yet.
  bool comesLater(const Item& who) const { return later_[place(who)]; }

 private:
  void enter(const Item* who, std::vector<bool>& marks) {
    if (who && (who->kind() == KindId::actor || who->kind() == KindId::group)) marks[place(*who)] = true;
  }

  std::size_t place(const Item& who) const {
    return who.kind() == KindId::group ? actors_ + who.number() : who.number();
  }

  const Study& study_;
  std::size_t actors_;
  std::vector<bool> placed_;
  std::vector<bool> later_;
};

Finding noPlace(const Item& who) {
  Finding finding;
  finding.elements = {who.id()};
  finding.message = {tr("No place yet for “{who}”."), {{"who", who.id()}}};
  if (who.kind() == KindId::group)
    finding.because.push_back(
        {tr("The plan names the group, but gives it no participation, no seat, no hand-over and no proposal."), {}});
  else
    finding.because.push_back(
        {tr("The plan counts it among those the conflict is about, but gives it no participation, "
            "no seat, no lead, no signature and no hand-over."),
         {}});
  finding.clears = {
      tr("It clears when it takes part in something, or when the plan says that it declined, or why it was "
         "not invited."),
      {}};
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::activity).empty() && study.all(KindId::body).empty()) return findings;
  const Parts parts(study);
  Placed placed(study);
  for (const Item& actor : study.all(KindId::actor)) {
    if (parts.of(actor).empty() && !parts.answered(actor) && !placed.has(actor)) continue;
    for (const ElementId& id : actor.refs(key::memberOf)) placed.enter(id);  // who is there stands for its umbrella
    for (const ElementId& id : actor.refs(key::groups)) placed.enter(id);
  }
  const auto missing = [&](const Item& who) {
    return parts.of(who).empty() && !parts.answered(who) && !placed.has(who);
  };
  for (const Item& group : study.all(KindId::group))
    if (missing(group)) findings.push_back(noPlace(group));
  for (const Item& actor : study.all(KindId::actor)) {
    const std::string_view layer = actor.wordName(key::layer);
    if ((layer != "primary" && layer != "secondary") || !missing(actor)) continue;
    if (parts.comesLater(actor) || placed.comesLater(actor)) continue;  // not in play yet
    bool throughOthers = false;
    for (const ElementId& id : actor.refs(key::memberOf))
      if (const Item* umbrella = study.find(KindId::actor, id)) throughOthers |= !missing(*umbrella);
    if (!throughOthers) findings.push_back(noPlace(actor));
  }
  return findings;
}

}  // namespace

Rule placeMissing() {
  Rule rule;
  rule.id = "PLACE-MISSING";
  rule.family = "Inclusion";
  rule.title = "No place yet";
  rule.help =
      "Is there a group that should be included, or an actor the conflict is about (layer primary or secondary), with "
      "no place anywhere: no participation, seat, lead, signature, hand-over or proposal, of its own, of its members "
      "or "
      "of what it belongs to? Whoever declined, withdrew, or was not invited for a recorded reason is not meant, "
      "nor an actor that comes into play only after the day.";
  rule.source =
      "Paffenholz, Broadening Participation (Inclusive Peace); UN Guidance for Effective Mediation (2012), "
      "inclusivity.";
  rule.clears = "It takes part in something, or the plan says that it declined, or why it was not invited.";
  rule.reads = readsWhere(givesPlace);
  appendPartReads(rule.reads);
  appendKnownReads(rule.reads, KindId::agreement);
  appendReads(rule.reads, KindId::actor, {"layer", "member-of", "groups"});
  rule.counts = {KindId::actor, KindId::group};
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
