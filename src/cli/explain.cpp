#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/plain_text.h"
#include "documents/explanation.h"
#include "installation/catalogues.h"
#include "plan/suggestions.h"

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::string subject;
  AsOf asOf;
  HouseRules house;
  std::string lang = "en";
};

void print(Shell& shell, const std::vector<documents::ExplainedPart>& parts, const language::Language& language,
           const Plan* plan) {
  const Terminal& terminal = shell.terminal();
  bool first = true;
  for (const documents::ExplainedPart& part : parts) {
    if (!first) shell.print("\n");
    first = false;
    shell.print(terminal.toned(Tone::heading, said(language, part.heading, plan)) + '\n');
    for (const Message& line : part.lines) shell.print(wrapped("  ", said(language, line, plan), 4, terminal.width));
  }
}

ExitCode explainRule(Shell& shell, const Options& options) {
  const std::string& id = options.subject;
  const checks::Rule* rule = checks::findRule(id);
  if (!rule)
    throw Error(ErrorKind::usage, {tr("There is no rule {id}."), {{"id", oneLine(id)}}}, {},
                {tr("trackloom-cli rules lists them."), {}});
  print(shell, documents::explainRule(*rule),
        languageFor(shell.installation(), options.lang, Plan(), Classification::core), nullptr);
  return ExitCode::fine;
}

ExitCode run(Shell& shell, Options& options) {
  if (options.file == "rule") return explainRule(shell, options);
  const Judged judged = judge(shell, options.file, options.asOf, options.house);
  const language::Language language =
      languageFor(shell.installation(), options.lang, judged.plan(), Classification::core);
  const documents::Material material{*judged.study, Classification::core, {}, language};
  const auto id = ElementId::parse(options.subject);
  const checks::Item* item = id ? judged.study->find(*id) : nullptr;
  if (const checks::Finding* finding = item ? nullptr : findFinding(judged, options.subject)) {
    print(shell, documents::explainFinding(material, judged.findings, *finding), language, &judged.plan());
  } else if (item) {
    print(shell, documents::explainElement(material, judged.findings, *item), language, &judged.plan());
  } else if (const Element* element = id ? judged.plan().find(*id) : nullptr; element && isSuggested(*element)) {
    throw onlySuggested(*id);
  } else {
    throw Error(
        ErrorKind::usage,
        {tr("“{name}” is neither a finding as of {day} nor the id of an element."),
         {{"name", oneLine(options.subject)}, {"day", judged.study->asOf()}}},
        {}, {tr("trackloom-cli check lists findings with their ids, trackloom-cli list elements with theirs."), {}});
  }
  return ExitCode::fine;
}

}  // namespace

Run declareExplain(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan, - for the standard input; or the word rule."));
  arguments.required("SUBJECT", options->subject,
                     tr("The id of a finding or an element; behind rule, the id of a rule."));
  options->asOf.declare(arguments);
  options->house.declare(arguments);
  arguments.option("--lang", options->lang, "LANG", tr("The language it is said in: en, fr, es or ar."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
