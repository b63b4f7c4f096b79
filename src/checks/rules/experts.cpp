#include "checks/experts.h"

#include "checks/funding.h"
#include "checks/rules/present.h"

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t mostOffered = 200;  ///< so many activities are offered an expert

Message::Argument labels(const std::vector<std::string>& names) {
  std::vector<Message> labels;
  for (const std::string& name : names) labels.push_back(wordOf(VocabularyId::expertise, name));
  return labels;
}

Fix assign(const Candidate& candidate) {
  const auto edit = [expert = candidate.expert->id(), activity = candidate.activity->id(),
                     expertise = candidate.expertise](const Plan& plan) {
    Element assignment(KindId::assignment, derivedId(plan, "assigned\n" + expert.str() + '\n' + activity.str()));
    assignment.set(key::expert, Ref(expert));
    assignment.set(key::activity, Ref(activity));
    assignment.set(key::expertise, Texts(expertise.begin(), expertise.end()));
    return addElement(plan, std::move(assignment));
  };
  return {{tr("Assign “{expert}” to “{activity}”."),
           {{"expert", candidate.expert->id()}, {"activity", candidate.activity->id()}}},
          edit};
}

std::vector<Finding> checkMissing(const Study& study) {
  std::vector<Finding> findings;
  const std::vector<ExpertNeed> needs = expertNeeds(study);
  if (needs.empty()) return findings;
  const std::vector<ExpertNeed> first(needs.begin(),
                                      needs.begin() + static_cast<std::ptrdiff_t>(std::min(needs.size(), mostOffered)));
  std::vector<const Candidate*> best(study.all(KindId::activity).size(), nullptr);
  const Candidates candidates = expertCandidates(study, first);
  for (const Candidate& pair : candidates.pairs) {
    const Candidate*& place = best[pair.activity->number()];
    if (!place || pair.weight > place->weight) place = &pair;
  }
  for (const ExpertNeed& need : needs) {
    Finding finding;
    finding.elements = {need.activity->id()};
    finding.message = {tr("“{activity}” needs expertise that nobody is assigned for: {expertise}."),
                       {{"activity", need.activity->id()}, {"expertise", labels(need.lacking)}}};
    if (const Candidate* candidate = best[need.activity->number()]) {
      finding.because.push_back({tr("Free at that time, with some of it: “{expert}” ({expertise})."),
                                 {{"expert", candidate->expert->id()}, {"expertise", labels(candidate->expertise)}}});
      finding.fixes.push_back(assign(*candidate));
    } else {
      finding.because.push_back({tr("Nobody in the plan with that expertise is known to be free then."), {}});
    }
    finding.clears = {tr("It clears when an expert is assigned, or the need is taken back."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

/// One assignment over its days, and the part of the expert's time it takes.
struct Taken {
  const Item* assignment;
  Stretch days;
  double share;
};

std::optional<Taken> taken(const Study& study, const Item& assignment) {
  const Item* activity = study.target(KindId::activity, assignment, key::activity);
  const Date* from = assignment.get(key::from);
  const Date* until = assignment.get(key::until);
  std::optional<Stretch> days = activity ? stretchOf(study, *activity) : std::nullopt;
  if (activity && study.progress(*activity) == Progress::leftOut) return std::nullopt;
  if (from && until) days = Stretch{from->first().number, until->last().number + 1};
  if (!days || days->end <= study.asOf().number) return std::nullopt;
  if (from) days->first = from->first().number;
  if (until) days->end = until->last().number + 1;
  const Number* share = assignment.get(Key<Number>{"share"});
  return Taken{&assignment, *days, share ? *share : 100};
}

/// The day on which one expert's assignments first take more than all of their time, and the assignments of that day.
std::vector<const Item*> overlap(std::vector<Taken>& all, Day& day) {
  std::sort(all.begin(), all.end(), [](const Taken& a, const Taken& b) {
    return a.days.first != b.days.first ? a.days.first < b.days.first : a.assignment->id() < b.assignment->id();
  });
  std::vector<const Taken*> now;
  for (const Taken& next : all) {
    std::erase_if(now, [&](const Taken* one) { return one->days.end <= next.days.first; });
    now.push_back(&next);
    double sum = 0;
    for (const Taken* one : now) sum += one->share;
    if (sum <= 100.0 + 1e-9 || now.size() < 2) continue;
    day = {next.days.first};
    std::vector<const Item*> assignments;
    for (const Taken* one : now)
      if (assignments.size() < 8) assignments.push_back(one->assignment);
    return assignments;
  }
  return {};
}

std::vector<Finding> checkOver(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::assignment).size() < 2) return findings;
  std::vector<std::vector<Taken>> byExpert(study.all(KindId::actor).size());
  for (const Item& assignment : study.all(KindId::assignment))
    if (const Item* expert = study.target(KindId::actor, assignment, key::expert))
      if (const auto one = taken(study, assignment)) byExpert[expert->number()].push_back(*one);
  for (const Item& expert : study.all(KindId::actor)) {
    if (study.stopped()) break;
    Day day;
    const auto assignments = overlap(byExpert[expert.number()], day);
    if (assignments.empty()) continue;
    Finding finding;
    finding.elements = {expert.id()};
    std::vector<ElementId> activities;
    for (const Item* assignment : assignments) {
      finding.elements.push_back(assignment->id());
      if (const Item* activity = study.target(KindId::activity, *assignment, key::activity))
        activities.push_back(activity->id());
    }
    finding.message = {tr("“{expert}” is assigned to more than fits into the time from {day} on."),
                       {{"expert", expert.id()}, {"day", day}}};
    finding.because.push_back({tr("At the same time: {activities}."), {{"activities", activities}}});
    finding.clears = {tr("It clears when the assignments no longer overlap, or take smaller shares of the time."), {}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Experts";
  rule.source =
      "Standby teams and rosters of mediation experts: the right expertise at the right time (EU–UN meeting, 2023).";
  appendScheduleReads(rule.reads);
  appendReads(rule.reads, KindId::assignment, {"expert", "activity", "from", "until"});
  return rule;
}

}  // namespace

Rule expertMissing() {
  Rule rule = base();
  rule.id = "EXPERT-MISSING";
  rule.title = "Expertise that nobody is assigned for";
  rule.help =
      "Does an activity that has not ended need expertise that no assignment brings? Offers the expert of the plan who "
      "covers most of it and is not assigned elsewhere at that time.";
  rule.clears = "An expert is assigned, or the need is taken back.";
  appendReads(rule.reads, KindId::assignment, {"expertise"});
  appendReads(rule.reads, KindId::activity, {"expertise-needed"});
  appendReads(rule.reads, KindId::actor, {"expertise"});
  rule.check = checkMissing;
  return rule;
}

Rule expertOver() {
  Rule rule = base();
  rule.id = "EXPERT-OVER";
  rule.title = "An expert in too many places at once";
  rule.help =
      "Do the assignments of one expert take more than all of their time on some day? An assignment without a share "
      "takes "
      "all of it; one without days those of its activity.";
  rule.clears = "The assignments no longer overlap, or take smaller shares of the time.";
  appendReads(rule.reads, KindId::assignment, {"share"});
  rule.check = checkOver;
  return rule;
}

}  // namespace trackloom::checks::catalogue
