#include "checks/rules/reads.h"

#include <algorithm>

namespace trackloom::checks::catalogue {
namespace {

/// Commitments that are still to be carried out: what is done needs no owner or day any more.
bool open(const Study& study, const Item& commitment) {
  return study.state(commitment).term != findTerm(VocabularyId::implementationScore, "3");
}

Finding missing(const Item& commitment, Message message, Message clears) {
  Finding finding;
  finding.elements = {commitment.id()};
  finding.message = std::move(message);
  if (const ElementId agreement = commitment.ref(key::agreement); !agreement.empty()) {
    finding.elements.push_back(agreement);
    finding.because.push_back(
        {tr("It stands in “{agreement}” and is not recorded as carried out in full."), {{"agreement", agreement}}});
  } else {
    finding.because.push_back(
        {tr("It is not recorded as carried out in full; in which text it stands is not recorded either."), {}});
  }
  finding.clears = std::move(clears);
  return finding;
}

std::vector<Finding> checkOwner(const Study& study) {
  std::vector<Finding> findings;
  for (const Item& commitment : study.all(KindId::commitment)) {
    if (!open(study, commitment) || !commitment.refs(key::responsible).empty()) continue;
    const Message clears{tr("It clears when a responsible actor or body is named."), {}};
    const Message::Place place{"commitment", commitment.id()};
    if (commitment.unread(key::responsible.number)) {
      findings.push_back(missing(
          commitment,
          {tr("Who must carry out “{commitment}” cannot be told: what stands there does not read."), {place}}, clears));
      findings.back().verdict = Verdict::cannotTell;
    } else {
      findings.push_back(
          missing(commitment, {tr("Nobody is named who must carry out “{commitment}”."), {place}}, clears));
    }
  }
  return findings;
}

bool anyDayKnown(const Study& study, std::span<const Item* const> deadlines) {
  return std::any_of(deadlines.begin(), deadlines.end(),
                     [&](const Item* deadline) { return study.deadlineDay(*deadline).has_value(); });
}

std::vector<Finding> checkDeadline(const Study& study) {
  std::vector<Finding> findings;
  for (const Item& commitment : study.all(KindId::commitment)) {
    if (!open(study, commitment) || commitment.get(key::due)) continue;
    const auto deadlines = study.deadlinesOf(commitment);
    if (anyDayKnown(study, deadlines)) continue;
    const Message::Place place{"commitment", commitment.id()};
    if (commitment.unread(key::due.number)) {
      findings.push_back(missing(
          commitment,
          {tr("The day by which “{commitment}” must be carried out cannot be told: what stands there is not a date."),
           {place}},
          {tr("It clears when a date stands there."), {}}));
      findings.back().verdict = Verdict::cannotTell;
    } else if (!deadlines.empty()) {
      findings.push_back(missing(commitment,
                                 {tr("The day by which “{commitment}” must be carried out cannot be told: what its "
                                     "deadline counts from has no date."),
                                  {place}},
                                 {tr("It clears when the date is known from which the deadline counts."), {}}));
      findings.back().verdict = Verdict::cannotTell;
    } else {
      findings.push_back(missing(commitment,
                                 {tr("No day is set by which “{commitment}” must be carried out."), {place}},
                                 {tr("It clears when a day is set, or a deadline counted from an event."), {}}));
    }
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Implementation";
  rule.source =
      "UN Operational Guidance Note: Peace Agreements that Facilitate Implementation (clear division of "
      "responsibilities, realistic timetable).";
  appendReads(rule.reads, KindId::commitment, {"score", "updated", "agreement"});
  appendEventReads(rule.reads);
  return rule;
}

}  // namespace

Rule commitmentNoOwner() {
  Rule rule = base();
  rule.id = "IMP-NO-OWNER";
  rule.title = "A commitment without an owner";
  rule.help =
      "Is there a commitment for which nobody is responsible? What is recorded as carried out in full is not asked "
      "about.";
  rule.clears = "A responsible actor or body is named.";
  appendReads(rule.reads, KindId::commitment, {"responsible"});
  rule.check = checkOwner;
  return rule;
}

Rule commitmentNoDeadline() {
  Rule rule = base();
  rule.id = "IMP-NO-DEADLINE";
  rule.title = "A commitment without a deadline";
  rule.help =
      "Is there a commitment that has no day, neither fixed nor counted from something with a date? What is recorded "
      "as "
      "carried out in full is not asked about.";
  rule.clears = "A day is set, or a deadline counted from an event.";
  appendReads(rule.reads, KindId::commitment, {"due"});
  appendScheduleReads(rule.reads);
  appendDeadlineReads(rule.reads);
  rule.check = checkDeadline;
  return rule;
}

}  // namespace trackloom::checks::catalogue
