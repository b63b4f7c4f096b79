#include "plan_view.h"

#include <charconv>
#include <sstream>

namespace icalendar {

std::vector<Element> PlanView::all(const char* kind) const {
  std::vector<Element> elements;
  const std::size_t count = host_.count(job_, kind);
  for (std::size_t i = 0; i < count; ++i) elements.push_back(host_.element(job_, kind, i));
  return elements;
}

std::vector<std::string> PlanView::list(Element element, const char* name) const {
  std::istringstream parts(field(element, name));
  std::vector<std::string> ids;
  for (std::string id; parts >> id;) ids.push_back(id);
  return ids;
}

std::optional<PlanDate> PlanView::date(Element element, const char* name) const {
  PlanDate date;
  date.text = field(element, name);
  TrackloomSpan span{sizeof(TrackloomSpan), nullptr, nullptr, 0, 0};
  if (date.text.empty() || !host_.span(job_, date.text.c_str(), &span)) return std::nullopt;
  const auto first = dayOf(span.first);
  const auto last = dayOf(span.last);
  if (!first || !last) return std::nullopt;
  date.days = {*first, *last};
  date.partial = span.partial != 0;
  date.approximate = span.approximate != 0;
  return date;
}

std::optional<int> PlanView::number(Element element, const char* name) const {
  const std::string digits = field(element, name);
  int value = 0;
  const auto [stop, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || problem != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
  return value;
}

Times PlanView::times(Element activity) const {
  TrackloomTimes told{};
  told.size = sizeof told;
  Times times;
  if (!host_.times(job_, activity, &told)) return times;
  times.progress = static_cast<TrackloomProgress>(told.progress);
  const auto first = dayOf(told.first);
  const auto last = dayOf(told.last);
  if (first && last) times.days = Span{*first, *last};
  times.beyond = told.first && told.last && !times.days;
  times.dated = told.dated != 0;
  times.open = told.open != 0;
  times.lengthKnown = told.lengthKnown != 0;
  times.forecast = told.forecast != 0;
  return times;
}

}  // namespace icalendar
