#include "documents/schedule_json.h"

namespace trackloom::documents {
namespace {

using checks::Schedule;
using checks::Study;
using checks::Times;

const char* precisionName(Precision precision) {
  switch (precision) {
    case Precision::day:
      return "day";
    case Precision::month:
      return "month";
    case Precision::quarter:
      return "quarter";
    case Precision::year:
      break;
  }
  return "year";
}

/// The names and values of one activity's row; both forms of the schedule follow from them.
Json rowOf(const ShownSchedule& shown, std::uint32_t number) {
  const Study& study = shown.study;
  const Schedule& schedule = shown.schedule;
  const Times& times = schedule.times[number];
  const Element& activity = study.all(KindId::activity)[number].element();
  const auto forecast = [&](auto value) { return times.open ? Json() : Json(std::move(value)); };
  Json row;
  row.put("id", activity.id().text())
      .put("title", activity.title())
      .put("earlyStart", forecast(isoText(checks::firstDay(times.es))))
      .put("earlyFinish", forecast(isoText(checks::lastDay(times.es, times.ef))))
      .put("lateStart", forecast(isoText(checks::firstDay(times.ls))))
      .put("lateFinish", forecast(isoText(checks::lastDay(times.ls, times.lf))))
      .put("esDay", forecast(times.es - schedule.start))
      .put("efDay", forecast(times.ef - schedule.start))
      .put("lsDay", forecast(times.ls - schedule.start))
      .put("lfDay", forecast(times.lf - schedule.start))
      .put("totalFloat", times.totalFloat)
      .put("freeFloat", times.freeFloat)
      .put("critical", times.critical)
      .put("slip", times.slip)
      .put("why", plainText(whyThen(study.plan(), shown.network, schedule, number), &study.plan()))
      .put("startPrecision", forecast(precisionName(times.startPrecision)))
      .put("finishPrecision", forecast(precisionName(times.endPrecision)));
  if (times.open) row.put("openNotBefore", isoText(checks::firstDay(times.es)));
  return row;
}

}  // namespace

std::vector<std::uint32_t> includedActivities(const Schedule& schedule) {
  std::vector<std::uint32_t> included;
  for (std::uint32_t number = 0; number < schedule.times.size(); ++number)
    if (schedule.times[number].included) included.push_back(number);
  return included;
}

ShownSchedule shownSchedule(const Study& study) {
  return {study, study.network(), study.schedule(), includedActivities(study.schedule())};
}

Json scheduleJson(const ShownSchedule& shown) {
  Json activities = Json::array();
  for (const std::uint32_t number : shown.activities) activities.add(rowOf(shown, number));
  Json json;
  json.put("asOf", isoText(shown.study.asOf()))
      .put("start", isoText(checks::firstDay(shown.schedule.start)))
      .put("activities", std::move(activities));
  return json;
}

Table scheduleTable(const ShownSchedule& shown) {
  Table table;
  for (const char* name : {"id", "title", "earlyStart", "earlyFinish", "lateStart", "lateFinish"})
    table.columns.push_back({name, Side::left});
  for (const char* name : {"esDay", "efDay", "lsDay", "lfDay", "totalFloat", "freeFloat"})
    table.columns.push_back({name, Side::right});
  table.columns.push_back({"critical", Side::left});
  table.columns.push_back({"slip", Side::right});
  for (const char* name : {"why", "startPrecision", "finishPrecision", "openNotBefore"})
    table.columns.push_back({name, Side::left});
  for (const std::uint32_t number : shown.activities) {
    const Json row = rowOf(shown, number);
    std::vector<std::string> cells;
    for (const Json::Member& member : std::get<Json::Object>(row.content())) cells.push_back(cellText(member.value));
    cells.resize(table.columns.size());
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace trackloom::documents
