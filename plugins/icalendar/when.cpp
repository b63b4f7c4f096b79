#include "when.h"

#include <algorithm>

namespace icalendar {
namespace {

/// A span between two dates of the plan, either of which may be missing.
struct Between {
  Span days;
  std::string text;
  bool partial = false;
  bool approximate = false;
};

using Days = std::chrono::days;

std::optional<Between> between(const std::optional<PlanDate>& start, const std::optional<PlanDate>& finish,
                               std::optional<int> duration) {
  if (!start && !finish) return std::nullopt;
  const PlanDate& from = start ? *start : *finish;
  const PlanDate& to = finish ? *finish : *start;
  Between span{{from.days.first, std::max(to.days.last, from.days.last)},
               from.text,
               from.partial || to.partial,
               from.approximate || to.approximate};
  if (start && finish && finish->text != start->text) span.text += "/" + finish->text;
  const Days more(duration ? std::max(*duration - 1, 0) : 0);
  if (!finish && !span.partial) span.days.last += more;
  if (!start && !span.partial) span.days.first -= more;
  return span;
}

std::optional<Between> plannedSpan(const PlanView& plan, Element activity) {
  return between(plan.date(activity, "planned-start"), plan.date(activity, "planned-finish"),
                 plan.number(activity, "duration"));
}

/// What is recorded up to the as-of day; what lies after it is not known yet.
std::optional<Between> recordedSpan(const PlanView& plan, Element activity) {
  auto start = plan.date(activity, "start");
  auto finish = plan.date(activity, "finish");
  if (start && start->days.first > plan.asOf()) start.reset();
  if (finish && finish->days.first > plan.asOf()) finish.reset();
  return between(start, finish, std::nullopt);
}

When planned(const Between& span) {
  When when{span.days, !span.partial && !span.approximate, false, {}};
  if (span.partial) when.remarks.push_back("The planned date is known only as " + span.text + ".");
  if (span.approximate) when.remarks.push_back("The planned date is approximate: " + span.text + ".");
  return when;
}

When recorded(const PlanView& plan, Element activity, const Times& times) {
  When when{*times.days, true, true, {}};
  const auto span = recordedSpan(plan, activity);
  if (span && span->partial) when.remarks.push_back("The date is recorded only as " + span->text + ".");
  if (times.progress == TRACKLOOM_UNDER_WAY)
    when.remarks.push_back(times.forecast ? "It is under way; its last day is a forecast." : "It is under way.");
  return when;
}

When forecast(const Times& times, const std::optional<Between>& plannedDays) {
  When when{*times.days, false, false, {}};
  when.remarks.push_back(plannedDays ? "These days are a forecast. Planned: " + plannedDays->text + "."
                                     : "These days are a forecast from what it waits for.");
  if (!times.lengthKnown) when.remarks.push_back("How long it takes is not known.");
  return when;
}

bool movedAway(const Times& times, const Between& plannedDays) {
  if (times.days->first > plannedDays.days.last || times.days->last > plannedDays.days.last) return true;
  return !plannedDays.partial && times.days->first > plannedDays.days.first;
}

std::optional<When> leftOut(const PlanView& plan, Element activity) {
  const auto took = plan.status(activity) == "failed" ? recordedSpan(plan, activity) : std::nullopt;
  if (took) return When{took->days, true, true, {}};
  const auto plannedDays = plannedSpan(plan, activity);
  return plannedDays ? std::optional(planned(*plannedDays)) : std::nullopt;
}

}  // namespace

std::optional<When> whenOf(const PlanView& plan, Element activity) {
  const Times times = plan.times(activity);
  if (times.progress == TRACKLOOM_LEFT_OUT) return leftOut(plan, activity);
  const auto plannedDays = plannedSpan(plan, activity);
  if (times.open) {
    if (!plannedDays) return std::nullopt;
    When when = planned(*plannedDays);
    when.firm = false;
    if (times.days)
      when.remarks.push_back(
          "It waits for a political precondition or for something that is stopped, and is not expected before " +
          isoText(times.days->first) + ".");
    return when;
  }
  if (!times.dated || !times.days) return std::nullopt;
  if (times.progress != TRACKLOOM_NOT_STARTED) return recorded(plan, activity, times);
  if (plannedDays && (!times.forecast || !movedAway(times, *plannedDays))) return planned(*plannedDays);
  return forecast(times, plannedDays);
}

bool isSettled(const PlanView& plan, Element deadline) {
  const Element anchor = plan.find(plan.field(deadline, "anchor"));
  if (plan.date(deadline, "date") || !anchor) return true;
  if (plan.kind(anchor) == "activity") {
    const TrackloomProgress progress = plan.times(anchor).progress;
    return progress == TRACKLOOM_FINISHED ||
           (progress == TRACKLOOM_UNDER_WAY && plan.field(deadline, "end") == "start");
  }
  const auto date = plan.date(anchor, "date");
  return date && date->days.last <= plan.asOf();
}

}  // namespace icalendar
