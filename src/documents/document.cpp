#include "documents/document.h"

#include "documents/context.h"
#include "documents/convert.h"
#include "documents/fill.h"
#include "documents/sections.h"
#include "documents/tags.h"

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

Material materialOf(const Plan& whole, const checks::Study& study, Classification audience) {
  return {study, audience, findingsFor(whole, study, audience)};
}

}  // namespace

std::string_view formatName(DocumentFormat format) { return formatNames[static_cast<std::size_t>(format)]; }

std::optional<DocumentFormat> formatNamed(std::string_view name) {
  const auto found = std::ranges::find(formatNames, name);
  if (found == formatNames.end()) return std::nullopt;
  return static_cast<DocumentFormat>(found - formatNames.begin());
}

DocumentResult makeDocument(const Plan& plan, const DocumentRequest& request, const TemplateList& templates,
                            Programs& programs) {
  const Template& look = wanted(templates, request.templateId);
  const checks::Study study(shownTo(plan, look.audience, request.asOf), request.asOf);
  Node root = context(materialOf(plan, study, look.audience));
  root.set("style", Markup{look.style});
  root.set("draft", Node::yes(request.completeness == Completeness::draft));
  const NumberedPage page = numberSections(fill(look.html, root, look.id), request.completeness, look.id);
  DocumentResult result;
  result.notes = page.leftOut;
  result.bytes = withoutOutsideReferences(page.html);
  if (request.format == DocumentFormat::html) return result;
  try {
    result.bytes = convert(result.bytes, look, request, programs);
    result.format = request.format;
  } catch (const Error& error) {
    result.failure = error;
  }
  return result;
}

}  // namespace trackloom::documents
