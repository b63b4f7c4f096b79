#include "cli/written_document.h"

#include <filesystem>

#include <unistd.h>

namespace trackloom::cli {
namespace {

/// What the wanted format could not be made of is kept beside as HTML, under a name that nothing has yet.
std::string htmlBeside(Files& files, const std::string& out) {
  if (out.empty() || out == "-") return out;
  const std::filesystem::path whole(out);
  std::filesystem::path beside = std::filesystem::path(whole).replace_extension("html");
  for (int number = 2; files.state(beside.string()); ++number)
    beside.replace_filename(whole.stem().string() + "-" + std::to_string(number) + ".html");
  return beside.string();
}

}  // namespace

void refuseBinaryOnTerminal(const std::string& format, const std::string& out) {
  const auto made = documents::formatNamed(format);
  const bool isText = !made || *made == documents::DocumentFormat::html;
  const bool toOutput = out.empty() || out == "-";
  if (isText || !toOutput || !::isatty(STDOUT_FILENO)) return;
  throw Error(ErrorKind::usage, {tr("A document as {format} cannot be shown here."), {{"format", format}}}, {},
              {tr("Name a file for it with -o."), {}});
}

ExitCode writeDocument(Shell& shell, const documents::DocumentResult& result, const std::string& out) {
  if (!result.failure) {
    shell.writeOutput(out, result.bytes);
    return ExitCode::fine;
  }
  const std::string html = htmlBeside(shell.files(), out);
  shell.writeOutput(html, result.bytes);
  const ExitCode code = shell.report(*result.failure);
  if (html != "-" && !html.empty()) shell.note({tr("The document stands in {file} as HTML."), {{"file", html}}});
  return code;
}

}  // namespace trackloom::cli
