#pragma once

#include "sharing/redact.h"

namespace trackloom::sharing {

/// The plan with names, exact dates, amounts and texts as the request's audience is given them:
/// - remove: numbered kinds for names; exact dates, amounts of money and texts are left out;
/// - generalise: roles for names, months for days, round amounts; texts are left out;
/// - pseudonym: an invented name for each element, also where texts call it by its name; words of names that are left
/// go
///   into the report.
/// Where something cannot be left out it is made general. Precondition: the ids are those of the copy.
Plan treated(const Plan& plan, const RedactionRequest& request, RedactionReport& report);

}  // namespace trackloom::sharing
