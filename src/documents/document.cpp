#include "documents/document.h"

#include "documents/context.h"
#include "documents/convert.h"
#include "documents/figures.h"
#include "documents/fill.h"
#include "documents/plan_language.h"
#include "documents/process_tables.h"
#include "documents/sections.h"
#include "documents/tags.h"
#include "documents/template_words.h"
#include "documents/zip.h"

#include <algorithm>
#include <array>

namespace trackloom::documents {
namespace {

constexpr std::array<std::string_view, 4> formatNames = {"html", "docx", "odt", "pdf"};

const Template& wanted(const TemplateList& templates, const std::string& id) {
  if (const Template* found = templates.find(id)) return *found;
  std::string known;
  for (const Template& candidate : templates.templates) known += (known.empty() ? "" : ", ") + candidate.id;
  throw Error(ErrorKind::usage, {tr("There is no document template called “{id}”."), {{"id", id}}}, {},
              {tr("Use one of these: {known}"), {{"known", known}}});
}

/// For whom the document is: the template's audience, or fewer.
Audience audienceOf(const Template& look, const DocumentRequest& request) {
  const Audience audience = request.audience.value_or(look.audience);
  if (audience.level > look.audience)
    throw Error(ErrorKind::usage,
                {tr("The template {id} is for this level at most: {level}."),
                 {{"id", look.id}, {"level", std::string(termOf(look.audience).label)}}},
                {}, {tr("Ask for that level or a lower one."), {}});
  if (audience.level < look.least)
    throw Error(ErrorKind::usage,
                {tr("The template {id} is for this level at least: {level}. Others may see nothing of what it tells."),
                 {{"id", look.id}, {"level", std::string(termOf(look.least).label)}}},
                {}, {tr("Choose another template for these readers."), {}});
  return audience;
}

void verifyReference(const DocumentRequest& request) {
  const bool office = request.format == DocumentFormat::docx || request.format == DocumentFormat::odt;
  if (request.reference.empty() || !office) return;
  if (request.attribution == Attribution::nonPaper)
    throw Error(ErrorKind::usage, {tr("A non-paper does not take the look of an organisation."), {}}, {},
                {tr("Leave out the reference document, or make no non-paper."), {}});
  if (fitsReference(request.reference, request.format)) return;
  throw Error(
      ErrorKind::unreadable,
      {tr("The reference document is no {format} file."), {{"format", std::string(formatName(request.format))}}}, {},
      {tr("Give one of the same format as the document that is made."), {}});
}

/// Lists in cells end each line with a break; behind the last one it would make an empty line.
std::string withoutLastBreaks(std::string html) {
  constexpr std::string_view broken = "<br></td>";
  for (std::size_t at = html.find(broken); at != std::string::npos; at = html.find(broken, at)) html.erase(at, 4);
  return html;
}

/// What the request adds to what the plan tells.
void addRequest(Node& root, const Template& look, const DocumentRequest& request) {
  root.set("document-title", request.language.translated(look.title));
  root.set("style", Markup{look.style});
  root.set("draft", Node::yes(request.completeness == Completeness::draft));
  root.set("non-paper", Node::yes(request.attribution == Attribution::nonPaper));
}

}  // namespace

bool fitsReference(std::string_view reference, DocumentFormat format) {
  return hasEntry(reference, format == DocumentFormat::docx ? "word/document.xml" : "content.xml");
}

std::string_view formatName(DocumentFormat format) { return formatNames[static_cast<std::size_t>(format)]; }

std::optional<DocumentFormat> formatNamed(std::string_view name) {
  const auto found = std::ranges::find(formatNames, name);
  if (found == formatNames.end()) return std::nullopt;
  return static_cast<DocumentFormat>(found - formatNames.begin());
}

NothingAhead::NothingAhead()
    : Error(ErrorKind::usage, {tr("This paper is about one activity, and none that is planned lies ahead."), {}}, {},
            {tr("Name the activity that it is about."), {}}) {}

DocumentResult makeDocument(const Plan& plan, const DocumentRequest& request, const TemplateList& templates,
                            Programs& programs) {
  const Template& look = wanted(templates, request.templateId);
  const Audience audience = audienceOf(look, request);
  verifyReference(request);
  const Plan shown = shownTo(plan, audience, request.asOf);
  const checks::Study written(request.attribution == Attribution::nonPaper ? withoutAuthors(shown) : shown,
                              request.asOf);
  const PlanInLanguage spoken = inLanguage(written.plan(), request.language.tag());
  const checks::Study study(spoken.plan, request.asOf);
  // What the checks say rests on the texts as they were written.
  const Material material{study, audience.level, findingsFor(plan, written, audience.level), request.language,
                          !audience.include.empty()};
  Node root = context(material);
  addRequest(root, look, request);
  addChanges(root, material, request.since.value_or(request.asOf - 30));
  addEvent(root, material, request.about);
  if (look.isAboutActivity() && !root.find("event")) throw NothingAhead();
  addFigures(root, material, look.html);
  const std::string html = fill(templateIn(request.language, look.html), root, look.id);
  const NumberedPage page = numberSections(withoutLastBreaks(html), {request.completeness, request.language}, look.id);
  DocumentResult result;
  result.notes = page.leftOut;
  result.notes.insert(result.notes.end(), spoken.untranslated.begin(), spoken.untranslated.end());
  result.bytes = withoutOutsideReferences(page.html);
  if (!spoken.untranslated.empty()) result.bytes = withOtherLanguageMarked(result.bytes, mainLanguage(shown));
  if (request.attribution == Attribution::nonPaper) result.bytes = withoutImages(result.bytes);
  result.said = result.bytes;
  convertResult(result, look, request, programs);
  return result;
}

}  // namespace trackloom::documents
