#include "documents/papers.h"
#include "documents/programs.h"
#include "xml/disk_files.h"

#include <algorithm>
#include <iterator>
#include <regex>

#include <catch2/catch.hpp>

// What an office program and a browser make of the documents. They are large programs, so that this is a long run.

using namespace trackloom;
using namespace trackloom::documents;

namespace {

const Day day = dayNamed("2013-12-01");

struct Paper {
  std::string example;
  std::string paper;
};

const Paper tunisia{"tunisia-2013", "process-design"};

std::string madeIn(DocumentFormat format, const Paper& paper) {
  const std::string file = TRACKLOOM_SOURCE_DIR "/templates/examples/" + paper.example + ".trackloom";
  InstalledPrograms programs;
  DocumentRequest request = requestFor(paper.paper);
  request.format = format;
  const auto made = makeDocument(*xml::read(DiskFiles().read(file)).plan, request, ownTemplates(), programs);
  if (made.failure) FAIL(plainText(made.failure->message()));
  return made.bytes;
}

void replaceAll(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// The text as people read it, without white space, references and the dots of lists.
std::string bare(std::string text) {
  text = std::regex_replace(text, std::regex("<[^>]*>"), "");
  for (const auto& [reference, sign] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", ""}, {"&amp;", "&"}})
    replaceAll(text, reference, sign);
  for (const char* space : {"•", " ", "\n", "\t", "\r", "\f", "\u00A0", "\u200B"}) replaceAll(text, space, "");
  return text;
}

/// The texts of all elements of a sort, in the order of the page.
std::vector<std::string> textsOf(const std::string& html, const std::string& element) {
  const std::regex pattern("<(" + element + ")( [^>]*)?>([\\s\\S]*?)</\\1>");
  std::vector<std::string> texts;
  for (std::sregex_iterator found(html.begin(), html.end(), pattern), end; found != end; ++found)
    if (std::string text = bare((*found)[3]); !text.empty()) texts.push_back(std::move(text));
  return texts;
}

/// The first of the texts that does not follow on the one before it in a longer text; empty if all do.
std::string firstMissing(const std::string& whole, const std::vector<std::string>& texts) {
  std::size_t at = 0;
  for (const std::string& text : texts) {
    at = whole.find(text, at);
    if (at == std::string::npos) return text;
    at += text.size();
  }
  return {};
}

/// What LibreOffice makes of a document; `to` may name a filter behind the ending.
std::string converted(const std::string& bytes, const std::string& ending, const std::string& to) {
  InstalledPrograms programs(300);
  const std::string command =
      "soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to '" + to + "' paper." + ending + " >&2";
  return programs.run(
      {{"sh", "-c", command}, {{"paper." + ending, bytes}}, "paper." + to.substr(0, to.find(':')), day});
}

std::string textOfPdf(const std::string& pdf) {
  InstalledPrograms programs;
  return programs.run({{"pdftotext", "-raw", "paper.pdf", "paper.txt"}, {{"paper.pdf", pdf}}, "paper.txt", day});
}

/// The page as Chromium has it once it is loaded, with the addresses of everything it asked for in `<pre>`.
std::string opened(std::string page) {
  const std::string listing =
      "<pre></pre><script>onload = () => setTimeout(() => document.querySelector('pre').textContent = "
      "performance.getEntriesByType('resource').map(entry => entry.name).join(' '), 500)</script></body>";
  replaceAll(page, "</body>", listing);
  const std::string command =
      "chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync "
      "--disable-component-update --disable-quic --user-data-dir=$PWD/profile --virtual-time-budget=5000 "
      "--dump-dom file://$PWD/page.html >opened.html";
  InstalledPrograms programs(300);
  return programs.run({{"sh", "-c", command}, {{"page.html", page}}, "opened.html", day});
}

std::string askedFor(const std::string& page) {
  const std::size_t begin = page.find("<pre>");
  REQUIRE(begin != std::string::npos);
  return page.substr(begin + 5, page.find("</pre>", begin) - begin - 5);
}

}  // namespace

TEST_CASE("LibreOffice opens DOCX and ODT with the headings and tables of the page", "[.long]") {
  const Paper papers[] = {tunisia,
                          {"yemen-2011", "process-design"},
                          {"libya-2018", "process-design"},
                          {"colombia-2010", "process-design"},
                          {"yemen-2011", "national-dialogue"}};
  const Paper& paper = papers[GENERATE(0, 1, 2, 3, 4)];
  const std::string html = madeIn(DocumentFormat::html, paper);
  const auto headings = textsOf(html, "h[1-6]");
  const auto cells = textsOf(html, "t[hd]");
  REQUIRE(headings.size() > 8);
  REQUIRE(cells.size() > 100);
  const auto format = GENERATE(DocumentFormat::docx, DocumentFormat::odt);
  const std::string ending(formatName(format));
  INFO(paper.example << ' ' << paper.paper << '.' << ending);
  const std::string document = madeIn(format, paper);
  const std::string pdf = converted(document, ending, "pdf");
  CHECK(pdf.starts_with("%PDF-"));
  const std::string pages = bare(textOfPdf(pdf));
  CHECK(firstMissing(pages, headings) == "");
  CHECK(firstMissing(pages, cells) == "");
  const std::string text = bare(converted(document, ending, "txt:Text (encoded):UTF8"));
  CHECK(firstMissing(text, headings) == "");
  CHECK(firstMissing(text, cells) == "");
}

TEST_CASE("Chromium opens a page and asks nothing of any other place", "[.long]") {
  const std::string html = madeIn(DocumentFormat::html, tunisia);
  const std::string page = opened(html);
  CHECK(textsOf(page, "h[1-6]") == textsOf(html, "h[1-6]"));
  CHECK(askedFor(page) == "");
  // The same question about a page that does ask is answered.
  CHECK(askedFor(opened("<html><body><img src='http://127.0.0.1:9/x.png'></body></html>")) ==
        "http://127.0.0.1:9/x.png");
}
