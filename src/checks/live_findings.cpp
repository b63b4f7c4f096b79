#include "checks/live_findings.h"

#include "checks/touched.h"

#include <algorithm>
#include <iterator>

namespace trackloom::checks {
namespace {

std::size_t numberOf(const Finding& finding) {
  return static_cast<std::size_t>(findRule(finding.rule) - rules().data());
}

/// The order in which `check` gives findings.
bool comesFirst(const Finding& a, const Finding& b) {
  if (a.level != b.level) return a.level < b.level;
  if (a.rule.data() != b.rule.data() && a.rule != b.rule) return numberOf(a) < numberOf(b);
  return a.elements < b.elements;
}

}  // namespace

LiveFindings::LiveFindings(Plan plan, Day asOf, CheckOptions options)
    : study_(std::move(plan), asOf), options_(std::move(options)), unanswered_(rules().size(), true) {
  std::vector<Renewed> renewed;
  for (std::size_t i = 0; i < rules().size(); ++i) renewed.push_back(answerAgain(i));
  takeOver(std::move(renewed));
}

void LiveFindings::follow(Plan plan) {
  const Touched touched = study_.follow(std::move(plan));
  std::vector<Renewed> renewed(rules().size());
  for (std::size_t i = 0; i < rules().size(); ++i) {
    const Rule& rule = rules()[i];
    if (!unanswered_[i] && !touched.concerns(rule)) continue;
    const bool ofAll = unanswered_[i] || !rule.ask || touched.concernsAll(rule);
    renewed[i] = ofAll ? answerAgain(i) : askAgain(i, study_.toAskAgain(rule, touched));
  }
  takeOver(std::move(renewed));
}

LiveFindings::Renewed LiveFindings::answerAgain(std::size_t i) {
  unanswered_[i] = true;
  if (options_.stop.stop_requested()) return {};
  Answer now = answer(rules()[i], study_, options_);
  unanswered_[i] = now.failed;
  return {true, {}, std::move(now.findings)};
}

LiveFindings::Renewed LiveFindings::askAgain(std::size_t i, std::span<const Item* const> asked) {
  Answer now = answer(rules()[i], study_, asked, options_);
  if (now.failed || options_.stop.stop_requested()) return answerAgain(i);
  Renewed renewed{false, std::vector<bool>(study_.places(), false), std::move(now.findings)};
  for (const Item* item : asked) renewed.some[item->place()] = true;
  return renewed;
}

bool LiveFindings::isReplaced(const Finding& finding, const Renewed& by) const {
  if (by.all || by.some.empty()) return by.all;
  const Item* subject = study_.find(finding.elements.front());
  return !subject || by.some[subject->place()];
}

void LiveFindings::takeOver(std::vector<Renewed> renewed) {
  std::erase_if(all_, [&](const Finding& finding) { return isReplaced(finding, renewed[numberOf(finding)]); });
  for (Finding& finding : all_) {
    finding.root.clear();
    finding.accepted.reset();
  }
  const auto known = static_cast<std::ptrdiff_t>(all_.size());
  for (Renewed& each : renewed) std::move(each.findings.begin(), each.findings.end(), std::back_inserter(all_));
  // What each rule says is sorted already, but for its levels.
  if (!std::is_sorted(all_.begin() + known, all_.end(), comesFirst))
    std::stable_sort(all_.begin() + known, all_.end(), comesFirst);
  std::inplace_merge(all_.begin(), all_.begin() + known, all_.end(), comesFirst);
  mark(study_, all_);
}

}  // namespace trackloom::checks
