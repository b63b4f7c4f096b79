#include "plugin/formats.h"

#include "cli/commands.h"
#include "cli/plain_text.h"
#include "documents/json.h"

namespace trackloom::cli {
namespace {

using documents::Json;

std::string json(const std::vector<plugin::Format>& formats) {
  Json list = Json::array();
  for (const plugin::Format& format : formats) {
    Json one;
    one.put("id", format.id)
        .put("title", format.title)
        .put("help", format.help)
        .put("extension", format.extension)
        .put("mediaType", format.mediaType)
        .put("origin", format.origin);
    list.add(std::move(one));
  }
  return jsonText(list);
}

std::string text(const std::vector<plugin::Format>& formats, const Terminal& terminal) {
  documents::Table table{{{tr("Format")}, {tr("Ending")}, {tr("From")}, {tr("What it is")}}, {}};
  for (const plugin::Format& format : formats)
    table.rows.push_back(
        {oneLine(format.id), oneLine(format.extension), oneLine(format.origin), oneLine(format.title)});
  return alignedText(table, terminal.width);
}

}  // namespace

Run declareFormats(Arguments& arguments) {
  const auto format = std::make_shared<std::string>("text");
  arguments.oneOf("--format", *format, {"text", "json"}, tr("For people or programs."));
  return [format](Shell& shell) {
    const plugin::PluginHost host(plugin::standardPlaces(shell.installation().executable));
    const auto formats = plugin::formats(host);
    shell.print(*format == "json" ? json(formats) : text(formats, shell.terminal()));
    return ExitCode::fine;
  };
}

}  // namespace trackloom::cli
