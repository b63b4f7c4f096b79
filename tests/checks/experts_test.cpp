#include "checks/experts.h"

#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Study;

namespace {

std::string matched(std::string_view lines) {
  const Study study(planAsRead(lines), day("2024-06-10"));
  const checks::ExpertMatch match = expertMatch(study);
  std::string text;
  for (const checks::Candidate& pair : match.pairs)
    text += (text.empty() ? "" : " ") + pair.activity->id().str() + '=' + pair.expert->id().str();
  for (const checks::ExpertNeed& need : match.unmatched) text += " " + need.activity->id().str() + "=?";
  return text;
}

const std::string talks = together(
    {R"(<activity id="law" title="L" planned-start="2024-07-01" duration="5" expertise-needed="ceasefires"/>)",
     R"(<activity id="mix" title="M" planned-start="2024-07-02" duration="5" expertise-needed="ceasefires gender-inclusivity"/>)",
     R"(<actor id="a" name="A" expertise="ceasefires gender-inclusivity"/>)",
     R"(<actor id="b" name="B" expertise="ceasefires"/>)"});

}  // namespace

TEST_CASE("Experts go where most of what is lacking is covered in all") { CHECK(matched(talks) == "law=b mix=a"); }

TEST_CASE("Who is assigned elsewhere at that time is not asked, who is at another time is") {
  const auto assigned = [](std::string_view dates) {
    return talks + "<activity id=\"z\" title=\"Z\" planned-start=\"2024-07-01\" duration=\"2\"/>\n" +
           "<assignment id=\"s\" expert=\"b\" activity=\"z\" " + std::string(dates) + "/>\n";
  };
  CHECK(matched(assigned("")) == "mix=a law=?");
  CHECK(matched(assigned(R"(from="2024-01-01" until="2024-06-30")")) == "law=b mix=a");
  CHECK(matched(assigned(R"(from="2024-01-01" until="2024-07-01")")) == "mix=a law=?");
}

TEST_CASE("What somebody is assigned with is not lacking any more") {
  CHECK(matched(talks + R"(<assignment id="s" expert="b" activity="law" expertise="ceasefires"/>)") == "mix=a");
}

TEST_CASE("Nothing is asked for what has ended or was cancelled, or needs nothing") {
  CHECK(matched(R"(<activity id="v" title="V" status="cancelled" expertise-needed="gender-inclusivity"/>)").empty());
  CHECK(matched(R"(<activity id="v" title="V" finish="2024-01-01" expertise-needed="gender-inclusivity"/>)").empty());
  CHECK(matched(R"(<activity id="v" title="V"/>)").empty());
  CHECK(matched("").empty());
}
