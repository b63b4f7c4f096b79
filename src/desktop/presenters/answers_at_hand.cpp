#include "desktop/presenters/answers.h"
#include "documents/explanation.h"
#include "xml/disk_files.h"

#include <algorithm>
#include <filesystem>

// Answers that need nothing worked out: they stand in the plan, in its file, in the table of rules, or on this machine.

namespace trackloom::desktop {
namespace {

constexpr std::size_t mostOfAKind = 500;

std::vector<AnswerLine> linesOf(const OpenPlan& open, const Speech& speech,
                                const std::vector<documents::ExplainedPart>& parts) {
  std::vector<AnswerLine> lines;
  for (const documents::ExplainedPart& part : parts) {
    AnswerLine group;
    group.look = AnswerLine::Look::heading;
    group.cells = {speech.say(part.heading, open.plan())};
    for (std::size_t i = 0; i < part.lines.size(); ++i)
      group.below.push_back({{speech.say(part.lines[i], open.plan())}, part.about[i]});
    lines.push_back(std::move(group));
  }
  return lines;
}

/// One plugin: what it is, where it comes from, what it may do, whether it is on.
AnswerLine lineOf(const Speech& speech, const plugin::PluginEntry& plugin) {
  const bool outside = plugin.origin == plugin::Origin::outside;
  const auto why = plugin::whyOff(plugin);
  AnswerLine line;
  line.plugin = outside ? plugin.id : std::string();
  line.cells = {
      speech.say({"{text}", {{"text", plugin.title.empty() ? plugin.id : plugin.title}}}),
      speech.word(outside ? tr("from outside") : tr("with Trackloom")), why ? speech.say(*why) : speech.word(tr("on")),
      speech.word(outside ? tr("Sees of a plan what its readers may see, in a process of its own with limits.")
                          : tr("Sees of a plan what its readers may see; trusted as a part of Trackloom.")),
      speech.say({"{text}", {{"text", plugin.help}}})};
  return line;
}

}  // namespace

std::vector<std::string> houseRuleFiles(const Installation& installation) {
  std::vector<std::string> files;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(installation.templates / "rules", none))
    if (entry.path().extension() == ".sch") files.push_back(entry.path().string());
  std::ranges::sort(files);
  return files;
}

house_rules::RuleFile readHouseRules(const std::string& path) {
  DiskFiles files;
  return house_rules::readRuleFile(files.read(path), path);
}

ShownAnswer explainedElement(const OpenPlan& open, const Speech& speech, const Asked& asked) {
  ShownAnswer shown = shownAnswer(open, speech, asked, {});
  const checks::Item* item = asked.about.empty() ? nullptr : open.kept().find(asked.about.front());
  if (!item) {
    shown.sentence = speech.word(asked.about.empty() ? tr("Choose first what the question is about.")
                                                     : tr("What was asked about is no longer in the plan."));
    return shown;
  }
  shown.lines = linesOf(open, speech, speech.explained(open, *item));
  const std::string state = speech.state(open, item->id());
  shown.sentence =
      state.empty()
          ? speech.word(item->element().definition().label)
          : speech.say(
                {tr("{kind}, as of {day}: {state}."),
                 {{"kind", speech.word(item->element().definition().label)}, {"day", open.asOf()}, {"state", state}}});
  return shown;
}

ShownAnswer explainedRule(const OpenPlan& open, const Speech& speech, const Asked& asked) {
  ShownAnswer shown = shownAnswer(open, speech, asked, {});
  const checks::Rule* rule = checks::findRule(asked.rule);
  if (!rule) {
    shown.sentence = speech.say({tr("There is no rule {id}."), {{"id", asked.rule}}});
    return shown;
  }
  shown.sentence = speech.word(rule->title);
  shown.lines = linesOf(open, speech, documents::explainRule(*rule));
  return shown;
}

ShownAnswer planContents(const OpenPlan& open, const Speech& speech) {
  ShownAnswer shown = shownAnswer(open, speech, {QuestionId::contents}, {});
  std::int64_t all = 0;
  for (const Kind& kind : kinds()) {
    const auto& elements = open.plan().all(kind.id);
    if (kind.id == KindId::plan || elements.empty()) continue;
    const std::size_t count = elements.size();
    all += static_cast<std::int64_t>(count);
    AnswerLine line;
    line.cells = {speech.word(kind.label), std::to_string(count)};
    for (std::size_t i = 0; i < std::min(count, mostOfAKind); ++i)
      line.below.push_back({{speech.name(open, elements[i]->id())}, elements[i]->id()});
    if (count > mostOfAKind)
      line.below.push_back({{speech.say({tr("… and {count} more: the table shows them all."),
                                         {{"count", static_cast<std::int64_t>(count - mostOfAKind)}}})}});
    shown.lines.push_back(std::move(line));
  }
  shown.headings = {{speech.word(tr("Kind"))}, {speech.word(tr("Number")), documents::Side::right}};
  shown.sentence = all == 0 ? speech.word(tr("There is nothing in this plan yet."))
                            : speech.say({tr("{count} {count|entry|entries} in all."), {{"count", all}}});
  return shown;
}

ShownAnswer readingProblems(const OpenPlan& open, const Speech& speech, const PlanFile& file) {
  ShownAnswer shown = shownAnswer(open, speech, {QuestionId::reading}, {});
  if (file.path().empty()) {
    shown.sentence = speech.word(tr("This plan was not saved in a file yet."));
    return shown;
  }
  const auto count = static_cast<std::int64_t>(file.problems().size() + file.moreProblems());
  shown.restsOn = speech.say({tr("As {file} was read or saved here last."), {{"file", file.path()}}});
  if (count == 0) {
    shown.sentence = speech.word(tr("All of it was read."));
    return shown;
  }
  shown.sentence = speech.say({tr("Could not be read as they stand, and are kept: {count}."), {{"count", count}}});
  shown.headings = {
      {speech.word(tr("On line")), documents::Side::right}, {speech.word(tr("What"))}, {speech.word(tr("About"))}};
  for (const xml::Problem& problem : file.problems())
    shown.lines.push_back({{std::to_string(problem.line), speech.say(problem.what, open.plan()),
                            problem.element.empty() ? std::string() : speech.name(open, problem.element)},
                           problem.element});
  if (file.moreProblems() > 0)
    shown.lines.push_back({{{},
                            speech.say({tr("… and {count} more, which are listed once some of these are mended."),
                                        {{"count", static_cast<std::int64_t>(file.moreProblems())}}})}});
  return shown;
}

ShownAnswer pluginsShown(const OpenPlan& open, const Speech& speech, const std::vector<plugin::PluginEntry>& plugins) {
  ShownAnswer shown = shownAnswer(open, speech, {QuestionId::plugins}, {});
  std::int64_t on = 0;
  for (const plugin::PluginEntry& plugin : plugins) {
    on += plugin.usable() ? 1 : 0;
    shown.lines.push_back(lineOf(speech, plugin));
  }
  shown.headings = {{speech.word(tr("Plugin"))},
                    {speech.word(tr("From"))},
                    {speech.word(tr("State"))},
                    {speech.word(tr("What it may do"))},
                    {speech.word(tr("What it is"))}};
  shown.sentence = plugins.empty()
                       ? speech.word(tr("There are no plugins on this machine."))
                       : speech.say({tr("Plugins: {count}; on: {on}."), {{"count", std::ssize(plugins)}, {"on", on}}});
  shown.restsOn = speech.word(
      tr("Opening a plan never loads a plugin. One from outside is off until you allow it, and again when it "
         "was changed since."));
  return shown;
}

}  // namespace trackloom::desktop
