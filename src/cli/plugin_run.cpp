#include "cli/commands.h"
#include "plugin/child.h"

#include <unistd.h>

namespace trackloom::cli {

Run declarePluginRun(Arguments& arguments) {
  arguments.hide();
  return [](Shell&) -> ExitCode { ::_exit(plugin::runChild(STDIN_FILENO, STDOUT_FILENO)); };
}

}  // namespace trackloom::cli
