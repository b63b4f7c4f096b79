#include "cli/commands.h"
#include "cli/git.h"
#include "xml/safe_save.h"

#include <filesystem>

namespace trackloom::cli {
namespace {

constexpr std::string_view attributes = "*.trackloom merge=trackloom diff=trackloom";

struct Options {
  std::string folder = ".";
};

/// A word for the shell that git hands its drivers to.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) c == '\'' ? out.append("'\\''") : out.append(1, c);
  return out + '\'';
}

/// Git names the common version, ours, which takes the result, and theirs. It keeps the version before itself.
std::string mergeDriver(const std::string& program) { return program + " merge %O %A %B -o %A && rm -f %A~"; }

/// Git hands over the path, then the old file, its hash and mode, then the new one; a missing one is /dev/null.
std::string diffDriver(const std::string& program) {
  return "f() { test \"$2\" = /dev/null || test \"$5\" = /dev/null || " + program + " diff \"$2\" \"$5\"; }; f";
}

/// One line in the repository's own attributes, which are nobody else's.
void addAttributes(Shell& shell, const std::string& folder) {
  const std::filesystem::path told = git(folder, {"rev-parse", "--git-path", "info/attributes"});
  const std::string file = (told.is_absolute() ? told : std::filesystem::path(folder) / told).string();
  std::string text = shell.files().state(file) ? shell.files().read(file) : std::string();
  if (('\n' + text).find('\n' + std::string(attributes) + '\n') != std::string::npos) return;
  if (!text.empty() && text.back() != '\n') text += '\n';
  shell.files().makeFolder(std::filesystem::path(file).parent_path().string());
  replaceSafely(shell.files(), file, text + std::string(attributes) + '\n');
}

ExitCode run(Shell& shell, const Options& options) {
  const std::string program = quoted(shell.installation().executable.string());
  git(options.folder, {"config", "merge.trackloom.name", tr("Trackloom: merges plans by elements and fields")});
  git(options.folder, {"config", "merge.trackloom.driver", mergeDriver(program)});
  git(options.folder, {"config", "diff.trackloom.command", diffDriver(program)});
  addAttributes(shell, options.folder);
  shell.note({tr("From now on git compares and merges *.trackloom in {folder} by Trackloom. Other copies of the "
                 "repository need git-setup as well."),
              {{"folder", options.folder}}});
  return ExitCode::fine;
}

}  // namespace

Run declareGitSetup(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.optional("DIR", options->folder, tr("A folder of the repository; the one you are in if none is named."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
