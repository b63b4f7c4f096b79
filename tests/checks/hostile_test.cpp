#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;

namespace {

/// How many findings each plan may have at most, whatever it holds.
std::size_t findingsAfterAll(const std::string& lines) { return findingsIn(planAsRead(lines), "2013-12-01").size(); }

}  // namespace

TEST_CASE("two thousand tracks without links give no millions of findings") {
  std::string lines;
  for (std::size_t i = 0; i < 2000; ++i) {
    lines += numbered(R"(<track id="t#" name="T"/>)", i);
    lines += numbered(R"(<activity id="a#" title="A" tracks="t#" start="2013-11-01" planned-finish="2013-11-02"/>)", i);
    lines += numbered(R"(<activity id="b#" title="B" tracks="t#" planned-start="2013-11-01"/>)", i);
  }
  CHECK(findingsAfterAll(lines) < 10'000);
}

TEST_CASE("two thousand suspended tracks that all wait for one chain") {
  std::string lines = R"(<activity id="root" title="R" tracks="t0" planned-start="2013-01-01"/>)"
                      "\n";
  std::string about;
  for (std::size_t i = 0; i < 2000; ++i) {
    lines += numbered(R"(<track id="t#" name="T" level="1"/>)", i);
    lines += numbered(R"(<activity id="a#" title="A" tracks="t#" planned-start="2013-01-01"/>)", i);
    lines += numbered(R"(<activity id="b#" title="B"/>)", i);
    lines += numbered(R"(<dependency id="c#" from="a#" to="b0"/>)", i);
    if (i > 0)
      lines += together({"<dependency id=\"d" + std::to_string(i) + "\" from=\"b" + std::to_string(i - 1) +
                         "\" to=\"b" + std::to_string(i) + "\"/>"});
    about += "t" + std::to_string(i) + " ";
  }
  lines += "<event id=\"e\" title=\"E\" date=\"2013-06-01\" status=\"suspended\" about=\"" + about + "root\"/>\n";
  CHECK(findingsIn(planAsRead(lines), "2013-12-01", "STALL-TRACK").size() == 2000);
}

TEST_CASE("twenty thousand activities in one loop, and ten thousand loops of two") {
  std::string one;
  std::string many;
  for (std::size_t i = 0; i < 20'000; ++i) {
    const std::string activity = numbered(R"(<activity id="a#" title="A"/>)", i);
    one += activity;
    many += activity;
    const std::string from = "<dependency id=\"d" + std::to_string(i) + "\" from=\"a" + std::to_string(i) + "\" to=\"a";
    one += together({from + std::to_string((i + 1) % 20'000) + "\"/>"});
    many += together({from + std::to_string(i ^ 1U) + "\"/>"});
  }
  CHECK(findingsAfterAll(one) == 1);
  CHECK(findingsAfterAll(many) == 10'000);
}

TEST_CASE("a chain of twenty thousand activities, each with a suspension") {
  std::string lines = R"(<track id="t" name="T" level="1"/>)"
                      "\n";
  for (std::size_t i = 0; i + 1 < 20'000; ++i) {
    lines += numbered(R"(<activity id="a#" title="A" tracks="t" planned-start="2013-01-01"/>)", i);
    lines += numbered(R"(<event id="e#" title="E" date="2013-02-01" about="a# t" status="suspended"/>)", i);
    lines += together({"<dependency id=\"d" + std::to_string(i) + "\" from=\"a" + std::to_string(i) + "\" to=\"a" +
                       std::to_string(i + 1) + "\"/>"});
  }
  CHECK(findingsAfterAll(lines) > 20'000);
}

TEST_CASE("twenty thousand ceasefires in a chain that leads to no talks") {
  std::string lines = R"(<strand id="s" title="S" type="security"/>)"
                      "\n";
  for (std::size_t i = 0; i < 20'000; ++i) {
    lines += numbered(R"(<activity id="a#" title="A" type="ceasefire" strand="s"/>)", i);
    lines += together({"<transfer id=\"x" + std::to_string(i) + "\" from=\"a" + std::to_string(i) + "\" to=\"a" +
                       std::to_string(i + 1) + "\"/>"});
  }
  const checks::Study study(planAsRead(lines),
                            day("2013-12-01"));  // asked itself: its budget of time is no matter here
  CHECK(checks::findRule("CF-STANDALONE")->check(study).size() == 20'000);
}

TEST_CASE("everything dangles") {
  std::string lines;
  for (std::size_t i = 0; i < 5'000; ++i) {
    lines += numbered(R"(<activity id="a#" title="A" tracks="g g h" lead="g" body="h" strand="k" issues="u v"/>)", i);
    lines += numbered(R"(<dependency id="d#" from="g#" to="h#"/>)", i);
    lines += numbered(R"(<transfer id="x#" from="g" to="h" carrier="k"/>)", i);
    lines += numbered(R"(<participation id="p#" who="g" in="h"/>)", i);
    lines += numbered(R"(<seat id="s#" body="g" group="h" count="1"/>)", i);
    lines += numbered(R"(<deadline id="l#" title="L" of="g" anchor="h" offset="1"/>)", i);
    lines += numbered(R"(<waiver id="w#" rule="REF-DANGLING" elements="g h"/>)", i);
  }
  const Looked looked = look(planAsRead(lines), "2013-12-01", "REF-DANGLING");
  CHECK(looked.findings.size() == 5'000 * 21);
  CHECK(afterFix(looked, "2013-12-01", 0).findings.size() < looked.findings.size());
}

TEST_CASE("links, targets and waivers that all name the same few things") {
  std::string lines =
      together({R"(<track id="t" name="T"/>)", R"(<track id="u" name="U"/>)", R"(<group id="g" name="G"/>)",
                R"(<body id="b" title="B" tracks="t" count="9"/>)", R"(<activity id="a" title="A" tracks="u"/>)"});
  for (std::size_t i = 0; i < 3'000; ++i) {
    lines += numbered(R"(<actor id="p#" name="P"/>)", i);
    lines += numbered(R"(<transfer id="x#" from="a" to="b" carrier="p#"/>)", i);
    lines += numbered(R"(<quota id="q#" group="g" body="b" component="*" share="30"/>)", i);
    lines += numbered(R"(<seat id="s#" body="b" component="C#" group="g" count="1"/>)", i);
    lines += numbered(R"(<separation id="v#" between="t u"/>)", i);
    lines += numbered(R"(<waiver id="w#" rule="Q-UNKNOWN" elements="q# b g"/>)", i);
  }
  const std::vector<checks::Finding> findings = findingsIn(planAsRead(lines), "2013-12-01");
  CHECK(findings.size() < 200'000);
  const auto crossing = std::ranges::count(findings, "GAP-SEPARATION", &checks::Finding::rule);
  CHECK(crossing == 3'000 * 20);  // each of those who carry tells of twenty separations, and how many more there are
}

TEST_CASE("members of one side and the other of thousands of separations who all meet in many places") {
  std::string lines =
      together({R"(<actor id="m" name="M"/>)", R"(<actor id="n" name="N"/>)", R"(<activity id="a0" title="A"/>)"});
  for (std::size_t i = 0; i < 1'000; ++i) {
    lines += numbered(R"(<actor id="p#" name="P" member-of="m"/>)", i);
    lines += numbered(R"(<actor id="r#" name="R" member-of="n"/>)", i);
    lines += numbered(R"(<separation id="v#" between="m n"/>)", i);
    lines += numbered(R"(<participation id="x#" who="p#" in="a0" status="accepted"/>)", i);
    lines += numbered(R"(<participation id="y#" who="r#" in="a0" status="accepted"/>)", i);
  }
  const std::vector<checks::Finding> findings = findingsIn(planAsRead(lines), "2013-12-01");
  CHECK(std::ranges::count(findings, "GAP-SEPARATION", &checks::Finding::rule) == 20);
}

TEST_CASE("numbers beyond all bounds do not overflow") {
  const Plan plan = planAsRead(R"(
    <track id="t" name="T" level="1"/>
    <activity id="a" title="A" tracks="t" planned-start="0001-01-01" duration="9223372036854775807"/>
    <activity id="b" title="B" tracks="t" planned-start="9999-12-31" duration="36525" planned-finish="0001-01-01"/>
    <activity id="c" title="C" tracks="t" planned-start="9999~" duration="-5" start="99999-01-01"/>
    <dependency id="d1" from="a" to="b" lag="-9223372036854775808"/>
    <dependency id="d2" from="b" to="c" lag="36525"/>
    <dependency id="d3" from="c" to="a" lag="999999999999999999999" type="SF"/>
    <deadline id="l" title="L" of="a" anchor="b" offset="36525"/>
    <deadline id="m" title="M" of="a" anchor="b" offset="99999999999"/>
    <threshold id="h" rule="STALL-ACT" number="1e300"/>
    <threshold id="k" rule="GAP-NO-LINK" name="days" number="999999"/>
    <body id="o" title="O" count="1000000"/>
    <group id="g" name="G"/>
    <quota id="q" group="g" body="o" share="1e-300" count="1000000"/>
    <seat id="s" body="o" group="g" count="99999999999999999999"/>
  )");
  for (const char* asOf : {"0001-01-01", "2013-12-01", "9999-12-31"}) {
    const std::vector<checks::Finding> findings = findingsIn(plan, asOf);
    for (const checks::Finding& finding : findings) CHECK_FALSE(plainText(finding.message, &plan).empty());
    CHECK_FALSE(findings.empty());
  }
}

TEST_CASE("twenty thousand ambitions one under the other, and as many overdue commitments with scores by events") {
  std::string lines = R"(<activity id="a" title="A" objectives="o0" rpp-cell="more-people-individual"/>)"
                      "\n";
  for (std::size_t i = 0; i < 20'000; ++i) {
    lines += "<objective id=\"o" + std::to_string(i) + "\" title=\"O\" level=\"ambition\" parent=\"o" +
             std::to_string(i + 1) + "\"/>\n";
    lines += numbered(R"(<commitment id="c#" title="C" due="2013-01-01" score="2"/>)", i);
    lines += numbered(R"(<event id="e#" title="E" date="2013-02-01" about="c# c0" status="1"/>)", i);
    lines += numbered(R"(<pause id="p#" title="P" from="0001-01-01" until="9999-12-31"/>)", i);
  }
  const Plan plan = planAsRead(lines);
  CHECK(findingsIn(plan, "2013-12-01", "RH-BOTTLENECK").empty());
  CHECK(findingsIn(plan, "2013-12-01", "IMP-OVERDUE").size() == 20'000);
  CHECK(findingsIn(plan, "2013-12-01", "IMP-REGRESS").empty());
  CHECK(findingsIn(plan, "2013-12-01", "IMP-NO-OWNER").size() == 1);
}
