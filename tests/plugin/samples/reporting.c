#include "plugin/trackloom_plugin.h"

static int exportPlan(const TrackloomHost* host, TrackloomJob* job) {
  host->write(job, "half", 4);
  host->fail(job, "The moon is full.");
  return 0;
}

static const TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API, exportPlan, NULL, NULL};

const TrackloomPlugin* trackloom_plugin(void) { return &plugin; }
