#include "documents/sections.h"

#include "documents/papers.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::documents;

namespace {

const std::string page = R"(<nav id="contents"></nav>
<section id="a" data-gap="This tells A."><h2>Alpha</h2><p>words</p></section>
<section id="b" data-gap="This tells B."><h2>Beta</h2> <p> </p>
<section id="b1" data-gap="This tells B1."><h3>Inner</h3></section></section>
<section id="c" data-gap="This tells C."><h2>Gamma</h2>
<section id="c1" data-gap="This tells C1."><h3>Empty</h3></section>
<section id="c2" data-gap="This tells C2."><h3>Full</h3><svg></svg></section></section>
)";

}  // namespace

TEST_CASE("sections are numbered in order and listed in the contents") {
  const auto numbered = numberSections(page, {Completeness::plain}, "test");
  CHECK(contains(numbered.html, "<h2 id=\"a\">1. Alpha</h2>"));
  CHECK(contains(numbered.html, "<h3 id=\"c2\">3.2. Full</h3>"));
  CHECK(contains(numbered.html, "<a href=\"#c\">3. Gamma</a>"));
  CHECK(countOf(numbered.html, "Nothing is recorded that may be shown here.") == 2);
  CHECK_FALSE(contains(numbered.html, "Inner"));
  CHECK(numbered.leftOut.empty());
}

TEST_CASE("a draft says openly what is empty and what belongs there") {
  const auto numbered = numberSections(page, {Completeness::draft}, "test");
  CHECK(contains(numbered.html, "Nothing that may be shown is recorded here yet. This tells B."));
  CHECK(contains(numbered.html, "Nothing that may be shown is recorded here yet. This tells C1."));
  CHECK_FALSE(contains(numbered.html, "This tells A."));
}

TEST_CASE("a final version leaves empty sections out, numbers the others on, and tells the author") {
  const auto numbered = numberSections(page, {Completeness::final}, "test");
  CHECK_FALSE(contains(numbered.html, "Beta"));
  CHECK(contains(numbered.html, "2. Gamma"));
  CHECK(contains(numbered.html, "2.1. Full"));
  REQUIRE(numbered.leftOut.size() == 2);
  CHECK(contains(plainText(numbered.leftOut[0]), "Beta"));
  CHECK(contains(plainText(numbered.leftOut[1]), "Empty"));
}

TEST_CASE("a template whose sections are not closed in order is refused with its name") {
  CHECK_THROWS_AS(numberSections("<section id=\"a\"><h2>A</h2>", {Completeness::plain}, "test"), Error);
  CHECK_THROWS_AS(numberSections("<p></section></p>", {Completeness::plain}, "test"), Error);
}

TEST_CASE("sections nested very deeply do no harm") {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<section id=\"d\" data-gap=\"g\">";
  deep += "words";
  for (int i = 0; i < 2000; ++i) deep += "</section>";
  CHECK_THROWS_AS(numberSections(deep, {Completeness::draft}, "test"), Error);
}
