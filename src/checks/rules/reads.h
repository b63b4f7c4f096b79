#pragma once

#include "checks/study.h"
#include "plan/kind.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

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

/// Calls `take` with each id a reference field of an item names.
template <class Take>
void eachReference(const Item& item, const Field& field, Take take) {
  if (field.type == FieldType::refs) {
    for (const ElementId& id : item.refs(Key<Refs>{field.number})) take(id);
  } else if (const ElementId id = item.ref(Key<Ref>{field.number}); !id.empty()) {
    take(id);
  }
}

/// Each field once, however many ask for it, and as closely as the closest.
inline void appendReads(std::vector<Reads>& reads, KindId kind, std::initializer_list<FieldNumber> fields,
                        Looks looks = Looks::atValue) {
  for (const FieldNumber field : fields) {
    const auto known = std::find(reads.begin(), reads.end(), Reads{kind, field});
    if (known == reads.end()) {
      reads.push_back({kind, field, looks});
    } else if (looks == Looks::atValue) {
      known->looks = looks;
    }
  }
}

/// Makes a rule ask each element of these kinds for itself.
template <auto ask, KindId... kinds>
void askEach(Rule& rule) {
  rule.ask = ask;
  rule.asked = {kinds...};
  rule.check = [](const Study& study) {
    std::vector<Finding> findings;
    for (const KindId kind : {kinds...})
      for (const Item& item : study.all(kind)) ask(study, item, findings);
    return findings;
  };
}

/// What events say of states, in the plan's own words too.
inline void appendEventReads(std::vector<Reads>& reads) {
  appendReads(reads, KindId::event, {"date", "about", "status"});
  appendReads(reads, KindId::term, {"vocabulary", "name", "like"});
}

/// What `Study::progress` rests on.
inline void appendProgressReads(std::vector<Reads>& reads) {
  appendEventReads(reads);
  appendReads(reads, KindId::activity, {"status", "updated", "start", "finish"});
}

/// What the schedule rests on: progress, planned dates and dependencies.
inline void appendScheduleReads(std::vector<Reads>& reads) {
  appendProgressReads(reads);
  appendReads(reads, KindId::activity, {"planned-start", "planned-finish", "duration", "day-count"});
  appendReads(reads, KindId::dependency, {"from", "to", "type", "lag", "nature"});
  appendReads(reads, KindId::plan, {"rest-days"});
  appendReads(reads, KindId::pause, {"from", "until"});
}

/// What the state of a hand-over rests on, and its two ends.
inline void appendTransferReads(std::vector<Reads>& reads) {
  appendEventReads(reads);
  appendReads(reads, KindId::transfer, {"from", "to", "status", "delivered", "acknowledged"});
}

/// What the day of a deadline rests on, without the schedule.
inline void appendDeadlineReads(std::vector<Reads>& reads) {
  appendReads(reads, KindId::deadline, {"of", "date", "anchor", "offset", "end"});
  appendReads(reads, KindId::agreement, {"date", "planned"});
  appendReads(reads, KindId::event, {"date"});
}

/// What `deadlineStanding` rests on.
inline void appendDeadlineStandingReads(std::vector<Reads>& reads) {
  appendScheduleReads(reads);
  appendDeadlineReads(reads);
  appendReads(reads, KindId::commitment, {"score", "updated", "activity"});
  appendReads(reads, KindId::agreement, {"activity"});
  appendReads(reads, KindId::proposal, {"answer", "feedback"});
}

inline void appendThresholdReads(std::vector<Reads>& reads) {
  appendReads(reads, KindId::threshold, {"rule", "name", "track", "number"});
}

/// What `standing` in stall.h rests on.
inline void appendStallReads(std::vector<Reads>& reads) {
  appendScheduleReads(reads);
  appendDeadlineReads(reads);
  appendThresholdReads(reads);
  appendReads(reads, KindId::activity, {"tracks", "type", "ceasefire-type"});
  appendReads(reads, KindId::track, {"level"});
  appendReads(reads, KindId::agreement, {"activity", "date"});
}

/// What `Study::known` rests on.
inline void appendKnownReads(std::vector<Reads>& reads, KindId kind) {
  appendReads(reads, KindId::event, {"date", "about"});
  appendReads(reads, kind, {kind == KindId::agreement ? FieldNumber("date") : FieldNumber("start")});
  if (kind == KindId::agreement) return appendReads(reads, kind, {"planned"}, Looks::ifPlanned);
  appendReads(reads, kind, {"planned-start", "planned-finish"}, Looks::ifPlanned);
  if (kind == KindId::activity) appendReads(reads, kind, {"status"});
}

}  // namespace trackloom::checks
