#pragma once

namespace trackloom::plugin {

/// What `trackloom-cli plugin-run` does: reads a request (which library, which day, which limits, and the plan) from
/// one file descriptor to its end, limits this process, lets the plugin run and writes its result to the other. Gives
/// the exit code: 0 if a result was written, also one that tells of a failure; else 2. The process is of no use for
/// anything else after that.
int runChild(int in, int out);

}  // namespace trackloom::plugin
