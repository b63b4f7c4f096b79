#include "cli/suppositions.h"

#include "plan/error.h"

#include <charconv>

namespace trackloom::cli {
namespace {

constexpr std::int64_t longestSlip = 36525;

[[noreturn]] void refuse(Message what, Message toDo) {
  throw Error(ErrorKind::usage, std::move(what), {}, std::move(toDo));
}

const checks::Item* named(const checks::Study& study, const std::string& text) {
  const auto id = ElementId::parse(text);
  return id ? study.find(*id) : nullptr;
}

Message lists(const char* what) { return {what, {}}; }

checks::WhatIf::Slip slipOf(const checks::Study& study, const std::string& text) {
  const std::size_t equals = text.rfind('=');
  std::int64_t days = -1;
  if (equals != std::string::npos) {
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + equals + 1, end, days);
    if (read.ec != std::errc() || read.ptr != end) days = -1;
  }
  if (days < 0 || days > longestSlip)
    refuse({tr("{text} is not an activity and a number of days."), {{"text", text}}},
           {tr("Write it as --slip ID=14; a slip is up to 36525 days."), {}});
  const std::uint32_t number = scheduledActivity(study, study.schedule(), text.substr(0, equals));
  if (study.network().tasks[number].progress == checks::Progress::finished)
    refuse({tr("{id} has finished; nothing moves it."), {{"id", text.substr(0, equals)}}},
           {tr("Suppose a slip of something that is still to come or under way."), {}});
  return {number, days};
}

}  // namespace

std::uint32_t scheduledActivity(const checks::Study& study, const checks::Schedule& schedule, const std::string& id) {
  const checks::Item* item = named(study, id);
  if (!item || item->kind() != KindId::activity)
    refuse({tr("There is no activity {id}."), {{"id", id}}},
           lists(tr("trackloom-cli list FILE --kind activity lists them.")));
  if (!schedule.times[item->number()].included)
    refuse({tr("{id} is not in the schedule."), {{"id", id}}},
           lists(tr("What is cancelled, ended without result, replaced or dropped has no dates.")));
  return item->number();
}

Suppositions suppositions(const checks::Study& study, const std::vector<std::string>& slips,
                          const std::vector<std::string>& drops) {
  Suppositions supposed;
  for (const std::string& text : slips) {
    const checks::WhatIf::Slip slip = slipOf(study, text);
    supposed.whatIf.slips.push_back(slip);
    supposed.told.push_back({tr("Supposed: “{activity}” slips by {days} {days|day|days}."),
                             {{"activity", study.all(KindId::activity)[slip.activity].id()}, {"days", slip.days}}});
  }
  for (const std::string& text : drops) {
    const checks::Item* item = named(study, text);
    if (item && item->kind() == KindId::dependency) {
      supposed.whatIf.droppedLinks.push_back(item->number());
      supposed.told.push_back({tr("Supposed: the dependency {id} is dropped."), {{"id", text}}});
    } else if (item && item->kind() == KindId::activity) {
      supposed.whatIf.droppedActivities.push_back(item->number());
      supposed.told.push_back({tr("Supposed: “{activity}” is dropped."), {{"activity", item->id()}}});
    } else {
      refuse({tr("There is no activity or dependency {id}."), {{"id", text}}},
             lists(tr("trackloom-cli list FILE shows what there is.")));
    }
  }
  return supposed;
}

}  // namespace trackloom::cli
