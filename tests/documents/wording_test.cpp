#include "documents/wording.h"

#include "documents/fill.h"
#include "documents/papers.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::documents;

namespace {

struct English {
  Plan plan = planOf("");
  checks::Study study{plan, dayNamed("2013-12-01")};
  Material material{study, Classification::team};
};

}  // namespace

TEST_CASE("dates are written as people write them") {
  const English english;
  CHECK(spoken(english.material, dayNamed("2013-11-04")) == "4 November 2013");
  CHECK(spoken(english.material, *Date::parse("2013-05")) == "May 2013");
  CHECK(spoken(english.material, *Date::parse("2013-Q2")) == "second quarter of 2013");
  CHECK(spoken(english.material, *Date::parse("2013~")) == "about 2013");
  CHECK(spoken(english.material, dayNamed("2013-11-04"), dayNamed("2013-11-06")) == "4–6 November 2013");
  CHECK(spoken(english.material, dayNamed("2013-10-28"), dayNamed("2013-11-02")) == "28 October – 2 November 2013");
  CHECK(spoken(english.material, dayNamed("2013-12-28"), dayNamed("2014-01-02")) ==
        "28 December 2013 – 2 January 2014");
}

TEST_CASE("amounts are grouped and keep their decimals") {
  const English english;
  CHECK(spoken(english.material, Money{1'250'000'000, {'T', 'N', 'D'}}) == "1\u00A0250\u00A0000\u00A0TND");
  CHECK(spoken(english.material, Money{1'500, {'E', 'U', 'R'}}) == "1.50\u00A0EUR");
}

TEST_CASE("a text is parted where there is an empty line") {
  CHECK(paragraphs("one\n  two\n\n \nthree\n") == std::vector<std::string>{"one two", "three"});
  CHECK(paragraphs(" \n").empty());
}

TEST_CASE("a text stays text whichever braces ask for it") {
  Node node;
  node.set("evil", "<script>'\"&");
  node.set("ours", Markup{"<b>"});
  CHECK(fill("{{evil}}|{{{evil}}}|{{&evil}}|{{ours}}", node, "test") ==
        "&lt;script&gt;&#39;&quot;&amp;|&lt;script&gt;&#39;&quot;&amp;|&lt;script&gt;&#39;&quot;&amp;|<b>");
}

TEST_CASE("characters that no document can hold are replaced") {
  CHECK(escaped("a\x01"
                "b\xFF"
                "c\xC0\x80") == "a\uFFFDb\uFFFDc\uFFFD\uFFFD");
  CHECK(escaped("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(escaped("تونس\n") == "تونس\n");
}

TEST_CASE("a title cannot turn the sentence around it, and keeps what orders itself") {
  CHECK(escaped("\u202Eevil\u202C \u202Dx") == "evil x");
  CHECK(escaped("\u2067تونس\u2069 2013") == "\u2067تونس\u2069 2013");
  CHECK(escaped("\u2067open") == "\u2067open\u2069");
  CHECK(escaped("\u2069closed\u200F") == "closed\u200F");
}

TEST_CASE("a template that does not read is refused with its name") {
  CHECK_THROWS_AS(fill("{{#open}}", Node(), "test"), Error);
}
