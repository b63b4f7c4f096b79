#include "checks/rules/present.h"
#include "checks/sittings.h"

namespace trackloom::checks::catalogue {
namespace {

/// One side of a separation that holds on the day: their numbers.
struct Side {
  std::uint32_t separation = 0;
  std::uint32_t side = 0;
  friend auto operator<=>(const Side&, const Side&) = default;
};

using SideList = std::vector<Side>;

void sortOnce(SideList& sides) {
  std::sort(sides.begin(), sides.end());
  sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
}

/// Calls `take` with the number of each separation of which a sorted list holds two sides.
template <class Take>
void eachCrossed(const SideList& sides, Take take) {
  for (std::size_t i = 0; i + 1 < sides.size(); ++i)
    if (sides[i].separation == sides[i + 1].separation && (i == 0 || sides[i - 1].separation != sides[i].separation))
      take(sides[i].separation);
}

/// On which sides what separations name stands.
class Sides {
 public:
  explicit Sides(const Study& study) : study_(study), of_(study.places()) {
    for (const Item& separation : study.all(KindId::separation)) {
      const Date* until = separation.get(key::until);
      if (until && isBefore(*until, study.asOf()) == Truth::yes) continue;
      std::uint32_t side = 0;
      for (const Item* item : study.named(separation, key::between.number)) {
        if (item) of_[item->place()].push_back({separation.number(), side});
        ++side;
      }
    }
  }

  const SideList& of(const Item& item) const { return of_[item.place()]; }

  /// An activity or body with its tracks; an actor with what it is a member of.
  void collect(const Item& item, SideList& sides) const {
    append(of(item), sides);
    if (item.kind() == KindId::actor)
      for (const Item* above : study_.named(item, key::memberOf.number))
        if (above) append(of(*above), sides);
    if (item.kind() == KindId::activity || item.kind() == KindId::body)
      for (const Item* track : study_.tracks(item)) append(of(*track), sides);
  }

 private:
  static void append(const SideList& from, SideList& to) { to.insert(to.end(), from.begin(), from.end()); }

  const Study& study_;
  std::vector<SideList> of_;  // by place
};

std::vector<ElementId> between(const Item& separation) {
  const auto ids = separation.refs(key::between);
  return {ids.begin(), ids.end()};
}

/// Where each actor has a part: where it sits, and both ends of what it carries.
std::vector<std::vector<const Item*>> partsOf(const Study& study, const std::vector<Sitting>& sitting) {
  std::vector<std::vector<const Item*>> parts(study.all(KindId::actor).size());
  for (const Sitting& one : sitting)
    if (one.who->kind() == KindId::actor) parts[one.who->number()].push_back(one.in);
  for (const Item& transfer : study.all(KindId::transfer)) {
    const Item* carrier = study.target(KindId::actor, transfer, key::carrier);
    if (!carrier || study.isRefused(transfer)) continue;
    const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
    for (const Item* end : {from, to})
      if (end && (end->kind() == KindId::activity || end->kind() == KindId::body))
        parts[carrier->number()].push_back(end);
  }
  for (auto& own : parts) {
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
  }
  return parts;
}

void checkActors(const Study& study, const Sides& sides, const std::vector<Sitting>& sitting,
                 std::vector<Finding>& findings) {
  const auto parts = partsOf(study, sitting);
  for (const Item& actor : study.all(KindId::actor)) {
    if (study.stopped()) return;
    SideList own = sides.of(actor);
    for (const Item* in : parts[actor.number()]) sides.collect(*in, own);
    sortOnce(own);
    eachCrossed(own, [&](std::uint32_t number) {
      const Item& separation = study.all(KindId::separation)[number];
      Finding finding;
      finding.elements = {actor.id(), separation.id()};
      finding.message = {tr("“{actor}” has a part on both sides of what is kept apart: {between}."),
                         {{"actor", actor.id()}, {"between", between(separation)}}};
      finding.because.push_back({tr("Parts, leads and hand-overs counted: {count}."),
                                 {{"count", static_cast<std::int64_t>(parts[actor.number()].size())}}});
      finding.clears = {tr("It clears when somebody else takes one of the parts, or the separation ends."), {}};
      findings.push_back(std::move(finding));
    });
  }
}

bool isOver(const Study& study, const Item& in) {
  return in.kind() == KindId::body ? hasEnded(study, in) : study.progress(in) == Progress::finished;
}

/// Actors who are kept apart from each other, or members of what is, in one place that is not over.
void checkMeetings(const Study& study, const Sides& sides, const std::vector<Sitting>& sitting,
                   std::vector<Finding>& findings) {
  for (std::size_t begin = 0, end = 0; begin < sitting.size() && !study.stopped(); begin = end) {
    const Item& in = *sitting[begin].in;
    std::vector<std::pair<Side, const Item*>> seated;
    for (; end < sitting.size() && sitting[end].in == &in; ++end) {
      if (sitting[end].who->kind() != KindId::actor) continue;
      SideList own;
      sides.collect(*sitting[end].who, own);
      for (const Side& side : own) seated.emplace_back(side, sitting[end].who);
    }
    if (seated.size() < 2 || isOver(study, in)) continue;
    SideList all;
    for (const auto& [side, who] : seated) all.push_back(side);
    sortOnce(all);
    eachCrossed(all, [&](std::uint32_t number) {
      std::vector<ElementId> who;
      for (const auto& [side, actor] : seated)
        if (side.separation == number && std::find(who.begin(), who.end(), actor->id()) == who.end())
          who.push_back(actor->id());
      if (who.size() < 2) return;  // one who belongs to both sides
      Finding finding;
      finding.elements = {in.id(), study.all(KindId::separation)[number].id()};
      finding.elements.insert(finding.elements.end(), who.begin(), who.end());
      finding.message = {tr("Those who are kept apart both have a part in “{in}”: {actors}."),
                         {{"in", in.id()}, {"actors", std::move(who)}}};
      finding.because.push_back(
          {tr("The plan keeps apart: {between}."), {{"between", between(study.all(KindId::separation)[number])}}});
      finding.clears = {tr("It clears when one of them no longer takes part there, or the separation ends."), {}};
      findings.push_back(std::move(finding));
    });
  }
}

/// What goes straight from one to another that are named as kept apart. Where somebody carries it, that is told of
/// them.
void checkHandOvers(const Study& study, const Sides& sides, std::vector<Finding>& findings) {
  for (const Item& transfer : study.all(KindId::transfer)) {
    const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
    if (!from || !to || from == to || study.isRefused(transfer) || study.target(KindId::actor, transfer, key::carrier))
      continue;
    SideList both = sides.of(*from);
    both.insert(both.end(), sides.of(*to).begin(), sides.of(*to).end());
    sortOnce(both);
    eachCrossed(both, [&, from = from, to = to](std::uint32_t number) {
      Finding finding;
      finding.elements = {transfer.id(), study.all(KindId::separation)[number].id(), from->id(), to->id()};
      finding.message = {tr("Something goes from “{from}” to “{to}”, which are kept apart on purpose."),
                         {{"from", from->id()}, {"to", to->id()}}};
      finding.because.push_back({tr("The hand-over names nobody who carries it."), {}});
      finding.clears = {tr("It clears when the hand-over goes, or the separation ends."), {}};
      findings.push_back(std::move(finding));
    });
  }
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::separation).empty()) return findings;
  const Sides sides(study);
  const std::vector<Sitting> sitting = sittings(study);
  checkActors(study, sides, sitting, findings);
  checkMeetings(study, sides, sitting, findings);
  checkHandOvers(study, sides, findings);
  return findings;
}

}  // namespace

Rule separationCrossed() {
  Rule rule;
  rule.id = "GAP-SEPARATION";
  rule.family = "Links";
  rule.title = "A separation that somebody crosses";
  rule.help =
      "Does an actor take part in, lead, sit in or carry something on both sides of what the plan keeps apart on "
      "purpose: tracks, activities, bodies or actors? Do actors who are kept apart, or members of theirs, have a part "
      "in one activity or body that is not over, or does a hand-over go straight between what is kept apart?";
  rule.source = "Practice of confidential parallel tracks: what is kept apart must not meet in one person unnoticed.";
  rule.clears = "Somebody else takes one of the parts, or the separation ends.";
  appendProgressReads(rule.reads);
  appendTransferReads(rule.reads);
  appendReads(rule.reads, KindId::separation, {"between", "until"});
  appendReads(rule.reads, KindId::activity, {"lead", "partners", "tracks"});
  appendReads(rule.reads, KindId::body, {"tracks", "members", "chair", "finish"});
  appendReads(rule.reads, KindId::seat, {"body", "held-by"});
  appendReads(rule.reads, KindId::actor, {"member-of"});
  appendReads(rule.reads, KindId::participation, {"who", "in", "status"});
  appendReads(rule.reads, KindId::transfer, {"carrier"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
