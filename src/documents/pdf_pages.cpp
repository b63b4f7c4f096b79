#include "documents/pdf_pages.h"

#include <locale>
#include <sstream>

namespace trackloom::documents {
namespace {

constexpr const char* file = "pages.pdf";

/// The two numbers of `595.276 x 841.89 pts (A4)`.
PageSize sizeIn(const std::string& text) {
  std::istringstream in(text);
  in.imbue(std::locale::classic());
  PageSize size;
  std::string by;
  in >> size.width >> by >> size.height;
  return size;
}

}  // namespace

std::vector<PageSize> pageSizes(const std::string& pdf, Programs& programs) {
  // Asked for more pages than there are, it tells of all that are: `Page    2 size: 595.276 x 841.89 pts (A4)`.
  std::istringstream lines(programs.run({{"pdfinfo", "-f", "1", "-l", "100000", file}, {{file, pdf}}, {}, {}}));
  std::vector<PageSize> sizes;
  for (std::string line; std::getline(lines, line);)
    if (const std::size_t at = line.find("size:"); at != std::string::npos && line.starts_with("Page "))
      sizes.push_back(sizeIn(line.substr(at + 5)));
  return sizes;
}

std::string pagePicture(const std::string& pdf, std::size_t page, int dotsPerInch, Programs& programs) {
  const std::string number = std::to_string(page + 1);
  return programs.run({{"pdftocairo", "-png", "-singlefile", "-r", std::to_string(dotsPerInch), "-f", number, "-l",
                        number, file, "page"},
                       {{file, pdf}},
                       "page.png",
                       {}});
}

}  // namespace trackloom::documents
