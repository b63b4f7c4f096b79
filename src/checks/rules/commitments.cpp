#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

/// Commitments that are still to be carried out: what is done needs no owner or day any more.
bool open(const Item& commitment) { return commitment.wordName(key::score) != "3"; }

Finding missing(const Item& commitment, Message message, Message clears) {
  Finding finding;
  finding.elements = {commitment.id()};
  if (const ElementId agreement = commitment.ref(key::agreement); !agreement.empty()) finding.elements.push_back(agreement);
  finding.message = std::move(message);
  finding.clears = std::move(clears);
  return finding;
}

std::vector<Finding> checkOwner(const Study& study) {
  std::vector<Finding> findings;
  for (const Item& commitment : study.all(KindId::commitment))
    if (open(commitment) && commitment.refs(key::responsible).empty())
      findings.push_back(missing(commitment, {tr("Nobody is named who must carry out “{commitment}”."), {{"commitment", commitment.id()}}},
                                 {tr("It clears when a responsible actor or body is named."), {}}));
  return findings;
}

std::vector<Finding> checkDeadline(const Study& study) {
  std::vector<Finding> findings;
  for (const Item& commitment : study.all(KindId::commitment)) {
    if (!open(commitment) || commitment.get(key::due)) continue;
    const auto deadlines = study.deadlinesOf(commitment.id());
    if (deadlines.empty()) {
      findings.push_back(missing(commitment, {tr("No day is set by which “{commitment}” must be carried out."), {{"commitment", commitment.id()}}},
                                 {tr("It clears when a day is set, or a deadline counted from an event."), {}}));
      continue;
    }
    bool known = false;
    for (const std::uint32_t number : deadlines) known = known || study.deadlineDay(study.all(KindId::deadline)[number]).has_value();
    if (known) continue;
    findings.push_back(missing(commitment, {tr("The day by which “{commitment}” must be carried out cannot be told: what its deadline counts from has no date."), {{"commitment", commitment.id()}}},
                               {tr("It clears when the date is known from which the deadline counts."), {}}));
    findings.back().verdict = Verdict::cannotTell;
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Implementation";
  rule.source = "UN Operational Guidance Note: Peace Agreements that Facilitate Implementation (clear division of responsibilities, realistic timetable).";
  for (const FieldNumber field : {FieldNumber("score"), FieldNumber("agreement")}) rule.reads.push_back({KindId::commitment, field});
  return rule;
}

}  // namespace

Rule commitmentNoOwner() {
  Rule rule = base();
  rule.id = "IMP-NO-OWNER";
  rule.title = "A commitment without an owner";
  rule.help = "Is there a commitment not yet carried out for which nobody is responsible?";
  rule.clears = "A responsible actor or body is named.";
  rule.reads.push_back({KindId::commitment, "responsible"});
  rule.check = checkOwner;
  return rule;
}

Rule commitmentNoDeadline() {
  Rule rule = base();
  rule.id = "IMP-NO-DEADLINE";
  rule.title = "A commitment without a deadline";
  rule.help = "Is there a commitment not yet carried out that has no day, neither fixed nor counted from an event?";
  rule.clears = "A day is set, or a deadline counted from an event.";
  rule.reads.push_back({KindId::commitment, "due"});
  appendScheduleReads(rule.reads);
  appendDeadlineReads(rule.reads);
  rule.check = checkDeadline;
  return rule;
}

}  // namespace trackloom::checks::catalogue
