#include "checks/rules/reads.h"
#include "plan/missing.h"

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t mostTold = 12;

std::vector<Finding> check(const Study& study) {
  Finding finding;
  std::vector<std::string_view> lacking;
  for (const Kind& kind : kinds()) {
    for (const Item& item : study.all(kind.id)) {
      const auto missing = missingFields(item.element());
      if (missing.empty()) continue;
      finding.elements.push_back(item.id());
      if (lacking.empty() || lacking.back() != kind.label) lacking.push_back(kind.label);
      if (finding.because.size() < mostTold) finding.because.push_back(aboutMissing(item.element(), missing));
    }
  }
  if (finding.elements.empty()) return {};
  finding.level = Level::info;
  finding.verdict = Verdict::cannotTell;
  finding.message = {
      tr("{count} {count|entry lacks|entries lack} what must be filled in, so it cannot be told what {count|it "
         "means|they mean}: {kinds}."),
      {{"count", static_cast<std::int64_t>(finding.elements.size())}, {"kinds", ownWords(lacking)}}};
  if (finding.elements.size() > mostTold)
    finding.because.push_back({tr("There are more; only the first of them are named here."), {}});
  finding.clears = {tr("It clears when what is missing is filled in, or the entry goes."), {}};
  return {std::move(finding)};
}

}  // namespace

Rule incomplete() {
  Rule rule;
  rule.id = "DATA-MISSING";
  rule.family = "Structure";
  rule.title = "Entries that lack what they need";
  rule.help =
      "Is there an entry without something that its kind cannot do without: a dependency or hand-over without one of "
      "its ends, a deadline that holds for nothing, an event without a day, anything without a name? It stays in the "
      "plan, but other checks pass it over. One finding names them all.";
  rule.level = Level::info;
  rule.source = "Missing data are told as such and never taken as an answer.";
  rule.clears = "What is missing is filled in, or the entry goes.";
  rule.reads = readsWhere(isNeeded);
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
