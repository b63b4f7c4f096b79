#include "process/signals.h"

#include <csignal>

namespace trackloom {

void turnSignalsIntoErrors() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace trackloom
