#include "cli/problems.h"

#include "cli/plain_text.h"

namespace trackloom::cli {

std::vector<std::string> problemLines(const LoadedPlan& loaded) {
  std::vector<std::string> lines;
  for (const xml::Problem& problem : loaded.problems)
    lines.push_back(
        oneLine(loaded.file + ':' + std::to_string(problem.line) + ": " + plainText(problem.what, &loaded.plan)));
  if (loaded.moreProblems != 0)
    lines.push_back(
        plainText({tr("{file}: and {count} more, which are listed once some of these are mended."),
                   {{"file", oneLine(loaded.file)}, {"count", static_cast<std::int64_t>(loaded.moreProblems)}}}));
  return lines;
}

}  // namespace trackloom::cli
