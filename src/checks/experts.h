#pragma once

#include "checks/study.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trackloom::checks {

/// An activity that has not ended, and the expertise it needs that nobody is assigned to it with.
struct ExpertNeed {
  const Item* activity = nullptr;
  std::vector<std::string> lacking;
};

/// All of them, the ones that start first before the others.
std::vector<ExpertNeed> expertNeeds(const Study& study);

/// An expert who could work for an activity: what of the lacking expertise they have, and how good a pair that makes.
struct Candidate {
  const Item* activity = nullptr;
  const Item* expert = nullptr;
  std::vector<std::string> expertise;
  std::int64_t weight = 0;
};

/// Every actor who has some of the lacking expertise and is not assigned elsewhere at that time, for the first needs:
/// as many as have together no more pairs than can be matched in seconds. What counts is how much is covered, then how
/// few assignments the expert has.
struct Candidates {
  std::vector<Candidate> pairs;  ///< by need, then by expert
  std::size_t needsLookedAt = 0;
};
Candidates expertCandidates(const Study& study, const std::vector<ExpertNeed>& needs);

/// One expert to one activity, so that the pairs count most together.
struct ExpertMatch {
  std::vector<Candidate> pairs;       ///< the activities that start first before the others
  std::vector<ExpertNeed> unmatched;  ///< left without an expert
  std::vector<ExpertNeed> later;      ///< too many to be looked at together
};
ExpertMatch expertMatch(const Study& study);

}  // namespace trackloom::checks
