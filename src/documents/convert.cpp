#include "documents/convert.h"

#include "documents/tags.h"
#include "documents/zip.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace trackloom::documents {
namespace {

/// A page as pandoc reads it best, with its figures as files beside it.
struct OfficePage {
  std::string html;
  std::vector<TaskFile> figures;
  std::vector<std::string> descriptions;  ///< of each figure, escaped
};

/// What stands in the first element of a name: its text, as escaped as it was.
std::string insideFirst(std::string_view markup, std::string_view name) {
  for (auto tag = nextTag(markup, 0); tag; tag = nextTag(markup, tag->end)) {
    if (tag->closing || tag->name != name) continue;
    const std::size_t close = markup.find('<', tag->end);
    return std::string(markup.substr(tag->end, close == std::string_view::npos ? close : close - tag->end));
  }
  return {};
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::string descriptionOf(std::string_view svg) {
  const std::string title = insideFirst(svg, "title");
  const std::string more = insideFirst(svg, "desc");
  return replaced(title + (title.empty() || more.empty() ? "" : ". ") + more, "\"", "&quot;");
}

/// Width and height for a drawing, as attributes, so that it and its caption fit on a page of A4.
std::string sizeOf(const Tag& svg) {
  constexpr double widest = 165;  // millimetres
  constexpr double tallest = 225;
  double box[4] = {0, 0, 1, 1};
  const std::string viewBox(svg.get("viewbox").value_or("0 0 1 1"));
  const char* at = viewBox.data();
  for (double& number : box) {
    while (*at == ' ') ++at;
    at = std::from_chars(at, viewBox.data() + viewBox.size(), number).ptr;
  }
  const double width = std::max(box[2], 1.0);
  const double height = std::max(box[3], 1.0);
  const double scale = std::min(widest / width, tallest / height);
  const auto millimetres = [&](double length) {
    return std::to_string(std::max(1L, std::lround(length * scale))) + "mm";
  };
  return " width=\"" + millimetres(width) + "\" height=\"" + millimetres(height) + "\"";
}

class OfficeWriter {
 public:
  explicit OfficeWriter(const std::string& html) : html_(html) {}

  OfficePage write() {
    std::size_t at = 0;
    while (const auto tag = nextTag(html_, at)) {
      page_.html.append(html_, at, tag->begin - at);
      at = take(*tag);
    }
    page_.html.append(html_, at);
    return std::move(page_);
  }

 private:
  /// Writes what a tag becomes; gives the place to go on from.
  std::size_t take(const Tag& tag) {
    if (tag.name == "svg" && !tag.closing) return takeDrawing(tag);
    if (tag.name == "h1" && !tag.closing) return behind(tag, "</h1>");  // the title comes from the head of the page
    if (tag.name == "style" && !tag.closing) return behind(tag, "</style>");
    if (tag.name == "figure")
      page_.html += tag.closing ? "</div>" : "<div>";
    else if (tag.name == "figcaption")
      page_.html += tag.closing ? "</p></div>" : "<div data-custom-style=\"Image Caption\"><p>";
    else
      page_.html.append(html_, tag.begin, tag.end - tag.begin);
    return tag.end;
  }

  std::size_t behind(const Tag& tag, std::string_view close) const {
    const std::size_t end = html_.find(close, tag.end);
    return end == std::string::npos ? tag.end : end + close.size();
  }

  std::size_t takeDrawing(const Tag& tag) {
    const std::size_t end = behind(tag, "</svg>");
    std::string svg = html_.substr(tag.begin, end - tag.begin);
    if (!tag.get("xmlns")) svg.insert(4, " xmlns=\"http://www.w3.org/2000/svg\"");
    const std::string name = "figure" + std::to_string(page_.figures.size()) + ".svg";
    page_.descriptions.push_back(descriptionOf(svg));
    page_.html += "<p><img src=\"" + name + "\" alt=\"" + page_.descriptions.back() + "\"" + sizeOf(tag) + "></p>";
    page_.figures.push_back({name, std::move(svg)});
    return end;
  }

  const std::string& html_;
  OfficePage page_;
};

constexpr const char* pageFile = "page.html";

Task pandocTask(const OfficePage& page, const Day day, const std::string& to, const TaskFile& reference) {
  Task task;
  const std::string result = "document." + to;
  task.command = {
      "pandoc", "--from=html", "--to=" + to, "--standalone", "--shift-heading-level-by=-1", "--output=" + result};
  task.files = page.figures;
  task.files.push_back({pageFile, page.html});
  if (!reference.bytes.empty()) {
    task.files.push_back(reference);
    task.command.push_back("--reference-doc=" + reference.name);
  }
  task.command.push_back(pageFile);
  task.result = result;
  task.date = day;
  return task;
}

/// The text of an ODT with what pandoc leaves out: pictures by their place in the package, their descriptions, lines
/// between the rows of tables.
std::string odtContent(std::string content, const OfficePage& page) {
  for (std::size_t i = 0; i < page.figures.size(); ++i) {
    const std::string number = std::to_string(i);
    const std::string link = "xlink:href=\"" + page.figures[i].name + "\"";
    const std::size_t at = content.find(link);
    if (at == std::string::npos) continue;
    const std::size_t frameEnd = content.find("</draw:frame>", at);
    if (frameEnd != std::string::npos) content.insert(frameEnd, "<svg:desc>" + page.descriptions[i] + "</svg:desc>");
    content.replace(at, link.size(), "xlink:href=\"Pictures/" + number + ".svg\"");
  }
  const std::string cell = "style:family=\"table-cell\">";
  const std::size_t styles = content.find("</office:automatic-styles>");
  for (std::size_t at = content.find(cell); at < styles && at != std::string::npos; at = content.find(cell, at + 1)) {
    const std::size_t end = content.find("/>", at);
    if (end == std::string::npos) break;
    content.replace(at, end + 2 - at,
                    cell +
                        "<style:table-cell-properties fo:border=\"none\" fo:border-bottom=\"0.5pt solid #b8c2cc\" "
                        "fo:padding=\"0.05in\"/>");
  }
  return content;
}

std::string toDocx(const OfficePage& page, const Template& look, Day day, Programs& programs) {
  return withTimes(programs.run(pandocTask(page, day, "docx", {"reference.docx", look.referenceDocx})), day);
}

std::string toOdt(const OfficePage& page, const Template& look, Day day, Programs& programs) {
  const std::string odt = programs.run(pandocTask(page, day, "odt", {"reference.odt", look.referenceOdt}));
  const std::string content = programs.run(pandocTask(page, day, "opendocument", {}));
  return withTimes(withEntry(odt, "content.xml", odtContent(content, page)), day);
}

std::string toPdf(const std::string& html, Day day, Programs& programs) {
  const Task task{
      {"weasyprint", "--encoding", "utf-8", pageFile, "document.pdf"}, {{pageFile, html}}, "document.pdf", day};
  return programs.run(task);
}

}  // namespace

std::string convert(const std::string& html, const Template& look, const DocumentRequest& request, Programs& programs) {
  switch (request.format) {
    case DocumentFormat::html:
      return html;
    case DocumentFormat::docx:
      return toDocx(OfficeWriter(html).write(), look, request.asOf, programs);
    case DocumentFormat::odt:
      return toOdt(OfficeWriter(html).write(), look, request.asOf, programs);
    case DocumentFormat::pdf:
      return toPdf(html, request.asOf, programs);
  }
  return html;
}

}  // namespace trackloom::documents
