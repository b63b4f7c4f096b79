#pragma once

#include "plugin/request.h"

#include <string>
#include <vector>

namespace trackloom::plugin {

/// What `trackloom-cli plugin-run` does: reads a request (which library, which day, which limits, and the plan or file)
/// from one file descriptor to its end, limits this process, lets the plugin run and writes its result to the other.
/// Gives the exit code: 0 if a result was written, also one that tells of a failure; else 2. The process is of no use
/// for anything else after that.
int runChild(int in, int out);

/// Runs a plugin in a process of its own, started with these words, and waits for its result. Whatever the plugin does
/// there, this returns when the limits are reached at the latest. Throws an `Error` if the process cannot be started.
Result runInChild(const std::vector<std::string>& command, const Request& request, std::string_view content);

}  // namespace trackloom::plugin
