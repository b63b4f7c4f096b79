#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::documents {

/// Does the field date something that happens only after the study's day? What is dated later is not known yet; plans,
/// deadlines and periods may lie ahead.
bool tellsOfLater(const checks::Study& study, const checks::Item& item, FieldNumber field);

/// The elements of a kind of which something is known on the study's day, by id.
std::vector<const checks::Item*> knownOf(const checks::Study& study, KindId kind);

}  // namespace trackloom::documents
