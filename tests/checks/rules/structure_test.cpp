#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

Looked ask(std::string_view lines, std::string_view rule) { return look(lines, "2013-12-01", rule); }

}  // namespace

TEST_CASE("elements that stand under each other in a circle are a contradiction, and one step can be taken back") {
  const Looked looked = ask(R"(
    <body id="b1" title="Plenary" parent="b3"/>
    <body id="b2" title="Group" parent="b1"/>
    <body id="b3" title="Panel" parent="b2"/>
  )",
                            "CYC-PARENT");
  REQUIRE(looked.messages() ==
          Texts{"3 entries stand under each other in a circle (Part of): Plenary, Panel, Group, Plenary."});
  CHECK(looked.level() == Level::error);
  REQUIRE(looked.findings[0].fixes.size() == 3);
  CHECK(plainText(looked.findings[0].fixes[0].label, &looked.plan) == "Remove “Panel” from “Plenary” (Part of)");
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
}

TEST_CASE("each such field is looked at by itself, lists too, and one element may stand under itself") {
  CHECK(ask(R"(
    <body id="b1" title="Plenary" parent="b2"/>
    <body id="b2" title="Group" reports-to="b1"/>
  )",
            "CYC-PARENT")
            .findings.empty());
  const Looked looked = ask(R"(
    <actor id="p" name="League" member-of="p"/>
    <actor id="q" name="Union" member-of="p"/>
  )",
                            "CYC-PARENT");
  CHECK(looked.messages() == Texts{"“League” stands under itself (Member of)."});
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
  CHECK(ask(R"(
    <objective id="o" title="O" parent="r"/>
    <objective id="r" title="R" parent="o"/>
    <issue id="i" title="I" parent="i"/>
    <comment id="c" reply-to="d" text="?"/>
    <comment id="d" reply-to="c" text="!"/>
  )",
            "CYC-PARENT")
            .findings.size() == 3);
  CHECK(ask("", "CYC-PARENT").findings.empty());
}

TEST_CASE("a circle of twenty thousand parents names its first few") {
  std::string lines;
  for (std::size_t i = 0; i < 20'000; ++i)
    lines +=
        "<issue id=\"i" + std::to_string(i) + "\" title=\"I\" parent=\"i" + std::to_string((i + 1) % 20'000) + "\"/>\n";
  const Looked looked = ask(lines, "CYC-PARENT");
  REQUIRE(looked.findings.size() == 1);
  CHECK(looked.findings[0].fixes.empty());
}

TEST_CASE("a day in the month in which something ends leaves its length untold") {
  const Looked looked =
      ask(R"(<activity id="a" title="Round" start="2013-05-14" finish="2013-05"/>)", "DATE-PRECISION");
  REQUIRE(looked.messages() ==
          Texts{"How long “Round” lasts cannot be told: one of its two dates is a span that holds the other."});
  CHECK(looked.because() == Texts{"“Round”: Started 2013-05-14, Finished 2013-05."});
  CHECK(looked.verdict() == Verdict::cannotTell);
  CHECK(ask(R"(
    <activity id="a" title="Round" start="2013-05-14" finish="2013-06"/>
    <activity id="b" title="Round" start="2013-05" finish="2013-05"/>
    <fund id="f" title="Fund" from="2013" until="2014-01-31"/>
  )",
            "DATE-PRECISION")
            .findings.empty());
  CHECK(
      ask(R"(
    <activity id="a" title="Round" start="2013-05-14" finish="2013-05"/>
    <fund id="f" title="Fund" from="2013" until="2013-11"/>
  )",
          "DATE-PRECISION")
          .messages() ==
      Texts{
          "How long 2 entries last cannot be told: one of their two dates is a span that holds the other. Among them: "
          "Round, Fund."});
}

TEST_CASE("entries that do not read are one finding that names them") {
  const Looked looked = ask(R"(
    <track id="t" name="Official" level="1"/>
    <activity id="a" title="Round" format="by pigeon" duration="long"/>
    <commitment id="c" title="C" due="soon"/>
    <event id="e" title="Break" date="2013-11-01" about="t c" status="halted"/>
  )",
                            "DATA-UNK");
  REQUIRE(looked.messages() == Texts{"3 entries cannot be read, so nothing can be concluded from them."});
  CHECK(looked.because() == Texts{"“Round”: Duration reads “long”.", "“Round”: Format reads “by pigeon”.",
                                  "“Break” sets “Official” to “halted”, which is no status of it."});
  CHECK(looked.elements() == "a e");
  CHECK(looked.verdict() == Verdict::cannotTell);
}

TEST_CASE("the plan's own words read, and a plan in which all reads is not asked") {
  CHECK(ask(R"(
    <term id="w" vocabulary="activity-status" name="halted" like="suspended"/>
    <term id="v" vocabulary="activity-format" name="on-horseback"/>
    <activity id="a" title="Round" format="on-horseback"/>
    <event id="e" title="Break" date="2013-11-01" about="a" status="halted"/>
  )",
            "DATA-UNK")
            .findings.empty());
  CHECK(ask("", "DATA-UNK").findings.empty());
}

TEST_CASE("entries without what their kind needs are told, with what they lack") {
  const auto looked = ask(R"(
    <activity id="a" title="Round"/>
    <activity id="b"/>
    <dependency id="d" from="a"/>
    <dependency id="f"/>
    <transfer id="h"/>
    <deadline id="l" title="Report"/>
    <event id="e"/>
  )",
                          "DATA-MISSING");
  REQUIRE(looked.messages() == Texts{"6 entries lack what must be filled in, so it cannot be told what they mean: "
                                     "Activity, Dependency, Hand-over, Deadline, Event."});
  CHECK(looked.elements() == "b d f h l e");
  CHECK(looked.because() == Texts{"“b” does not say: Title.", "“Dependency: Round” does not say: Then.",
                                  "“f” does not say: First, Then.", "“h” does not say: From, To.",
                                  "“Report” does not say: Of.", "“e” does not say: Title, Date."});
  CHECK(looked.verdict() == Verdict::cannotTell);
}

TEST_CASE("entries with all that their kind needs are not asked about, nor a plan without a title") {
  CHECK(ask(R"(
    <activity id="a" title="Round"/>
    <activity id="b" title="Signing"/>
    <dependency id="d" from="a" to="b"/>
    <dependency id="f" from="a" to="soon or later"/>
  )",
            "DATA-MISSING")
            .findings.empty());
  CHECK(ask("", "DATA-MISSING").findings.empty());
}
