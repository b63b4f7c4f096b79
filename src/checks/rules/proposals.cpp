#include "checks/rules/present.h"
#include "checks/rules/reads.h"

namespace trackloom::checks::catalogue {
namespace {

/// When a proposal was tabled, as far as it is known on the day.
struct Tabled {
  Truth is = Truth::no;
  std::optional<Day> day;
};

Tabled tabled(const Study& study, const Item& proposal) {
  const Date* date = proposal.get(key::date);
  if (date) {
    if (date->first() > study.asOf()) return {Truth::no, {}};
    return {Truth::yes, date->last() <= study.asOf() ? date->last() : date->first()};
  }
  return {proposal.ref(key::tabledIn).empty() ? Truth::no : Truth::cannotTell, {}};
}

/// Had the table answered it by the day? A team's own word is an answer.
bool isAnswered(const Study& study, const Item& proposal) {
  const State answer = study.state(proposal);
  if (answer.basis == State::Basis::nothing || answer.unread) return false;
  if (answer.term == Choice::unlisted) return true;
  return !isAnyOf(vocabulary(VocabularyId::proposalAnswer).terms[answer.term].name,
                  {"pending", "referred", "deferred", "no-answer"});
}

Finding about(const Item& proposal, Message message, Verdict verdict) {
  Finding finding;
  finding.verdict = verdict;
  finding.elements = {proposal.id()};
  finding.message = std::move(message);
  return finding;
}

std::vector<Finding> checkAnswer(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::proposal).empty()) return findings;
  const auto most = static_cast<std::int64_t>(study.threshold("INC-NO-ANSWER", "days"));
  for (const Item& proposal : study.all(KindId::proposal)) {
    const Tabled when = tabled(study, proposal);
    if (when.is == Truth::no || isAnswered(study, proposal)) continue;
    const std::int64_t waiting = when.day ? study.asOf() - *when.day : 0;
    if (when.day && waiting <= most) continue;
    Finding finding =
        when.day ? about(proposal,
                         {tr("“{proposal}” was tabled on {day}, {days} {days|day|days} ago, and has no answer."),
                          {{"proposal", proposal.id()}, {"day", *when.day}, {"days", waiting}}},
                         Verdict::problem)
                 : about(proposal,
                         {tr("How long “{proposal}” has waited for an answer cannot be told."),
                          {{"proposal", proposal.id()}}},
                         Verdict::cannotTell);
    finding.because.push_back(
        when.day ? Message{tr("Asked after {days} {days|day|days} without an answer."), {{"days", most}}}
                 : Message{tr("It was tabled on a day that is not recorded."), {}});
    finding.clears = {tr("It clears when the answer is recorded, whatever it is."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> checkFeedback(const Study& study) {
  std::vector<Finding> findings;
  for (const Item& proposal : study.all(KindId::proposal)) {
    const Tabled when = tabled(study, proposal);
    if (when.is == Truth::no || !isAnswered(study, proposal)) continue;
    const Date* told = proposal.get(Key<Date>{"feedback"});
    if (told && told->first() <= study.asOf()) continue;
    Finding finding =
        about(proposal,
              {tr("“{proposal}” has an answer, but nothing says that those who proposed it were told. Were they?"),
               {{"proposal", proposal.id()}}},
              Verdict::problem);
    finding.level = Level::info;
    if (told)
      finding.because.push_back({tr("Feedback is planned for {day}."), {{"day", told->first()}}});
    else
      finding.because.push_back({tr("No day of feedback is recorded."), {}});
    finding.clears = {tr("It clears when the day on which they heard is recorded."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

Rule base(const char* title) {
  Rule rule;
  rule.family = "Inclusion";
  rule.title = title;
  rule.source = "Çuhadar and Paffenholz, Transfer 2.0: what is handed to the table needs a way back.";
  appendReads(rule.reads, KindId::proposal, {"date", "tabled-in", "answer"});
  appendEventReads(rule.reads);
  return rule;
}

}  // namespace

Rule proposalNoAnswer() {
  Rule rule = base("A proposal without an answer");
  rule.id = "INC-NO-ANSWER";
  rule.help =
      "Was a proposal tabled longer ago than a number of days and still has no answer? Pending, referred and deferred "
      "are no answers yet; a withdrawn proposal needs none.";
  rule.clears = "The answer is recorded, whatever it is.";
  rule.thresholds = {{"days", 45, "days from tabling to an answer"}};
  appendThresholdReads(rule.reads);
  rule.check = checkAnswer;
  return rule;
}

Rule proposalNoFeedback() {
  Rule rule = base("Those who proposed were not told");
  rule.id = "INC-NO-FEEDBACK";
  rule.help = "Has a proposal been answered, while nothing says that those who proposed it heard of it?";
  rule.level = Level::info;
  rule.clears = "The day on which they heard is recorded.";
  appendReads(rule.reads, KindId::proposal, {"feedback"});
  rule.check = checkFeedback;
  return rule;
}

}  // namespace trackloom::checks::catalogue
