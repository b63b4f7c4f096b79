#include "cli/document_set.h"

#include "cli/set_writer.h"
#include "installation/catalogues.h"
#include "sharing/paper_plan.h"

#include <algorithm>
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
  if (request.audience && request.audience->level > look.audience) {
    request.audience->level = look.audience;
    request.audience->include.clear();
  }
  if (!documents::fitsReference(request.reference, format)) request.reference.clear();
  request.format = format;
  return request;
}

std::vector<const documents::Template*> wantedTemplates(const DocumentSet& set,
                                                        const documents::DocumentRequest& request) {
  std::vector<const documents::Template*> wanted;
  for (const documents::Template& look : set.templates.templates)
    if (!request.audience || request.audience->level >= look.least) wanted.push_back(&look);
  return wanted;
}

}  // namespace

ExitCode writeAll(Shell& shell, const LoadedPlan& loaded, const documents::DocumentRequest& request,
                  const DocumentSet& set) {
  const auto formats = formatsOf(set);
  const auto wanted = wantedTemplates(set, request);
  documents::InstalledPrograms programs(shell.workPlace());
  SetWriter writer(shell, loaded, set.folder, wanted.size() * formats.size());
  for (const documents::Template* look : wanted)
    for (const DocumentFormat format : formats) {
      const std::string name = look->id + "." + std::string(documents::formatName(format));
      writer.write(name, look->id, [&] {
        auto asked = requestFor(request, *look, format);
        const Audience audience = asked.audience.value_or(look->audience);
        asked.language = languageFor(shell.installation(), set.language, loaded.plan, audience);
        const sharing::PaperPlan paper = sharing::planForPaper(loaded.plan, {audience, request.asOf, set.keep});
        asked.audience = paper.audience;
        asked.about = paper.ids.of(asked.about);
        documents::DocumentResult result;
        try {
          result = makeDocument(paper.plan, asked, set.templates, programs);
        } catch (const documents::NothingAhead& none) {
          return SetWriter::Made{{}, {none.message()}};
        }
        const std::vector<Message> notes = paper.notes.of(result.said);
        result.notes.insert(result.notes.end(), notes.begin(), notes.end());
        if (result.failure) throw *result.failure;
        return SetWriter::Made{std::move(result.bytes), std::move(result.notes)};
      });
    }
  return writer.finish();
}

}  // namespace trackloom::cli
