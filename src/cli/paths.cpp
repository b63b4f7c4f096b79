#include "checks/channels.h"
#include "cli/answer_text.h"
#include "cli/commands.h"
#include "cli/derived.h"
#include "cli/plain_text.h"
#include "documents/answers.h"
#include "documents/json.h"

namespace trackloom::cli {
namespace {

using checks::Channels;
using checks::Item;
using documents::Json;

struct Options {
  DerivedOptions derived;
  std::string from;
  std::string to;
};

struct Ends {
  const Item& from;
  const Item& to;
};

Ends endsOf(const ShownPlan& shown, const checks::Study& study, const Options& options) {
  const Ends ends{shown.element(study, options.from), shown.element(study, options.to)};
  for (const auto& [item, id] : {std::pair(&ends.from, options.from), std::pair(&ends.to, options.to)})
    if (!checks::canBeEnd(*item))
      throw Error(ErrorKind::usage, {tr("Nothing passes from or to {id}."), {{"id", id}}}, {},
                  {tr("Name a track, an activity, a body, an actor or a group."), {}});
  if (&ends.from == &ends.to)
    throw Error(ErrorKind::usage, {tr("FROM and TO are the same."), {}}, {}, {tr("Name two different elements."), {}});
  return ends;
}

Json idsOf(const std::vector<const Item*>& items) {
  Json ids = Json::array();
  for (const Item* item : items) ids.add(item->id().text());
  return ids;
}

Json json(const Ends& ends, const Channels& channels) {
  Json paths = Json::array();
  for (const auto& path : channels.paths) paths.add(idsOf(path));
  Json json;
  json.put("from", ends.from.id().text())
      .put("to", ends.to.id().text())
      .put("channels", channels.paths.size())
      .put("direct", channels.direct)
      .put("paths", std::move(paths))
      .put("cut", idsOf(channels.cut));
  return json;
}

std::string text(const Plan& plan, const documents::Answer& answer, std::size_t width) {
  std::string out;
  for (const Message& sentence : answer.said) out += sentenceText(sentence, plan, width);
  for (const documents::AnswerPart& part : answer.parts)
    for (std::size_t i = 0; i < part.rows.size(); ++i)
      out += wrapped("  " + std::to_string(i + 1) + ". ", cellText(part.rows[i].cells.front(), plan), 5, width);
  for (const Message& note : answer.notes) out += sentenceText(note, plan, width);
  return out;
}

ExitCode run(Shell& shell, const Options& options) {
  const ShownPlan shown = options.derived.load(shell);
  const checks::Study study(shown.roles.plan, shown.asOf);
  const Ends ends = endsOf(shown, study, options);
  const Channels channels = checks::channels(study, ends.from, ends.to);
  if (options.derived.format() == "json") {
    shell.print(jsonText(json(ends, channels)));
  } else {
    shell.print(heading(shown, study, shell.terminal()));
    shell.print(text(study.plan(), documents::channelsAnswer(ends.from, ends.to, channels), shell.terminal().width));
  }
  return ExitCode::fine;
}

}  // namespace

Run declarePaths(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  options->derived.declare(arguments, {"text", "json"});
  arguments.required("FROM", options->from, tr("The id of a track, group, actor, activity or body that has input."));
  arguments.required("TO", options->to, tr("The id of the one it should reach."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
