#pragma once

#include "plan/levels.h"
#include "plan/message.h"

#include <string>
#include <vector>

namespace trackloom::sharing {

/// For whom a paper is made, as of which day, and which names may stand in its texts.
struct PaperReaders {
  Audience audience;
  Day asOf;
  std::vector<std::string> keep{};
};

/// A plan that papers are made of, and what its author should know.
struct PaperPlan {
  Plan plan;
  std::vector<Message> notes;
};

/// The whole plan as it was kept; for readers who may not see everything with the names of those whom they may not see
/// masked in its texts, and a note for each place.
PaperPlan planForPaper(const Plan& plan, const PaperReaders& readers);

}  // namespace trackloom::sharing
