#include "checks/channels.h"
#include "cli/commands.h"
#include "cli/derived.h"
#include "cli/plain_text.h"
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

Message summary(const Ends& ends, const Channels& channels) {
  const char* pattern = channels.paths.empty()       ? tr("No channel leads from “{from}” to “{to}”.")
                        : channels.paths.size() == 1 ? tr("One channel leads from “{from}” to “{to}”.")
                                                     : tr("{count} independent channels lead from “{from}” to “{to}”.");
  return {pattern, {{"count", std::ssize(channels.paths)}, {"from", ends.from.id()}, {"to", ends.to.id()}}};
}

Message cutMessage(const Channels& channels) {
  std::vector<ElementId> cut;
  for (const Item* item : channels.cut) cut.push_back(item->id());
  if (cut.empty()) return {tr("Nothing stands in between, so nothing in between cuts it."), {}};
  return {channels.direct ? tr("Without {cut} only what passes directly is left.") : tr("Without {cut} none is left."),
          {{"cut", cut}}};
}

std::string text(const Plan& plan, const Ends& ends, const Channels& channels, std::size_t width) {
  const auto sentence = [&](const Message& message) {
    return wrapped("", oneLine(plainText(message, &plan)), 0, width);
  };
  std::string out = sentence(summary(ends, channels));
  if (channels.paths.empty())
    return out + sentence({tr("No hand-overs between them are in the plan, in that direction; it does not say that "
                              "nothing passes."),
                           {}});
  for (std::size_t i = 0; i < channels.paths.size(); ++i) {
    std::string steps;
    for (const Item* item : channels.paths[i])
      steps.append(steps.empty() ? "" : " → ").append(oneLine(item->element().title()));
    out += wrapped("  " + std::to_string(i + 1) + ". ", steps, 5, width);
  }
  return out + sentence(cutMessage(channels));
}

ExitCode run(Shell& shell, const Options& options) {
  const ShownPlan shown = options.derived.load(shell);
  const checks::Study study(shown.roles.plan, shown.asOf);
  const Ends ends = endsOf(shown, study, options);
  const Channels channels = checks::channels(study, ends.from, ends.to);
  if (options.derived.format() == "json") {
    shell.print(jsonText(json(ends, channels)));
  } else {
    shell.print(options.derived.heading(study, shell.terminal()));
    shell.print(text(study.plan(), ends, channels, shell.terminal().width));
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
