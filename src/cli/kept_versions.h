#pragma once

#include "cli/shell.h"
#include "sharing/local_history.h"

#include <optional>
#include <set>

namespace trackloom::cli {

/// The history in the folder of the user's data, that of sealed plans once one was read; nothing where there is no such
/// folder.
std::optional<sharing::LocalHistory> localHistory(const Shell& shell);

/// A version by its revision, whether it was kept of a sealed plan or of an open one.
std::optional<Plan> keptVersion(const Shell& shell, const std::string& revision);

/// Keeps versions that were read or written, unless they hold what is for the core team alone or the history is off.
/// What goes wrong is told in a line and stops nothing: the plan itself is saved.
void keepVersions(const Shell& shell, const std::vector<Plan>& plans);

/// What the word of --shared may be; empty where nobody said.
inline constexpr const char* keepShared = "keep";
inline constexpr const char* eraseShared = "erase";

/// Those of the versions of a plan that stay where the others are erased, because other plans come from them, too: all
/// where these are to be kept, none where they are to be erased. Either is told. Throws an `Error` of kind usage where
/// there are any and nobody said which.
std::set<std::string> leftForOthers(const Shell& shell, const sharing::LocalHistory& history, const std::string& file,
                                    const Plan& plan, const std::string& shared);

/// Throws an `Error` of kind usage for a word of --shared where nothing is erased.
void refuseShared(const std::string& shared, const char* toDo);

}  // namespace trackloom::cli
