#include "checks/live_findings.h"

#include "checks/touched.h"

#include <algorithm>
#include <iterator>

namespace trackloom::checks {
namespace {

std::size_t numberOf(const Finding& finding) {
  return static_cast<std::size_t>(findRule(finding.rule) - rules().data());
}

/// The numbers of the rules of findings, sooner where one rule's stand side by side.
class RuleNumbers {
 public:
  std::size_t operator()(const Finding& finding) {
    if (finding.rule.data() != last_.data()) {
      last_ = finding.rule;
      number_ = numberOf(finding);
    }
    return number_;
  }

 private:
  std::string_view last_;
  std::size_t number_ = 0;
};

bool isSaidOfTheSame(const Finding& a, const Finding& b) { return a.level == b.level && a.elements == b.elements; }

/// The order in which `check` gives findings.
bool comesFirst(const Finding& a, const Finding& b) {
  if (a.level != b.level) return a.level < b.level;
  if (a.rule.data() != b.rule.data() && a.rule != b.rule) return numberOf(a) < numberOf(b);
  return a.elements < b.elements;
}

}  // namespace

LiveFindings::LiveFindings(Plan plan, Day asOf, CheckOptions options)
    : study_(std::move(plan), asOf), options_(std::move(options)), unanswered_(rules().size(), true) {
  study_.workAhead();
  std::vector<Renewed> renewed;
  for (std::size_t i = 0; i < rules().size(); ++i) renewed.push_back(answerAgain(i));
  takeOver(std::move(renewed));
}

void LiveFindings::follow(Plan plan) {
  const Touched touched = study_.follow(std::move(plan));
  anyWent_ = touched.anyWent();
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
  return {Renewed::What::all, {}, std::move(now.findings)};
}

LiveFindings::Renewed LiveFindings::askAgain(std::size_t i, std::span<const Item* const> asked) {
  Answer now = answer(rules()[i], study_, asked, options_);
  if (now.failed || options_.stop.stop_requested()) return answerAgain(i);
  Renewed renewed{Renewed::What::some, {}, std::move(now.findings)};
  for (const Item* item : asked) renewed.subjects.push_back(item->id());
  std::ranges::sort(renewed.subjects);
  return renewed;
}

bool LiveFindings::isReplaced(const Finding& finding, const Renewed& by) const {
  if (by.what != Renewed::What::some) return by.what == Renewed::What::all;
  const ElementId& subject = finding.elements.front();
  return std::ranges::binary_search(by.subjects, subject) || (anyWent_ && !study_.find(subject));
}

/// Mostly a rule says the same of the same elements again: then what it says takes the old places. Only where it says
/// more or less, or of others, is anything moved.
void LiveFindings::takeOver(std::vector<Renewed> renewed) {
  std::vector<std::vector<std::size_t>> before(renewed.size());  // by rule: where it stood
  RuleNumbers numberOf;
  for (std::size_t at = 0; at < all_.size(); ++at) {
    const std::size_t rule = numberOf(all_[at]);
    if (isReplaced(all_[at], renewed[rule])) before[rule].push_back(at);
    all_[at].root.clear();
    all_[at].accepted.reset();
  }
  std::vector<bool> goes(all_.size(), false);
  std::vector<Finding> comes;
  for (std::size_t rule = 0; rule < renewed.size(); ++rule) {
    std::vector<Finding>& now = renewed[rule].findings;
    if (std::ranges::equal(before[rule], now, isSaidOfTheSame, [&](std::size_t at) -> Finding& { return all_[at]; })) {
      for (std::size_t i = 0; i < now.size(); ++i) all_[before[rule][i]] = std::move(now[i]);
    } else {
      for (const std::size_t at : before[rule]) goes[at] = true;
      std::ranges::move(now, std::back_inserter(comes));
    }
  }
  std::size_t at = 0;
  std::erase_if(all_, [&](const Finding&) { return goes[at++]; });
  const auto known = static_cast<std::ptrdiff_t>(all_.size());
  std::ranges::move(comes, std::back_inserter(all_));
  // What each rule says is sorted already, but for its levels.
  if (!std::is_sorted(all_.begin() + known, all_.end(), comesFirst))
    std::stable_sort(all_.begin() + known, all_.end(), comesFirst);
  if (!comes.empty()) std::inplace_merge(all_.begin(), all_.begin() + known, all_.end(), comesFirst);
  mark(study_, all_);
}

}  // namespace trackloom::checks
