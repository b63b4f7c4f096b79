#include "documents/metadata.h"

#include "documents/zip.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace trackloom::documents {
namespace {

/// The element with its tags as it stands in a text, or nothing.
std::string elementIn(std::string_view xml, std::string_view name) {
  const std::string open = "<" + std::string(name) + ">";
  const std::string close = "</" + std::string(name) + ">";
  const std::size_t begin = xml.find(open);
  const std::size_t end = xml.find(close, begin == std::string_view::npos ? xml.size() : begin);
  return end == std::string_view::npos ? std::string() : std::string(xml.substr(begin, end + close.size() - begin));
}

/// What is kept of the file that tells of the document.
std::string kept(const std::string& zip, std::string_view name) {
  const std::string xml = entryOf(zip, name).value_or("");
  return elementIn(xml, "dc:title") + elementIn(xml, "dc:language");
}

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace

std::string docxWithoutMetadata(const std::string& docx) {
  const std::string core =
      std::string(declaration) +
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" +
      kept(docx, "docProps/core.xml") + "</cp:coreProperties>";
  const std::string app =
      std::string(declaration) +
      "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>";
  const std::string custom =
      std::string(declaration) +
      "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>";
  std::string out = withEntry(docx, "docProps/core.xml", core);
  out = withEntry(out, "docProps/app.xml", app);
  return withEntry(out, "docProps/custom.xml", custom);
}

std::string odtWithoutMetadata(const std::string& odt) {
  const std::string meta = std::string(declaration) +
                           "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\"><office:meta>" +
                           kept(odt, "meta.xml") + "</office:meta></office:document-meta>";
  return withEntry(odt, "meta.xml", meta);
}

std::string pdfWithoutMetadata(std::string pdf) {
  constexpr auto names =
      std::to_array<std::string_view>({"/Producer (", "/Creator (", "/Author (", "/CreationDate (", "/ModDate ("});
  for (const std::string_view name : names)
    for (std::size_t at = pdf.find(name); at != std::string::npos; at = pdf.find(name, at + 1)) {
      const std::size_t end = pdf.find(')', at);
      if (end == std::string::npos) break;
      std::fill(pdf.begin() + static_cast<std::ptrdiff_t>(at), pdf.begin() + static_cast<std::ptrdiff_t>(end + 1), ' ');
    }
  return pdf;
}

}  // namespace trackloom::documents
