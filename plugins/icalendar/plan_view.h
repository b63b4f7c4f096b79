#pragma once

#include "dates.h"
#include "plugin/trackloom_plugin.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace icalendar {

using Element = const TrackloomElement*;

/// When an activity takes place according to the schedule.
struct Times {
  std::optional<Span> days;
  bool beyond = false;  ///< it takes place, past the last day that a calendar can hold
  TrackloomProgress progress = TRACKLOOM_NOT_STARTED;
  bool dated = false;
  bool open = false;
  bool lengthKnown = false;
  bool forecast = false;  ///< what has not happened yet stands there as forecast, not as planned
};

/// A date of the plan: how it is written, and which days it may mean.
struct PlanDate {
  std::string text;
  Span days;
  bool partial = false;
  bool approximate = false;
};

/// The plan as the host shows it, in C++.
class PlanView {
 public:
  PlanView(const TrackloomHost& host, TrackloomJob* job) : host_(host), job_(job) {}

  std::vector<Element> all(const char* kind) const;
  /// Null for an empty or unknown id.
  Element find(const std::string& id) const { return host_.find(job_, id.c_str()); }
  std::string id(Element element) const { return text(host_.id(job_, element)); }
  std::string kind(Element element) const { return text(host_.kind(job_, element)); }
  std::string title(Element element) const { return text(host_.title(job_, element)); }
  /// Empty if missing.
  std::string field(Element element, const char* name) const { return text(host_.field(job_, element, name)); }
  /// The parts of a list of references.
  std::vector<std::string> list(Element element, const char* name) const;
  std::optional<PlanDate> date(Element element, const char* name) const;
  std::optional<int> number(Element element, const char* name) const;
  std::string status(Element element) const { return text(host_.status(job_, element)); }
  Times times(Element activity) const;
  std::optional<Day> deadlineDay(Element deadline) const { return dayOf(host_.deadlineDay(job_, deadline)); }
  /// Does it fall on a day past the last one that a calendar can hold?
  bool isBeyond(Element deadline) const { return host_.deadlineDay(job_, deadline) && !deadlineDay(deadline); }

  std::string language() const { return text(host_.language(job_)); }
  Day asOf() const { return dayOf(host_.asOf(job_)).value_or(Day{}); }

  bool write(std::string_view bytes) const { return host_.write(job_, bytes.data(), bytes.size()) != 0; }
  void note(const std::string& sentence) const { host_.note(job_, sentence.c_str()); }
  void fail(const std::string& sentence) const { host_.fail(job_, sentence.c_str()); }

 private:
  static std::string text(const char* bytes) { return bytes ? bytes : ""; }

  const TrackloomHost& host_;
  TrackloomJob* job_;
};

}  // namespace icalendar
