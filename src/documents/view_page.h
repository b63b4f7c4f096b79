#pragma once

#include "language/language.h"
#include "plan/levels.h"

#include <string>

namespace trackloom::documents {

/// A page to send to somebody without Trackloom: one HTML file with the drawings, the plan's elements in tables that
/// can be searched, filtered by track and issue and followed from one to the other, and for the team's own levels what
/// the checks say. It fetches nothing; without JavaScript everything in it can be read. Nothing above the audience's
/// level goes in. The same plan, day and audience give the same bytes.
struct ViewRequest {
  Day asOf;
  Audience audience = Classification::team;
  language::Language language = {};
};
std::string viewPage(const Plan& whole, const ViewRequest& request);

}  // namespace trackloom::documents
