#include "documents/pdf_page.h"

#include "documents/tags.h"

#include <algorithm>

namespace trackloom::documents {
namespace {

/// Whether a letter may be of a script that joins letters, orders them anew or runs from right to left. In UTF-8 they
/// begin with these bytes; so do a few others, which outlines do no harm.
bool needsShaping(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0xD6 && byte <= 0xE1) return true;
    if (byte == 0xEF && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[i + 1]);
      if (next >= 0xAC && next <= 0xBB) return true;  // presentation forms
    }
  }
  return false;
}

void replaceAll(std::string& text, std::string_view what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// The drawing with outlines for letters. Its names get a beginning of their own, as one page may hold several.
std::string outlined(std::string svg, std::size_t number, Day day, Programs& programs) {
  if (svg.find("xmlns=") > svg.find('>')) svg.insert(4, " xmlns=\"http://www.w3.org/2000/svg\"");
  const Task task{{"rsvg-convert", "--unlimited", "--format=svg", "--output=outlined.svg", "figure.svg"},
                  {{"figure.svg", std::move(svg)}},
                  "outlined.svg",
                  day};
  std::string made = programs.run(task);
  made.erase(0, std::min(made.find("<svg"), made.size()));
  const std::string prefix = "outline" + std::to_string(number) + "-";
  replaceAll(made, " id=\"", " id=\"" + prefix);
  replaceAll(made, "href=\"#", "href=\"#" + prefix);
  replaceAll(made, "url(#", "url(#" + prefix);
  return made;
}

/// Headings go to the sheet of the drawing below them, which is one of its own, instead of staying alone on the one
/// before.
std::string withHeadingsBesideDrawings(std::string html) {
  for (const std::string sheet : {"across", "upright"}) {
    const std::string figure = "<figure class=\"drawing " + sheet + "\"";
    for (std::size_t at = html.find(figure); at != std::string::npos; at = html.find(figure, at + figure.size())) {
      const std::size_t before = html.find_last_not_of(" \n", at - 1);
      const bool isHeading = before != std::string::npos && before >= 4 &&
                             (html.compare(before - 4, 5, "</h2>") == 0 || html.compare(before - 4, 5, "</h3>") == 0);
      const std::size_t heading = isHeading ? html.rfind("<h", before) : std::string::npos;
      if (heading == std::string::npos) continue;
      const std::string style = " style=\"page: " + sheet + "\"";
      html.insert(heading + 3, style);
      at += style.size();
    }
  }
  return html;
}

}  // namespace

std::string pdfPage(const std::string& page, Day day, Programs& programs) {
  const std::string html = withHeadingsBesideDrawings(page);
  std::string out;
  std::size_t at = 0;
  std::size_t number = 0;
  while (const auto tag = nextTag(html, at)) {
    out.append(html, at, tag->begin - at);
    at = tag->end;
    const std::size_t close = tag->name == "svg" && !tag->closing ? html.find("</svg>", at) : std::string::npos;
    if (close != std::string::npos) at = close + 6;
    std::string piece = html.substr(tag->begin, at - tag->begin);
    if (close != std::string::npos && needsShaping(piece)) piece = outlined(std::move(piece), number++, day, programs);
    out += piece;
  }
  return out.append(html, at);
}

}  // namespace trackloom::documents
