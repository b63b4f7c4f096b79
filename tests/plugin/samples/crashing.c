#include "plugin/trackloom_plugin.h"

#include <signal.h>

static int exportPlan(const TrackloomHost* host, TrackloomJob* job) {
  (void)host;
  (void)job;
  raise(SIGSEGV);
  return 1;
}

static const TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API, exportPlan, NULL, NULL};

const TrackloomPlugin* trackloom_plugin(void) { return &plugin; }
