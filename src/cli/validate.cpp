#include "cli/commands.h"
#include "cli/plain_text.h"
#include "cli/problems.h"
#include "plan/mentions.h"
#include "plan/missing.h"
#include "plan/suggestions.h"

namespace trackloom::cli {
namespace {

/// How many mentions name what is not in the plan: they read, and lead nowhere.
std::int64_t danglingMentions(const Plan& plan) {
  std::int64_t count = 0;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      for (const Element::Slot& slot : element->slots())
        for (const ElementId& id : mentionsIn(slot.value)) count += plan.find(id) ? 0 : 1;
  return count;
}

/// What was read and lacks a field that its kind requires, element by element. Suggestions may be unfinished.
void tellMissing(Shell& shell, const LoadedPlan& loaded) {
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : loaded.plan.all(kind.id))
      if (const auto missing = missingFields(*element); !missing.empty() && !isSuggested(*element))
        shell.print(oneLine(plainText(aboutMissing(*element, missing), &loaded.plan)) + '\n');
}

ExitCode run(Shell& shell, const std::string& file) {
  const LoadedPlan loaded = shell.load(file);
  if (loaded.problemCount() != 0) {
    for (const std::string& line : problemLines(loaded)) shell.print(line + '\n');
    return ExitCode::findings;
  }
  const auto count = static_cast<std::int64_t>(loaded.plan.size());
  shell.print(plainText({tr("{file}: all of it was read; {count} {count|element|elements}."),
                         {{"file", loaded.file}, {"count", count}}}) +
              '\n');
  if (const std::int64_t dangling = danglingMentions(loaded.plan))
    shell.print(plainText({tr("{count} {count|mention names|mentions name} what is not in the plan: see check."),
                           {{"count", dangling}}}) +
                '\n');
  tellMissing(shell, loaded);
  return ExitCode::fine;
}

}  // namespace

Run declareValidate(Arguments& arguments) {
  const auto file = std::make_shared<std::string>();
  arguments.required("FILE", *file, tr("The plan; - for the standard input."));
  return [file](Shell& shell) { return run(shell, *file); };
}

}  // namespace trackloom::cli
