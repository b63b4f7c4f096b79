#pragma once

#include "plan/message.h"
#include "plan/plan.h"
#include "xml/files.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::sharing {

/// Where this machine remembers plans besides their own files. An empty place is none.
struct TracePlaces {
  std::string journal;   ///< folder of unsaved work
  std::string history;   ///< folder of the local history
  std::string settings;  ///< file with the list of recent plans
};

/// Is there work on a plan that is kept aside and not in its file?
bool hasUnsavedWork(Files& files, const std::string& path, const Plan& plan, const TracePlaces& places);

/// Does a window have the plan open? What is done there would be kept aside again.
bool isOpenInWindow(Files& files, const std::string& path, const TracePlaces& places);

/// Erases a plan for travel: its versions in the local history that are not sealed but for those to `leave`, its entry
/// in the journal and among the recent plans, the version before beside it, what crashed saves left, and its file,
/// which goes last. Call it only when its content stands somewhere else for sure (`sealInto`). What cannot be erased
/// does not stop the rest; a sentence is given for each. How much erasing is worth on which disk: docs/sealed-files.md.
std::vector<Message> erasePlan(Files& files, const std::string& path, const Plan& plan, const TracePlaces& places,
                               const std::set<std::string>& leave = {});

/// The recent plans in the settings of the desktop.
std::vector<std::string> recentPlans(std::string_view settings);

/// The settings of the desktop without a plan among the recent ones; every other line as it was.
std::string withoutRecent(std::string_view settings, std::string_view path);

}  // namespace trackloom::sharing
