#include "documents/schedule_json.h"

#include <functional>

namespace trackloom::documents {
namespace {

using checks::Schedule;
using checks::Study;
using checks::Times;

/// The names and values of one activity's row; both forms of the schedule follow from them.
Json rowOf(const Study& study, std::uint32_t number) {
  const Schedule& schedule = study.schedule();
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
      .put("why", plainText(whyThen(study.plan(), study.network(), schedule, number), &study.plan()));
  if (times.open) row.put("openNotBefore", isoText(checks::firstDay(times.es)));
  return row;
}

void eachRow(const Study& study, const std::function<void(Json)>& take) {
  const auto& times = study.schedule().times;
  for (std::uint32_t number = 0; number < times.size(); ++number)
    if (times[number].included) take(rowOf(study, number));
}

}  // namespace

Json scheduleJson(const Study& study) {
  Json activities = Json::array();
  eachRow(study, [&](Json row) { activities.add(std::move(row)); });
  Json json;
  json.put("asOf", isoText(study.asOf()))
      .put("start", isoText(checks::firstDay(study.schedule().start)))
      .put("activities", std::move(activities));
  return json;
}

Table scheduleTable(const Study& study) {
  Table table;
  for (const char* name : {"id", "title", "earlyStart", "earlyFinish", "lateStart", "lateFinish"})
    table.columns.push_back({name, Side::left});
  for (const char* name : {"esDay", "efDay", "lsDay", "lfDay", "totalFloat", "freeFloat"})
    table.columns.push_back({name, Side::right});
  table.columns.push_back({"critical", Side::left});
  table.columns.push_back({"slip", Side::right});
  for (const char* name : {"why", "openNotBefore"}) table.columns.push_back({name, Side::left});
  eachRow(study, [&](const Json& row) {
    std::vector<std::string> cells;
    for (const Json::Member& member : std::get<Json::Object>(row.content()))
      cells.push_back(cellText(member.value));
    cells.resize(table.columns.size());
    table.rows.push_back(std::move(cells));
  });
  return table;
}

}  // namespace trackloom::documents
