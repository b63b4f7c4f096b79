#include "cli/answer_text.h"
#include "cli/commands.h"
#include "cli/derived.h"
#include "cli/plain_text.h"
#include "cli/progress.h"
#include "documents/answers.h"
#include "documents/network_json.h"

namespace trackloom::cli {
namespace {

using checks::TieKind;

struct Options {
  DerivedOptions derived;
  std::string what = "actors";
};

TieKind kindNamed(const std::string& what) {
  if (what == "transfers") return TieKind::transfers;
  return what == "dependencies" ? TieKind::dependencies : TieKind::actors;
}

std::string legend(std::size_t width) {
  return wrapped("",
                 tr("Ties: how many it is tied to. Between: the share of shortest ways between others that lead over "
                    "it. Near: how near it is to the others, 1 is next to all. Part: what hangs together has one "
                    "number. * without it its part falls apart. Bridges: ties without which it would."),
                 0, width) +
         wrapped("",
                 tr("Pairs it stands between that are not tied themselves: Co coordinator, both of its own track; Ga "
                    "gatekeeper and Re representative, in from another track and out to another (actors are tied both "
                    "ways, so both count the same pairs); It itinerant consultant, both of one other track; Li "
                    "liaison, of two "
                    "other tracks. They describe places in the plan, not persons."),
                 0, width);
}

std::string text(const checks::Study& study, const documents::Answer& answer, std::size_t width) {
  const std::string table = partText(answer.parts.front(), study.plan(), width);
  if (!answer.hasRows()) return table;
  std::string out = table + '\n';
  for (const Message& note : answer.notes) out += sentenceText(note, study.plan(), width);
  return out + legend(width);
}

ExitCode run(Shell& shell, const Options& options) {
  const ShownPlan shown = options.derived.load(shell);
  const checks::Study study(shown.roles.plan, shown.asOf);
  const TieKind kind = kindNamed(options.what);
  const checks::Ties ties = checks::ties(study, kind);
  Progress progress(1);
  progress.step(options.what);
  const checks::TieMeasures measures = checks::measure(ties);
  progress.end();
  const documents::Answer answer = documents::networkAnswer({ties, measures, kind}, documents::NetworkOrder::byPart);
  if (options.derived.format() == "text") {
    shell.print(heading(shown, study, shell.terminal()));
    shell.print(text(study, answer, shell.terminal().width));
    return ExitCode::fine;
  }
  for (const Message& note : answer.notes) shell.note(note, &study.plan());
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
