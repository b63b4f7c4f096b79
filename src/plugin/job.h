#pragma once

#include "plugin/result.h"
#include "plugin/shown.h"
#include "plugin/trackloom_plugin.h"

namespace trackloom::plugin {

/// Lets an exporter write what it is shown.
Result runExporter(const TrackloomPlugin& plugin, const Shown& shown, std::size_t maxOutput);

}  // namespace trackloom::plugin
