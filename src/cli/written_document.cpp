#include "cli/written_document.h"

#include <filesystem>

#include <unistd.h>

namespace trackloom::cli {
namespace {

/// What the wanted format could not be made of is kept beside as HTML.
std::string htmlBeside(const std::string& out) {
  if (out.empty() || out == "-") return out;
  return std::filesystem::path(out).replace_extension("html").string();
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
  const std::string html = htmlBeside(out);
  shell.writeOutput(html, result.bytes);
  const ExitCode code = shell.report(*result.failure);
  if (html != "-" && !html.empty()) shell.note({tr("The document stands in {file} as HTML."), {{"file", html}}});
  return code;
}

}  // namespace trackloom::cli
