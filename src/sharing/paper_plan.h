#pragma once

#include "plan/levels.h"
#include "sharing/paper_notes.h"

#include <array>
#include <string>
#include <vector>

namespace trackloom::sharing {

/// For whom a paper is made, as of which day, and which names may stand in its texts.
struct PaperReaders {
  Audience audience;
  Day asOf;
  std::vector<std::string> keep{};
};

/// A plan that papers are made of, for whom, and what their author should know.
struct PaperPlan {
  Plan plan;
  Audience audience;  ///< the readers, by the ids of this plan
  PaperNotes notes{};
  OtherIds ids{};  ///< where they are not those of the plan that it was made of
};

/// The whole plan as it was kept; for readers who may not see everything with the names of those whom they may not see
/// masked in its texts, with other ids in place of those that say such a name, and a note for each.
PaperPlan planForPaper(const Plan& plan, const PaperReaders& readers);

/// Two versions of a plan to be compared, as papers are made of them: what one of them keeps from the readers is masked
/// in both, and ids are masked alike. Those who see all of the plan are also told what is only suggested.
std::array<PaperPlan, 2> versionsForPaper(const Plan& before, const Plan& after, const PaperReaders& readers);

}  // namespace trackloom::sharing
