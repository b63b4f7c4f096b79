#include "checks/working_days.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

constexpr std::int64_t firstMonday = -3;  // 1969-12-29
constexpr std::int64_t longestPause = 36525;

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Pauses in order, those that touch or overlap as one.
std::vector<WorkingDays::Span> merged(std::vector<WorkingDays::Span> pauses) {
  std::sort(pauses.begin(), pauses.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<WorkingDays::Span> result;
  for (const WorkingDays::Span& pause : pauses) {
    if (pause.end <= pause.first) continue;
    if (!result.empty() && pause.first <= result.back().end) {
      result.back().end = std::max(result.back().end, pause.end);
    } else {
      result.push_back(pause);
    }
  }
  return result;
}

void doubtFrom(CalendarDoubt& doubt, std::int64_t day, CalendarDoubt::Reason reason, std::uint32_t pause = 0) {
  if (day < doubt.from || doubt.reason == CalendarDoubt::Reason::none) doubt = {reason, day, pause};
}

WorkingDays::RestDays restDaysOf(const Plan& plan, CalendarDoubt& doubt) {
  using Reason = CalendarDoubt::Reason;
  WorkingDays::RestDays rest;
  if (plan.root().unread(key::restDays.number)) doubtFrom(doubt, CalendarDoubt::always, Reason::restDaysUnread);
  const Texts* words = plan.root().get(key::restDays);
  if (!words) return rest;
  const PlanTerms ownTerms(plan);
  for (const std::string& word : *words) {
    const auto standard = findTerm(VocabularyId::weekday, word);
    const std::uint16_t term = standard ? *standard : ownTerms.find(VocabularyId::weekday, word).term;
    if (term < rest.size()) {
      rest.set(term);
    } else {
      doubtFrom(doubt, CalendarDoubt::always, Reason::restDaysUnread);
    }
  }
  if (rest.all()) doubtFrom(doubt, CalendarDoubt::always, Reason::noWorkingDay);
  return rest;
}

/// The days of a pause as far as they are known.
WorkingDays::Span spanOf(const Element& pause, std::uint32_t number, CalendarDoubt& doubt) {
  using Reason = CalendarDoubt::Reason;
  const Date* from = pause.get(key::from);
  const Date* until = pause.get(key::until);
  if (!from) {
    doubtFrom(doubt, CalendarDoubt::always, Reason::pauseUnread, number);
    return {};
  }
  const std::int64_t first = from->first().number;
  if (!until) {
    doubtFrom(doubt, first, pause.unread(key::until.number) ? Reason::pauseUnread : Reason::pauseOpen, number);
    return {first, first + 1};
  }
  const std::int64_t end = until->last().number + 1;
  if (end > first && end - first <= longestPause) return {first, end};
  doubtFrom(doubt, std::min(first, end - 1), end > first ? Reason::pauseTooLong : Reason::pauseUnread, number);
  return {};
}

}  // namespace

WorkingDays::WorkingDays(RestDays restDays, std::vector<Span> pauses)
    : restDays_(restDays), pauses_(merged(std::move(pauses))) {
  if (restDays_.all()) restDays_.reset();
  perWeek_ = 7 - static_cast<std::int64_t>(restDays_.count());
  for (const Span& pause : pauses_) {
    beforePause_.push_back(weekly(pause.first) - lost_.back());
    lost_.push_back(lost_.back() + weekly(pause.end) - weekly(pause.first));
  }
}

std::int64_t WorkingDays::weekly(std::int64_t day) const {
  const std::int64_t week = floorDiv(day - firstMonday, 7);
  std::int64_t number = week * perWeek_;
  for (std::int64_t weekday = 0; weekday < day - firstMonday - week * 7; ++weekday)
    if (!restDays_[static_cast<std::size_t>(weekday)]) ++number;
  return number;
}

std::int64_t WorkingDays::weeklyNth(std::int64_t number) const {
  const std::int64_t week = floorDiv(number, perWeek_);
  std::int64_t left = number - week * perWeek_;
  std::int64_t weekday = 0;
  while (restDays_[static_cast<std::size_t>(weekday)] || left-- > 0) ++weekday;
  return firstMonday + week * 7 + weekday;
}

std::int64_t WorkingDays::before(std::int64_t day) const {
  const auto after =
      std::partition_point(pauses_.begin(), pauses_.end(), [&](const Span& pause) { return pause.first < day; });
  const auto count = static_cast<std::size_t>(after - pauses_.begin());
  const bool inside = count > 0 && day < pauses_[count - 1].end;
  return inside ? beforePause_[count - 1] : weekly(day) - lost_[count];
}

std::int64_t WorkingDays::nth(std::int64_t number) const {
  const auto after = std::upper_bound(beforePause_.begin(), beforePause_.end(), number);
  return weeklyNth(number + lost_[static_cast<std::size_t>(after - beforePause_.begin())]);
}

std::int64_t WorkingDays::endOf(std::int64_t start, std::int64_t days) const {
  return days <= 0 ? start : nth(before(start) + days - 1) + 1;
}

std::int64_t WorkingDays::earliestStartEnding(std::int64_t end, std::int64_t days) const {
  return days <= 0 ? firstFrom(end) : nth(before(end - 1) - days + 1);
}

std::int64_t WorkingDays::latestStartEnding(std::int64_t end, std::int64_t days) const {
  return days <= 0 ? lastUntil(end) : nth(before(end) - days);
}

PlanCalendar planCalendar(const Plan& plan) {
  PlanCalendar calendar;
  const WorkingDays::RestDays rest = restDaysOf(plan, calendar.doubt);
  std::vector<WorkingDays::Span> pauses;
  const auto all = plan.all(KindId::pause);
  pauses.reserve(all.size());
  for (std::uint32_t number = 0; number < all.size(); ++number)
    pauses.push_back(spanOf(*all[number], number, calendar.doubt));
  calendar.days = WorkingDays(rest, std::move(pauses));
  return calendar;
}

}  // namespace trackloom::checks
