#pragma once

#include "documents/programs.h"
#include "documents/template_list.h"
#include "plan/error.h"
#include "plan/message.h"
#include "plan/plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::documents {

enum class DocumentFormat : std::uint8_t { html, docx, odt, pdf };

/// `html`, `docx`, `odt`, `pdf`: also the ending of the file.
std::string_view formatName(DocumentFormat format);
std::optional<DocumentFormat> formatNamed(std::string_view name);

/// What becomes of sections about which the plan says nothing: a short note that nothing is recorded, an open mark with
/// what belongs there, or no section at all.
enum class Completeness : std::uint8_t { plain, draft, final };

struct DocumentRequest {
  std::string templateId;
  DocumentFormat format = DocumentFormat::html;
  Completeness completeness = Completeness::plain;
  Day asOf;
};

struct DocumentResult {
  std::string bytes;
  DocumentFormat format = DocumentFormat::html;  ///< what the bytes are: HTML if the wanted format could not be made
  std::vector<Message> notes;                    ///< for the author: which sections were left out
  std::optional<Error> failure;                  ///< why the wanted format could not be made
};

/// A document from a plan as of a day. The same plan, day and template give the same bytes. Nothing that the template's
/// audience may not see goes in. Throws `Error` for a template that is not in the list or does not read.
DocumentResult makeDocument(const Plan& plan, const DocumentRequest& request, const TemplateList& templates,
                            Programs& programs);

}  // namespace trackloom::documents
