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

/// Is there an element of the kind whose field is one of the words?
inline bool anyWhere(const Study& study, KindId kind, Key<Choice> key, std::initializer_list<std::string_view> words) {
  return any(study, kind, [&](const Item& item) { return isAnyOf(item.wordName(key), words); });
}

/// Are officials at a table in this plan: an activity on an official track, a plenary or a negotiating table?
inline bool hasTable(const Study& study) {
  if (anyWhere(study, KindId::body, key::type, {"plenary", "negotiating-table"})) return true;
  return any(study, KindId::activity, [&](const Item& activity) {
    const auto tracks = study.tracks(activity);
    return !tracks.empty() && tracks.front()->is(key::level, TrackLevel::official);
  });
}

inline void appendTableReads(std::vector<Reads>& reads) {
  appendReads(reads, KindId::body, {"type"});
  appendReads(reads, KindId::activity, {"tracks"});
  appendReads(reads, KindId::track, {"level"});
}

}  // namespace trackloom::checks
