#include "checks/impact.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace trackloom::checks {
namespace {

/// Elements of a kind depend on what a field of theirs names; or, the other way round, what it names depends on them.
struct DependsBy {
  KindId kind;
  FieldNumber field;
  bool named = false;
};

constexpr DependsBy dependsBy[] = {
    {KindId::activity, "lead"},        {KindId::activity, "body"},
    {KindId::transfer, "from"},        {KindId::transfer, "carrier"},
    {KindId::transfer, "to", true},    {KindId::seat, "body"},
    {KindId::seat, "held-by"},         {KindId::quota, "body"},
    {KindId::participation, "who"},    {KindId::participation, "in"},
    {KindId::consent, "actor"},        {KindId::consent, "to"},
    {KindId::assignment, "expert"},    {KindId::assignment, "activity"},
    {KindId::commitment, "agreement"}, {KindId::commitment, "responsible"},
    {KindId::commitment, "verifier"},  {KindId::deadline, "of"},
    {KindId::deadline, "anchor"},      {KindId::agreement, "signatories"},
    {KindId::proposal, "origin"},      {KindId::proposal, "tabled-in"},
    {KindId::fund, "covers", true},    {KindId::followUp, "from"},
    {KindId::followUp, "who"},         {KindId::risk, "response"},
    {KindId::indicator, "response"},   {KindId::body, "parent"},
    {KindId::activity, "tracks"},      {KindId::body, "tracks"},
};

/// For every element of the plan, by its place, what depends on it at once.
class DependenceGraph {
 public:
  explicit DependenceGraph(const Study& study) : next_(study.places()) {
    for (const DependsBy& by : dependsBy)
      for (const Item& item : study.all(by.kind)) {
        enter(study.find(item.ref(Key<Ref>{by.field})), item, by.named);
        for (const ElementId& id : item.refs(Key<Refs>{by.field})) enter(study.find(id), item, by.named);
      }
    for (const auto& [from, to] : study.ends(KindId::dependency))
      if (to) enter(from, *to, false);
  }

  std::vector<Dependent> from(const Item& element) const {
    std::vector<Dependent> found{{&element, nullptr}};
    std::vector<bool> seen(next_.size(), false);
    seen[element.place()] = true;
    for (std::size_t at = 0; at < found.size(); ++at)
      for (const Item* item : next_[found[at].item->place()])
        if (!seen[item->place()]) {
          seen[item->place()] = true;
          found.push_back({item, found[at].item});
        }
    return found;
  }

 private:
  void enter(const Item* named, const Item& naming, bool namedDepends) {
    if (!named) return;
    next_[(namedDepends ? naming : *named).place()].push_back(namedDepends ? named : &naming);
  }

  std::vector<std::vector<const Item*>> next_;
};

std::vector<Finding> without(std::vector<Finding> findings, const std::vector<Finding>& others) {
  std::set<std::pair<std::string_view, Verdict>> told;  // one that nobody could tell and now holds is another
  for (const Finding& finding : others)
    if (!finding.accepted) told.insert({finding.id, finding.verdict});
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.accepted || told.contains({finding.id, finding.verdict});
  });
  return findings;
}

}  // namespace

std::vector<Dependent> dependents(const Study& study, const Item& element) {
  std::vector<Dependent> found = DependenceGraph(study).from(element);
  found.erase(found.begin());
  return found;
}

Edit slip(const Study& study, const Item& activity, std::int64_t days) {
  const Task& task = study.network().tasks[activity.number()];
  const Times& times = study.times(activity);
  const Network& net = study.network();
  Element after = activity.element();
  if (times.included && task.progress == Progress::ongoing) {
    const std::int64_t end = times.ef + days;
    after.set(key::duration, Integer{task.workingDays ? net.calendar.days.between(times.es, end) : end - times.es});
  } else if (times.included && task.progress == Progress::notStarted) {
    // Where no length is known its planned finish, if there is one, says more than the day that is supposed.
    const std::int64_t due = task.durationKnown ? times.ef : std::max(times.ef, task.plannedEnd.value_or(times.ef));
    const std::int64_t start = net.earliestStartEnding(task, due + days);
    after.set(key::plannedStart, Date(firstDay(start)));
    if (after.has(key::plannedFinish.number))
      after.set(key::plannedFinish, Date(lastDay(start, net.endFrom(task, start))));
  }
  return {{tr("{activity} ends {days} {days|day|days} later."), {{"activity", activity.id()}, {"days", days}}},
          {{study.plan().share(activity.id()), std::make_shared<const Element>(std::move(after))}},
          {}};
}

FindingsChange findingsChange(const Study& before, const Study& after) {
  std::vector<Finding> had = check(before);
  std::vector<Finding> has = check(after);
  FindingsChange change;
  change.appear = without(has, had);
  change.go = without(std::move(had), has);
  std::erase_if(change.go, [&](const Finding& finding) {
    return !finding.elements.empty() && !after.find(finding.elements.front());
  });
  return change;
}

std::vector<DateShift> dateShifts(const Study& before, const Study& after) {
  std::vector<DateShift> shifts;
  for (const Item& activity : before.all(KindId::activity)) {
    const Item* same = after.find(KindId::activity, activity.id());
    if (!same) continue;
    const Times& was = before.times(activity);
    const Times& is = after.times(*same);
    // Of what is open the earliest day counts.
    if (was.included && is.included && was.open == is.open && was.ef != is.ef)
      shifts.push_back({&activity, lastDay(was.es, was.ef), lastDay(is.es, is.ef)});
  }
  return shifts;
}

}  // namespace trackloom::checks
