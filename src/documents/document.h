#pragma once

#include "documents/programs.h"
#include "documents/template_list.h"
#include "language/language.h"
#include "plan/error.h"
#include "plan/levels.h"
#include "plan/message.h"

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

/// Whether a paper tells where it comes from. A non-paper has no logo, author, tool name or metadata.
enum class Attribution : std::uint8_t { named, nonPaper };

struct DocumentRequest {
  std::string templateId;
  DocumentFormat format = DocumentFormat::html;
  Completeness completeness = Completeness::plain;
  Day asOf;
  Attribution attribution = Attribution::named;
  /// For whom, if for fewer eyes than the template's own audience.
  std::optional<Audience> audience = std::nullopt;
  /// The day from which on changes are told; without one, 30 days before the day the plan is looked at.
  std::optional<Day> since = std::nullopt;
  /// The activity a paper about one activity is about; without one, the next that is planned.
  ElementId about = {};
  /// An organisation's own DOCX or ODT, whose styles and letterhead the document takes; bytes.
  std::string reference = {};
  language::Language language = {};
};

struct DocumentResult {
  std::string bytes;
  DocumentFormat format = DocumentFormat::html;  ///< what the bytes are: HTML if the wanted format could not be made
  std::vector<Message> notes;                    ///< for the author: what was left out, what is not translated
  std::optional<Error> failure;                  ///< why the wanted format could not be made
  std::string said{};                            ///< what it says, as HTML
};

/// A paper about one activity was asked for, none was named, and none that is planned lies ahead.
class NothingAhead : public Error {
 public:
  NothingAhead();
};

/// Does an office document fit as the reference of documents in a format?
bool fitsReference(std::string_view reference, DocumentFormat format);

/// A document from a plan as of a day. The same plan, day and template give the same bytes. Nothing that the template's
/// audience may not see goes in. Throws `Error` for a template that is not in the list or does not read, an audience
/// that the template is not for, a reference document of another format, and an activity that is not there;
/// `NothingAhead` where it is about one and none can be chosen.
DocumentResult makeDocument(const Plan& plan, const DocumentRequest& request, const TemplateList& templates,
                            Programs& programs);

}  // namespace trackloom::documents
