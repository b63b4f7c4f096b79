#include "xml/write.h"

#include "xml/read.h"

#include <catch2/catch.hpp>

using namespace trackloom;

namespace {

const std::string head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\"";

std::string canonical(const std::string& bytes) {
  const xml::Reading reading = xml::read(bytes);
  REQUIRE(reading.plan);
  return xml::write(*reading.plan);
}

}  // namespace

TEST_CASE("an empty plan is one line") { REQUIRE(xml::write(Plan()) == head + "/>\n"); }

TEST_CASE("sections and fields are written in the order of the table, elements by id, one item a line") {
  Plan plan;
  plan = plan.with(Element(KindId::track, "b"_id).set(key::name, Text("Two")));
  plan = plan.with(Element(KindId::track, "a"_id).set(key::level, Choice{0, {}}).set(key::name, Text("One")));
  plan = plan.with(Element(KindId::actor, "x"_id)
                       .set(key::us, Flag{true})
                       .set(key::aliases, Texts{"A; B", "C"})
                       .set(key::notes, Text("N")));
  plan = plan.with(Element(KindId::plan, "plan"_id).set(key::title, Text("P")).set(key::context, Text("C")));
  REQUIRE(xml::write(plan) == head + R"( title="P">
  <context>C</context>
  <tracks>
    <track id="a" name="One" level="1"/>
    <track id="b" name="Two"/>
  </tracks>
  <actors>
    <actor id="x" aliases="A\; B; C" us="yes">
      <notes>N</notes>
    </actor>
  </actors>
</plan>
)");
}

TEST_CASE("canonical files are written as they were, with what this version does not know in its place") {
  const std::string file = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- before -->
<?look here?>
<plan xmlns="urn:trackloom:plan:1" version="1" id="mine" title="P &amp; Q" xmlns:x="urn:x" x:seen="a &lt; b">
  <notes>One
  two &lt; three</notes>
  <title xml:lang="ar">ع</title>
  <x:first/>
  <tracks x:note="1">
    <!-- at the start -->
    <track id="a" name="A" x:b="&#65;"/>
    <x:between deep="1"><x:a>text &amp; <b>bold</b>
      </x:a></x:between>
    <!-- two in a row -->
    <track id="b">
      <name xml:lang="ar">ب</name>
      <name xml:lang="fr">B</name>
      <x:inside/>
      <!-- of b -->
    </track>
    <!-- at the end -->
  </tracks>
  <!-- between sections -->
  <unheard of="it">
    <thing/>
  </unheard>
  <seats/>
  <activities>
    <x:alone/>
  </activities>
  <!-- last -->
</plan>
<!-- behind -->
)";
  const std::string written = file.substr(0, file.find("  <seats/>")) + file.substr(file.find("  <activities>"));
  REQUIRE(canonical(file) == written);
  REQUIRE(canonical(written) == written);
}

TEST_CASE("whatever stands in texts comes back as it was") {
  const std::string odd = "\t a \n\r\n\"'<>&amp; &x; ]]> é ع \n";
  Plan plan;
  plan = plan.with(Element(KindId::actor, "x"_id).set(key::name, Text(odd)).set(key::notes, Text(odd)));
  plan = plan.with(Element(KindId::actor, "y"_id).set(key::name, Text("")).set(key::notes, Text(" ")));
  plan = plan.with(Element(KindId::actor, "z"_id).set(key::notes, Text("\n")));
  REQUIRE(*xml::read(xml::write(plan)).plan == plan);
}

TEST_CASE("bytes that no XML can hold are replaced") {
  Plan plan;
  plan = plan.with(Element(KindId::actor, "x"_id)
                       .set(key::name, Text(std::string("a\0\x1F\xFF", 4)))
                       .set(key::notes, Text("\xEF\xBF\xBF")));
  const xml::Reading reading = xml::read(xml::write(plan));
  REQUIRE(reading.problems.empty());
  REQUIRE(reading.plan->find("x"_id)->text(key::name) == "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  REQUIRE(reading.plan->find("x"_id)->text(key::notes) == "\xEF\xBF\xBD");
}

TEST_CASE("empty lists are not written") {
  Plan plan;
  plan = plan.with(Element(KindId::activity, "a"_id).set(key::tracks, Refs{}).set(key::dimensions, Texts{}));
  REQUIRE(xml::write(plan).find("    <activity id=\"a\"/>\n") != std::string::npos);
}

TEST_CASE("pieces whose element is gone stay in their section") {
  Plan plan = *xml::read(head + "><tracks><track id=\"b\"/><!-- after b --><track id=\"c\"/></tracks></plan>").plan;
  plan = plan.without("b"_id);
  const std::string bytes = xml::write(plan);
  REQUIRE(bytes.find("<!-- after b -->") != std::string::npos);
  REQUIRE(canonical(bytes) == bytes);
  plan = plan.without("c"_id);
  REQUIRE(xml::write(plan).find("  <tracks>\n    <!-- after b -->\n  </tracks>\n") != std::string::npos);
}
