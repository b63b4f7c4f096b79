#include "plugin/trackloom_plugin.h"

#include <stdlib.h>
#include <string.h>

static int exportPlan(const TrackloomHost* host, TrackloomJob* job) {
  enum { PIECES = 64 };
  const size_t piece = (size_t)64 << 20;
  for (int i = 0; i < PIECES; ++i) {
    char* taken = malloc(piece);
    if (!taken) abort();
    memset(taken, i, 4096);
  }
  return host->write(job, "survived", 8);
}

static const TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API, exportPlan, NULL, NULL};

const TrackloomPlugin* trackloom_plugin(void) { return &plugin; }
