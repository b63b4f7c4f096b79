#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

/// What is known of one end of an activity, in days as the schedule counts them: an activity fills the days from its
/// start up to, not including, its end; a milestone ends when it starts.
struct End {
  std::int64_t earliest;
  std::optional<std::int64_t> latest;  ///< nothing: not known
};

bool isMilestone(const Item& activity) {
  const Integer* days = activity.get(key::duration);
  return days && *days == 0;
}

std::optional<End> startOf(const Study& study, const Item& activity) {
  const Date* date = activity.get(key::start);
  if (!date || date->first() > study.asOf()) date = activity.get(key::plannedStart);
  if (!date) return std::nullopt;
  return End{date->earliest().number, date->latest().number};
}

std::optional<End> finishOf(const Study& study, const Item& activity) {
  const Date* date = activity.get(key::finish);
  if (!date || date->last() > study.asOf()) date = activity.get(key::plannedFinish);
  if (date) {
    const std::int64_t day = isMilestone(activity) ? 0 : 1;
    return End{date->earliest().number + day, date->latest().number + day};
  }
  const auto start = startOf(study, activity);
  if (!start) return std::nullopt;
  const Integer* days = activity.get(key::duration);
  if (!days) return End{start->earliest, std::nullopt};  // not before it starts
  return End{start->earliest + *days, *start->latest + *days};
}

/// The day people call the last for an end that the schedule counts.
Day lastDayBefore(std::int64_t end, const Item& activity) { return {isMilestone(activity) ? end : end - 1}; }

Finding impossible(const Item& link, const Item& first, const Item& then, Verdict verdict) {
  Finding finding;
  finding.level = Level::error;
  finding.verdict = verdict;
  finding.elements = {link.id(), first.id(), then.id()};
  finding.clears = {tr("It clears when the dates leave room for the link, or the link goes or becomes soft."), {}};
  return finding;
}

/// `then` must lie at least `gap` days after `first`.
std::optional<Verdict> judge(const End& first, const End& then, std::int64_t gap) {
  if (then.latest && *then.latest < first.earliest + gap) return Verdict::problem;
  if (then.latest && first.latest && then.earliest < *first.latest + gap) return Verdict::cannotTell;
  return std::nullopt;
}

/// Does the type of link wait for the finish of the first, and make the finish of the other wait?
bool fromFinish(DependencyType type) { return type == DependencyType::FS || type == DependencyType::FF; }
bool toFinish(DependencyType type) { return type == DependencyType::FF || type == DependencyType::SF; }

/// Both ends of every activity, by its number: many links ask for the same.
struct Ends {
  std::optional<End> start;
  std::optional<End> finish;
};

std::vector<Ends> endsOf(const Study& study) {
  std::vector<Ends> ends;
  for (const Item& activity : study.all(KindId::activity))
    ends.push_back({startOf(study, activity), finishOf(study, activity)});
  return ends;
}

/// Does the link still decide anything?
bool matters(Progress then, DependencyType type) {
  return then == Progress::notStarted || (then == Progress::ongoing && toFinish(type));
}

/// The finding on a link whose dates do not fit, or may not.
Finding misfit(const Study& study, const Item& link, const End& from, const End& to) {
  const Item& first = *study.target(KindId::activity, link, key::linkFrom);
  const Item& then = *study.target(KindId::activity, link, key::linkTo);
  const auto type = link.word<DependencyType>(key::type).value_or(DependencyType::FS);
  const Integer* lag = link.get(key::lag);
  const std::int64_t gap = lag ? *lag : 0;
  const auto day = [&](std::int64_t number) { return toFinish(type) ? lastDayBefore(number, then) : Day{number}; };
  if (*to.latest < from.earliest + gap) {
    Finding finding = impossible(link, first, then, Verdict::problem);
    finding.message = {
        tr("“{then}” is planned for {thenDay}, but waits for “{first}”, which leaves room from {day} on."),
        {{"then", then.id()}, {"thenDay", day(*to.latest)}, {"first", first.id()}, {"day", day(from.earliest + gap)}}};
    finding.because.push_back({tr("Missing: at least {days} {days|day|days}. Days that must lie between: {lag}."),
                               {{"days", from.earliest + gap - *to.latest}, {"lag", gap}}});
    return finding;
  }
  Finding finding = impossible(link, first, then, Verdict::cannotTell);
  finding.message = {
      tr("Whether “{then}” is planned late enough after “{first}” cannot be told from dates that are not exact."),
      {{"then", then.id()}, {"first", first.id()}}};
  finding.because.push_back(
      {tr("“{then}” may fall on any day from {earliest} to {latest}; it may have to wait until {day}."),
       {{"then", then.id()},
        {"earliest", day(to.earliest)},
        {"latest", day(*to.latest)},
        {"day", day(*from.latest + gap)}}});
  return finding;
}

struct KnownEnd {
  const Item& activity;
  const std::optional<End>& day;
};

void tellMisfit(const Study& study, const Item& link, const KnownEnd& from, const KnownEnd& to,
                std::vector<Finding>& findings) {
  // What came after the day it should have come before is late, and told as that, once that day has passed.
  if (study.progress(from.activity) == Progress::finished && to.day && to.day->latest &&
      Day{*to.day->latest} <= study.asOf())
    return;
  const Integer* lag = link.get(key::lag);
  if (from.day && to.day && judge(*from.day, *to.day, lag ? *lag : 0))
    findings.push_back(misfit(study, link, *from.day, *to.day));
}

void checkDependencies(const Study& study, std::vector<Finding>& findings) {
  const std::vector<Ends> ends = endsOf(study);
  const Network& net = study.network();
  for (const Arc& arc : net.arcs) {
    if (arc.from == arc.to || !matters(net.tasks[arc.to].progress, arc.type)) continue;
    const auto& from = fromFinish(arc.type) ? ends[arc.from].finish : ends[arc.from].start;
    const auto& to = toFinish(arc.type) ? ends[arc.to].finish : ends[arc.to].start;
    if (!from || !to || !judge(*from, *to, arc.lag)) continue;
    const auto activities = study.all(KindId::activity);
    tellMisfit(study, study.all(KindId::dependency)[arc.link], {activities[arc.from], from}, {activities[arc.to], to},
               findings);
  }
}

void checkTransfer(const Study& study, const Item& transfer, std::vector<Finding>& findings) {
  const Item* first = study.target(KindId::activity, transfer, key::linkFrom);
  const Item* then = study.target(KindId::activity, transfer, key::linkTo);
  if (!first || !then) return;
  if (study.progress(*first) == Progress::leftOut || study.progress(*then) == Progress::leftOut) return;
  const auto state = study.state(transfer).word<TransferStatus>();
  if (state && *state != TransferStatus::planned) return;
  const auto output = finishOf(study, *first);
  const auto over = finishOf(study, *then);
  if (!output || !over || judge(*output, *over, 0) != Verdict::problem) return;
  Finding finding = impossible(transfer, *first, *then, Verdict::problem);
  finding.message = {tr("What “{first}” produces on {day} comes too late for “{then}”, which ends on {thenDay}."),
                     {{"first", first->id()},
                      {"day", lastDayBefore(output->earliest, *first)},
                      {"then", then->id()},
                      {"thenDay", lastDayBefore(*over->latest, *then)}}};
  finding.because.push_back(
      {tr("It is at least {days} {days|day|days} late."), {{"days", output->earliest - *over->latest}}});
  finding.clears = {tr("It clears when the first ends earlier, the other later, or the hand-over goes elsewhere."), {}};
  findings.push_back(std::move(finding));
}

/// The same for one dependency or hand-over.
void ask(const Study& study, const Item& link, std::vector<Finding>& findings) {
  if (link.kind() == KindId::transfer) return checkTransfer(study, link, findings);
  const Item* first = study.target(KindId::activity, link, key::linkFrom);
  const Item* then = study.target(KindId::activity, link, key::linkTo);
  const auto isSoft = link.is(key::nature, DependencyNature::soft);
  if (!first || !then || first == then || isSoft || study.progress(*first) == Progress::leftOut) return;
  const auto type = link.word<DependencyType>(key::type).value_or(DependencyType::FS);
  if (!matters(study.progress(*then), type)) return;
  const auto from = fromFinish(type) ? finishOf(study, *first) : startOf(study, *first);
  const auto to = toFinish(type) ? finishOf(study, *then) : startOf(study, *then);
  tellMisfit(study, link, {*first, from}, {*then, to}, findings);
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  checkDependencies(study, findings);
  for (const Item& transfer : study.all(KindId::transfer)) checkTransfer(study, transfer, findings);
  return findings;
}

}  // namespace

Rule datesImpossible() {
  Rule rule;
  rule.id = "DATE-IMP";
  rule.family = "Dates";
  rule.title = "Planned before what it waits for";
  rule.help =
      "Is an activity planned before something it waits for, given the days that must lie between? Does a hand-over "
      "leave an "
      "activity only after the one it goes to is over? What has already begun or been handed over is not asked about.";
  rule.level = Level::error;
  rule.source = "Precedence diagramming; plan logic.";
  rule.clears = "The dates leave room for the link, or the link goes or becomes soft.";
  appendScheduleReads(rule.reads);
  appendTransferReads(rule.reads);
  rule.check = check;
  rule.ask = ask;
  rule.asked = {KindId::dependency, KindId::transfer};
  return rule;
}

}  // namespace trackloom::checks::catalogue
