#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;

namespace {

constexpr auto dialogue = R"(
  <track id="t" name="Official" level="1"/>
  <track id="v" name="Village" level="3"/>
  <body id="b" title="Plenary" type="plenary" tracks="t"/>
  <activity id="s" title="Session" type="dialogue-plenary" body="b" tracks="t"/>
  <activity id="f" title="Forum" tracks="v"/>
)";

Looked ask(const char* rule, std::string_view lines) {
  return look(planAsRead(together({dialogue, lines})), "2013-12-01", rule);
}

bool clearedBy(const char* rule, FieldNumber field, const char* text) {
  return look(withRoot(planAsRead(dialogue), {{field, text}}), "2013-12-01", rule).findings.empty();
}

}  // namespace

TEST_CASE("each building block that a national dialogue lacks is a finding of its own") {
  const std::vector<std::pair<const char*, const char*>> blocks{
      {"ND-NO-PREPCOM", "The national dialogue has no preparatory committee and no preparatory meeting in the plan."},
      {"ND-NO-DECISION-RULE", "Nothing says how the national dialogue decides."},
      {"ND-NO-DEADLOCK-RULE", "Nothing says what the national dialogue does when it cannot agree."},
      {"ND-NO-RATIFIER", "Nothing says who must approve what the national dialogue agrees, or that it only advises."},
      {"ND-NO-IMPLEMENTATION", "Nothing in the plan follows on the national dialogue to carry out what it agrees."},
      {"ND-NO-OUTREACH", "The national dialogue has no link with the public in either direction."},
      {"ND-NO-FUND", "No funds are recorded for the national dialogue."},
      {"ND-ISOLATED", "The national dialogue hands nothing to any other track or institution, and receives nothing."}};
  for (const auto& [rule, message] : blocks) {
    INFO(rule);
    const Looked looked = ask(rule, "");
    CHECK(looked.messages() == Texts{message});
    CHECK(looked.elements() == "plan b");
    CHECK(look(Plan(), "2013-12-01", rule).findings.empty());
    CHECK(look(R"(<body id="b" title="Table" type="negotiating-table"/>)", "2013-12-01", rule).findings.empty());
  }
}

TEST_CASE("what stands for a building block clears it") {
  const std::vector<std::pair<const char*, const char*>> cleared{
      {"ND-NO-PREPCOM", R"(<body id="x" title="Before" type="preparatory-committee"/>)"},
      {"ND-NO-PREPCOM", R"(<phase id="x" title="Before" type="preparation"/>)"},
      {"ND-NO-DECISION-RULE", R"(<body id="x" title="All" type="plenary" decision-rule="consensus"/>)"},
      {"ND-NO-DEADLOCK-RULE", R"(<body id="x" title="Conciliation" type="consensus-committee"/>)"},
      {"ND-NO-DEADLOCK-RULE", R"(<body id="x" title="All" type="plenary" deadlock-ladder="small-group vote"/>)"},
      {"ND-NO-RATIFIER", R"(<activity id="x" title="Vote" type="referendum"/>)"},
      {"ND-NO-IMPLEMENTATION", R"(<commitment id="x" title="Release"/>)"},
      {"ND-NO-IMPLEMENTATION", R"(<body id="x" title="After" type="follow-up-committee"/>)"},
      {"ND-NO-OUTREACH", R"(<transfer id="x" from="s" to="f"/>)"},
      {"ND-NO-OUTREACH", R"(<transfer id="x" from="s" to="b" direction="outward"/>)"},
      {"ND-NO-FUND", R"(<fund id="x" title="Basket"/>)"},
      {"ND-ISOLATED", R"(<transfer id="x" from="f" to="s"/>)"}};
  for (const auto& [rule, line] : cleared) {
    INFO(rule << " " << line);
    CHECK(ask(rule, line).findings.empty());
  }
  CHECK(clearedBy("ND-NO-DECISION-RULE", "decision-rule", "consensus"));
  CHECK(clearedBy("ND-NO-RATIFIER", "outcome-status", "advisory"));
  CHECK(clearedBy("ND-NO-OUTREACH", "outreach", "A radio hour."));
  CHECK(ask("ND-ISOLATED", R"(<transfer id="x" from="s" to="b"/>)").findings.size() == 1);
}

TEST_CASE("one institution that convenes, selects and has the last word") {
  constexpr auto held = R"(
    <actor id="p" name="Presidency"/>
    <body id="b" title="Plenary" type="plenary" selection="appointment" decision-rule="convener-decides"/>)";
  const auto oneHand = [](std::string_view lines) {
    return look(withRoot(planAsRead(lines), {{"conveners", "p"}}), "2013-12-01", "ND-ONE-HAND");
  };
  const Looked looked = oneHand(held);
  REQUIRE(looked.messages() == Texts{"One institution convenes “Plenary”, has a hand in who sits or chairs there, and "
                                     "has the last word: Presidency."});
  CHECK(looked.because().size() == 2);
  CHECK(oneHand(R"(<actor id="p" name="P"/>
    <body id="b" title="B" type="plenary" selection="appointment" decision-rule="consensus"/>)")
            .findings.empty());
  CHECK(oneHand(R"(<actor id="p" name="P"/>
    <body id="b" title="B" type="plenary" selection="election" decision-rule="convener-decides"/>)")
            .findings.empty());
  CHECK(oneHand(R"(<actor id="p" name="P"/>
    <body id="b" title="B" type="plenary" chair="p" deadlock-ladder="small-group convener"/>)")
            .findings.size() == 1);
  CHECK(look(held, "2013-12-01", "ND-ONE-HAND").findings.empty());
}

TEST_CASE("a national dialogue is asked about once it is known of") {
  constexpr auto later = R"(<body id="b" title="Forum" type="plenary" start="2014-03-01"/>)";
  CHECK(look(later, "2013-12-01", "ND-NO-DECISION-RULE").findings.empty());
  CHECK(look(later, "2014-03-01", "ND-NO-DECISION-RULE").findings.size() == 1);
}
