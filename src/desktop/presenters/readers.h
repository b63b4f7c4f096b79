#pragma once

#include "desktop/presenters/speech.h"
#include "plan/levels.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// For whom copies and papers are made: a level below core, or an audience of the plan.
struct Reader {
  std::string name;
  Audience audience;
  ElementId element{};  ///< of the plan
};

/// All that the plan knows, levels first.
std::vector<Reader> readers(const Plan& plan, const Speech& speech);
/// Those who are shown names and dates as they are, as in papers; the others need a copy of their own.
std::vector<Reader> readersOfPapers(const Plan& plan, const Speech& speech);

}  // namespace trackloom::desktop
