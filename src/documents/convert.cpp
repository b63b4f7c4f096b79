#include "documents/convert.h"

#include "documents/metadata.h"
#include "documents/office_page.h"
#include "documents/pdf_page.h"
#include "documents/zip.h"

namespace trackloom::documents {
namespace {

constexpr const char* pageFile = "page.html";

bool isNonPaper(const DocumentRequest& request) { return request.attribution == Attribution::nonPaper; }

/// What the packed files are dated by: a non-paper does not tell the day.
Day dayInside(const DocumentRequest& request) { return isNonPaper(request) ? Day{0} : request.asOf; }

Task pandocTask(const OfficePage& page, const DocumentRequest& request, const std::string& to,
                const TaskFile& reference) {
  Task task;
  const std::string result = "document." + to;
  task.command = {
      "pandoc", "--from=html", "--to=" + to, "--standalone", "--shift-heading-level-by=-1", "--output=" + result};
  if (page.rightToLeft) task.command.emplace_back("--metadata=dir:rtl");
  task.files = page.figures;
  task.files.push_back({pageFile, page.html});
  if (!reference.bytes.empty()) {
    task.files.push_back(reference);
    task.command.push_back("--reference-doc=" + reference.name);
  }
  task.command.emplace_back(pageFile);
  task.result = result;
  task.date = dayInside(request);
  return task;
}

std::string withChanged(const std::string& zip, std::string_view entry, const OfficePage& page,
                        std::string (*change)(std::string, const OfficePage&)) {
  auto content = entryOf(zip, entry);
  return content ? withEntry(zip, entry, change(std::move(*content), page)) : zip;
}

std::string toDocx(const OfficePage& page, const std::string& reference, const DocumentRequest& request,
                   Programs& programs) {
  std::string docx = programs.run(pandocTask(page, request, "docx", {"reference.docx", reference}));
  docx = withChanged(docx, "word/document.xml", page, docxText);
  for (const char* footer : {"word/footer1.xml", "word/footer2.xml", "word/footer3.xml"})
    docx = withChanged(docx, footer, page, footersWithLevel);
  if (isNonPaper(request)) docx = docxWithoutMetadata(docx);
  return withTimes(docx, dayInside(request));
}

std::string toOdt(const OfficePage& page, const std::string& reference, const DocumentRequest& request,
                  Programs& programs) {
  std::string odt = programs.run(pandocTask(page, request, "odt", {"reference.odt", reference}));
  odt = withChanged(odt, "content.xml", page, odtContent);
  odt = withChanged(odt, "styles.xml", page, odtStyles);
  if (isNonPaper(request)) odt = odtWithoutMetadata(odt);
  return withTimes(odt, dayInside(request));
}

std::string toPdf(const std::string& html, const DocumentRequest& request, Programs& programs) {
  const Task task{{"weasyprint", "--encoding", "utf-8", pageFile, "document.pdf"},
                  {{pageFile, pdfPage(html, dayInside(request), programs)}, pdfLetters()},
                  "document.pdf",
                  dayInside(request)};
  std::string pdf = programs.run(task);
  return isNonPaper(request) ? pdfWithoutMetadata(std::move(pdf)) : pdf;
}

}  // namespace

std::string convert(const std::string& html, const Template& look, const DocumentRequest& request, Programs& programs) {
  const auto reference = [&](const std::string& own) { return request.reference.empty() ? own : request.reference; };
  switch (request.format) {
    case DocumentFormat::html:
      return html;
    case DocumentFormat::docx:
      return toDocx(officePage(html), reference(look.referenceDocx), request, programs);
    case DocumentFormat::odt:
      return toOdt(officePage(html), reference(look.referenceOdt), request, programs);
    case DocumentFormat::pdf:
      return toPdf(html, request, programs);
  }
  return html;
}

void convertResult(DocumentResult& result, const Template& look, const DocumentRequest& request, Programs& programs) {
  try {
    result.bytes = convert(result.bytes, look, request, programs);
    result.format = request.format;
  } catch (const Error& error) {
    result.failure = error;
  }
}

}  // namespace trackloom::documents
