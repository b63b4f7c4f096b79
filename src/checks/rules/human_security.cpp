#include "checks/rules/listing.h"
#include "checks/rules/reads.h"

#include <algorithm>
#include <bitset>

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t dimensionCount = 7;
using Dimensions = std::bitset<dimensionCount>;

const Vocabulary& words() { return vocabulary(VocabularyId::humanSecurityDimension); }

Dimensions dimensionsOf(const Item& item) {
  Dimensions found;
  const Texts* named = item.get(key::dimensions);
  for (std::size_t i = 0; named && i < dimensionCount; ++i)
    if (std::find(named->begin(), named->end(), words().terms[i].name) != named->end()) found.set(i);
  return found;
}

Message::Argument labels(Dimensions some) {
  std::vector<std::string_view> labels;
  for (std::size_t i = 0; i < dimensionCount; ++i)
    if (some[i]) labels.push_back(words().terms[i].label);
  return ownWords(labels);
}

/// What is done on each issue.
struct Handling {
  std::vector<std::size_t>
      widest;  ///< by number of the issue: the most dimensions one activity on it works on; 0: no activity
  std::vector<bool> unknown;  ///< an activity on it does not record its dimensions
  Dimensions worked;          ///< by any activity
  bool anyActivity = false;
};

Handling handling(const Study& study) {
  Handling found;
  found.widest.assign(study.all(KindId::issue).size(), 0);
  found.unknown.assign(found.widest.size(), false);
  for (const Item& activity : study.all(KindId::activity)) {
    if (study.progress(activity) == Progress::leftOut) continue;
    found.anyActivity = true;
    const Dimensions own = dimensionsOf(activity);
    found.worked |= own;
    for (const ElementId& id : activity.refs(key::issues)) {
      const Item* issue = study.find(KindId::issue, id);
      if (!issue) continue;
      found.widest[issue->number()] = std::max(found.widest[issue->number()], own.count());
      if (own.none()) found.unknown[issue->number()] = true;
    }
  }
  return found;
}

Finding question(std::vector<ElementId> elements, Message message, const char* clears) {
  Finding finding;
  finding.level = Level::info;
  finding.elements = std::move(elements);
  finding.message = std::move(message);
  finding.clears = {clears, {}};
  return finding;
}

std::vector<Finding> checkBlind(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::issue).empty()) return findings;
  const Handling done = handling(study);
  if (!done.anyActivity) return findings;
  Dimensions open, unclear;
  std::vector<ElementId> openIssues, unclearIssues;
  for (const Item& issue : study.all(KindId::issue)) {
    const Dimensions missing = dimensionsOf(issue) & ~done.worked;
    if (done.unknown[issue.number()]) unclear |= missing;
    open |= missing;
  }
  open &= ~unclear;  // an activity on an issue may work on it without saying so
  for (const Item& issue : study.all(KindId::issue)) {
    const Dimensions own = dimensionsOf(issue);
    if ((own & open).any()) openIssues.push_back(issue.id());
    if ((own & unclear).any()) unclearIssues.push_back(issue.id());
  }
  constexpr const char* clears = tr("It clears when an activity that works on it says so.");
  if (open.any()) {
    findings.push_back(question(
        openIssues,
        {tr("The plan names these dimensions of human security with its issues, but no activity works on them: "
            "{dimensions}. Does anybody else?"),
         {{"dimensions", labels(open)}}},
        clears));
    findings.back().because.push_back({tr("They are named with: {issues}."), {{"issues", amongThem(openIssues)}}});
  }
  if (unclear.any()) {
    findings.push_back(
        question(unclearIssues,
                 {tr("Whether an activity works on these dimensions of human security cannot be told: {dimensions}."),
                  {{"dimensions", labels(unclear)}}},
                 clears));
    findings.back().because.push_back(
        {tr("Activities on issues that name them do not record which dimensions they work on."), {}});
    findings.back().verdict = Verdict::cannotTell;
  }
  return findings;
}

Finding silo(const Study& study, const ElementId& issue, bool unclear) {
  constexpr const char* clears = tr("It clears when an activity on it works on several of its dimensions.");
  const Dimensions own = dimensionsOf(*study.find(issue));
  Finding finding = question({issue},
                             unclear ? Message{tr("Whether “{issue}” is dealt with across its dimensions cannot be "
                                                  "told: activities on it do not record theirs."),
                                               {{"issue", issue}}}
                                     : Message{tr("“{issue}” touches {count} dimensions of human security, but each "
                                                  "activity on it works on one alone. Should "
                                                  "they be brought together?"),
                                               {{"issue", issue}, {"count", static_cast<std::int64_t>(own.count())}}},
                             clears);
  finding.because.push_back({tr("It touches: {dimensions}."), {{"dimensions", labels(own)}}});
  if (unclear) finding.verdict = Verdict::cannotTell;
  return finding;
}

std::vector<Finding> checkSilo(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::issue).empty()) return findings;
  const Handling done = handling(study);
  for (const Item& issue : study.all(KindId::issue)) {
    const std::size_t widest = done.widest[issue.number()];
    const bool unclear = done.unknown[issue.number()];
    if (widest > 1 || (widest == 0 && !unclear) || dimensionsOf(issue).count() < 2) continue;
    findings.push_back(silo(study, issue.id(), unclear));
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Strategy";
  rule.level = Level::info;
  rule.source = "UNDP, Human Development Report 1994: seven dimensions of human security, and their interconnection.";
  appendProgressReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"issues", "dimensions"});
  appendReads(rule.reads, KindId::issue, {"dimensions"});
  return rule;
}

}  // namespace

Rule securityBlind() {
  Rule rule = base();
  rule.id = "HS-BLIND";
  rule.title = "A dimension of human security without an activity";
  rule.help =
      "Is there a dimension of human security that an issue of the plan names and no activity works on? Where an "
      "activity on "
      "such an issue does not record its dimensions it cannot be told.";
  rule.clears = "An activity that works on it says so.";
  rule.check = checkBlind;
  return rule;
}

Rule securitySilo() {
  Rule rule = base();
  rule.id = "HS-SILO";
  rule.title = "An issue of several dimensions, dealt with one at a time";
  rule.help =
      "Is there an issue that touches two or more dimensions of human security, while every activity on it works on a "
      "single one? Where activities on it do not record their dimensions it cannot be told.";
  rule.clears = "An activity on it works on several of its dimensions.";
  rule.check = checkSilo;
  return rule;
}

}  // namespace trackloom::checks::catalogue
