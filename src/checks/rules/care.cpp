#include "checks/rules/present.h"

#include <cmath>

namespace trackloom::checks::catalogue {
namespace {

// What a team owes to others: reviews of harm, follow-ups, answers to risks and warnings.

bool isOpen(const Study& study, const Item& followUp) {
  const Date* done = followUp.get(Key<Date>{"done"});
  if (done && done->first() <= study.asOf()) return false;
  const std::string_view status = followUp.wordName(key::status);
  return done ? true : !isAnyOf(status, {"done", "dropped"});
}

std::vector<Finding> checkFollowUps(const Study& study) {
  std::vector<Finding> findings;
  for (const Item& followUp : study.all(KindId::followUp)) {
    const Date* due = followUp.get(key::due);
    if (!isOpen(study, followUp) || (due && due->last() >= study.asOf())) continue;
    if (followUp.has("due") && !due) continue;  // does not read; DATA-UNK says so
    Finding finding;
    finding.elements = {followUp.id()};
    if (due) {
      finding.message = {tr("“{followUp}” was to be done by {due}, {days} {days|day|days} ago, and is open."),
                         {{"followUp", followUp.id()}, {"due", *due}, {"days", study.asOf() - due->last()}}};
    } else {
      finding.verdict = Verdict::cannotTell;
      finding.message = {tr("Whether “{followUp}” is late cannot be told: no day is set for it."),
                         {{"followUp", followUp.id()}}};
    }
    const Item* who = study.target(followUp, Key<Ref>{"who"});
    finding.because.push_back(who ? Message{tr("It lies with “{who}”."), {{"who", who->id()}}}
                                  : Message{tr("Nobody is named who does it."), {}});
    finding.clears = {due ? tr("It clears when it is done or dropped, or another day is set.")
                          : tr("It clears when a day is set, or when it is done or dropped."),
                      {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> checkRisks(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::risk).empty()) return findings;
  const auto least = static_cast<std::int64_t>(study.threshold("RISK-NO-RESPONSE", "impact"));
  for (const Item& risk : study.all(KindId::risk)) {
    const Item* answer = study.target(risk, key::response);
    if (risk.has(key::contingency.number) || (answer && !isLeftOut(study, *answer))) continue;
    const Integer* impact = risk.get(Key<Integer>{"impact"});
    const std::string_view likelihood = risk.wordName(Key<Choice>{"likelihood"});
    const bool rated = impact || !likelihood.empty();
    const bool grave = (impact && *impact >= least) || isAnyOf(likelihood, {"likely", "almost-certain"});
    if (rated && !grave) continue;
    Finding finding;
    if (!rated) finding.verdict = Verdict::cannotTell;
    finding.elements = {risk.id()};
    finding.message = {
        rated ? tr("“{risk}” has neither a response nor a contingency.")
              : tr("Whether “{risk}” needs a response cannot be told: neither likelihood nor impact is recorded."),
        {{"risk", risk.id()}}};
    if (impact) finding.because.push_back({tr("Impact: {impact} of 5."), {{"impact", *impact}}});
    if (!likelihood.empty()) {
      const Message word = wordOf(VocabularyId::likelihood, likelihood);
      finding.because.push_back({tr("Likelihood: {likelihood}."), {{"likelihood", std::vector{word}}}});
    }
    if (answer)
      finding.because.push_back(
          {tr("Its response was cancelled or replaced: “{activity}”."), {{"activity", answer->id()}}});
    else if (!rated)
      finding.because.push_back({tr("No response and no contingency is recorded either."), {}});
    finding.clears = {tr("It clears when a response or contingency is recorded."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

/// The last reading of each indicator up to the day.
std::vector<const Item*> lastReadings(const Study& study) {
  std::vector<const Item*> last(study.all(KindId::indicator).size(), nullptr);
  for (const Item& reading : study.all(KindId::reading)) {
    const Item* indicator = study.target(KindId::indicator, reading, key::of);
    const Date* date = reading.get(key::date);
    if (!indicator || !date || date->last() > study.asOf()) continue;
    const Item*& place = last[indicator->number()];
    if (!place || place->get(key::date)->last() <= date->last()) place = &reading;
  }
  return last;
}

std::string numberText(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", number);
  return text;
}

std::vector<Finding> checkResponse(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::indicator).empty()) return findings;
  const auto last = lastReadings(study);
  for (const Item& indicator : study.all(KindId::indicator)) {
    const Number* threshold = indicator.get(Key<Number>{"threshold"});
    if (!threshold) continue;
    const Item* response = study.target(KindId::activity, indicator, key::response);
    if (response && isLeftOut(study, *response)) response = nullptr;
    const Number* value = last[indicator.number()] ? last[indicator.number()]->get(Key<Number>{"value"}) : nullptr;
    const bool reached = value && *value >= *threshold;
    const bool begun =
        response && (study.progress(*response) == Progress::ongoing || study.progress(*response) == Progress::finished);
    if (response && (!reached || begun)) continue;
    Finding finding;
    finding.elements = {indicator.id()};
    if (response) finding.elements.push_back(response->id());
    if (reached) {
      finding.message =
          response
              ? Message{tr("“{indicator}” has reached its threshold, and its response “{response}” has not begun."),
                        {{"indicator", indicator.id()}, {"response", response->id()}}}
              : Message{tr("“{indicator}” has reached its threshold, and no response is planned for that."),
                        {{"indicator", indicator.id()}}};
      finding.because.push_back({tr("Last reading: {value} on {day}; threshold: {threshold}."),
                                 {{"value", numberText(*value)},
                                  {"day", *last[indicator.number()]->get(key::date)},
                                  {"threshold", numberText(*threshold)}}});
    } else {
      finding.message = {tr("“{indicator}” has a threshold, but nothing is planned for when it is reached."),
                         {{"indicator", indicator.id()}}};
      finding.because.push_back({tr("Threshold: {threshold}."), {{"threshold", numberText(*threshold)}}});
    }
    finding.clears = {tr("It clears when a response is planned, and has begun once the threshold is reached."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> checkStale(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::indicator).empty()) return findings;
  const auto most = static_cast<std::int64_t>(study.threshold("EW-STALE", "days"));
  const auto last = lastReadings(study);
  for (const Item& indicator : study.all(KindId::indicator)) {
    const Item* reading = last[indicator.number()];
    const std::int64_t age = reading ? study.asOf() - reading->get(key::date)->last() : 0;
    if (reading && age <= most) continue;
    Finding finding;
    finding.level = Level::info;
    if (!reading) finding.verdict = Verdict::cannotTell;
    finding.elements = {indicator.id()};
    finding.message =
        reading ? Message{tr("“{indicator}” was last read {days} {days|day|days} ago. Does somebody still look?"),
                          {{"indicator", indicator.id()}, {"days", age}}}
                : Message{tr("How “{indicator}” stands cannot be told: no reading of it is recorded."),
                          {{"indicator", indicator.id()}}};
    finding.because.push_back(
        reading ? Message{tr("Asked after {days} {days|day|days} without a reading."), {{"days", most}}}
                : Message{tr("No reading up to {day}."), {{"day", study.asOf()}}});
    finding.clears = {tr("It clears when a newer reading is recorded."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

/// Is it an activity away from the official table that people are asked to come to, or that goes on? Mass action is not
/// the team's to review.
Truth exposesPeople(const Study& study, const Item& activity) {
  if (activity.wordName(key::type) == "mass-action") return Truth::no;
  const State state = study.state(activity);
  if (!state.is(ActivityStatus::confirmed) && !state.is(ActivityStatus::ongoing)) return Truth::no;
  const auto tracks = study.tracks(activity);
  const auto level = tracks.empty() ? std::nullopt : tracks.front()->word<TrackLevel>(key::level);
  if (!level || level == TrackLevel::other) return Truth::cannotTell;
  return level == TrackLevel::influential || level == TrackLevel::community ? Truth::yes : Truth::no;
}

constexpr std::size_t mostReviewsNamed = 12;

/// One finding on all activities that lack a review, or may.
Finding reviewLacking(std::vector<ElementId> activities, const char* message, const char* clears) {
  Finding finding;
  const auto count = static_cast<std::int64_t>(activities.size());
  activities.resize(std::min(activities.size(), mostReviewsNamed));
  finding.elements = activities;
  finding.message = {message, {{"activities", activities}}};
  finding.because.push_back({tr("Such activities: {count}."), {{"count", count}}});
  finding.clears = {clears, {}};
  return finding;
}

bool goesOn(const State& state) { return state.is(ActivityStatus::confirmed) || state.is(ActivityStatus::ongoing); }

std::vector<Finding> checkReviews(const Study& study) {
  std::vector<Finding> findings;
  const auto& activities = study.all(KindId::activity);
  std::vector<const Item*> review(activities.size(), nullptr);
  bool used = false;
  for (const Item& each : study.all(KindId::review)) {
    const Date* date = each.get(key::date);
    used = true;
    const Item* of = study.target(KindId::activity, each, key::of);
    if (!of || (date && date->first() > study.asOf())) continue;
    const Item*& place = review[of->number()];
    const Date* before = place ? place->get(key::date) : nullptr;
    if (!place || !before || (date && before->first() <= date->first())) place = &each;
  }
  std::vector<ElementId> unreviewed;
  std::vector<ElementId> unsure;
  for (const Item& activity : activities) {
    const Item* latest = review[activity.number()];
    const std::string_view outcome = latest ? latest->wordName(Key<Choice>{"outcome"}) : std::string_view();
    if (isAnyOf(outcome, {"redesign", "postpone", "do-not-proceed"}) && goesOn(study.state(activity))) {
      Finding finding;
      finding.elements = {activity.id(), latest->id()};
      finding.message = {tr("“{activity}” goes on, although its do-no-harm review did not let it go ahead."),
                         {{"activity", activity.id()}}};
      finding.because.push_back(
          {tr("The review “{review}” asks to redesign, postpone or not to proceed."), {{"review", latest->id()}}});
      finding.clears = {tr("It clears when it is reviewed anew, or when it stops."), {}};
      findings.push_back(std::move(finding));
    } else if (!latest) {
      const Truth exposes = exposesPeople(study, activity);
      if (exposes == Truth::yes) unreviewed.push_back(activity.id());
      if (exposes == Truth::cannotTell) unsure.push_back(activity.id());
    }
  }
  if (!unreviewed.empty()) {
    findings.push_back(reviewLacking(std::move(unreviewed),
                                     tr("No do-no-harm review is recorded for activities with people from society that "
                                        "are confirmed or under way: {activities}."),
                                     tr("It clears when each of them has a review.")));
    if (!used) findings.back().level = Level::info;
  }
  if (!unsure.empty() && used) {  // where nobody reviews, that is no question of single activities
    findings.push_back(
        reviewLacking(std::move(unsure),
                      tr("Whether activities without a do-no-harm review need one cannot be told: the level of their "
                         "track is not known: {activities}."),
                      tr("It clears when their track has a level, or each of them has a review.")));
    findings.back().verdict = Verdict::cannotTell;
  }
  return findings;
}

Rule base(const char* family, const char* title, const char* help, const char* clears) {
  Rule rule;
  rule.family = family;
  rule.title = title;
  rule.help = help;
  rule.clears = clears;
  return rule;
}

}  // namespace

Rule followUpOverdue() {
  Rule rule = base("Follow-up", "A follow-up is overdue",
                   "Is a follow-up open although its day has passed? One without a day cannot be told.",
                   "It is done or dropped, or another day is set.");
  rule.id = "FOLLOW-OVERDUE";
  rule.source = "Plan logic.";
  appendReads(rule.reads, KindId::followUp, {"due", "status", "done", "who"});
  rule.check = checkFollowUps;
  return rule;
}

Rule riskWithoutResponse() {
  Rule rule = base("Risks", "A risk without an answer",
                   "Is there a likely risk, or one of an impact from a number on, with neither a response nor a "
                   "contingency? One that nobody rated cannot be told.",
                   "A response or contingency is recorded.");
  rule.id = "RISK-NO-RESPONSE";
  rule.source = "PATRIR, dealing with crisis in mediation; AU Mediation Support Handbook.";
  rule.thresholds = {{"impact", 3, "the impact, of 5, from which a risk needs an answer"}};
  appendThresholdReads(rule.reads);
  appendProgressReads(rule.reads);
  appendReads(rule.reads, KindId::risk, {"contingency", "response", "impact", "likelihood"});
  rule.check = checkRisks;
  return rule;
}

Rule warningWithoutResponse() {
  Rule rule = base("Early warning", "A warning without a response",
                   "Does an indicator with a threshold have no response planned, or has its last reading reached the "
                   "threshold while the response has not begun? Readings at or above the threshold count.",
                   "A response is planned, and has begun once the threshold is reached.");
  rule.id = "EW-NO-RESPONSE";
  rule.source = "Saferworld (2015) on early warning and response: the gap between warning and response.";
  appendScheduleReads(rule.reads);
  appendReads(rule.reads, KindId::indicator, {"threshold", "response"});
  appendReads(rule.reads, KindId::reading, {"of", "date", "value"});
  rule.check = checkResponse;
  return rule;
}

Rule staleIndicator() {
  Rule rule = base("Early warning", "An indicator nobody reads",
                   "Is the last reading of an indicator older than a number of days? Without any reading it cannot be "
                   "told how it stands.",
                   "A newer reading is recorded.");
  rule.id = "EW-STALE";
  rule.level = Level::info;
  rule.source = "Saferworld (2015) on early warning and response.";
  rule.thresholds = {{"days", 90, "days after which an indicator should be read again"}};
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::reading, {"of", "date"});
  rule.counts = {KindId::indicator};
  rule.check = checkStale;
  return rule;
}

Rule reviewMissing() {
  Rule rule =
      base("Do no harm", "No do-no-harm review",
           "Is an activity on track 2 or 3 confirmed or under way without a do-no-harm review, or does any activity go "
           "on although its last review asked to redesign, postpone or not to proceed? A question while the plan "
           "has no review at all; mass action is not asked about. On a track whose level is not known it cannot be "
           "told.",
           "Each of them has a review that lets it go ahead.");
  rule.id = "REVIEW-MISSING";
  rule.source = "Anderson, Do No Harm (1999); CDA Collaborative Learning.";
  appendEventReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"status", "updated", "start", "finish", "tracks", "type"});
  appendReads(rule.reads, KindId::track, {"level"});
  appendReads(rule.reads, KindId::review, {"of", "date", "outcome"});
  rule.check = checkReviews;
  return rule;
}

}  // namespace trackloom::checks::catalogue
