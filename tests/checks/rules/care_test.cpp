#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

Looked ask(const char* rule, std::string_view lines, const char* asOf = "2013-12-01") {
  return look(lines, asOf, rule);
}

}  // namespace

TEST_CASE("a follow-up whose day has passed") {
  const auto open = [](const char* fields) {
    return ask("FOLLOW-OVERDUE", "<follow-up id=\"f\" title=\"Write\" " + std::string(fields) + "/>\n");
  };
  CHECK(open(R"(due="2013-11-30")").messages() ==
        Texts{"“Write” was to be done by 2013-11-30, 1 day ago, and is open."});
  CHECK(open(R"(due="2013-12-01")").findings.empty());
  CHECK(open(R"(due="2013-11-01" status="done")").findings.empty());
  CHECK(open(R"(due="2013-11-01" done="2013-11-05")").findings.empty());
  CHECK(open(R"(due="2013-11-01" done="2013-12-05")").findings.size() == 1);
  CHECK(open("").verdict() == Verdict::cannotTell);
  CHECK(ask("FOLLOW-OVERDUE", R"(<activity id="a" title="A"/>)").findings.empty());
}

TEST_CASE("a grave risk without an answer") {
  const auto risk = [](const char* fields) {
    return ask("RISK-NO-RESPONSE", "<risk id=\"r\" title=\"Walk-out\" " + std::string(fields) + "\n");
  };
  CHECK(risk(R"(impact="3"/>)").messages() == Texts{"“Walk-out” has neither a response nor a contingency."});
  CHECK(risk(R"(impact="2"/>)").findings.empty());
  CHECK(risk(R"(likelihood="almost-certain"/>)").findings.size() == 1);
  CHECK(risk("/>").verdict() == Verdict::cannotTell);
  CHECK(risk(R"(impact="5"><contingency>Shuttle.</contingency></risk>)").findings.empty());
  CHECK(ask("RISK-NO-RESPONSE", R"(<activity id="a" title="A"/>)").findings.empty());
}

TEST_CASE("a warning without a response, and an indicator nobody reads") {
  const auto at = [](const char* rule, const char* fields, std::string_view more = "") {
    return ask(rule, together({"<indicator id=\"i\" title=\"Raids\" " + std::string(fields) + "/>", more}));
  };
  CHECK(at("EW-NO-RESPONSE", R"(threshold="5")").messages() ==
        Texts{"“Raids” has a threshold, but nothing is planned for when it is reached."});
  constexpr auto reading = R"(<reading id="x" of="i" date="2013-11-01" value="5"/>)";
  CHECK(at("EW-NO-RESPONSE", R"(threshold="5")", reading).messages() ==
        Texts{"“Raids” has reached its threshold, and no response is planned for that."});
  constexpr auto planned = R"(<activity id="a" title="Visit"/>)";
  CHECK(at("EW-NO-RESPONSE", R"(threshold="5" response="a")", planned).findings.empty());
  CHECK(at("EW-NO-RESPONSE", R"(threshold="5" response="a")", together({planned, reading})).messages() ==
        Texts{"“Raids” has reached its threshold, and its response “Visit” has not begun."});
  CHECK(at("EW-NO-RESPONSE", R"(threshold="5" response="a")",
           together({R"(<activity id="a" title="V" start="2013-11-20"/>)", reading}))
            .findings.empty());
  CHECK(at("EW-NO-RESPONSE", "").findings.empty());
  CHECK(at("EW-STALE", "").verdict() == Verdict::cannotTell);
  CHECK(at("EW-STALE", "", R"(<reading id="x" of="i" date="2013-09-01" value="5"/>)").messages() ==
        Texts{"“Raids” was last read 91 days ago. Does somebody still look?"});
  CHECK(at("EW-STALE", "", R"(<reading id="x" of="i" date="2013-09-02" value="5"/>)").findings.empty());
  CHECK(ask("EW-STALE", R"(<activity id="a" title="A"/>)").findings.empty());
}

TEST_CASE("no do-no-harm review before people come") {
  constexpr auto forum = R"(
    <track id="t" name="Village" level="3"/>
    <activity id="a" title="Forum" tracks="t" status="confirmed"/>)";
  const Looked looked = ask("REVIEW-MISSING", forum);
  CHECK(looked.messages() == Texts{"No do-no-harm review is recorded for activities with people from society that are "
                                   "confirmed or under way: Forum."});
  CHECK(looked.level() == Level::info);
  CHECK(ask("REVIEW-MISSING", together({forum, R"(<review id="r" of="x"/>)"})).level() == Level::warning);
  const Looked unsure = ask("REVIEW-MISSING", R"(
    <activity id="a" title="Forum" status="confirmed"/>
    <activity id="b" title="Other" status="planned"/>
    <review id="r" of="b"/>)");
  CHECK(unsure.messages() == Texts{"Whether activities without a do-no-harm review need one cannot be told: the level "
                                   "of their track is not known: Forum."});
  CHECK(unsure.verdict() == Verdict::cannotTell);
  CHECK(ask("REVIEW-MISSING", together({forum, R"(<review id="r" of="a" date="2013-11-01" outcome="go-ahead"/>)"}))
            .findings.empty());
  CHECK(
      ask("REVIEW-MISSING", together({forum, R"(<review id="r" of="a" date="2013-11-01" outcome="do-not-proceed"/>)"}))
          .messages() == Texts{"“Forum” goes on, although its do-no-harm review did not let it go ahead."});
  CHECK(ask("REVIEW-MISSING", together({forum, R"(<review id="r" of="a" date="2014-01-01" outcome="go-ahead"/>)"}))
            .findings.size() == 1);
  CHECK(ask("REVIEW-MISSING", R"(<track id="t" name="T" level="1"/>
    <activity id="a" title="Round" tracks="t" status="confirmed"/>)")
            .findings.empty());
}

TEST_CASE("deadlines that passed and deadlines the forecast does not meet") {
  const auto deadline = [](const char* rule, const char* day, const char* activity) {
    return ask(rule, together({"<activity id=\"a\" title=\"Vote\" " + std::string(activity) + "/>",
                               "<deadline id=\"d\" title=\"By then\" of=\"a\" date=\"" + std::string(day) + "\"/>"}));
  };
  const Looked missed = deadline("DEADLINE-MISSED", "2013-11-25", R"(planned-start="2014-01-01" duration="2")");
  CHECK(missed.messages() == Texts{"“By then” was for 2013-11-25, 6 days ago, and “Vote” is not done."});
  CHECK(deadline("DEADLINE-MISSED", "2013-12-01", R"(planned-start="2014-01-01" duration="2")").findings.empty());
  CHECK(deadline("DEADLINE-MISSED", "2013-11-25", R"(start="2013-11-01" finish="2013-11-20")").findings.empty());
  CHECK(deadline("DEADLINE-MISSED", "2013-11-25", R"(status="cancelled")").findings.empty());
  const Looked risk = deadline("DEADLINE-RISK", "2014-01-01", R"(planned-start="2014-01-01" duration="2")");
  CHECK(risk.messages() == Texts{"“By then” is for 2014-01-01, and “Vote” is foreseen for later."});
  CHECK(risk.because().front() == "Foreseen for 2014-01-02, 1 day later.");
  CHECK(deadline("DEADLINE-RISK", "2014-01-02", R"(planned-start="2014-01-01" duration="2")").findings.empty());
  CHECK(ask("DEADLINE-RISK", R"(
    <activity id="p" title="Consent" planned-start="2014-01-01"/>
    <activity id="a" title="Vote" duration="1"/>
    <dependency id="x" from="p" to="a" nature="political"/>
    <deadline id="d" title="By then" of="a" date="2014-01-05"/>)")
            .verdict() == Verdict::cannotTell);
  const Looked behind = ask("DEADLINE-RISK", R"(
    <activity id="p" title="Votes" status="postponed"/>
    <activity id="a" title="Vote" planned-start="2014-01-02" duration="1"/>
    <dependency id="x" from="p" to="a"/>
    <deadline id="d" title="By then" of="a" date="2014-01-05"/>)");
  CHECK(behind.verdict() == Verdict::cannotTell);
  CHECK(behind.because() == Texts{"Suspended or postponed, with no new day: “Votes”."});
  CHECK(ask("DEADLINE-RISK", R"(<activity id="a" title="A"/>)").findings.empty());
  CHECK(ask("DEADLINE-MISSED", R"(<activity id="a" title="A"/>)").findings.empty());
}

TEST_CASE("a deadline without a day that could be counted is told of as not known") {
  const auto deadline = [](const char* fields, std::string_view more = "") {
    return ask("DEADLINE-RISK",
               together({R"(<activity id="a" title="Vote" planned-start="2014-01-01"/>)", more,
                         "<deadline id=\"d\" title=\"In time\" of=\"a\" " + std::string(fields) + "/>"}));
  };
  const Looked looked = deadline(R"(anchor="e" offset="30")", R"(<agreement id="e" title="Accord"/>)");
  CHECK(looked.verdict() == Verdict::cannotTell);
  CHECK(looked.messages() == Texts{"By which day “Vote” should be done cannot be told: “In time” has no day that could "
                                   "be counted."});
  CHECK(deadline("").because() == Texts{"Neither a day stands there nor what it counts from."});
  CHECK(deadline(R"(date="2014-06-01")").findings.empty());
}

TEST_CASE("an answer that was cancelled answers nothing") {
  constexpr auto off = R"(<activity id="a" title="Visit" status="cancelled"/>)";
  CHECK(ask("RISK-NO-RESPONSE", together({off, R"(<risk id="r" title="Walk-out" impact="4" response="a"/>)"}))
            .because() == Texts{"Impact: 4 of 5.", "Its response was cancelled or replaced: “Visit”."});
  CHECK(ask("EW-NO-RESPONSE", together({off, R"(<indicator id="i" title="Raids" threshold="5" response="a"/>)"}))
            .messages() == Texts{"“Raids” has a threshold, but nothing is planned for when it is reached."});
}
