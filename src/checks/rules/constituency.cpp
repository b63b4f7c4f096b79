#include "checks/rules/link_fixes.h"
#include "checks/rules/places.h"
#include "checks/rules/present.h"

namespace trackloom::checks::catalogue {
namespace {

/// When somebody came to speak for their group at an official or semi-official table.
struct Delegate {
  bool is = false;
  std::optional<Day> since;
};

bool isTable(const Study& study, const Item* in) {
  if (!in) return false;
  const auto tracks = study.tracks(*in);
  return !tracks.empty() && (tracks.front()->is(key::level, TrackLevel::official) ||
                             tracks.front()->is(key::level, TrackLevel::semiOfficial));
}

/// Has the part ended, or the body it is in?
bool isOver(const Study& study, const Part& part) {
  const auto passed = [&](const Date* date) { return date && date->last() <= study.asOf(); };
  return passed(part.participation->get(key::until)) ||
         (part.in->kind() == KindId::body && passed(part.in->get(key::finish)));
}

Delegate delegateOf(const Study& study, std::span<const Part> parts) {
  Delegate found;
  for (const Part& part : parts) {
    if (!isTable(study, part.in) ||
        !isAnyOf(part.participation->wordName(key::role), {"delegate", "negotiator", "head-of-delegation", "party"}))
      continue;
    if (isOver(study, part)) continue;
    std::optional<Day> day;
    if (const Date* from = part.participation->get(key::from)) day = from->first();
    const bool begun = part.in->kind() == KindId::activity && (study.progress(*part.in) == Progress::ongoing ||
                                                               study.progress(*part.in) == Progress::finished);
    if (!day && part.in->kind() == KindId::activity && !begun) continue;  // still to come
    if (!day && begun) day = firstDay(study.times(*part.in).es);
    if (day && *day > study.asOf()) continue;
    found.is = true;
    if (day && (!found.since || *day < *found.since)) found.since = day;
  }
  return found;
}

/// The last day on which each actor took something back to people, and whether more is planned.
struct Back {
  std::optional<Day> last;
  bool planned = false;
};

bool speaksFor(const Item& actor, const Item& group) {
  const auto groups = actor.refs(key::groups);
  return std::find(groups.begin(), groups.end(), group.id()) != groups.end();
}

std::vector<Back> backOf(const Study& study) {
  std::vector<Back> back(study.all(KindId::actor).size());
  for (const Item& transfer : study.all(KindId::transfer)) {
    const State state = study.state(transfer);
    const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
    const Item* group = to && to->kind() == KindId::group ? to : nullptr;
    const bool down = transfer.is(key::direction, TransferDirection::downward) || group ||
                      transfer.wordName(key::mechanism) == "reporting-back";
    if (!down || state.is(TransferStatus::rejected) || (to && isLeftOut(study, *to))) continue;
    const Date* delivered = transfer.get(key::delivered);
    const Date* planned = transfer.get(key::planned);
    const bool passed = planned && planned->last() < study.asOf();  // nothing records that it took place
    for (const Item* who : {from, study.target(transfer, key::carrier)}) {
      if (!who || who->kind() != KindId::actor || (group && !speaksFor(*who, *group))) continue;
      Back& own = back[who->number()];
      if (delivered && delivered->last() <= study.asOf()) {
        if (!own.last || *own.last < delivered->last()) own.last = delivered->last();
      } else if (!passed) {
        own.planned = true;
      }
    }
  }
  return back;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::participation).empty() || !anyWith(study, KindId::actor, "groups")) return findings;
  const auto most = static_cast<std::int64_t>(study.threshold("NO-CONSTITUENCY", "days"));
  const Parts parts(study);
  const std::vector<Back> back = backOf(study);
  for (const Item& actor : study.all(KindId::actor)) {
    const auto groups = actor.refs(key::groups);
    if (groups.empty() || back[actor.number()].planned) continue;
    const Delegate delegate = delegateOf(study, parts.of(actor));
    if (!delegate.is) continue;
    const auto last = back[actor.number()].last ? back[actor.number()].last : delegate.since;
    if (last && study.asOf() - *last <= most) continue;
    Finding finding;
    if (!last) finding.verdict = Verdict::cannotTell;
    finding.elements = {actor.id()};
    finding.message =
        last ? Message{tr("“{actor}” speaks for {groups} at the table, and for {days} {days|day|days} nothing is "
                          "recorded that "
                          "went back to them."),
                       {{"actor", actor.id()},
                        {"groups", std::vector<ElementId>(groups.begin(), groups.end())},
                        {"days", study.asOf() - *last}}}
             : Message{tr("Since when “{actor}” speaks for {groups} without word back to them cannot be told."),
                       {{"actor", actor.id()}, {"groups", std::vector<ElementId>(groups.begin(), groups.end())}}};
    if (back[actor.number()].last)
      finding.because.push_back({tr("The last that went back: on {day}."), {{"day", *back[actor.number()].last}}});
    else
      finding.because.push_back({tr("No hand-over down to them is recorded or planned."), {}});
    finding.clears = {tr("It clears when a hand-over back to them is planned or recorded."), {}};
    for (const ElementId& id : groups)
      if (study.find(KindId::group, id)) finding.fixes.push_back(planHandOver(actor.id(), id));
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

Rule noConstituency() {
  Rule rule;
  rule.id = "NO-CONSTITUENCY";
  rule.family = "Links";
  rule.title = "A delegate without word back";
  rule.help =
      "Does somebody speak for a group at an official or semi-official table (as delegate, negotiator, head of "
      "delegation "
      "or party), while for a number of days nothing is recorded or planned that goes back to the group? Counted from "
      "when "
      "they came, or from the last hand-over down.";
  rule.source = "Lederach, vertical capacity; Conciliation Resources on constituencies of delegates.";
  rule.clears = "A hand-over back to them is planned or recorded.";
  rule.thresholds = {{"days", 45, "days without word back to those a delegate speaks for"}};
  appendScheduleReads(rule.reads);
  appendPartReads(rule.reads);
  appendTransferReads(rule.reads);
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::participation, {"role", "from", "until"});
  appendReads(rule.reads, KindId::transfer, {"direction", "mechanism", "carrier", "planned"});
  appendReads(rule.reads, KindId::actor, {"groups"});
  appendReads(rule.reads, KindId::activity, {"tracks"});
  appendReads(rule.reads, KindId::body, {"tracks", "finish"});
  appendReads(rule.reads, KindId::track, {"level"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
