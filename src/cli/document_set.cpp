#include "cli/document_set.h"

#include "cli/progress.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <vector>

namespace trackloom::cli {
namespace {

using documents::DocumentFormat;

std::vector<DocumentFormat> formatsOf(const DocumentSet& set) {
  if (const auto one = documents::formatNamed(set.format)) return {*one};
  return {DocumentFormat::html, DocumentFormat::docx, DocumentFormat::odt, DocumentFormat::pdf};
}

/// A reference document is for one of the two office formats; the other takes our own look. Papers for fewer eyes than
/// were asked for stay so.
documents::DocumentRequest requestFor(const documents::DocumentRequest& all, const documents::Template& look,
                                      DocumentFormat format) {
  documents::DocumentRequest request = all;
  request.templateId = look.id;
  if (request.audience) request.audience = std::min(*request.audience, look.audience);
  if (!documents::fitsReference(request.reference, format)) request.reference.clear();
  request.format = format;
  return request;
}

class SetWriter {
 public:
  SetWriter(Shell& shell, const LoadedPlan& loaded, const DocumentSet& set)
      : shell_(shell), loaded_(loaded), set_(set) {}

  ExitCode write(const documents::DocumentRequest& request) {
    const auto formats = formatsOf(set_);
    const auto wanted = wantedTemplates(request);
    Progress progress(wanted.size() * formats.size());
    for (const documents::Template* look : wanted)
      for (const DocumentFormat format : formats) {
        const std::string name = look->id + "." + std::string(documents::formatName(format));
        progress.step(name);
        writeOne(requestFor(request, *look, format), name);
      }
    progress.end();
    for (const Message& note : notes_) shell_.note(note);
    for (const Error& failure : failures_) code_ = shell_.report(failure);
    return code_;
  }

 private:
  std::vector<const documents::Template*> wantedTemplates(const documents::DocumentRequest& request) const {
    std::vector<const documents::Template*> wanted;
    for (const documents::Template& look : set_.templates.templates)
      if (!request.audience || *request.audience >= look.least) wanted.push_back(&look);
    return wanted;
  }

  void writeOne(const documents::DocumentRequest& request, const std::string& name) {
    try {
      const auto result = makeDocument(loaded_.plan, request, set_.templates, programs_);
      for (const Message& note : result.notes) keep(name.substr(0, name.find('.')), note);
      if (result.failure) return keep(*result.failure);
      shell_.writeOutput((std::filesystem::path(set_.folder) / name).string(), result.bytes);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::unwritable) throw;
      keep(error);
    }
  }

  /// The same failure is told once.
  void keep(const Error& failure) {
    if (told_.insert(failure.where() + plainText(failure.message())).second) failures_.push_back(failure);
  }

  /// What the author should know of a document, once for all its formats.
  void keep(const std::string& document, const Message& note) {
    const std::string text = plainText(note, &loaded_.plan);
    if (told_.insert(document + '\n' + text).second)
      notes_.push_back({tr("{document}: {note}"), {{"document", document}, {"note", text}}});
  }

  Shell& shell_;
  const LoadedPlan& loaded_;
  const DocumentSet& set_;
  documents::InstalledPrograms programs_;
  std::vector<Error> failures_;
  std::vector<Message> notes_;
  std::set<std::string> told_;
  ExitCode code_ = ExitCode::fine;
};

}  // namespace

ExitCode writeAll(Shell& shell, const LoadedPlan& loaded, const documents::DocumentRequest& request,
                  const DocumentSet& set) {
  shell.files().makeFolder(set.folder);
  return SetWriter(shell, loaded, set).write(request);
}

}  // namespace trackloom::cli
