#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

/// What is known of one end of an activity: the first and last day it may fall on.
struct End {
  Day earliest;
  Day latest;
};

std::optional<End> endOf(const Date* actual, const Date* planned, Day asOf) {
  if (actual && actual->first() <= asOf) return End{actual->earliest(), actual->latest()};
  if (planned) return End{planned->earliest(), planned->latest()};
  return std::nullopt;
}

std::optional<End> startOf(const Study& study, const Item& activity) {
  return endOf(activity.get(key::start), activity.get(key::plannedStart), study.asOf());
}

std::optional<End> finishOf(const Study& study, const Item& activity) {
  if (const auto known = endOf(activity.get(key::finish), activity.get(key::plannedFinish), study.asOf())) return known;
  const auto start = startOf(study, activity);
  const Integer* days = activity.get(key::duration);
  if (!start || !days) return std::nullopt;
  const std::int64_t more = *days > 0 ? *days - 1 : 0;
  return End{start->earliest + more, start->latest + more};
}

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
  if (then.latest < first.earliest + gap) return Verdict::problem;
  if (then.earliest < first.latest + gap) return Verdict::cannotTell;
  return std::nullopt;
}

void checkDependency(const Study& study, const Item& link, std::vector<Finding>& findings) {
  const Item* first = study.find(KindId::activity, link.ref(key::linkFrom));
  const Item* then = study.find(KindId::activity, link.ref(key::linkTo));
  if (!first || !then || link.is(key::nature, DependencyNature::soft)) return;
  const Progress progress = study.progress(*then);
  if (progress == Progress::leftOut || progress == Progress::finished || study.progress(*first) == Progress::leftOut) return;
  const auto type = link.word<DependencyType>(key::type).value_or(DependencyType::FS);
  const bool fromFinish = type == DependencyType::FS || type == DependencyType::FF;
  const bool toFinish = type == DependencyType::FF || type == DependencyType::SF;
  if (progress == Progress::ongoing && !toFinish) return;
  const auto from = fromFinish ? finishOf(study, *first) : startOf(study, *first);
  const auto to = toFinish ? finishOf(study, *then) : startOf(study, *then);
  if (!from || !to) return;
  const Integer* lag = link.get(key::lag);
  const std::int64_t gap = (lag ? *lag : 0) + (type == DependencyType::FS ? 1 : 0);
  const auto verdict = judge(*from, *to, gap);
  if (!verdict) return;
  Finding finding = impossible(link, *first, *then, *verdict);
  finding.message = *verdict == Verdict::problem
                        ? Message{tr("“{then}” is planned for {thenDay}, but waits for “{first}”, which leaves room from {day} on."),
                                  {{"then", then->id()}, {"thenDay", to->latest}, {"first", first->id()}, {"day", from->earliest + gap}}}
                        : Message{tr("Whether “{then}” is planned late enough after “{first}” cannot be told from dates that are not exact."),
                                  {{"then", then->id()}, {"first", first->id()}}};
  findings.push_back(std::move(finding));
}

void checkTransfer(const Study& study, const Item& transfer, std::vector<Finding>& findings) {
  const Item* first = study.find(KindId::activity, transfer.ref(key::linkFrom));
  const Item* then = study.find(KindId::activity, transfer.ref(key::linkTo));
  if (!first || !then) return;
  if (study.progress(*first) == Progress::leftOut || study.progress(*then) == Progress::leftOut) return;
  const auto state = study.state(transfer).word<TransferStatus>();
  if (state && *state != TransferStatus::planned) return;
  const auto output = finishOf(study, *first);
  const auto over = finishOf(study, *then);
  if (!output || !over) return;
  const auto verdict = judge(*output, *over, 0);
  if (verdict != Verdict::problem) return;
  Finding finding = impossible(transfer, *first, *then, Verdict::problem);
  finding.message = {tr("What “{first}” produces on {day} comes too late for “{then}”, which ends on {thenDay}."),
                     {{"first", first->id()}, {"day", output->earliest}, {"then", then->id()}, {"thenDay", over->latest}}};
  finding.clears = {tr("It clears when the first ends earlier, the other later, or the hand-over goes elsewhere."), {}};
  findings.push_back(std::move(finding));
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  for (const Item& link : study.all(KindId::dependency)) checkDependency(study, link, findings);
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
      "Is an activity planned before something it waits for, given the days that must lie between? Does a hand-over leave an "
      "activity only after the one it goes to is over? What has already begun or been handed over is not asked about.";
  rule.level = Level::error;
  rule.source = "Precedence diagramming; plan logic.";
  rule.clears = "The dates leave room for the link, or the link goes or becomes soft.";
  appendScheduleReads(rule.reads);
  for (const FieldNumber field : {FieldNumber("from"), FieldNumber("to"), FieldNumber("status"), FieldNumber("delivered"), FieldNumber("acknowledged")})
    rule.reads.push_back({KindId::transfer, field});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
