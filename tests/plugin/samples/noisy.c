#include "plugin/trackloom_plugin.h"

#include <stdio.h>

static int exportPlan(const TrackloomHost* host, TrackloomJob* job) {
  char block[4096] = {0};
  puts("noise on the standard output");
  fflush(stdout);
  while (host->write(job, block, sizeof block)) continue;
  return 1;
}

static const TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API, exportPlan, NULL, NULL};

const TrackloomPlugin* trackloom_plugin(void) { return &plugin; }
