#include "xml/read.h"
#include "xml/write.h"

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace trackloom;

namespace {

/// A plan with something of everything that files can hold.
const std::string sample = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plan [<!ENTITY e "x">]>
<?look here?>
<plan xmlns="urn:trackloom:plan:1" version="1" title="P &amp; Q" languages="en; ar" as-of="2013-12~" xmlns:x="urn:x" x:a="&#65;">
  <notes>One &e; <![CDATA[two < three]]></notes>
  <title xml:lang="ar">عنوان</title>
  <tracks x:n="1">
    <!-- at the start -->
    <track id="t1" name="A" level="1" colour="#aabbcc"/>
    <track id="t2" name='B "two"' level="odd" order="3"/>
    <track id="t2"/>
    text
  </tracks>
  <x:between><x:b c="1">d</x:b></x:between>
  <actors>
    <actor id="u" name="Union" aliases="U; V\; W" type="religious" us="yes" x:y="z">
      <notes>Line
line</notes>
      <name xml:lang="fr">Union</name>
      <x:z/>
    </actor>
  </actors>
  <seats><seat/><seat id="s" count="4"/></seats>
  <activities>
    <activity id="a" title="T" type="vigil" tracks="t1 t2" planned-start="2013-Q2" duration="5" budget="12.5 EUR" channels="radio"/>
    <activity id="b" start="2013-05-14" finish="soon"/>
  </activities>
  <dependencies>
    <dependency id="d" from="a" to="b" type="FS" lag="-3"/>
    <dependency id="e" from="b" to="a"/>
  </dependencies>
  <terms><term id="w" vocabulary="activity-type" name="vigil" like="dialogue"/></terms>
  <indicators><indicator id="i" threshold="1e-3"/></indicators>
</plan>
<!-- behind -->
)";

/// What must hold of any bytes: a plan or a reason with a line, and what is written once is written the same again.
bool holds(const std::string& bytes) {
  const xml::Reading reading = xml::read(bytes);
  if (reading.plan.has_value() == reading.refusal.has_value()) return false;
  for (const xml::Problem& problem : reading.problems)
    if (problem.line < 1 || problem.what.pattern.empty()) return false;
  if (reading.refusal)
    return reading.refusal->line >= 1 && !reading.refusal->what.pattern.empty() && !reading.toDo.pattern.empty();
  const std::string written = xml::write(*reading.plan);
  const xml::Reading again = xml::read(written);
  return again.plan && xml::write(*again.plan) == written;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

std::string plan(const std::string& body) {
  return "<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\">" + body + "</plan>";
}

xml::Problem refusalOf(const std::string& bytes) {
  const xml::Reading reading = xml::read(bytes);
  REQUIRE_FALSE(reading.plan);
  return *reading.refusal;
}

/// By how many bytes the memory of a process of its own grows while it reads.
std::size_t memoryToRead(const std::string& bytes) {
  const auto peak = [] {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
  };
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    const std::size_t before = peak();
    xml::read(bytes);
    const std::size_t grown = peak() - before;
    const bool said = write(ends[1], &grown, sizeof grown) == static_cast<ssize_t>(sizeof grown);
    _exit(said ? 0 : 1);
  }
  std::size_t grown = 0;
  const bool heard = read(ends[0], &grown, sizeof grown) == static_cast<ssize_t>(sizeof grown);
  close(ends[0]);
  close(ends[1]);
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(heard);
  REQUIRE(status == 0);
  return grown;
}

constexpr bool sanitized() {
#if defined(__SANITIZE_ADDRESS__)
  return true;
#else
  return false;
#endif
}

void requireModestMemory(const std::string& bytes) {
  if (sanitized()) return;                                    // its memory is mostly the sanitizer's
  const std::size_t most = 31 * bytes.size() + (32U << 20U);  // the file itself is the 32nd
  const std::size_t used = memoryToRead(bytes);
  INFO(used << " bytes for a file of " << bytes.size() << ", "
            << static_cast<double>(used) / static_cast<double>(bytes.size()) << " times");
  REQUIRE(used > 0);
  REQUIRE(used <= most);
}

constexpr std::size_t tenMegabytes = 10'000'000;

}  // namespace

TEST_CASE("the sample holds what it should") {
  const xml::Reading reading = xml::read(sample);
  REQUIRE(reading.plan);
  REQUIRE(reading.plan->size() == 13);
  REQUIRE(reading.problems.size() == 6);  // document type, odd level, repeated id, text, missing id, unread date
  REQUIRE(reading.plan->root().text(key::notes) == "One &e; two < three");
}

TEST_CASE("every beginning of a plan gives a plan or a reason") {
  for (std::size_t length = 0; length <= sample.size(); ++length) {
    INFO("length " << length);
    REQUIRE(holds(sample.substr(0, length)));
  }
}

TEST_CASE("every damaged byte of a plan gives a plan or a reason") {
  for (std::size_t at = 0; at < sample.size(); ++at) {
    const int here = static_cast<unsigned char>(sample[at]);
    for (const int byte : {0, 1, 0x20, 0x2F, 0x3B, 0x78, 0x80, 0xFF, int{'<'}, int{'>'}, int{'&'}, int{'"'}, int{'\''},
                           here ^ 1, here ^ 0x20}) {
      std::string damaged = sample;
      damaged[at] = static_cast<char>(byte);
      if (holds(damaged)) continue;
      CAPTURE(at, byte);
      FAIL("damaged at this place");
    }
    std::string without = sample;
    without.erase(at, 1);
    if (!holds(without)) FAIL("damaged without the byte at " << at);
  }
}

TEST_CASE("nesting stops at its limit, however deep") {
  const auto nested = [](std::size_t depth) {
    return plan(repeated("<a>", 3 * (depth - 1)) + repeated("</a>", 4 * (depth - 1)));
  };
  REQUIRE(xml::read(nested(64)).plan);
  REQUIRE(holds(nested(64)));
  REQUIRE(plainText(refusalOf(nested(65)).what).find("64 levels") != std::string::npos);
  REQUIRE(refusalOf(plan("\n" + repeated("<a>", tenMegabytes))).line == 2);
  requireModestMemory(repeated("<a>", tenMegabytes));
}

TEST_CASE("values stop at their limit") {
  const auto withValue = [](std::size_t length) {
    return plan("\n<tracks><track id=\"t\" name=\"" + std::string(length, 'x') + "\"/></tracks>");
  };
  REQUIRE(xml::read(withValue(xml::maxAttributeBytes)).plan);
  REQUIRE(refusalOf(withValue(xml::maxAttributeBytes + 1)).line == 2);
  CHECK_NOTHROW(xml::mustOpenAgain(withValue(xml::maxAttributeBytes), "plan.trackloom"));
  CHECK_THROWS_WITH(xml::mustOpenAgain(withValue(xml::maxAttributeBytes + 1), "plan.trackloom"),
                    Catch::Contains("could not be opened again"));
}

TEST_CASE("entities are never put in place") {
  std::string laughs = "<!DOCTYPE plan [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    const std::string entity = "&a" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" + repeated(entity, 10 * entity.size()) + "\">";
  }
  const xml::Reading reading = xml::read(laughs + "]>" + plan("<notes>&a29;</notes>"));
  REQUIRE(reading.plan);
  REQUIRE(reading.plan->root().text(key::notes) == "&a29;");
  REQUIRE(reading.problems.size() == 1);
  REQUIRE(xml::write(*reading.plan).find("&amp;a29;") != std::string::npos);
  REQUIRE(holds("<!DOCTYPE plan SYSTEM \"file:///etc/passwd\">" + plan("")));
}

TEST_CASE("references that go round in circles are read as they stand") {
  const xml::Reading reading =
      xml::read(plan("<bodies><body id=\"a\" parent=\"b\"/><body id=\"b\" parent=\"a\"/></bodies><comments><comment "
                     "id=\"c\" reply-to=\"c\"/></comments>"));
  REQUIRE(reading.plan);
  REQUIRE(reading.problems.empty());
}

TEST_CASE("elements in turn with unknown ones need modest memory") {
  requireModestMemory(plan("<seats>" + repeated("<seat/><a/>", tenMegabytes) + "</seats>"));
}

TEST_CASE("a flood of elements without ids is read, with as many problems as anybody reads") {
  const std::string flood = plan("<seats>" + repeated("<seat/>", tenMegabytes) + "</seats>");
  const xml::Reading reading = xml::read(flood);
  REQUIRE(reading.plan);
  REQUIRE(reading.problems.size() == xml::maxProblems);
  REQUIRE(reading.problems.size() + reading.moreProblems == reading.plan->all(KindId::seat).size());
  requireModestMemory(flood);
}

TEST_CASE("floods of anything else need modest memory", "[.long]") {
  const auto section = [](std::string_view piece) {
    return plan("<seats>" + repeated(piece, tenMegabytes) + "</seats>");
  };
  requireModestMemory(plan(repeated("<x>y</x>", tenMegabytes)));
  requireModestMemory(section("<seat a=''/>"));
  requireModestMemory(section("<seat><a/></seat>"));
  requireModestMemory(plan(repeated("<seats><seat/></seats>", tenMegabytes)));
  requireModestMemory(plan("<terms>" + repeated("<term name='a'/>", tenMegabytes) + "</terms>"));
  requireModestMemory(
      plan("<actors>" + repeated("<actor aliases='" + repeated("a;", 1'000'000) + "'/>", tenMegabytes) + "</actors>"));
  requireModestMemory(plan("<tracks><track id='t'" + repeated(" a=''", tenMegabytes) + "/></tracks>"));
}

TEST_CASE("too many elements are refused") {
  REQUIRE(plainText(refusalOf(plan(repeated("<a/>", 4 * (xml::maxElements + 1)))).what).find("2000000 elements") !=
          std::string::npos);
}
