#include "cli/commands.h"
#include "house_rules/ask_house.h"

#include <unistd.h>

namespace trackloom::cli {

Run declareRulesRun(Arguments& arguments) {
  arguments.hide();
  return [](Shell&) -> ExitCode { ::_exit(house_rules::runChild(STDIN_FILENO, STDOUT_FILENO)); };
}

}  // namespace trackloom::cli
