#include "documents/known.h"
#include "documents/process_tables.h"
#include "documents/reading_order.h"
#include "documents/wording.h"
#include "plan/error.h"

namespace trackloom::documents {
namespace {

using checks::Item;
using checks::Progress;

/// The day for which an activity is planned: its start, else its end.
const Date* plannedDay(const Item& activity) {
  const Date* start = activity.get(key::plannedStart);
  return start ? start : activity.get(key::plannedFinish);
}

/// The activity with the earliest planned day that has not begun; of two on one day the one with the smaller id.
const Item* nextActivity(const Material& material) {
  const Item* next = nullptr;
  for (const Item* activity : knownOf(material.study, KindId::activity)) {
    const Date* planned = plannedDay(*activity);
    if (!planned || planned->last() < material.study.asOf() ||
        material.study.progress(*activity) != Progress::notStarted)
      continue;
    if (!next || planned->first() < plannedDay(*next)->first()) next = activity;
  }
  return next;
}

const Item* activityFor(const Material& material, const ElementId& named) {
  if (named.empty()) return nextActivity(material);
  if (const Item* found = material.study.find(KindId::activity, named)) return found;
  throw Error(ErrorKind::usage, {tr("These readers see no activity called {id}."), {{"id", named.str()}}}, {},
              {tr("Name an activity that they may see, by its id."), {}});
}

Node::List participants(const Material& material, const Item& activity) {
  Node::List list;
  for (const Item* participation : inReadingOrder(material, KindId::participation)) {
    const bool here = participation->ref(key::linkIn) == activity.id();
    if (!here || tookNoPart(material.study.state(*participation))) continue;
    Node row;
    row.set("who", nameOf(material, participation->ref(key::linkWho)));
    row.set("role", choiceText(material, *participation, key::role));
    row.set("status", stateLabel(material, *participation));
    list.push_back(std::move(row));
  }
  return list;
}

/// The elements that an activity names in a field.
Node::List named(const Material& material, const Item& activity, FieldNumber field) {
  Node::List list;
  for (const Item* item : material.study.named(activity, field))
    if (item) list.push_back(elementNode(material, *item));
  return list;
}

Node::List handOvers(const Material& material, const Item& activity) {
  Node::List list;
  for (const Item* transfer : inReadingOrder(material, KindId::transfer))
    if (transfer->ref(key::linkFrom) == activity.id() || transfer->ref(key::linkTo) == activity.id())
      list.push_back(elementNode(material, *transfer));
  return list;
}

}  // namespace

void addEvent(Node& root, const Material& material, const ElementId& named_) {
  const Item* activity = activityFor(material, named_);
  if (!activity) return;
  Node node = elementNode(material, *activity);
  addTimes(node, material, *activity);
  setList(node, "event-participants", participants(material, *activity));
  setList(node, "event-issues", named(material, *activity, "issues"));
  setList(node, "event-objectives", named(material, *activity, "objectives"));
  setList(node, "event-hand-overs", handOvers(material, *activity));
  root.set("event", std::move(node));
}

}  // namespace trackloom::documents
