#pragma once

#include "language/language.h"
#include "plan/levels.h"
#include "plan/scope.h"
#include "plugin/host.h"
#include "render/paper.h"
#include "scene/drawing_options.h"

#include <string>
#include <string_view>
#include <vector>

namespace trackloom::plugin {

/// A format that plans can be exported to.
struct Format {
  std::string id;  ///< what `--to` takes: `icalendar`; where only one format has files so called, `ics` does as well
  std::string title;
  std::string help;
  std::string extension;  ///< without a dot
  std::string mediaType;
  std::string origin;  ///< `trackloom`, or the id of the plugin that writes it
  bool isDrawing = false;
};

/// What is exported, how, and for whom. What only drawings have is refused for other formats.
struct ExportRequest {
  std::string format;
  Day asOf;
  Audience audience = Classification::team;
  Scope scope{};
  std::optional<Day> from{};   ///< of drawings
  std::optional<Day> until{};  ///< of drawings
  std::optional<scene::Theme> theme{};
  std::optional<render::SheetSize> sheet{};
  std::optional<double> width{};  ///< points
  std::optional<scene::Direction> direction{};
  language::Language language{};  ///< of drawings and of the page to send
};

/// All formats that can be written now, Trackloom's own first, then those of plugins, by id.
std::vector<Format> formats(const PluginHost& host);

/// The plan in a format, as it may be shown to its readers: what is above their level is not in it, and outward none of
/// the team's own judgements. Throws an `Error` of kind usage for an unknown format or what it cannot be asked, and
/// what plugins throw.
Exported exportPlan(const Plan& plan, const ExportRequest& request, PluginHost& host);

/// A drawing as it is exported, whole, to be looked at: its format is a drawing's id with any ending. Throws as above.
scene::Scene drawingToShow(const Plan& plan, const ExportRequest& request);

/// Those of the formats whose id is the text or ends in it behind a dot (`svg`), or if there is none, those whose files
/// end in it (`ics`); all of them for an empty one.
std::vector<Format> formatsNamed(std::string_view text, const PluginHost& host);

}  // namespace trackloom::plugin
