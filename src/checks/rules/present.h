#pragma once

#include "checks/rules/reads.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace trackloom::checks {

// Whether a plan holds something at all, for rules that ask what a design still lacks.

inline const Item& root(const Study& study) { return study.all(KindId::plan).front(); }

inline bool isAnyOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Wanted>
bool any(const Study& study, KindId kind, Wanted wanted) {
  const auto all = study.all(kind);
  return std::any_of(all.begin(), all.end(), wanted);
}

/// Is there an element of the kind with the field?
inline bool anyWith(const Study& study, KindId kind, FieldNumber field) {
  return any(study, kind, [&](const Item& item) { return item.has(field); });
}

/// Not so for an activity that was cancelled, ended without result or was replaced.
inline bool isLeftOut(const Study& study, const Item& item) {
  return item.kind() == KindId::activity && study.progress(item) == Progress::leftOut;
}

/// Is there an element of the kind, not left out, whose field is one of the words?
inline bool anyWhere(const Study& study, KindId kind, Key<Choice> key, std::initializer_list<std::string_view> words) {
  return any(study, kind,
             [&](const Item& item) { return isAnyOf(item.wordName(key), words) && !isLeftOut(study, item); });
}

/// Has a body ended by the day, as far as is recorded?
inline bool hasEnded(const Study& study, const Item& body) {
  const Date* finish = body.get(key::finish);
  return finish && finish->last() <= study.asOf();
}

/// Is there a body of one of the types that has not ended?
inline bool anyAtWork(const Study& study, std::initializer_list<std::string_view> types) {
  return any(study, KindId::body,
             [&](const Item& body) { return isAnyOf(body.wordName(key::type), types) && !hasEnded(study, body); });
}

/// Are officials at a table in this plan: an activity on an official track, a plenary or a negotiating table?
inline bool hasTable(const Study& study) {
  if (anyWhere(study, KindId::body, key::type, {"plenary", "negotiating-table"})) return true;
  return any(study, KindId::activity, [&](const Item& activity) {
    const auto tracks = study.tracks(activity);
    return !tracks.empty() && tracks.front()->is(key::level, TrackLevel::official) && !isLeftOut(study, activity);
  });
}

inline void appendTableReads(std::vector<Reads>& reads) {
  appendProgressReads(reads);
  appendReads(reads, KindId::body, {"type"});
  appendReads(reads, KindId::activity, {"tracks"});
  appendReads(reads, KindId::track, {"level"});
}

}  // namespace trackloom::checks
