#pragma once

#include "desktop/presenters/speech.h"

#include <optional>
#include <string>
#include <vector>

namespace trackloom::desktop {

/// Which findings are shown.
struct FindingsFilter {
  std::optional<checks::Level> level;
  ElementId track;  ///< only what is about it or something on it
  std::string search;
  bool accepted = false;  ///< also what the team has accepted
};

/// A line of the list of findings; below it what only follows from it.
struct FindingLine {
  std::size_t finding = 0;  ///< place in `OpenPlan::findings()`
  std::string level;        ///< Contradiction, Look at, Question
  std::string sign;         ///< the same in one letter-like sign, for those who do not see its colour
  std::string text;
  std::string about;  ///< the names of what it is about
  std::vector<FindingLine> follows;
};

/// What one rule cannot tell, and of how many elements.
struct UnknownLine {
  std::vector<std::size_t> findings;
  std::string text;
};

struct FindingsList {
  std::vector<FindingLine> lines;
  std::vector<UnknownLine> unknown;  ///< "What we do not know yet", one line a rule
};

/// How many findings of each level there are, and how much is only suggested or not known yet, in one line.
std::string findingsSummary(const OpenPlan& open, const Speech& speech);

FindingsList findingsList(const OpenPlan& open, const Speech& speech, const FindingsFilter& filter);

/// Everything one can argue with about a finding, as lines of text.
std::string explained(const OpenPlan& open, const Speech& speech, const checks::Finding& finding);

}  // namespace trackloom::desktop
