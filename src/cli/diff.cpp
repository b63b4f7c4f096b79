#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/plain_text.h"
#include "documents/context.h"
#include "documents/fill.h"
#include "documents/plan_language.h"
#include "documents/template_words.h"
#include "documents/wording.h"
#include "installation/catalogues.h"
#include "sharing/comparison.h"

namespace trackloom::cli {
namespace {

using documents::Material;
using sharing::Comparison;

struct Options {
  std::string before;
  std::string after;
  AsOf asOf;
  std::string format = "text";
  std::string audience = "core";
  std::string lang;
  std::string out;
};

Classification audienceOf(const Options& options) {
  return static_cast<Classification>(findTerm(VocabularyId::classification, options.audience).value_or(0));
}

std::string text(const Comparison& comparison, const Terminal& terminal) {
  const Material& after = comparison.after;
  std::string out =
      terminal.toned(Tone::heading,
                     sentenceLine(documents::said(
                         after, {tr("{plan}: what changed"), {{"plan", std::string(after.plan().root().title())}}}))) +
      '\n';
  const auto parts = toldParts(comparison);
  if (parts.empty()) out += '\n' + documents::said(after, tr("Nothing changed.")) + '\n';
  for (const sharing::ToldPart& part : parts) {
    out += '\n' + terminal.toned(Tone::heading, sentenceLine(part.heading)) + '\n';
    for (const std::string& sentence : part.sentences) out += wrapped("  ", sentenceLine(sentence), 4, terminal.width);
  }
  return out;
}

std::string page(const Shell& shell, const Comparison& comparison) {
  const auto& templates = shell.installation().templates;
  const std::string file = (templates / "changes/page.html").string();
  documents::Node node = comparisonNode(comparison);
  node.set("style", documents::Markup{shell.files().read((templates / "documents/shared/style.css").string())});
  const std::string html = fill(documents::templateIn(comparison.after.language, shell.files().read(file)), node, file);
  return documents::withOtherLanguageMarked(html, documents::mainLanguage(comparison.after.plan()));
}

std::string output(const Shell& shell, const Comparison& comparison, const std::string& format) {
  if (format == "json") return jsonText(comparisonJson(comparison));
  return format == "html" ? page(shell, comparison) : text(comparison, shell.terminal());
}

/// A version as its readers may see it, as it was written and with the names they are told. Those who see all of the
/// plan are also told what changed in what is only suggested.
struct ShownVersion {
  ShownVersion(const Plan& whole, Classification audience, Day day, const language::Language& language)
      : shown(audience == Classification::core ? whole : documents::shownTo(whole, audience, day)),
        study(documents::inLanguage(shown, language.tag()).plan, day, checks::Suggestions::shown),
        material{study, audience, documents::findingsFor(whole, checks::Study(shown, day), audience), language} {}

  Plan shown;
  checks::Study study;
  Material material;
};

ExitCode run(Shell& shell, const Options& options) {
  options.asOf.verify();
  const LoadedPlan before = shell.loadNoting(options.before);
  const LoadedPlan after = shell.loadNoting(options.after);
  const Day day = options.asOf.dayFor(after.plan, shell);
  const Classification audience = audienceOf(options);
  const language::Language language = languageFor(shell.installation(), options.lang, after.plan, audience);
  const ShownVersion old(before.plan, audience, day, language);
  const ShownVersion now(after.plan, audience, day, language);
  const auto changes = diff(old.shown, now.shown);
  shell.writeOutput(options.out, output(shell, sharing::compare(old.material, now.material, changes), options.format));
  return ExitCode::fine;
}

}  // namespace

Run declareDiff(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("OLD", options->before, tr("The earlier version of the plan."));
  arguments.required("NEW", options->after, tr("The later one; - for the standard input."));
  options->asOf.declare(arguments);
  arguments.oneOf("--format", options->format, {"text", "json", "html"}, tr("For people, for programs, or as a page."));
  arguments.oneOf("--audience", options->audience, {"public", "partners", "team", "core"},
                  tr("For whom: what is above this level is left out, and below team what the checks say."));
  arguments.option("--lang", options->lang, "LANG",
                   tr("The language: en, fr, es or ar; else the one the plan is mainly written in."));
  arguments.option("-o,--output", options->out, "OUT", tr("The file to write; else the standard output."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
