#include "checks/rules/commitments.h"

namespace trackloom::checks::catalogue {
namespace {

constexpr std::string_view accordsMatrix = "Peace Accords Matrix (Kroc Institute): implementation scored from 0 to 3.";

/// The first day of a commitment that has passed: its own or that of a deadline.
std::optional<Day> passedDay(const Study& study, const Item& commitment) {
  std::optional<Day> passed;
  const auto take = [&](Day day) {
    if (day < study.asOf() && (!passed || day < *passed)) passed = day;
  };
  if (const Date* due = commitment.get(key::due)) take(due->latest());
  for (const Item* deadline : study.deadlinesOf(commitment))
    if (const auto day = study.deadlineDay(*deadline)) take(*day);
  return passed;
}

struct Said {
  Message message;
  Verdict verdict;
};

/// What tells of an overdue commitment that it is not carried out in full: a score, or that the activity through which
/// it is done has not finished.
Said saidOf(const Study& study, const Item& commitment, Day day) {
  std::vector<Message::Place> places{{"commitment", commitment.id()}, {"day", day}, {"days", study.asOf() - day}};
  const auto score = scoreOf(study, commitment);
  const Item* through = study.target(KindId::activity, commitment, key::activity);
  if (score) {
    places.push_back({"score", *score});
    return {
        {tr("“{commitment}” was due on {day}, {days} {days|day|days} ago, and is recorded at {score} of 3."), places},
        Verdict::problem};
  }
  if (through && study.progress(*through) != Progress::finished && !study.state(*through).unread) {
    places.push_back({"activity", through->id()});
    return {{tr("“{commitment}” was due on {day}, {days} {days|day|days} ago, and what should carry it out is not "
                "recorded as "
                "finished: "
                "“{activity}”."),
             places},
            Verdict::problem};
  }
  return {{tr("Whether “{commitment}”, due on {day}, {days} {days|day|days} ago, has been carried out cannot be told."),
           places},
          Verdict::cannotTell};
}

Message scoreReason(const Study& study, std::optional<std::int64_t> score) {
  if (!score) return {tr("No score is recorded for it up to {asOf}."), {{"asOf", study.asOf()}}};
  const Term& word = vocabulary(VocabularyId::implementationScore).terms[static_cast<std::size_t>(*score)];
  return {tr("Its score as of {asOf}: {word}."), {{"asOf", study.asOf()}, {"word", ownWord(word.label)}}};
}

Finding overdue(const Study& study, const Item& commitment, Day day) {
  Finding finding;
  finding.elements = {commitment.id()};
  Said said = saidOf(study, commitment, day);
  finding.message = std::move(said.message);
  finding.verdict = said.verdict;
  finding.because.push_back(scoreReason(study, scoreOf(study, commitment)));
  const Item* through = study.target(KindId::activity, commitment, key::activity);
  if (through && study.progress(*through) == Progress::finished)
    finding.because.push_back(
        {tr("What should carry it out has finished: “{activity}”."), {{"activity", through->id()}}});
  if (const Item* agreement = study.target(KindId::agreement, commitment, key::agreement)) {
    finding.elements.push_back(agreement->id());
    finding.because.push_back({tr("It stands in “{agreement}”."), {{"agreement", agreement->id()}}});
  }
  if (const std::string_view first = commitment.text({"precondition"}); !first.empty())
    finding.because.push_back({tr("Its precondition: {precondition}."), {{"precondition", std::string(first)}}});
  finding.clears = {tr("It clears when it is recorded as carried out in full, or another day is agreed."), {}};
  return finding;
}

std::vector<Finding> checkOverdue(const Study& study) {
  std::vector<Finding> findings;
  for (const Item& commitment : study.all(KindId::commitment)) {
    if (!inForce(study, commitment) || scoreOf(study, commitment) == fullScore) continue;
    if (const auto day = passedDay(study, commitment)) findings.push_back(overdue(study, commitment, *day));
  }
  return findings;
}

/// A score as it was recorded on a day.
struct Recorded {
  Day day;
  std::optional<std::int64_t> score;  ///< nothing: it does not read
  const Item* event = nullptr;
};

std::optional<std::int64_t> scoreNamed(std::string_view word, const PlanTerms& ownTerms) {
  const auto term = findTerm(VocabularyId::implementationScore, word);
  const std::uint16_t number = term ? *term : ownTerms.find(VocabularyId::implementationScore, word).term;
  if (number > fullScore) return std::nullopt;
  return number;
}

/// Its dated scores up to the as-of day, oldest first.
std::vector<Recorded> history(const Study& study, const Item& commitment, const PlanTerms& ownTerms) {
  std::vector<Recorded> scores;
  for (const Item* event : study.statusEvents(commitment.id()))
    scores.push_back({event->get(key::date)->last(), scoreNamed(event->text(key::eventStatus), ownTerms), event});
  const Date* updated = commitment.get(key::updated);
  if (updated && updated->last() <= study.asOf() && commitment.has(key::score.number)) {
    const auto score = scoreNamed(commitment.wordName(key::score), ownTerms);
    const Recorded field{updated->last(), score};
    const auto before = [](const Recorded& a, const Recorded& b) { return a.day < b.day; };
    scores.insert(std::lower_bound(scores.begin(), scores.end(), field, before), field);
  }
  return scores;
}

Finding regress(const Item& commitment, const Recorded& before, const Recorded& after) {
  Finding finding;
  finding.elements = {commitment.id()};
  const Message::Place place{"commitment", commitment.id()};
  const Message::Place high{"before", *before.score};
  if (after.score) {
    finding.message = {tr("The recorded score of “{commitment}” went from {before} to {after} by {day}."),
                       {place, high, {"after", *after.score}, {"day", after.day}}};
  } else {
    finding.verdict = Verdict::cannotTell;
    finding.message = {tr("Whether the score of “{commitment}” still stands at {before} cannot be told: the one of "
                          "{day} cannot be read."),
                       {place, high, {"day", after.day}}};
  }
  finding.because.push_back({tr("Its highest score, {before}, is recorded for {day}."), {high, {"day", before.day}}});
  if (after.event) {
    finding.elements.push_back(after.event->id());
    finding.because.push_back({tr("What is recorded since: “{event}”."), {{"event", after.event->id()}}});
  }
  finding.clears = {tr("It clears when the earlier score is reached again, or one of the two is corrected."), {}};
  return finding;
}

std::vector<Finding> checkRegress(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::commitment).empty()) return findings;
  const PlanTerms ownTerms(study.plan());
  for (const Item& commitment : study.all(KindId::commitment)) {
    const std::vector<Recorded> scores = history(study, commitment, ownTerms);
    if (scores.size() < 2) continue;
    const Recorded* highest = nullptr;
    for (const Recorded& each : scores)
      if (each.score && (!highest || *highest->score <= *each.score)) highest = &each;
    const Recorded& last = scores.back();
    if (highest && highest != &last && (!last.score || *last.score < *highest->score))
      findings.push_back(regress(commitment, *highest, last));
  }
  return findings;
}

}  // namespace

Rule commitmentOverdue() {
  Rule rule;
  rule.id = "IMP-OVERDUE";
  rule.family = "Implementation";
  rule.title = "A commitment past its day";
  rule.help =
      "Has the day of a commitment passed, its own or that of a deadline counted from something, while it is not "
      "recorded as carried out in full (3)? Without a score it cannot be told, unless the activity through which it is "
      "done "
      "has not finished. What stands in a text that is dated later is not asked about.";
  rule.source = accordsMatrix;
  rule.clears = "It is recorded as carried out in full, or another day is agreed.";
  appendCommitmentReads(rule.reads);
  appendReads(rule.reads, KindId::commitment, {"due", "precondition", "activity"});
  appendScheduleReads(rule.reads);
  appendDeadlineReads(rule.reads);
  rule.waits = true;
  rule.check = checkOverdue;
  return rule;
}

Rule commitmentRegress() {
  Rule rule;
  rule.id = "IMP-REGRESS";
  rule.family = "Implementation";
  rule.title = "A score that went down";
  rule.help =
      "Is the latest score of a commitment lower than an earlier one? Scores are dated by events that set them and by "
      "the day of the score itself; what is dated later than the as-of day is not known yet.";
  rule.source = accordsMatrix;
  rule.clears = "The earlier score is reached again, or one of the two is corrected.";
  appendCommitmentReads(rule.reads);
  rule.check = checkRegress;
  return rule;
}

}  // namespace trackloom::checks::catalogue
