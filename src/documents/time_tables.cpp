#include "checks/deadline_state.h"
#include "checks/outward.h"
#include "documents/known.h"
#include "documents/process_tables.h"
#include "documents/reading_order.h"
#include "documents/wording.h"

#include <algorithm>
#include <map>

namespace trackloom::documents {
namespace {

using checks::Driver;
using checks::Item;
using checks::Progress;
using checks::Times;

constexpr std::int64_t soon = 90;  // days that "next" looks ahead

std::string plannedText(const Material& material, const Item& activity) {
  const Date* start = activity.get(key::plannedStart);
  const Date* finish = activity.get(key::plannedFinish);
  const Integer* duration = activity.get(key::duration);
  if (start && !finish && duration && *duration > 1 && start->precision() == Precision::day) {
    const checks::Task& task = material.study.network().tasks[activity.number()];
    const Date counted(checks::lastDay(start->first().number, *task.plannedEnd));
    return spanText(material, start, &counted);
  }
  return spanText(material, start, finish);
}

std::string actualText(const Material& material, const Item& activity) {
  const Day asOf = material.study.asOf();
  const Date* start = activity.get(key::start);
  const Date* finish = activity.get(key::finish);
  if (start && start->first() > asOf) start = nullptr;
  if (finish && finish->last() > asOf) finish = nullptr;
  if (start && !finish && material.study.progress(activity) == Progress::ongoing)
    return said(material, {tr("since {date}"), {{"date", spoken(material, *start)}}});
  return spanText(material, start, finish);
}

/// The forecast; nothing where there is none, or where it would rest on nothing but the day it is made.
std::string forecastText(const Material& material, const Item& activity) {
  const Times& times = material.study.times(activity);
  const Progress progress = material.study.progress(activity);
  const checks::Task& task = material.study.network().tasks[activity.number()];
  if (!times.included || progress == Progress::finished || task.stopped || times.undated) return {};
  if (times.open)
    return said(material, {tr("open, not before {day}"), {{"day", spoken(material, checks::firstDay(times.es))}}});
  const Day last = checks::lastDay(times.es, times.ef);
  if (progress == Progress::ongoing)
    return times.known ? said(material, {tr("until {day} at the earliest"), {{"day", spoken(material, last)}}})
                       : std::string();
  if (times.startPrecision != Precision::day && times.driver == Driver::plannedStart)
    return spoken(material, *activity.get(key::plannedStart));
  return spoken(material, checks::firstDay(times.es), last);
}

/// What the row of an activity is sorted by: when it began, else when it should.
std::int64_t sortDay(const Material& material, const Item& activity) {
  const Date* start = activity.get(key::start);
  if (start && start->first() > material.study.asOf()) start = nullptr;
  if (!start) start = activity.get(key::plannedStart);
  if (!start) start = activity.get(key::finish);
  return start ? start->first().number : std::int64_t{1} << 40;
}

Node rowOf(const Material& material, const Item& activity) {
  Node row = elementNode(material, activity);
  addTimes(row, material, activity);
  return row;
}

/// The activities under each element of a kind, in that kind's order, and those under none last.
Node::List grouped(const Material& material, KindId kind, auto homeOf) {
  std::map<ElementId, Node::List> rows;
  for (const Item* activity : activitiesByTime(material)) rows[homeOf(*activity)].push_back(rowOf(material, *activity));
  Node::List list;
  const auto add = [&](const std::string& title, const ElementId& id) {
    const auto found = rows.find(id);
    if (found == rows.end()) return;
    Node node;
    node.set("group-title", title);
    setList(node, "rows", std::move(found->second));
    list.push_back(std::move(node));
  };
  for (const Item* home : inReadingOrder(material, kind)) add(nameOf(material, home->id()), home->id());
  add(said(material, kind == KindId::track ? tr("No track yet") : tr("No phase yet")), {});
  return list;
}

ElementId primaryTrack(const Material& material, const Item& activity) {
  const auto tracks = material.study.tracks(activity);
  return tracks.empty() ? ElementId() : tracks.front()->id();
}

Node phaseNode(const Material& material, const Item& phase) {
  Node node = elementNode(material, phase);
  node.set("planned", spanText(material, phase.get(key::plannedStart), phase.get(key::plannedFinish)));
  node.set("actual", actualText(material, phase));
  return node;
}

std::string countedFrom(const Material& material, const Item& deadline) {
  const ElementId anchor = deadline.ref(key::anchor);
  const Integer* offset = deadline.get(key::offset);
  if (anchor.empty() || !offset) return {};
  const std::string name = nameOf(material, anchor);
  const Message::Argument days = *offset < 0 ? -*offset : *offset;
  const bool start = deadline.is(key::anchorEnd, AnchorEnd::start);
  const char* pattern = *offset < 0 ? (start ? tr("{days} {days|day|days} before the start of: {name}")
                                             : tr("{days} {days|day|days} before: {name}"))
                                    : (start ? tr("{days} {days|day|days} after the start of: {name}")
                                             : tr("{days} {days|day|days} after: {name}"));
  return said(material, {pattern, {{"days", days}, {"name", name}}});
}

struct DatedRow {
  std::int64_t day;
  Node node;
};

Node::List inOrder(std::vector<DatedRow> rows) {
  std::ranges::stable_sort(rows, {}, &DatedRow::day);
  Node::List list;
  for (DatedRow& row : rows) list.push_back(std::move(row.node));
  return list;
}

/// How a deadline ahead stands: outside the team by what is recorded only.
const char* aheadText(const Material& material, const checks::DeadlineStanding& standing) {
  using enum checks::DeadlineState;
  if (!material.forTeam() || standing.state == met) return tr("ahead");
  if (standing.state == atRisk) return tr("ahead; what is foreseen comes later");
  return standing.state == onCourse ? tr("ahead") : tr("ahead; whether it can be met cannot be told");
}

std::string metText(const Material& material, const Item& deadline, std::optional<Day> day) {
  const Item* subject = material.study.find(deadline.ref(key::of));
  if (subject && subject->kind() == KindId::activity && material.study.progress(*subject) == Progress::finished) {
    const Day done = checks::lastDay(material.study.times(*subject).es, material.study.times(*subject).ef);
    if (!day) return said(material, {tr("done on {day}"), {{"day", spoken(material, done)}}});
    return said(material,
                {done <= *day ? tr("met on {day}") : tr("done later, on {day}"), {{"day", spoken(material, done)}}});
  }
  if (!day) return {};
  if (*day < material.study.asOf()) return said(material, tr("passed, not recorded as done"));
  return said(material, aheadText(material, checks::deadlineStanding(material.study, deadline)));
}

enum class Resting : std::uint8_t { onFacts, onForecast };

std::string dayText(const Material& material, Day day, Resting on) {
  const std::string text = spoken(material, day);
  return on == Resting::onFacts ? text : said(material, {tr("{day} (forecast)"), {{"day", text}}});
}

Resting restingOf(const Material& material, const Item& deadline) {
  return checks::outwardDay(material.study, deadline) ? Resting::onFacts : Resting::onForecast;
}

Node deadlineNode(const Material& material, const Item& deadline, std::optional<Day> day) {
  Node row = elementNode(material, deadline);
  row.set("day", tellableDayText(material, deadline));
  row.set("counted-from", countedFrom(material, deadline));
  row.set("how-it-stands", metText(material, deadline, day));
  return row;
}

/// Who leads an activity; empty for anything else.
std::string leadOf(const Material& material, const Item* subject) {
  const ElementId lead = subject && subject->kind() == KindId::activity ? subject->ref(key::lead) : ElementId();
  return lead.empty() ? std::string() : nameOf(material, lead);
}

Node step(const std::string& day, const std::string& what, const std::string& who) {
  Node node;
  node.set("day", day);
  node.set("what", what);
  node.set("who", who);
  return node;
}

/// Activities, deadlines and follow-ups from the day on for the next 90 days. Outside the team by planned dates only;
/// what is forecast is marked as that.
Node::List nextSteps(const Material& material) {
  const Day asOf = material.study.asOf();
  std::vector<DatedRow> rows;
  const auto add = [&](std::optional<Day> day, Resting on, const std::string& what, const std::string& who) {
    if (day && *day >= asOf && *day <= asOf + soon)
      rows.push_back({day->number, step(dayText(material, *day, on), what, who)});
  };
  for (const Item& activity : material.study.all(KindId::activity)) {
    if (material.study.progress(activity) != Progress::notStarted) continue;
    const Times& times = material.study.times(activity);
    const Date* planned = activity.get(key::plannedStart);
    const checks::Task& task = material.study.network().tasks[activity.number()];
    if (!planned || (material.forTeam() && !checks::startIsForeseen(task, times))) continue;
    const Day day = material.forTeam() ? checks::firstDay(times.es) : planned->first();
    add(day, day == planned->first() ? Resting::onFacts : Resting::onForecast, nameOf(material, activity.id()),
        leadOf(material, &activity));
  }
  for (const Item* deadline : knownOf(material.study, KindId::deadline)) {
    const auto day = tellableDay(material, *deadline);
    const Item* subject = material.study.find(deadline->ref(key::of));
    if (subject && subject->kind() == KindId::activity && material.study.progress(*subject) == Progress::finished)
      continue;
    add(day, restingOf(material, *deadline),
        said(material, {tr("Deadline: {title}"), {{"title", nameOf(material, deadline->id())}}}),
        leadOf(material, subject));
  }
  for (const Item& followUp : material.study.all(KindId::followUp)) {
    const Date* due = followUp.get(key::due);
    const ElementId who = followUp.ref(key::linkWho);
    if (followUp.has("done") || !due) continue;
    add(due->last(), Resting::onFacts, nameOf(material, followUp.id()),
        who.empty() ? std::string() : nameOf(material, who));
  }
  return inOrder(std::move(rows));
}

}  // namespace

std::string spanText(const Material& material, const Date* a, const Date* b) {
  if (!a && !b) return {};
  if (!b || (a && *a == *b)) return spoken(material, *a);
  if (!a) return said(material, {tr("until {date}"), {{"date", spoken(material, *b)}}});
  const bool days =
      a->precision() == Precision::day && b->precision() == Precision::day && !a->approximate() && !b->approximate();
  return days && a->first() <= b->first() ? spoken(material, a->first(), b->first())
                                          : spoken(material, *a) + " – " + spoken(material, *b);
}

std::vector<const Item*> activitiesByTime(const Material& material) {
  std::vector<const Item*> order = knownOf(material.study, KindId::activity);
  std::ranges::stable_sort(order, {}, [&](const Item* activity) { return sortDay(material, *activity); });
  return order;
}

std::vector<const Item*> countedActivities(const Material& material) {
  std::vector<const Item*> counted = knownOf(material.study, KindId::activity);
  std::erase_if(counted, [&](const Item* item) { return material.study.progress(*item) == Progress::leftOut; });
  return counted;
}

void addTimes(Node& node, const Material& material, const Item& activity) {
  const std::string planned = plannedText(material, activity);
  const std::string actual = actualText(material, activity);
  const std::string forecast = material.forTeam() ? forecastText(material, activity) : std::string();
  std::string both = actual;
  if (both.empty() || (!forecast.empty() && material.study.progress(activity) == Progress::ongoing))
    both += (both.empty() || forecast.empty() ? "" : ", ") + forecast;
  node.set("planned", planned);
  node.set("actual", actual);
  node.set("forecast", forecast);
  node.set("actual-or-forecast", both);
  node.set("is-forecast", Node::yes(actual.empty() && !forecast.empty()));
  node.set("when", actual.empty() ? planned : actual);
  const auto tracks = material.study.tracks(activity);
  node.set("tracks-title", tracks.empty() ? std::string() : nameOf(material, tracks.front()->id()));
}

std::optional<Day> tellableDay(const Material& material, const Item& deadline) {
  return material.forTeam() ? material.study.deadlineDay(deadline) : checks::outwardDay(material.study, deadline);
}

std::string tellableDayText(const Material& material, const Item& deadline) {
  const auto day = tellableDay(material, deadline);
  return day ? dayText(material, *day, restingOf(material, deadline)) : std::string();
}

void addSchedule(Node& root, const Material& material) {
  setList(root, "schedule-by-track",
          grouped(material, KindId::track, [&](const Item& activity) { return primaryTrack(material, activity); }));
  const auto phaseOf = [&](const Item& activity) {
    const ElementId phase = activity.ref(key::phase);
    return material.study.find(KindId::phase, phase) ? phase : ElementId();
  };
  setList(root, "activities-by-phase", grouped(material, KindId::phase, phaseOf));
  Node::List phases;
  for (const Item* phase : inReadingOrder(material, KindId::phase)) phases.push_back(phaseNode(material, *phase));
  setList(root, "phases-in-order", std::move(phases));
}

void addDeadlines(Node& root, const Material& material) {
  std::vector<DatedRow> rows;
  for (const Item* deadline : knownOf(material.study, KindId::deadline)) {
    const auto day = tellableDay(material, *deadline);
    rows.push_back({day ? day->number : std::int64_t{1} << 40, deadlineNode(material, *deadline, day)});
  }
  setList(root, "deadline-table", inOrder(std::move(rows)));
  setList(root, "next-steps", nextSteps(material));
}

}  // namespace trackloom::documents
