#pragma once

#include "plan/message.h"
#include "sharing/local_history.h"

#include <set>
#include <string>
#include <vector>

namespace trackloom::sharing {

/// Versions in the local history that a plan shares with other plans on this machine, which come from them, too.
struct SharedVersions {
  std::set<std::string> revisions;
  std::vector<Message> plans;  ///< what the others are called: by their files, else by their titles
};

/// What of a plan's versions others need: plans in the files that are named, as far as they can be read and are not
/// sealed, and plans of which only later versions are kept.
SharedVersions sharedVersions(Files& files, const LocalHistory& history, const Plan& plan,
                              const std::vector<std::string>& otherFiles);

/// Files of plans on this machine other than a plan's own: those beside it and, of the ones that were open lately, all.
std::vector<std::string> otherPlans(Files& files, const std::string& path, const std::vector<std::string>& recent);

/// That these versions belong to the other plans, too.
Message sayShared(const SharedVersions& shared);

}  // namespace trackloom::sharing
