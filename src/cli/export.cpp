#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/readers.h"
#include "cli/set_writer.h"
#include "installation/catalogues.h"
#include "plugin/formats.h"
#include "sharing/paper_plan.h"

#include <algorithm>
#include <charconv>

#include <unistd.h>

namespace trackloom::cli {
namespace {

constexpr double leastWidth = 300;  // points; what a title and a few months need
constexpr double mostWidth = 14400;

struct Options {
  std::string file;
  std::string to;
  std::string out;
  std::string all;
  std::string from;
  std::string until;
  std::vector<std::string> tracks;
  std::vector<std::string> issues;
  std::string audience;
  std::vector<std::string> keep;
  std::string theme;
  std::string size;
  std::string direction;
  std::string lang;
  AsOf asOf;
};

/// Either one format or a folder for several.
void verify(const Options& options) {
  options.asOf.verify();
  if (options.to.empty() && options.all.empty())
    throw Error(ErrorKind::usage, {tr("Name one format with --to, or a folder for all of them with --all."), {}}, {},
                {tr("trackloom-cli formats lists the formats."), {}});
  if (!options.all.empty() && !options.out.empty())
    throw Error(ErrorKind::usage, {tr("--all names the files itself; -o is for one file."), {}}, {},
                {tr("Leave out -o."), {}});
  const bool isPicture = options.to.ends_with(".png") || options.to.ends_with(".pdf");
  const bool onTerminal = (options.out.empty() || options.out == "-") && ::isatty(STDOUT_FILENO);
  if (options.all.empty() && isPicture && onTerminal)
    throw Error(ErrorKind::usage, {tr("A drawing as {format} cannot be shown here."), {{"format", options.to}}}, {},
                {tr("Name a file for it with -o."), {}});
}

void setSize(plugin::ExportRequest& request, const std::string& text) {
  if (text.empty()) return;
  if (text == "a4" || text == "a3") {
    request.sheet = text == "a4" ? render::SheetSize::a4 : render::SheetSize::a3;
    return;
  }
  double width = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), width);
  if (error != std::errc() || stop != text.data() + text.size() || !(width >= leastWidth && width <= mostWidth))
    throw Error(ErrorKind::usage, {tr("“{text}” behind --size is no size of a drawing."), {{"text", text}}}, {},
                {tr("Write a4, a3, or a width in points from {least} to {most}, such as 1200."),
                 {{"least", static_cast<std::int64_t>(leastWidth)}, {"most", static_cast<std::int64_t>(mostWidth)}}});
  request.width = width;
}

/// Ids as they stand on the command line; what can be no id is looked for in vain later, and told then.
std::vector<ElementId> idsOf(const std::vector<std::string>& texts) {
  std::vector<ElementId> ids;
  for (const std::string& text : texts) {
    const auto id = ElementId::parse(text);
    if (!id)
      throw Error(ErrorKind::usage, {tr("{text} is no id."), {{"text", text}}}, {},
                  {tr("trackloom-cli list shows the ids."), {}});
    ids.push_back(*id);
  }
  return ids;
}

plugin::ExportRequest requestOf(const Options& options, const LoadedPlan& loaded, const Shell& shell) {
  plugin::ExportRequest request;
  request.format = options.to;
  request.asOf = options.asOf.dayFor(loaded.plan, shell);
  if (!options.audience.empty()) request.audience = readersOfPaper(options.audience, loaded.plan);
  request.scope = {idsOf(options.tracks), idsOf(options.issues)};
  request.from = dayBehind("--from", options.from);
  request.until = dayBehind("--until", options.until);
  const auto names = scene::themeNames();
  if (const auto theme = std::ranges::find(names, options.theme); theme != names.end())
    request.theme = static_cast<scene::Theme>(theme - names.begin());
  setSize(request, options.size);
  request.language = languageFor(shell.installation(), options.lang, loaded.plan, request.audience);
  if (!options.direction.empty())
    request.direction = options.direction == "rtl" ? scene::Direction::rightToLeft : scene::Direction::leftToRight;
  return request;
}

/// The same request by the ids of the plan that the paper is made of.
void speakOf(const sharing::PaperPlan& paper, plugin::ExportRequest& request) {
  request.audience = paper.audience;
  for (auto* ids : {&request.scope.tracks, &request.scope.issues})
    for (ElementId& id : *ids) id = paper.ids.of(id);
}

/// The name of a file of a format: what drawings are called, else the format with its ending.
std::string fileNameOf(const plugin::Format& format) {
  const std::string ending = "." + format.extension;
  if (format.id == format.extension) return "plan" + ending;
  return format.id.ends_with(ending) ? format.id : format.id + ending;
}

/// What only drawings have does not keep the other formats from being written.
plugin::ExportRequest requestFor(const plugin::ExportRequest& all, const plugin::Format& format) {
  plugin::ExportRequest request = all;
  request.format = format.id;
  if (format.isDrawing) return request;
  request.from = request.until = {};
  request.theme = {};
  request.sheet = {};
  request.width = {};
  request.direction = {};
  return request;
}

ExitCode writeAll(Shell& shell, const Options& options, const LoadedPlan& loaded, plugin::PluginHost& host) {
  plugin::ExportRequest all = requestOf(options, loaded, shell);
  const sharing::PaperPlan paper = sharing::planForPaper(loaded.plan, {all.audience, all.asOf, options.keep});
  speakOf(paper, all);
  const auto formats = plugin::formatsNamed(options.to, host);
  SetWriter writer(shell, loaded, options.all, formats.size());
  for (const plugin::Format& format : formats)
    writer.write(fileNameOf(format), format.id, [&] {
      auto exported = plugin::exportPlan(paper.plan, requestFor(all, format), host);
      std::vector<Message> notes = paper.notes.of(exported.said);
      notes.insert(notes.end(), exported.notes.begin(), exported.notes.end());
      return SetWriter::Made{std::move(exported.bytes), std::move(notes)};
    });
  return writer.finish();
}

ExitCode run(Shell& shell, const Options& options) {
  verify(options);
  plugin::PluginHost host(plugin::standardPlaces(shell.installation().executable));
  const LoadedPlan loaded = shell.loadNoting(options.file);
  if (!options.all.empty()) return writeAll(shell, options, loaded, host);
  plugin::ExportRequest request = requestOf(options, loaded, shell);
  const sharing::PaperPlan paper = sharing::planForPaper(loaded.plan, {request.audience, request.asOf, options.keep});
  speakOf(paper, request);
  const plugin::Exported exported = plugin::exportPlan(paper.plan, request, host);
  for (const Message& note : paper.notes.of(exported.said)) shell.note(note, &loaded.plan);
  for (const Message& note : exported.notes) shell.note(note, &paper.plan);
  shell.writeOutput(options.out, exported.bytes);
  return ExitCode::fine;
}

void declareLook(Arguments& arguments, Options& options) {
  arguments.option("--from", options.from, "DAY", tr("The first day of a drawing with a time axis."));
  arguments.option("--until", options.until, "DAY", tr("The last day of it."));
  arguments.option("--track", options.tracks, "TRACK",
                   tr("Only what stands on this track; may be given several times."));
  arguments.option("--issue", options.issues, "ISSUE",
                   tr("Only what deals with this issue or one below it; may be given several times."));
  arguments.option("--audience", options.audience, "AUDIENCE",
                   tr("For whom: public, partners, team or core, or an audience of the plan; the team if nothing is "
                      "said."));
  declareKept(arguments, options.keep);
  arguments.oneOf("--theme", options.theme, {"colour", "grey", "colour-blind"},
                  tr("Colours of a drawing: all, greys for printing, or those that colour-blind people tell apart."));
  arguments.option("--size", options.size, "SIZE",
                   tr("Of a drawing: a4 or a3 for a sheet, or its width in points, such as 1200."));
  arguments.option("--lang", options.lang, "LANG",
                   tr("The language of a drawing or of the page to send: en, fr, es or ar; else the plan's own."));
  arguments.oneOf("--direction", options.direction, {"ltr", "rtl"},
                  tr("Which way a drawing runs, if not as its language does."));
}

}  // namespace

Run declareExport(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.option("--to", options->to, "FORMAT",
                   tr("The format; trackloom-cli formats lists them. With --all, an ending such as pdf."));
  arguments.option("-o,--output", options->out, "OUT", tr("The file to write; else the standard output."));
  arguments.option("--all", options->all, "DIR", tr("Every format, or those that --to names, into this folder."));
  declareLook(arguments, *options);
  options->asOf.declare(arguments);
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
