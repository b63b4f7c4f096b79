#include "calendar.h"
#include "when.h"

#include <exception>
#include <map>
#include <set>

namespace icalendar {
namespace {

/// Writes the activities and deadlines of a plan into a calendar.
class Export {
 public:
  explicit Export(const PlanView& plan)
      : plan_(plan), root_(plan.all("plan").front()), calendar_(plan.title(root_), plan.asOf(), plan.language()) {}

  int run() {
    for (const Element activity : plan_.all("activity"))
      if (auto when = whenOf(plan_, activity)) dated_.emplace(plan_.id(activity), std::move(*when));
    collectLinks();
    for (const Element activity : plan_.all("activity")) writeActivity(activity);
    for (const Element deadline : plan_.all("deadline")) writeDeadline(deadline);
    noteMissing("Without a date, and so not in the calendar", undated_);
    noteMissing("Past the year 9999, where calendars end, and so not in it", beyond_);
    if (calendar_.empty()) {
      plan_.fail("Nothing in this plan has a date, so there is nothing to put into a calendar.");
      return 0;
    }
    return plan_.write(calendar_.text()) ? 1 : 0;
  }

 private:
  std::string uid(const std::string& id) const { return id + "@" + plan_.id(root_) + ".trackloom"; }

  /// RFC 9253 lets the event that comes first name the one that follows; what merely depends names what it depends on.
  void collectLinks() {
    static const std::map<std::string, const char*> types = {{"", "FINISHTOSTART"},
                                                             {"FS", "FINISHTOSTART"},
                                                             {"SS", "STARTTOSTART"},
                                                             {"FF", "FINISHTOFINISH"},
                                                             {"SF", "STARTTOFINISH"}};
    for (const Element link : plan_.all("dependency")) {
      const std::string from = plan_.field(link, "from");
      const std::string to = plan_.field(link, "to");
      const auto type = types.find(plan_.field(link, "type"));
      if (type == types.end() || !dated_.contains(from) || !dated_.contains(to)) continue;
      if (plan_.field(link, "nature") == "soft")
        links_.emplace(to, Relation{"DEPENDS-ON", uid(from), 0});
      else
        links_.emplace(from, Relation{type->second, uid(to), plan_.number(link, "lag").value_or(0)});
    }
  }

  const char* statusWord(Element activity, const When& when) const {
    static const std::set<std::string> off = {"cancelled", "superseded"};
    static const std::set<std::string> sure = {"confirmed", "ongoing", "completed", "failed"};
    const std::string status = plan_.status(activity);
    if (off.contains(status)) return "CANCELLED";
    if (status == "suspended") return "TENTATIVE";
    return when.begun || (sure.contains(status) && when.firm) ? "CONFIRMED" : "TENTATIVE";
  }

  void writeActivity(Element activity) {
    const std::string id = plan_.id(activity);
    const auto when = dated_.find(id);
    if (when == dated_.end()) {
      (plan_.times(activity).beyond ? beyond_ : undated_).push_back(plan_.title(activity));
      return;
    }
    calendar_.beginEvent(uid(id), plan_.title(activity), when->second.days);
    calendar_.status(statusWord(activity, when->second));
    if (const std::string venue = plan_.field(activity, "venue"); !venue.empty()) calendar_.location(venue);
    for (const std::string& track : plan_.list(activity, "tracks"))
      if (const Element found = plan_.find(track)) calendar_.category(plan_.title(found));
    describe(when->second.remarks);
    const auto [first, last] = links_.equal_range(id);
    for (auto link = first; link != last; ++link) calendar_.relation(link->second);
  }

  void writeDeadline(Element deadline) {
    const auto day = plan_.deadlineDay(deadline);
    if (!day) {
      (plan_.isBeyond(deadline) ? beyond_ : undated_).push_back(plan_.title(deadline));
      return;
    }
    const std::string subject = plan_.field(deadline, "of");
    calendar_.beginEvent(uid(plan_.id(deadline)), plan_.title(deadline), {*day, *day});
    const bool settled = isSettled(plan_, deadline);
    calendar_.status(settled ? "CONFIRMED" : "TENTATIVE");
    calendar_.englishCategory("Deadline");
    std::vector<std::string> remarks;
    if (!settled) remarks.push_back("Counted from what has not happened yet, so this day may move.");
    if (const Element found = plan_.find(subject)) remarks.push_back("Deadline for: " + plan_.title(found));
    if (const std::string basis = plan_.field(deadline, "basis"); !basis.empty())
      remarks.push_back("Laid down in: " + basis);
    describe(remarks);
    if (dated_.contains(subject)) calendar_.relation({"PARENT", uid(subject), 0});
  }

  void describe(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    if (!text.empty()) calendar_.description(text);
  }

  void noteMissing(const std::string& why, const std::vector<std::string>& titles) const {
    constexpr std::size_t most = 20;
    if (titles.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < titles.size() && i < most; ++i) names += (i ? "; " : "") + titles[i];
    if (titles.size() > most) names += "; …";
    plan_.note(why + " (" + std::to_string(titles.size()) + "): " + names);
  }

  const PlanView& plan_;
  Element root_;
  Calendar calendar_;
  std::map<std::string, When> dated_;           // by id of the activity
  std::multimap<std::string, Relation> links_;  // by id of the activity that names the other
  std::vector<std::string> undated_;
  std::vector<std::string> beyond_;  // later than calendars reach
};

int exportPlan(const TrackloomHost* host, TrackloomJob* job) {
  const PlanView plan(*host, job);
  try {
    return Export(plan).run();
  } catch (const std::exception&) {
    host->fail(job, "There is not enough memory for this calendar.");
    return 0;
  }
}

constexpr TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API, exportPlan, nullptr, nullptr};

}  // namespace
}  // namespace icalendar

const TrackloomPlugin* trackloom_plugin(void) { return &icalendar::plugin; }
