#include "checks/ceasefires.h"

#include "checks/rules/present.h"

namespace trackloom::checks {

std::string_view Ceasefire::type() const {
  const std::string_view own = item->wordName(key::ceasefireType);
  return own.empty() && activity ? activity->wordName(key::ceasefireType) : own;
}

bool Ceasefire::isBrief() const {
  return isAnyOf(type(), {"unilateral", "humanitarian-pause", "days-of-tranquillity", "truce"});
}

bool isCeasefire(const Item& activity) {
  return activity.has("ceasefire-type") || activity.wordName(key::type) == "ceasefire";
}

std::vector<std::uint32_t> findCeasefireActivities(const Study& study) {
  std::vector<std::uint32_t> found;
  for (const Item& activity : study.all(KindId::activity))
    if (isCeasefire(activity)) found.push_back(activity.number());
  return found;
}

std::vector<Ceasefire> findCeasefires(const Study& study) {
  std::vector<Ceasefire> found;
  std::vector<bool> already(study.all(KindId::activity).size(), false);
  for (const std::uint32_t number : study.ceasefireActivities()) {
    const Item& activity = study.all(KindId::activity)[number];
    const Times& times = study.times(activity);
    if (!times.included || !study.known(activity) || study.progress(activity) == Progress::finished) continue;
    already[activity.number()] = true;
    found.push_back({&activity, &activity, times.open ? std::nullopt : std::optional<Day>(firstDay(times.es))});
  }
  for (const Item& agreement : study.all(KindId::agreement)) {
    if (!agreement.has("ceasefire-type") && !agreement.is(key::stage, AgreementStage::ceasefire)) continue;
    const Item* activity = study.target(KindId::activity, agreement, key::activity);
    if (activity && (!study.times(*activity).included || already[activity->number()])) continue;
    if (activity) already[activity->number()] = true;
    if (!study.known(agreement)) continue;
    const Date* date = agreement.get(key::date);
    const Date* planned = agreement.get(key::planned);
    if (!date || date->last() > study.asOf()) date = planned;
    found.push_back({&agreement, activity, date ? std::optional<Day>(date->first()) : std::nullopt});
  }
  return found;
}

bool isOver(const Study& study, const Ceasefire& ceasefire) {
  const Date* until = ceasefire.item->kind() == KindId::agreement ? ceasefire.item->get(key::until) : nullptr;
  return until && until->last() < study.asOf();
}

bool monitors(const Item& body) {
  return isAnyOf(body.wordName(key::type), {"monitoring-mechanism"}) ||
         body.hasTerm(key::bodyFunctions, "monitoring") || body.hasTerm(key::bodyFunctions, "verification");
}

void appendCeasefireReads(std::vector<Reads>& reads) {
  appendScheduleReads(reads);
  appendReads(reads, KindId::activity, {"type", "ceasefire-type"});
  appendReads(reads, KindId::agreement, {"ceasefire-type", "stage", "activity", "date", "planned", "until"});
}

void appendMonitorReads(std::vector<Reads>& reads) { appendReads(reads, KindId::body, {"type", "functions"}); }

}  // namespace trackloom::checks
