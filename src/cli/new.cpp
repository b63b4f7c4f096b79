#include "cli/commands.h"
#include "installation/plan_templates.h"
#include "plan/suggestions.h"
#include "xml/write.h"

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::string templateId = "blank";
};

void refuseExisting(const Shell& shell, const std::string& file) {
  if (file == "-" || !shell.files().state(file)) return;
  throw Error(ErrorKind::unwritable, {tr("There is a file of this name already; it stays as it is."), {}}, file,
              {tr("Choose another name for the new plan."), {}});
}

ExitCode run(Shell& shell, const Options& options) {
  const LoadedPlan start = shell.load(planTemplate(shell.installation(), options.templateId).string());
  refuseExisting(shell, options.file);
  shell.savePlan(options.file, xml::write(start.plan));
  if (const Message suggested = aboutSuggestions(start.plan); !suggested.pattern.empty()) shell.note(suggested);
  return ExitCode::fine;
}

}  // namespace

Run declareNew(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The file to make; one that is there already is left alone."));
  arguments.option("--template", options->templateId, "TEMPLATE",
                   tr("What to begin with; trackloom-cli templates lists them."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
