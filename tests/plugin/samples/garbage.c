#include "plugin/trackloom_plugin.h"

static int exportPlan(const TrackloomHost* host, TrackloomJob* job) {
  return host->write(job, "\xFF\xFE\x00garbage", 10);
}

static const TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API, exportPlan, NULL, NULL};

const TrackloomPlugin* trackloom_plugin(void) { return &plugin; }
