#include "checks/rules/link_fixes.h"
#include "checks/rules/present.h"
#include "checks/track_links.h"

#include <cmath>
#include <map>

namespace trackloom::checks::catalogue {
namespace {

// What becomes of hand-overs: whether the other side answered, whether they come in time, whether any go back.

/// The track a hand-over arrives on, else the one it comes from; null if neither end stands on one.
const Item* trackOf(const Study& study, const Item& transfer) {
  const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
  for (const Item* end : {to, from})
    if (end)
      if (const auto tracks = study.tracks(*end); !tracks.empty()) return tracks.front();
  return nullptr;
}

/// Could nobody know of one of its ends on the day? Then nobody knew of the hand-over either.
bool isToCome(const Study& study, const Item& transfer) {
  const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
  return (from && !study.known(*from)) || (to && !study.known(*to));
}

/// The public and the media acknowledge nothing.
bool goesToPublic(const Item& transfer) {
  return transfer.is(key::direction, TransferDirection::outward) ||
         isAnyOf(transfer.wordName(key::mechanism), {"public-statement", "media", "mass-action"});
}

std::vector<Finding> checkUnanswered(const Study& study) {
  std::vector<Finding> findings;
  for (const Item& transfer : study.all(KindId::transfer)) {
    const State state = study.state(transfer);
    if (!state.is(TransferStatus::delivered) || goesToPublic(transfer)) continue;
    const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
    if (!from || !to || isToCome(study, transfer)) continue;
    if (to->kind() == KindId::activity && study.progress(*to) == Progress::finished)
      continue;  // it has been dealt with
    const Item* track = trackOf(study, transfer);
    const auto most =
        static_cast<std::int64_t>(study.threshold("GAP-UNACK", "days", track ? track->id() : ElementId()));
    const std::int64_t waiting = state.since ? study.asOf() - *state.since : 0;
    if (state.since && waiting <= most) continue;
    Finding finding;
    if (!state.since) finding.verdict = Verdict::cannotTell;
    finding.elements = {transfer.id(), from->id(), to->id()};
    finding.message =
        state.since ? Message{tr("What went from “{from}” to “{to}” on {day} has not been acknowledged for {days} "
                                 "{days|day|days}."),
                              {{"from", from->id()}, {"to", to->id()}, {"day", *state.since}, {"days", waiting}}}
                    : Message{tr("How long what went from “{from}” to “{to}” has waited for an answer cannot be told."),
                              {{"from", from->id()}, {"to", to->id()}}};
    finding.because.push_back(state.since ? Message{tr("Asked after {days} {days|day|days}."), {{"days", most}}}
                                          : Message{tr("The day on which it was handed over is not recorded."), {}});
    finding.clears = {tr("It clears when it is recorded as acknowledged, used or turned down."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

/// The last day of what something hands over from or to: an activity's forecast; nothing if it has none.
const Times* timesOf(const Study& study, const Item* end) {
  if (!end || end->kind() != KindId::activity) return nullptr;
  const Times& times = study.times(*end);
  return times.included && !times.open ? &times : nullptr;
}

/// Is one activity planned to end after another?
bool plannedAfter(const Study& study, const Item& one, const Item& other) {
  const auto& tasks = study.network().tasks;
  const auto& end = tasks[one.number()].plannedEnd;
  const auto& before = tasks[other.number()].plannedEnd;
  return end && before && *end > *before;
}

/// Should it have been handed over, by its own day or because what it was for has taken place?
bool isForgotten(const Study& study, const Item& transfer, const Item& to) {
  const Date* planned = transfer.get(key::planned);
  if (planned && planned->last() < study.asOf()) return true;
  return !planned && to.kind() == KindId::activity && study.progress(to) == Progress::finished;
}

Finding forgotten(const Study& study, const Item& transfer, const Item& from, const Item& to) {
  Finding finding;
  finding.elements = {transfer.id(), from.id(), to.id()};
  const std::vector<Message::Place> places{{"from", from.id()}, {"to", to.id()}};
  finding.message = {tr("Nothing records that what should go from “{from}” to “{to}” was handed over."), places};
  if (const Date* planned = transfer.get(key::planned))
    finding.because.push_back({tr("It was planned for {planned}, {days} {days|day|days} ago."),
                               {{"planned", *planned}, {"days", study.asOf() - planned->last()}}});
  if (to.kind() == KindId::activity && study.progress(to) == Progress::finished)
    finding.because.push_back({tr("“{to}” is over."), {{"to", to.id()}}});
  finding.clears = {tr("It clears when it is recorded as handed over or turned down, or planned for another day."), {}};
  return finding;
}

void askLate(const Study& study, const Item& transfer, std::vector<Finding>& findings) {
  const auto status = study.state(transfer).word<TransferStatus>().value_or(TransferStatus::planned);
  if (status != TransferStatus::planned) return;
  const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
  if (isToCome(study, transfer)) return;
  if (from && to && (isLeftOut(study, *from) || isLeftOut(study, *to))) return;
  if (from && to && isForgotten(study, transfer, *to)) {
    findings.push_back(forgotten(study, transfer, *from, *to));
    return;
  }
  const Times* target = timesOf(study, to);
  const Times* source = timesOf(study, from);
  const Date* planned = transfer.get(key::planned);
  if (!target || (!source && !planned)) return;
  const Day ready = planned ? planned->first() : lastDay(source->es, source->ef);
  const Day end = lastDay(target->es, target->ef);
  if (ready <= end) return;
  if (source && plannedAfter(study, *from, *to)) return;  // the plan contradicts itself: DATE-IMP
  Finding finding;
  if (!target->known || (!planned && !source->known)) finding.verdict = Verdict::cannotTell;
  finding.elements = {transfer.id(), from ? from->id() : to->id(), to->id()};
  finding.message = {
      finding.verdict == Verdict::problem
          ? tr("What should go from “{from}” to “{to}” is there only when “{to}” is over.")
          : tr("Whether what should go from “{from}” to “{to}” comes in time cannot be told: how long one "
               "of them lasts is a guess."),
      {{"from", from ? from->id() : to->id()}, {"to", to->id()}}};
  finding.because.push_back({tr("It is there on {day}; “{to}” ends on {end}, {days} {days|day|days} before."),
                             {{"day", ready}, {"to", to->id()}, {"end", end}, {"days", ready - end}}});
  finding.clears = {tr("It clears when it is handed over sooner, or “{to}” is later."), {{"to", to->id()}}};
  findings.push_back(std::move(finding));
}

/// Higher is nearer to the officials; nothing for tracks of another kind.
std::optional<int> heightOf(const Item& track) {
  const auto level = track.word<TrackLevel>(key::level);
  if (!level || *level == TrackLevel::other) return std::nullopt;
  return 3 - static_cast<int>(*level);
}

std::vector<Finding> checkOneWay(const Study& study) {
  std::vector<Finding> findings;
  struct Count {
    std::int64_t up = 0;
    std::int64_t down = 0;
  };
  std::map<std::pair<std::uint32_t, std::uint32_t>, Count> pairs;  // the higher track first
  const auto all = study.all(KindId::track);
  for (const Item& transfer : study.all(KindId::transfer)) {
    const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
    if (!from || !to || study.isRefused(transfer)) continue;
    const auto a = study.tracks(*from);
    const auto b = study.tracks(*to);
    if (a.empty() || b.empty() || a.front() == b.front()) continue;
    const auto heightA = heightOf(*a.front());
    const auto heightB = heightOf(*b.front());
    if (!heightA || !heightB || *heightA == *heightB || isToCome(study, transfer)) continue;
    const bool up = *heightA < *heightB;
    Count& count =
        up ? pairs[{b.front()->number(), a.front()->number()}] : pairs[{a.front()->number(), b.front()->number()}];
    ++(up ? count.up : count.down);
  }
  if (pairs.empty()) return findings;
  const auto least = static_cast<std::int64_t>(study.threshold("GAP-ONEWAY", "hand-overs"));
  const Separations separations(study);
  for (const auto& [pair, count] : pairs) {
    const Item& above = all[pair.first];
    const Item& below = all[pair.second];
    if ((count.up > 0 && count.down > 0) || count.up + count.down < least || separations.keepApart(above, below))
      continue;
    Finding finding;
    finding.level = Level::info;
    finding.elements = {above.id(), below.id()};
    finding.message = {count.up > 0 ? tr("Hand-overs go only up from “{below}” to “{above}”. Does anything come back?")
                                    : tr("Hand-overs go only down from “{above}” to “{below}”. Does anything come up?"),
                       {{"above", above.id()}, {"below", below.id()}}};
    finding.because.push_back({tr("Hand-overs up: {up}; down: {down}."), {{"up", count.up}, {"down", count.down}}});
    finding.clears = {tr("It clears when a hand-over the other way is planned, or they are recorded as kept apart."),
                      {}};
    const AtWork& from = study.work(count.up > 0 ? above : below, 0);
    const AtWork& to = study.work(count.up > 0 ? below : above, 0);
    if (from.latest && to.next && from.latest != to.next)
      finding.fixes.push_back(planHandOver(from.latest->id(), to.next->id()));
    findings.push_back(std::move(finding));
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Links";
  rule.source = "Çuhadar and Paffenholz, Transfer 2.0; Beyond the Tracks? (HD, CSS ETH Zurich, FBA, swisspeace, 2019).";
  appendTransferReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"tracks"});
  appendReads(rule.reads, KindId::body, {"tracks"});
  for (const KindId end : {KindId::activity, KindId::body, KindId::agreement}) appendKnownReads(rule.reads, end);
  return rule;
}

}  // namespace

Rule unacknowledged() {
  Rule rule = base();
  rule.id = "GAP-UNACK";
  rule.title = "Handed over, and no answer";
  rule.help =
      "Was something handed over longer ago than a number of days, and nothing records that the other side "
      "acknowledged, "
      "used or turned it down? What goes to the public or the media is not asked about, nor what went to an activity "
      "that has "
      "taken place since, nor what nobody could know of yet on the day.";
  rule.clears = "It is recorded as acknowledged, used or turned down.";
  rule.thresholds = {{"days", 21, "days from delivery to an acknowledgement, per track it arrives on"}};
  appendThresholdReads(rule.reads);
  appendProgressReads(rule.reads);
  appendReads(rule.reads, KindId::transfer, {"direction", "mechanism"});
  rule.check = checkUnanswered;
  return rule;
}

Rule lateHandOver() {
  Rule rule = base();
  rule.id = "GAP-LATE";
  rule.title = "A hand-over that comes too late";
  rule.help =
      "Is something still to be handed over ready only after the activity it is for has ended: by its planned day, "
      "else "
      "by the forecast of where it comes from? Has its day passed, or what it was for, with nothing recorded? Where "
      "the "
      "plan's own days contradict each other that is told as such.";
  rule.clears = "It is handed over sooner, or its target is later.";
  rule.waits = true;
  appendScheduleReads(rule.reads);
  appendReads(rule.reads, KindId::transfer, {"planned"});
  rule.reads.erase(std::remove_if(rule.reads.begin(), rule.reads.end(),
                                  [](const Reads& read) { return read.field == FieldNumber("tracks"); }),
                   rule.reads.end());
  askEach<askLate, KindId::transfer>(rule);
  return rule;
}

Rule oneWay() {
  Rule rule = base();
  rule.id = "GAP-ONEWAY";
  rule.level = Level::info;
  rule.title = "Hand-overs in one direction only";
  rule.help =
      "Do all hand-overs between a higher and a lower track go the same way, from a number of them on? Hand-overs that "
      "were turned down and tracks kept apart on purpose do not count.";
  rule.clears = "A hand-over the other way is planned, or they are recorded as kept apart.";
  rule.thresholds = {{"hand-overs", 2, "hand-overs between two tracks from which it asks"}};
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::track, {"level"});
  for (const KindId mistaken : {KindId::event, KindId::agreement})
    appendReads(rule.reads, mistaken, {"tracks"});  // where an end of a hand-over was mistaken for it
  appendScheduleReads(rule.reads);                  // what is planned next
  appendReads(rule.reads, KindId::separation, {"between", "until"});
  rule.check = checkOneWay;
  return rule;
}

}  // namespace trackloom::checks::catalogue
