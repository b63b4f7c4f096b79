#include "render/paper.h"

#include "documents/unpacked.h"
#include "plan/error.h"
#include "scene/drawings.h"
#include "support/sample_plans.h"

#include <cmath>

#include <catch2/catch.hpp>

using namespace trackloom;
using documents::pdfText;
using documents::toldOf;

namespace {

const Day day = dayOf({2013, 12, 1});

scene::Scene timelineOf(const std::vector<Element>& elements) {
  const checks::Study study(test::planOf(elements), day);
  return scene::findDrawing("timeline")->draw(study, {});
}

std::string pdfOf(const scene::Scene& scene, render::PdfOptions options = {}) {
  options.made = day;
  return render::pdf({&scene, 1}, options);
}

scene::Scene empty(double width, double height) {
  scene::Scene scene;
  scene.width = width;
  scene.height = height;
  return scene;
}

/// The sizes of its pages in whole points, one a line.
std::string sizesOf(const std::string& pdf) {
  return toldOf(pdf, R"(pdfinfo -l 99 {} | sed -n 's/^Page.*size: *\([0-9]*\)[0-9.]* x \([0-9]*\).*/\1 \2/p')");
}

std::uint32_t bigEndianAt(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

std::size_t count(const std::string& text, std::string_view wanted) {
  std::size_t found = 0;
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a drawing becomes a PDF with text to search and its fonts in it, the same bytes every time") {
  const scene::Scene scene = timelineOf(test::sampleElements());
  const std::string pdf = pdfOf(scene);
  CHECK(pdf.starts_with("%PDF-"));
  CHECK(pdf == pdfOf(scene));
  const std::string text = pdfText(pdf);
  for (const char* name : {"Dialogue for the valley", "Talks about talks", "Working group on land"})
    CHECK(text.find(name) != std::string::npos);
  const std::string fonts = toldOf(pdf, "pdffonts {} | tail -n +3 | awk '{print $(NF-4)}' | sort -u");
  CHECK(fonts == "yes\n");
  CHECK(toldOf(pdf, "TZ=UTC pdfinfo {}").find("Sun Dec  1 00:00:00 2013") != std::string::npos);
}

TEST_CASE("Arabic comes out of a PDF in the order in which it is read") {
  const std::string text = pdfText(pdfOf(timelineOf(test::arabicElements())));
  int found = 0;
  for (const Element& element : test::arabicElements())
    if (element.kind() == KindId::track && text.find(std::string(element.text(key::name))) != std::string::npos)
      ++found;
  CHECK(found > 0);
}

TEST_CASE("each drawing has a page, as large as itself or fitted onto a sheet, upright or across") {
  const scene::Scene pages[] = {empty(900, 300), empty(300, 900)};
  const std::string own = render::pdf(pages, {scene::paperPalette(), {}, day});
  CHECK(sizesOf(own) == "900 300\n300 900\n");
  const std::string sheets = render::pdf(pages, {scene::paperPalette(), render::SheetSize::a4, day});
  CHECK(sizesOf(sheets) == "841 595\n595 841\n");
  const std::string a3 = render::pdf(pages, {scene::paperPalette(), render::SheetSize::a3, day});
  CHECK(sizesOf(a3) == "1190 841\n841 1190\n");
}

TEST_CASE("a page is never larger than PDF readers show") {
  const std::string pdf = pdfOf(empty(900, 100000));
  CHECK(sizesOf(pdf) == "129 14400\n");
}

TEST_CASE("a drawing becomes a picture with two pixels a point, the same bytes every time") {
  const scene::Scene scene = timelineOf(test::sampleElements());
  const std::string png = render::png(scene);
  CHECK(png.starts_with("\x89PNG"));
  CHECK(bigEndianAt(png, 16) == static_cast<std::uint32_t>(std::ceil(scene.width * 2)));
  CHECK(bigEndianAt(png, 20) == static_cast<std::uint32_t>(std::ceil(scene.height * 2)));
  CHECK(png == render::png(scene));
}

TEST_CASE("a picture grows no larger than programs open, and one that could not be read is refused") {
  CHECK(render::fittingScale(empty(900, 900), 2) == 2);
  CHECK(render::fittingScale(empty(900, 20000), 2) == Approx(1.6));
  CHECK(render::fittingScale(empty(900, 40000), 2) == 0);
  CHECK(render::fittingScale(empty(900, 900), 0.5) == 0.5);
  const std::string png = render::png(empty(300, 20000));
  CHECK(bigEndianAt(png, 20) == 32000);
  CHECK_THROWS_WITH(render::png(empty(900, 40000)), "The drawing is too large for a picture that could be read.");
}

TEST_CASE("hostile texts become nothing but text on paper") {
  std::vector<Element> elements = test::sampleElements();
  elements.push_back(
      test::element(KindId::activity, "zz",
                    {{"title", "<script>alert(1)</script> ]]> \xE2\x80\xAE evil " + std::string(10000, 'x')},
                     {"tracks", "t1"},
                     {"planned-start", "2013-11-11"}}));
  const scene::Scene scene = timelineOf(elements);
  const std::string pdf = pdfOf(scene);
  CHECK(pdfText(pdf).find("<script>") != std::string::npos);
  CHECK(count(pdf, "/JavaScript") == 0);
  CHECK(count(pdf, "/URI") == 0);
  CHECK(render::png(scene).starts_with("\x89PNG"));
}

TEST_CASE("the palette decides the colours of a picture") {
  const scene::Scene scene = timelineOf(test::sampleElements());
  CHECK(render::png(scene) != render::png(scene, {scene::palette(scene::Theme::grey)}));
}
