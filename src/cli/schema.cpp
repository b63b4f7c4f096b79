#include "xml/schema.h"

#include "cli/commands.h"

namespace trackloom::cli {

Run declareSchema(Arguments&) {
  return [](Shell& shell) {
    shell.print(xml::schema());
    return ExitCode::fine;
  };
}

}  // namespace trackloom::cli
