#pragma once

#include <vector>

#include "checks/study.h"
#include "plan/kind.h"

namespace trackloom::checks {

/// Every field of every kind for which `wanted(kind, field)` holds: for rules that walk the table.
template <class Wanted>
std::vector<Reads> readsWhere(Wanted wanted) {
  std::vector<Reads> reads;
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields)
      if (wanted(kind, field)) reads.push_back({kind.id, field.number});
  return reads;
}

inline bool isReference(const Field& field) { return field.type == FieldType::ref || field.type == FieldType::refs; }

/// Calls `take` with each id a reference field of an item names.
template <class Take>
void eachReference(const Item& item, const Field& field, Take take) {
  if (field.type == FieldType::refs) {
    for (const ElementId& id : item.refs(Key<Refs>{field.number})) take(id);
  } else if (const ElementId id = item.ref(Key<Ref>{field.number}); !id.empty()) {
    take(id);
  }
}

/// What the state of an activity on a day rests on.
inline void appendStateReads(std::vector<Reads>& reads) {
  using enum KindId;
  for (const FieldNumber field : {FieldNumber("date"), FieldNumber("about"), FieldNumber("status")}) reads.push_back({event, field});
  for (const FieldNumber field : {FieldNumber("status"), FieldNumber("updated"), FieldNumber("start"), FieldNumber("finish")})
    reads.push_back({activity, field});
}

/// What the schedule rests on.
inline void appendScheduleReads(std::vector<Reads>& reads) {
  using enum KindId;
  appendStateReads(reads);
  for (const FieldNumber field : {FieldNumber("planned-start"), FieldNumber("planned-finish"), FieldNumber("duration")})
    reads.push_back({activity, field});
  for (const FieldNumber field : {FieldNumber("from"), FieldNumber("to"), FieldNumber("type"), FieldNumber("lag"), FieldNumber("nature")})
    reads.push_back({dependency, field});
}

/// What the day of a deadline rests on, without the schedule.
inline void appendDeadlineReads(std::vector<Reads>& reads) {
  using enum KindId;
  for (const FieldNumber field : {FieldNumber("of"), FieldNumber("date"), FieldNumber("anchor"), FieldNumber("offset"), FieldNumber("end")})
    reads.push_back({deadline, field});
  reads.push_back({agreement, FieldNumber("date")});
  reads.push_back({event, FieldNumber("date")});
}

inline void appendThresholdReads(std::vector<Reads>& reads) {
  for (const FieldNumber field : {FieldNumber("rule"), FieldNumber("name"), FieldNumber("track"), FieldNumber("number")})
    reads.push_back({KindId::threshold, field});
}

}  // namespace trackloom::checks
