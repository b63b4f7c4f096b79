#include "plugin/trackloom_plugin.h"

static const TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI + 41, TRACKLOOM_PLUGIN_API, 0, 0, 0};

const TrackloomPlugin* trackloom_plugin(void) { return &plugin; }
