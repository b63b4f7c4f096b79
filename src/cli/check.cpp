#include "checks/study.h"
#include "cli/as_of.h"
#include "cli/check_text.h"
#include "cli/commands.h"
#include "cli/house.h"
#include "cli/plain_text.h"
#include "cli/problems.h"
#include "documents/findings_json.h"
#include "installation/catalogues.h"

#include <set>

namespace trackloom::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  AsOf asOf;
  std::string format = "text";
  std::string failOn = "error";
  std::vector<std::string> rules;
  HouseRules house;
  std::string lang = "en";
};

void verifyRules(const std::vector<std::string>& ids) {
  for (const std::string& id : ids)
    if (!checks::findRule(id))
      throw Error(ErrorKind::usage, {tr("There is no rule {id}."), {{"id", id}}}, {},
                  {tr("trackloom-cli rules lists them."), {}});
}

CheckResult look(const Shell& shell, const Options& options, const std::string& file) {
  CheckResult result;
  result.loaded = shell.load(file);
  result.asOf = options.asOf.dayFor(result.loaded.plan, shell);
  result.language = languageFor(shell.installation(), options.lang, result.loaded.plan, Classification::core);
  checks::CheckOptions wanted;
  for (const std::string& id : options.rules) wanted.only.push_back(checks::findRule(id)->id);
  const checks::Study study(result.loaded.plan, result.asOf);
  result.findings = check(study, wanted);
  options.house.addFindings(shell, study, result.findings);
  result.rulesAsked =
      wanted.only.empty() ? checks::rules().size() : std::set(wanted.only.begin(), wanted.only.end()).size();
  result.rulesAsked += options.house.questions();
  return result;
}

/// Does the result hold a finding that counts: shown by the plan, not accepted, and grave enough?
bool fails(const CheckResult& result, const std::string& failOn) {
  const documents::FindingCounts counts = documents::countFindings(result.findings);
  if (failOn == "never") return false;
  return counts.error > 0 || (failOn != "error" && counts.warning > 0) || (failOn == "info" && counts.info > 0);
}

/// One JSON object for one file, an array for several. What could not be read goes to the standard error.
class Printer {
 public:
  Printer(Shell& shell, const Options& options) : shell_(shell), options_(options) {}

  void show(const CheckResult& result) {
    if (options_.format == "json") {
      for (const std::string& problem : problemLines(result.loaded)) shell_.note({"{problem}", {{"problem", problem}}});
      json_.add(documents::findingsJson(result.loaded.plan, result.asOf, result.findings));
      return;
    }
    if (options_.files.size() > 1) {
      const Message heading{tr("== {file}"), {{"file", result.loaded.file}}};
      shell_.print(first_ ? "" : "\n");
      shell_.print(shell_.terminal().toned(Tone::heading, oneLine(plainText(heading))) + '\n');
    }
    first_ = false;
    shell_.print(checkText(result, shell_.terminal()));
  }

  void finish() {
    if (options_.format != "json") return;
    const auto& results = std::get<documents::Json::Array>(json_.content());
    if (options_.files.size() > 1) {
      shell_.print(jsonText(json_));
    } else if (!results.empty()) {
      shell_.print(jsonText(results.front()));
    }
  }

 private:
  Shell& shell_;
  const Options& options_;
  documents::Json json_ = documents::Json::array();
  bool first_ = true;
};

/// Files that are no plans are told of one by one, and the others are still looked at.
ExitCode run(Shell& shell, Options& options) {
  options.asOf.verify();
  verifyRules(options.rules);
  options.house.read(shell);
  Printer printer(shell, options);
  ExitCode code = ExitCode::fine;
  for (const std::string& file : options.files) {
    try {
      const CheckResult result = look(shell, options, file);
      printer.show(result);
      if (code == ExitCode::fine && fails(result, options.failOn)) code = ExitCode::findings;
    } catch (const Error& error) {
      code = shell.report(error);
    }
  }
  printer.finish();
  return code;
}

}  // namespace

Run declareCheck(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->files, tr("The plans; - for the standard input."));
  options->asOf.declare(arguments);
  arguments.oneOf("--format", options->format, {"text", "json"}, tr("For people or programs."));
  arguments.oneOf(
      "--fail-on", options->failOn, {"error", "warning", "info", "never"},
      tr("End with exit code 1 from this level on. What cannot be told and what the team has accepted never counts."));
  arguments.option("--rule", options->rules, "ID", tr("Only this rule; may stand there several times."));
  options->house.declare(arguments);
  arguments.option("--lang", options->lang, "LANG", tr("The language of the findings: en, fr, es or ar."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
