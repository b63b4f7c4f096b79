#pragma once

#include "checks/rules/reads.h"

#include <optional>
#include <vector>

namespace trackloom::checks {

inline constexpr std::int64_t fullScore = 3;

/// How far a commitment is carried out as known on the as-of day, from 0 to 3.
std::optional<std::int64_t> scoreOf(const Study& study, const Item& commitment);

/// Commitments whose text is dated after the as-of day are not there yet.
bool inForce(const Study& study, const Item& commitment);

/// The commitments in force, by the number of their agreement; those without one come last.
std::vector<std::vector<const Item*>> commitmentsByAgreement(const Study& study);

/// What scores and texts of commitments rest on.
void appendCommitmentReads(std::vector<Reads>& reads);

inline constexpr const char* implementationGuidance =
    "UN Operational Guidance Note: Peace Agreements that Facilitate Implementation (clear division of "
    "responsibilities, realistic timetable, a lead organisation to monitor and facilitate).";

}  // namespace trackloom::checks
