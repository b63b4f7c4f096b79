#include "plugin/formats.h"

#include "checks/study.h"
#include "documents/figures.h"
#include "plan/error.h"
#include "plan/levels.h"
#include "render/svg.h"
#include "scene/drawings.h"

namespace trackloom::plugin {
namespace {

Error unknownFormat(std::string_view id, const std::vector<Format>& known) {
  std::string names;
  for (const Format& format : known) names += (names.empty() ? "" : ", ") + format.id;
  return Error(ErrorKind::usage, {tr("There is no format \"{format}\"."), {{"format", std::string(id)}}}, {},
               {tr("Formats: {known}"), {{"known", names}}});
}

constexpr std::string_view drawingEnding = ".svg";

std::string idOf(const scene::Drawing& drawing) { return std::string(drawing.id).append(drawingEnding); }

/// A drawing for the team's own eyes, with what stands still in it.
std::string drawn(const scene::Drawing& drawing, const Plan& plan, Day asOf, const language::Language& language) {
  const checks::Study study(plan, asOf);
  scene::DrawingOptions options;
  options.view = scene::View::team;
  documents::speak(options, language);
  options.findings = checks::check(study, {{"STALL-TRACK", "STALL-ACT"}, {}});
  return render::svg(drawing.draw(study, options));
}

}  // namespace

std::vector<Format> formats(const PluginHost& host) {
  std::vector<Format> list;
  for (const scene::Drawing& drawing : scene::drawings())
    list.push_back({idOf(drawing), drawing.title, drawing.help, "svg", "image/svg+xml", "trackloom"});
  for (const PluginEntry& plugin : host.plugins())
    if (plugin.usable())
      list.push_back({plugin.format, plugin.title, plugin.help, plugin.extension, plugin.mediaType, plugin.id});
  return list;
}

Exported exportPlan(const Plan& plan, Day asOf, std::string_view format, PluginHost& host,
                    const language::Language& language) {
  const Plan visible = visibleTo(plan, Classification::team);
  for (const scene::Drawing& drawing : scene::drawings())
    if (idOf(drawing) == format) return {drawn(drawing, visible, asOf, language), {}};
  for (const PluginEntry& plugin : host.plugins())
    if (plugin.format == format && !plugin.problem) return host.run(plugin, visible, asOf);
  for (const PluginEntry& plugin : host.plugins())  // says what is wrong with it
    if (plugin.format == format || plugin.id == format) return host.run(plugin, visible, asOf);
  throw unknownFormat(format, formats(host));
}

}  // namespace trackloom::plugin
