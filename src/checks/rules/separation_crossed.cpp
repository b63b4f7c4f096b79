#include "checks/rules/present.h"
#include "checks/sittings.h"

#include <algorithm>
#include <map>
#include <span>

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

/// The numbers of the separations of which a sorted list holds two sides.
std::vector<std::uint32_t> crossed(const SideList& sides) {
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i + 1 < sides.size(); ++i)
    if (sides[i].separation == sides[i + 1].separation && (i == 0 || sides[i - 1].separation != sides[i].separation))
      numbers.push_back(sides[i].separation);
  return numbers;
}

constexpr std::size_t mostTold = 20;   ///< so many separations are told one by one of what crosses them
constexpr std::size_t mostNamed = 50;  ///< so many names stand in one sentence

/// A finding for each separation that something crosses, as `tell(number)` makes it; of very many the last says how
/// many more there are.
template <class Tell>
void tellEach(const std::vector<std::uint32_t>& separations, std::vector<Finding>& findings, Tell tell) {
  for (std::size_t i = 0; i < separations.size() && i < mostTold; ++i) findings.push_back(tell(separations[i]));
  if (separations.size() > mostTold)
    findings.back().because.push_back({tr("It is the same with {count} more {count|separation|separations}."),
                                       {{"count", static_cast<std::int64_t>(separations.size() - mostTold)}}});
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
  const auto ids = separation.refs(key::between).first(std::min(mostNamed, separation.refs(key::between).size()));
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
    tellEach(crossed(own), findings, [&](std::uint32_t number) {
      const Item& separation = study.all(KindId::separation)[number];
      Finding finding;
      finding.elements = {actor.id(), separation.id()};
      finding.message = {tr("“{actor}” has a part on both sides of what is kept apart: {between}."),
                         {{"actor", actor.id()}, {"between", between(separation)}}};
      finding.because.push_back({tr("Parts, leads and hand-overs counted: {count}."),
                                 {{"count", static_cast<std::int64_t>(parts[actor.number()].size())}}});
      finding.clears = {tr("It clears when somebody else takes one of the parts, or the separation ends."), {}};
      return finding;
    });
  }
}

bool isOver(const Study& study, const Item& in) {
  return in.kind() == KindId::body ? hasEnded(study, in) : study.progress(in) == Progress::finished;
}

/// Somebody in a place, by a side that they stand on.
struct Seated {
  Side side;
  const Item* who = nullptr;
};

/// Who sits there of those whom one separation keeps apart, as they were found, each once; nobody where they are on one
/// side or one person alone is on both.
std::vector<ElementId> keptApart(std::span<const Seated> seated) {
  const auto sameSide = [&](const Seated& one) { return one.side == seated.front().side; };
  const auto samePerson = [&](const Seated& one) { return one.who == seated.front().who; };
  if (std::ranges::all_of(seated, sameSide) || std::ranges::all_of(seated, samePerson)) return {};
  std::vector<const Item*> who;
  for (const Seated& one : seated) who.push_back(one.who);
  std::ranges::sort(who, {}, [](const Item* actor) { return actor->place(); });
  who.erase(std::unique(who.begin(), who.end()), who.end());
  who.resize(std::min(who.size(), mostNamed));
  std::vector<ElementId> ids;
  for (const Item* actor : who) ids.push_back(actor->id());
  return ids;
}

/// By separation, those whom it keeps apart and who all sit in one place.
std::map<std::uint32_t, std::vector<ElementId>> meetings(std::vector<Seated> seated) {
  std::ranges::stable_sort(seated, {}, [](const Seated& one) { return one.side.separation; });
  std::map<std::uint32_t, std::vector<ElementId>> met;
  for (std::size_t begin = 0, end = 0; begin < seated.size(); begin = end) {
    const std::uint32_t separation = seated[begin].side.separation;
    while (end < seated.size() && seated[end].side.separation == separation) ++end;
    auto who = keptApart(std::span(seated).subspan(begin, end - begin));
    if (!who.empty()) met.emplace(separation, std::move(who));
  }
  return met;
}

/// Actors who are kept apart from each other, or members of what is, in one place that is not over.
void checkMeetings(const Study& study, const Sides& sides, const std::vector<Sitting>& sitting,
                   std::vector<Finding>& findings) {
  for (std::size_t begin = 0, end = 0; begin < sitting.size() && !study.stopped(); begin = end) {
    const Item& in = *sitting[begin].in;
    std::vector<Seated> seated;
    for (; end < sitting.size() && sitting[end].in == &in; ++end) {
      if (sitting[end].who->kind() != KindId::actor) continue;
      SideList own;
      sides.collect(*sitting[end].who, own);
      for (const Side& side : own) seated.push_back({side, sitting[end].who});
    }
    if (seated.size() < 2 || isOver(study, in)) continue;
    const auto met = meetings(std::move(seated));
    std::vector<std::uint32_t> numbers;
    for (const auto& [number, who] : met) numbers.push_back(number);
    tellEach(numbers, findings, [&](std::uint32_t number) {
      const std::vector<ElementId>& who = met.at(number);
      Finding finding;
      finding.elements = {in.id(), study.all(KindId::separation)[number].id()};
      finding.elements.insert(finding.elements.end(), who.begin(), who.end());
      finding.message = {tr("Those who are kept apart both have a part in “{in}”: {actors}."),
                         {{"in", in.id()}, {"actors", who}}};
      finding.because.push_back(
          {tr("The plan keeps apart: {between}."), {{"between", between(study.all(KindId::separation)[number])}}});
      finding.clears = {tr("It clears when one of them no longer takes part there, or the separation ends."), {}};
      return finding;
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
    tellEach(crossed(both), findings, [&, from = from, to = to](std::uint32_t number) {
      Finding finding;
      finding.elements = {transfer.id(), study.all(KindId::separation)[number].id(), from->id(), to->id()};
      finding.message = {tr("Something goes from “{from}” to “{to}”, which are kept apart on purpose."),
                         {{"from", from->id()}, {"to", to->id()}}};
      finding.because.push_back({tr("The hand-over names nobody who carries it."), {}});
      finding.clears = {tr("It clears when the hand-over goes, or the separation ends."), {}};
      return finding;
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
