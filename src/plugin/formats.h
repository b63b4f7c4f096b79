#pragma once

#include "language/language.h"
#include "plugin/host.h"

#include <string>
#include <string_view>
#include <vector>

namespace trackloom::plugin {

/// A format that plans can be exported to.
struct Format {
  std::string id;  ///< what `--to` takes: `icalendar`
  std::string title;
  std::string help;
  std::string extension;  ///< without a dot
  std::string mediaType;
  std::string origin;  ///< `trackloom`, or the id of the plugin that writes it
};

/// All formats that can be written now, Trackloom's own drawings first, then those of plugins, by id.
std::vector<Format> formats(const PluginHost& host);

/// The plan in a format, as it may be shown to the team: what is for the core only is not in it. Throws an `Error` of
/// kind usage for an unknown format, and what plugins throw. Drawings speak the language.
Exported exportPlan(const Plan& plan, Day asOf, std::string_view format, PluginHost& host,
                    const language::Language& language = {});

}  // namespace trackloom::plugin
