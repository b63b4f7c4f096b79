#pragma once

#include "checks/rules/reads.h"

namespace trackloom::checks {

/// Two dates of a kind between which something lasts.
struct DateSpan {
  Key<Date> first;
  Key<Date> last;
};

/// The spans that a kind has.
inline std::vector<DateSpan> dateSpans(const Kind& kind) {
  static constexpr DateSpan spans[] = {{{"planned-start"}, {"planned-finish"}},
                                       {{"start"}, {"finish"}},
                                       {{"from"}, {"until"}},
                                       {{"since"}, {"until"}},
                                       {{"delivered"}, {"acknowledged"}}};
  const auto isDate = [&](FieldNumber number) {
    const Field* field = kind.find(number);
    return field && field->type == FieldType::date;
  };
  std::vector<DateSpan> found;
  for (const DateSpan& span : spans)
    if (isDate(span.first.number) && isDate(span.last.number)) found.push_back(span);
  return found;
}

}  // namespace trackloom::checks
