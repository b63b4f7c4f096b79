#include "documents/office_page.h"

#include "documents/tags.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace trackloom::documents {
namespace {

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

/// Width and height for a drawing, as attributes, so that it and its caption fit on a sheet of A4.
std::string sizeOf(const Tag& svg, const OfficePage& page) {
  const double widest = page.across ? 250 : 165;  // millimetres
  const double tallest = page.across ? 140 : 225;
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
    if (tag.name == "h1" && !tag.closing) return takeTitle(tag);
    if (tag.name == "style" && !tag.closing) return behind(tag, "</style>");
    if (tag.name == "html" && !tag.closing) page_.rightToLeft = tag.get("dir") == "rtl";
    if (tag.name == "body" && !tag.closing) page_.across = tag.get("class") == "across";
    if (tag.name == "th") return takeHeader(tag);
    if (tag.name == "figure")
      page_.html += tag.closing ? "</div>" : "<div>";
    else if (tag.name == "figcaption")
      page_.html += tag.closing ? "</p></div>" : "<div data-custom-style=\"Image Caption\"><p>";
    else
      page_.html.append(html_, tag.begin, tag.end - tag.begin);
    return tag.end;
  }

  /// The title comes from the head of the page.
  std::size_t takeTitle(const Tag& tag) {
    page_.level = tag.get("data-level").value_or("");
    return behind(tag, "</h1>");
  }

  /// Pandoc leaves headers of rows out of an ODT; as cells they stay.
  std::size_t takeHeader(const Tag& tag) {
    if (!tag.closing) ofRow_ = tag.get("scope") == "row";
    page_.html += tag.closing ? (ofRow_ ? "</td>" : "</th>") : (ofRow_ ? "<td>" : "<th>");
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
    page_.html +=
        "<p><img src=\"" + name + "\" alt=\"" + page_.descriptions.back() + "\"" + sizeOf(tag, page_) + "></p>";
    page_.figures.push_back({name, std::move(svg)});
    return end;
  }

  const std::string& html_;
  OfficePage page_;
  bool ofRow_ = false;
};

/// Where the element that opens at `at` has its tag closed: behind its `>`.
std::size_t tagEnd(std::string_view xml, std::size_t at) {
  const std::size_t close = xml.find('>', at);
  return close == std::string_view::npos ? xml.size() : close + 1;
}

std::string attributeOf(std::string_view tag, std::string_view name) {
  const std::string begin = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(begin);
  if (at == std::string_view::npos) return {};
  const std::size_t value = at + begin.size();
  return std::string(tag.substr(value, tag.find('"', value) - value));
}

std::string withAttribute(std::string tag, const std::string& name, const std::string& value) {
  const std::string begin = " " + name + "=\"";
  const std::size_t at = tag.find(begin);
  if (at == std::string::npos) return tag.insert(tag.find_first_of(" />"), begin + value + "\"");
  return tag.replace(at + begin.size(), tag.find('"', at + begin.size()) - at - begin.size(), value);
}

double lengthOf(const std::string& text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// The tag with two attributes exchanged, unless the first is the greater already.
std::string onLongSide(const std::string& tag, const std::string& width, const std::string& height) {
  const std::string w = attributeOf(tag, width);
  const std::string h = attributeOf(tag, height);
  if (w.empty() || h.empty() || lengthOf(w) >= lengthOf(h)) return tag;
  return withAttribute(withAttribute(tag, width, h), height, w);
}

/// Every tag that begins so, as `change` makes it.
std::string changedTags(std::string xml, std::string_view begins, auto change) {
  for (std::size_t at = xml.find(begins); at != std::string::npos; at = xml.find(begins, at)) {
    const std::size_t end = tagEnd(xml, at);
    const std::string tag = change(xml.substr(at, end - at));
    xml.replace(at, end - at, tag);
    at += tag.size();
  }
  return xml;
}

/// The first paragraph style is the one that all others are like.
std::string paragraphsRightToLeft(std::string styles) {
  const std::size_t family = styles.find("<style:default-style style:family=\"paragraph\"");
  const std::size_t at = styles.find("<style:paragraph-properties", std::min(family, styles.size()));
  if (at == std::string::npos) return styles;
  const std::size_t end = tagEnd(styles, at);
  const std::string turned = withAttribute(styles.substr(at, end - at), "style:writing-mode", "rl-tb");
  return styles.replace(at, end - at, withAttribute(turned, "fo:text-align", "right"));
}

}  // namespace

OfficePage officePage(const std::string& html) { return OfficeWriter(html).write(); }

std::string docxText(std::string document, const OfficePage& page) {
  // Rows do not break over pages, and the head of a table stands on the page of the first row below it: LibreOffice 7
  // loses the rows of a table whose head stands alone at the end of a page.
  constexpr std::string_view row = "<w:tr>";
  constexpr std::string_view properties = "<w:trPr>";
  for (std::size_t at = document.find(row); at != std::string::npos; at = document.find(row, at + 1)) {
    const std::size_t inside = at + row.size();
    const bool has = document.compare(inside, properties.size(), properties) == 0;
    document.insert(has ? inside + properties.size() : inside,
                    has ? "<w:cantSplit />" : "<w:trPr><w:cantSplit /></w:trPr>");
    const std::size_t end = std::min(document.find("</w:tr>", at), document.size());
    if (std::string head = document.substr(at, end - at); head.find("<w:tblHeader") != std::string::npos)
      document.replace(at, end - at, changedTags(std::move(head), "<w:pStyle ", [](const std::string& tag) {
                         return tag + "<w:keepNext />";
                       }));
  }
  // The schema wants it right behind the table's style.
  if (page.rightToLeft) {
    document = changedTags(std::move(document), "<w:tblStyle ",
                           [](const std::string& tag) { return tag + "<w:bidiVisual />"; });
    // Pages open from the right. The schema wants it last but for the grid.
    for (std::size_t at = document.find("</w:sectPr>"); at != std::string::npos;
         at = document.find("</w:sectPr>", at)) {
      const std::size_t begin = document.rfind("<w:sectPr", at);
      const std::size_t grid = document.find("<w:docGrid", begin);
      const std::string_view bidi = "<w:bidi />";
      document.insert(std::min(grid, at), bidi);
      at += bidi.size() + 1;
    }
  }
  if (!page.across) return document;
  return changedTags(std::move(document), "<w:pgSz ", [](const std::string& tag) {
    return withAttribute(onLongSide(tag, "w:w", "w:h"), "w:orient", "landscape");
  });
}

/// Tables of few rows do not break over pages: they are easier to read so, and LibreOffice 7 loses the only row of one
/// of which the head alone fits on a page.
std::string shortTablesWhole(std::string content) {
  constexpr int fewRows = 4;  // with the head
  constexpr std::string_view name = "<table:table table:name=\"", row = "<table:table-row>";
  for (std::size_t at = content.find(name); at != std::string::npos; at = content.find(name, at + name.size())) {
    const std::size_t end = content.find("</table:table>", at);
    int rows = 0;
    for (std::size_t next = content.find(row, at); next < end; next = content.find(row, next + row.size())) ++rows;
    if (rows > fewRows) continue;
    const std::size_t named = at + name.size();
    const std::string style = "<style:style style:name=\"" + content.substr(named, content.find('"', named) - named) +
                              "\" style:family=\"table\">";
    constexpr std::string_view properties = "<style:table-properties ",
                               whole = "style:may-break-between-rows=\"false\" ";
    const std::size_t defined = content.find(properties, std::min(content.find(style), content.size()));
    if (defined >= at) continue;
    content.insert(defined + properties.size(), whole);
    at += whole.size();
  }
  return content;
}

std::string footersWithLevel(std::string footer, const OfficePage& page) {
  return replaced(std::move(footer), "@level", page.level.empty() ? std::string() : page.level + "  ·  ");
}

std::string odtContent(std::string content, const OfficePage& page) {
  for (std::size_t i = 0; i < page.figures.size(); ++i) {
    const std::size_t at = content.find("xlink:href=\"Pictures/" + std::to_string(i) + ".svg\"");
    const std::size_t frameEnd = content.find("</draw:frame>", std::min(at, content.size()));
    if (frameEnd != std::string::npos) content.insert(frameEnd, "<svg:desc>" + page.descriptions[i] + "</svg:desc>");
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
  const std::size_t header = content.find("style:name=\"TableHeaderRowCell\"");
  const std::size_t shaded = content.find("<style:table-cell-properties ", std::min(header, content.size()));
  if (shaded != std::string::npos) content.insert(tagEnd(content, shaded) - 2, " fo:background-color=\"#eef2f6\"");
  content = shortTablesWhole(std::move(content));
  if (!page.rightToLeft) return content;
  return changedTags(std::move(content), "<style:table-properties ",
                     [](const std::string& tag) { return withAttribute(tag, "style:writing-mode", "rl-tb"); });
}

std::string odtStyles(std::string styles, const OfficePage& page) {
  styles = footersWithLevel(std::move(styles), page);
  if (page.rightToLeft) styles = paragraphsRightToLeft(std::move(styles));
  // What stands above a table goes with it; pandoc names the style and leaves it out.
  if (const std::size_t end = styles.find("</office:styles>");
      end != std::string::npos && styles.find("style:name=\"TableCaption\"") == std::string::npos)
    styles.insert(end,
                  "<style:style style:name=\"TableCaption\" style:family=\"paragraph\" "
                  "style:parent-style-name=\"Standard\"><style:paragraph-properties fo:keep-with-next=\"always\"/>"
                  "</style:style>");
  // Rows do not break over pages.
  styles = changedTags(std::move(styles), "<style:table-row-properties ",
                       [](const std::string& tag) { return withAttribute(tag, "fo:keep-together", "always"); });
  return changedTags(std::move(styles), "<style:page-layout-properties ", [&](std::string tag) {
    if (page.rightToLeft) tag = withAttribute(tag, "style:writing-mode", "rl-tb");
    if (page.across)
      tag = withAttribute(onLongSide(tag, "fo:page-width", "fo:page-height"), "style:print-orientation", "landscape");
    return tag;
  });
}

}  // namespace trackloom::documents
