#include "cli/commands.h"
#include "cli/derived.h"
#include "cli/plain_text.h"
#include "documents/network_json.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace trackloom::cli {
namespace {

using checks::TieKind;
using documents::Side;
using documents::Table;

struct Options {
  DerivedOptions derived;
  std::string what = "actors";
};

TieKind kindNamed(const std::string& what) {
  if (what == "transfers") return TieKind::transfers;
  return what == "dependencies" ? TieKind::dependencies : TieKind::actors;
}

std::string measured(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

std::vector<std::string> cells(const checks::Ties& ties, const checks::TieMeasures& measures, std::uint32_t node) {
  const graph::Brokerage& roles = measures.brokerage[node];
  const auto& central = measures.centrality;
  std::vector<std::string> row{ties.nodes[node]->id().str(),
                               oneLine(ties.nodes[node]->element().title()),
                               ties.tracks[node] ? oneLine(ties.tracks[node]->element().title()) : "",
                               std::to_string(measures.degree[node]),
                               central ? measured(central->betweenness[node]) : "?",
                               central ? measured(central->closeness[node]) : "?",
                               std::to_string(measures.component[node] + 1),
                               measures.articulationPoint[node] ? "*" : "",
                               std::to_string(measures.bridges[node].size())};
  for (const std::uint64_t count :
       {roles.coordinator, roles.gatekeeper, roles.representative, roles.consultant, roles.liaison})
    row.push_back(std::to_string(count));
  return row;
}

Table table(const checks::Ties& ties, const checks::TieMeasures& measures) {
  Table table;
  for (const char* title : {tr("Id"), tr("Name"), tr("Track")}) table.columns.push_back({title});
  for (const char* title : {tr("Ties"), tr("Between"), tr("Near"), tr("Part")})
    table.columns.push_back({title, Side::right});
  table.columns.push_back({tr("*")});
  for (const char* title : {tr("Bridges"), tr("Co"), tr("Ga"), tr("Re"), tr("It"), tr("Li")})
    table.columns.push_back({title, Side::right});
  std::vector<std::uint32_t> order(ties.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return measures.component[a] < measures.component[b]; });
  for (const std::uint32_t node : order) table.rows.push_back(cells(ties, measures, node));
  return table;
}

/// What of the plan is not in the network as the words of the command say it.
std::vector<Message> remarks(const checks::Ties& ties, const checks::TieMeasures& measures) {
  std::vector<Message> notes;
  std::vector<ElementId> gatherings;
  for (const checks::Item* gathering : ties.gatherings) gatherings.push_back(gathering->id());
  if (!gatherings.empty())
    notes.push_back({tr("Too many sit in {gatherings} to tie each with each: whoever sits there is tied to it instead, "
                        "and it is a node itself."),
                     {{"gatherings", gatherings}}});
  if (!measures.centrality)
    notes.push_back({tr("The network is too large to work out betweenness and closeness."), {}});
  return notes;
}

const char* nothing(TieKind kind) {
  if (kind == TieKind::transfers) return tr("Nothing to show: the plan has no hand-overs between two known ends.");
  return kind == TieKind::actors ? tr("Nothing to show: the plan has no actors.")
                                 : tr("Nothing to show: the plan has no activities.");
}

std::string legend(std::size_t width) {
  return wrapped("",
                 tr("Ties: how many it is tied to. Between: the share of shortest ways between others that lead over "
                    "it. Near: how near it is to the others, 1 is next to all. Part: what hangs together has one "
                    "number. * without it its part falls apart. Bridges: ties without which it would."),
                 0, width) +
         wrapped("",
                 tr("Pairs it stands between that are not tied themselves: Co coordinator, both of its own track; Ga "
                    "gatekeeper and Re representative, one of its own and one of another (ties have no direction, so "
                    "both count the same pairs); It itinerant consultant, both of one other track; Li liaison, of two "
                    "other tracks. They describe places in the plan, not persons."),
                 0, width);
}

std::string text(const checks::Study& study, const checks::Ties& ties, const checks::TieMeasures& measures,
                 std::size_t width) {
  std::string out = alignedText(table(ties, measures), width) + '\n';
  for (const Message& note : remarks(ties, measures))
    out += wrapped("", oneLine(plainText(note, &study.plan())), 0, width);
  return out + legend(width);
}

ExitCode run(Shell& shell, const Options& options) {
  const ShownPlan shown = options.derived.load(shell);
  const checks::Study study(shown.roles.plan, shown.asOf);
  const TieKind kind = kindNamed(options.what);
  const checks::Ties ties = checks::ties(study, kind);
  const checks::TieMeasures measures = checks::measure(ties);
  if (options.derived.format() == "text") {
    shell.print(options.derived.heading(study, shell.terminal()));
    shell.print(ties.nodes.empty() ? std::string(nothing(kind)) + '\n'
                                   : text(study, ties, measures, shell.terminal().width));
    return ExitCode::fine;
  }
  for (const Message& note : remarks(ties, measures)) shell.note(note, &study.plan());
  shell.print(options.derived.format() == "json" ? documents::jsonText(documents::networkJson(ties, measures))
                                                 : documents::csv(documents::networkTable(ties, measures)));
  return ExitCode::fine;
}

}  // namespace

Run declareNetwork(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  options->derived.declare(arguments, {"text", "json", "csv"});
  arguments.oneOf("--what", options->what, {"actors", "transfers", "dependencies"},
                  tr("Whose network: actors, what is handed over, or what waits for what."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
