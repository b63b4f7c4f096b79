#include "cli/commands.h"
#include "cli/plain_text.h"
#include "documents/json.h"
#include "plugin/host.h"

namespace trackloom::cli {
namespace {

using documents::Json;
using plugin::PluginEntry;

struct Options {
  std::string action;
  std::string id;
  std::string format = "text";
};

std::string_view originName(plugin::Origin origin) {
  return origin == plugin::Origin::installation ? "installation" : "outside";
}

/// Why a plugin is not used now; empty if it is.
std::string reasonText(const PluginEntry& entry) {
  const auto why = plugin::whyOff(entry);
  return why ? plainText(*why) : std::string();
}

std::string json(const std::vector<PluginEntry>& plugins) {
  Json list = Json::array();
  for (const PluginEntry& entry : plugins) {
    const std::string why = reasonText(entry);
    Json one;
    one.put("id", entry.id)
        .put("title", entry.title)
        .put("help", entry.help)
        .put("kind", entry.kind)
        .put("format", entry.format)
        .put("extension", entry.extension)
        .put("mediaType", entry.mediaType)
        .put("origin", originName(entry.origin))
        .put("usable", entry.usable())
        .put("problem", why.empty() ? Json() : Json(why));
    list.add(std::move(one));
  }
  return jsonText(list);
}

std::string text(const std::vector<PluginEntry>& plugins, const Terminal& terminal) {
  documents::Table table{
      {{tr("Plugin")}, {tr("Kind")}, {tr("Format")}, {tr("From")}, {tr("State")}, {tr("What it is")}}, {}};
  for (const PluginEntry& entry : plugins) {
    const std::string why = reasonText(entry);
    table.rows.push_back({oneLine(entry.id), oneLine(entry.kind), oneLine(entry.format),
                          std::string(originName(entry.origin)), why.empty() ? std::string(tr("on")) : oneLine(why),
                          oneLine(entry.title)});
  }
  return alignedText(table, terminal.width);
}

void change(plugin::PluginHost& host, const Options& options) {
  if (options.action != "allow" && options.action != "disallow")
    throw Error(ErrorKind::usage, {tr("plugins does not know {word}."), {{"word", options.action}}}, {},
                {tr("It takes allow or disallow and the id of a plugin, or nothing."), {}});
  if (options.id.empty())
    throw Error(ErrorKind::usage, {tr("It is not said which plugin."), {}}, {},
                {tr("Put its id behind {action}; trackloom-cli plugins lists them."), {{"action", options.action}}});
  if (options.action == "allow") {
    host.allow(options.id);
  } else {
    host.disallow(options.id);
  }
}

ExitCode run(Shell& shell, const Options& options) {
  plugin::PluginHost host(plugin::standardPlaces(shell.installation().executable));
  if (!options.action.empty()) {
    change(host, options);
    return ExitCode::fine;
  }
  shell.print(options.format == "json" ? json(host.plugins()) : text(host.plugins(), shell.terminal()));
  return ExitCode::fine;
}

}  // namespace

Run declarePlugins(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.optional("ACTION", options->action,
                     tr("allow or disallow: lets a plugin from outside the installation run, or not."));
  arguments.optional("ID", options->id, tr("Which plugin."));
  arguments.oneOf("--format", options->format, {"text", "json"}, tr("For people or programs."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
