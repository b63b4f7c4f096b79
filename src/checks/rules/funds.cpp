#include "checks/ceasefires.h"
#include "checks/funding.h"
#include "checks/rules/present.h"

namespace trackloom::checks::catalogue {
namespace {

std::string text(const Money& money) {
  const Field* field = kindOf(KindId::fund).find(key::amount.number);
  Money whole = money;
  whole.thousandths -= whole.thousandths % 1000;
  return valueText(*field, whole);
}

Date monthOf(Day day) { return *Date::parse(isoText(day).substr(0, 7)); }

/// Whether to ask: monitoring bodies have a rule of their own.
enum class Asked { monitoring, allElse };

std::vector<Finding> checkGap(const Study& study, Asked asked) {
  std::vector<Finding> findings;
  const bool any = anyWith(study, KindId::activity, "budget") || anyWith(study, KindId::body, "budget") ||
                   (asked == Asked::monitoring && checks::any(study, KindId::body, monitors));
  if (!any) return findings;
  const Funds funds(study);
  const auto ask = [&](const Item& item) {
    const bool monitoring = item.kind() == KindId::body && monitors(item);
    if (monitoring != (asked == Asked::monitoring) || !study.known(item)) return;
    if (item.kind() == KindId::activity &&
        (study.progress(item) == Progress::finished || study.progress(item) == Progress::leftOut))
      return;
    if (const Date* finish = item.kind() == KindId::body ? item.get(key::finish) : nullptr;
        finish && finish->last() <= study.asOf())
      return;
    Finding finding;
    finding.elements = {item.id()};
    if (!item.get(key::budget)) {
      if (!monitoring) return;
      finding.verdict = Verdict::cannotTell;
      finding.message = {tr("Whether “{item}” is paid for cannot be told: what it needs is not recorded."),
                         {{"item", item.id()}}};
      finding.because.push_back(
          {tr("Funds that cover it: {count}."), {{"count", static_cast<std::int64_t>(funds.of(item).size())}}});
      finding.clears = {tr("It clears when its budget is recorded, and funds that cover it."), {}};
      findings.push_back(std::move(finding));
      return;
    }
    const Funding funding = funds.over(item);
    if (funding.what == Funding::What::covered) return;
    if (funding.what == Funding::What::cannotTell) {
      finding.verdict = Verdict::cannotTell;
      finding.message = {tr("Whether “{item}” is paid for in every month cannot be told."), {{"item", item.id()}}};
      finding.because.push_back({funding.unknown, {}});
      finding.clears = {tr("It clears when amounts and days are recorded in one currency."), {}};
    } else {
      finding.message = {tr("“{item}” is not paid for from {month} on."),
                         {{"item", item.id()}, {"month", monthOf(funding.month)}}};
      finding.because.push_back(
          {tr("In {month} it needs {need}; committed or disbursed are {held}."),
           {{"month", monthOf(funding.month)}, {"need", text(funding.need)}, {"held", text(funding.held)}}});
      finding.because.push_back({tr("Its budget is counted evenly over its days: no other spread is recorded."), {}});
      if (funding.pledged.thousandths > 0)
        finding.because.push_back(
            {tr("Pledged, which does not count yet: {pledged}."), {{"pledged", text(funding.pledged)}}});
      finding.clears = {tr("It clears when funds are committed for that month, or the budget changes."), {}};
    }
    for (const Item* fund : funds.of(item))
      if (finding.elements.size() < 8) finding.elements.push_back(fund->id());
    findings.push_back(std::move(finding));
  };
  for (const KindId kind : {KindId::activity, KindId::body})
    for (const Item& item : study.all(kind)) ask(item);
  return findings;
}

std::vector<Finding> checkCliff(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::fund).empty()) return findings;
  const Funds funds(study);
  for (const KindId kind : {KindId::activity, KindId::body})
    for (const Item& item : study.all(kind)) {
      const auto covering = funds.of(item);
      if (covering.empty() || (kind == KindId::activity && study.progress(item) == Progress::finished)) continue;
      const auto stretch = stretchOf(study, item);
      if (!stretch || stretch->end <= study.asOf().number) continue;
      const Item* last = nullptr;
      bool open = false;
      for (const Item* fund : covering) {
        const Date* until = fund->get(key::until);
        open |= !until;
        if (until && (!last || last->get(key::until)->last() < until->last())) last = fund;
      }
      if (open || !last || last->get(key::until)->last().number >= stretch->end - 1) continue;
      const Day until = last->get(key::until)->last();
      Finding finding;
      finding.elements = {item.id(), last->id()};
      finding.message = {tr("Funding of “{item}” ends on {until}, before it does."),
                         {{"item", item.id()}, {"until", until}}};
      finding.because.push_back({tr("It goes on to {end}, {days} {days|day|days} longer."),
                                 {{"end", Day{stretch->end - 1}}, {"days", stretch->end - 1 - until.number}}});
      finding.because.push_back({tr("The last fund that covers it: “{fund}”."), {{"fund", last->id()}}});
      finding.clears = {tr("It clears when a fund covers it to its end."), {}};
      findings.push_back(std::move(finding));
    }
  return findings;
}

std::vector<Finding> checkUnpaid(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::fund).empty()) return findings;
  const auto most = static_cast<std::int64_t>(study.threshold("FUND-UNPAID", "days"));
  for (const Item& fund : study.all(KindId::fund)) {
    const State state = study.state(fund);
    const auto terms = vocabulary(VocabularyId::fundStatus).terms;
    const Date* from = fund.get(key::from);
    if (state.term >= terms.size() || terms[state.term].name != "committed" || !from || from->last() >= study.asOf())
      continue;
    const std::int64_t waiting = study.asOf() - from->last();
    if (waiting <= most) continue;
    Finding finding;
    finding.elements = {fund.id()};
    finding.message = {tr("“{fund}” was committed from {from} on, {days} {days|day|days} ago, and nothing records that "
                          "it was paid out."),
                       {{"fund", fund.id()}, {"from", *from}, {"days", waiting}}};
    finding.because.push_back({tr("Asked after {days} {days|day|days}."), {{"days", most}}});
    finding.clears = {tr("It clears when it is recorded as disbursed, or withdrawn."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Funding";
  appendFundingReads(rule.reads);
  for (const KindId paid : {KindId::activity, KindId::body}) appendKnownReads(rule.reads, paid);
  return rule;
}

}  // namespace

Rule fundingGap() {
  Rule rule = base();
  rule.id = "FUND-GAP";
  rule.title = "A month that is not paid for";
  rule.help =
      "Is there an activity or body with a budget for which committed and disbursed funds do not reach its need in "
      "some "
      "month? Budget and funds are spread evenly over their days. Pledges do not count; several currencies, or a fund "
      "for several things, cannot be told.";
  rule.source =
      "Meeting of mediation support entities, Brussels 2023: monitoring is the costliest part of a ceasefire.";
  rule.clears = "Funds are committed for that month, or the budget changes.";
  appendMonitorReads(rule.reads);
  rule.check = [](const Study& study) { return checkGap(study, Asked::allElse); };
  return rule;
}

Rule monitoringUnfunded() {
  Rule rule = base();
  rule.id = "CF-MV-UNFUNDED";
  rule.family = "Ceasefires";
  rule.title = "Monitoring that is not paid for";
  rule.help =
      "Does a body that monitors or verifies lack committed or disbursed funds in some month? Where its need is not "
      "recorded it cannot be told. Pledges do not count.";
  rule.source =
      "Meeting of mediation support entities, Brussels 2023; PA-X: 5 in 100 ceasefire texts mention "
      "international funds.";
  rule.clears = "Funds are committed for that month, or the budget changes.";
  appendMonitorReads(rule.reads);
  rule.check = [](const Study& study) { return checkGap(study, Asked::monitoring); };
  return rule;
}

Rule fundingCliff() {
  Rule rule = base();
  rule.id = "FUND-CLIFF";
  rule.title = "Funding ends before the work does";
  rule.help =
      "Does the last fund that covers an activity or body end before it does, by its forecast or planned finish? A "
      "fund "
      "without an end is no end.";
  rule.source = "Clingendael (2023): donor management and coordination.";
  rule.clears = "A fund covers it to its end.";
  rule.check = checkCliff;
  return rule;
}

Rule fundingUnpaid() {
  Rule rule = base();
  rule.id = "FUND-UNPAID";
  rule.title = "Committed, but not paid out";
  rule.help =
      "Is a fund committed from a day that passed more than a number of days ago, and not recorded as disbursed?";
  rule.source = "Clingendael (2023): donor management and coordination.";
  rule.clears = "It is recorded as disbursed, or withdrawn.";
  rule.thresholds = {{"days", 60, "days from the start of a committed fund to its payment"}};
  appendThresholdReads(rule.reads);
  rule.check = checkUnpaid;
  return rule;
}

}  // namespace trackloom::checks::catalogue
