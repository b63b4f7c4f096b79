#include "plugin/trackloom_plugin.h"

static const TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API + 1, 0, 0, 0};

const TrackloomPlugin* trackloom_plugin(void) { return &plugin; }
