#include "documents/pdf_pages.h"

#include "documents/papers.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::documents;

TEST_CASE("the pages of a document are counted, measured and drawn") {
  InstalledPrograms programs;
  DocumentRequest request = requestFor("process-design");
  request.format = DocumentFormat::pdf;
  const std::string pdf = makeDocument(fullPlan(), request, ownTemplates(), programs).bytes;
  const std::vector<PageSize> sizes = pageSizes(pdf, programs);
  REQUIRE(sizes.size() > 1);
  for (const PageSize& size : sizes) {
    CHECK(std::min(size.width, size.height) == Approx(595.3).margin(0.1));  // A4, upright or across
    CHECK(std::max(size.width, size.height) == Approx(841.9).margin(0.1));
  }
  const std::string first = pagePicture(pdf, 0, 72, programs);
  CHECK(first.substr(1, 3) == "PNG");
  CHECK(first != pagePicture(pdf, 1, 72, programs));
  CHECK(pagePicture(pdf, 0, 144, programs).size() > first.size());
}

TEST_CASE("what is no PDF has no pages") {
  InstalledPrograms programs;
  CHECK_THROWS_AS(pageSizes("no pages here", programs), Error);
  CHECK_THROWS_AS(pagePicture("no pages here", 0, 72, programs), Error);
}
