#include "plugin/trackloom_plugin.h"

static int exportPlan(const TrackloomHost* host, TrackloomJob* job) {
  volatile int forever = 1;
  (void)host;
  (void)job;
  while (forever) continue;
  return 1;
}

static const TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API, exportPlan, NULL, NULL};

const TrackloomPlugin* trackloom_plugin(void) { return &plugin; }
