#pragma once

#include "plugin/result.h"
#include "plugin/sheet.h"
#include "plugin/shown.h"
#include "plugin/trackloom_plugin.h"

namespace trackloom::plugin {

/// Lets an importer turn a file into tables; the result's bytes are those of `packedSheets`.
Result runImporter(const TrackloomPlugin& plugin, std::string_view file, std::size_t maxOutput);

/// Lets an exporter write tables. Precondition: it can.
Result runTableWriter(const TrackloomPlugin& plugin, const std::vector<WrittenTable>& tables, const Shown& shown,
                      std::size_t maxOutput);

/// Lets an exporter write what it is shown.
Result runExporter(const TrackloomPlugin& plugin, const Shown& shown, std::size_t maxOutput);

}  // namespace trackloom::plugin
