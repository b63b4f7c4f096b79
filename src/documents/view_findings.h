#pragma once

#include "documents/view_tables.h"

namespace trackloom::documents {

/// What the checks say, each finding with links to what it is about, and what is not known yet. Nothing where there are
/// no findings to show, so never below the team's own levels.
std::string viewFindings(const ViewRows& rows, std::vector<ViewSection>& contents);

}  // namespace trackloom::documents
