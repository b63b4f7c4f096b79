#include "sharing/change_sentences.h"

#include "documents/wording.h"
#include "support/plan_text.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using namespace trackloom::testing;

namespace {

constexpr const char* start = R"(
<track id="t1" name="Formal talks" order="1"/>
<track id="t2" name="Civil society" order="2"/>
<actor id="union" name="Union"/>
<actor id="youth" name="Youth council"/>
<activity id="r2" title="Round 2" tracks="t1" planned-start="2013-05-14" planned-finish="2013-05-16" status="planned" lead="union"/>
<activity id="plenary" title="Plenary" tracks="t1"/>
<activity id="forum" title="Youth forum" tracks="t2" channels="radio"><notes>Old</notes></activity>
)";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

using Lines = std::vector<std::string>;

/// The groups one below the other, each under its track.
Lines told(const std::string& before, const std::string& after, Classification readers = Classification::core) {
  const Plan old = planAsRead(before);
  const Plan now = planAsRead(after);
  const checks::Study oldStudy(old, dayOf({2013, 1, 1}));
  const checks::Study study(now, dayOf({2013, 1, 1}));
  const documents::Material earlier{oldStudy, readers};
  const documents::Material later{study, readers};
  Lines lines;
  for (const ChangeGroup& group : changeSentences(earlier, later, diff(old, now))) {
    lines.push_back(group.track.empty() ? "-" : group.track.str());
    for (const ChangeSentence& change : group.sentences) lines.push_back(documents::said(later, change.sentence));
  }
  return lines;
}

Lines toldOf(std::string_view from, std::string_view to) { return told(start, replaced(start, from, to)); }

}  // namespace

TEST_CASE("nothing changed, nothing is told") { CHECK(told(start, start).empty()); }

TEST_CASE("planned days that move are one sentence") {
  CHECK(toldOf(R"(planned-start="2013-05-14" planned-finish="2013-05-16")",
               R"(planned-start="2013-05-20" planned-finish="2013-05-22")") ==
        Lines{"t1", "Round 2 moves from 14–16 May 2013 to 20–22 May 2013."});
  CHECK(toldOf(R"(planned-start="2013-05-14" planned-finish="2013-05-16")", R"(planned-start="2013-06")") ==
        Lines{"t1", "Round 2, Planned start: June 2013 (before: 14 May 2013).",
              "Round 2, Planned finish: no longer given (before: 16 May 2013)."});
}

TEST_CASE("links that come and go are told by what they tie together, on the track they lead to") {
  const std::string linked = std::string(start) + R"(<transfer id="x" from="forum" to="plenary"/>
<dependency id="d" from="r2" to="plenary"/>
<participation id="p" who="youth" in="forum"/>
<separation id="s" between="union youth"/>
)";
  CHECK(told(start, linked) == Lines{"t1", "Plenary now waits for Round 2.", "Youth forum now feeds Plenary.", "t2",
                                     "New on the list of Youth forum: Youth council.", "-",
                                     "Now kept apart on purpose: Union, Youth council."});
  CHECK(told(linked, start) == Lines{"t1", "Plenary no longer waits for Round 2.",
                                     "Youth forum no longer feeds Plenary.", "t2",
                                     "No longer on the list of Youth forum: Youth council.", "-",
                                     "No longer kept apart on purpose: Union, Youth council."});
}

TEST_CASE("other things come and go by kind and name") {
  CHECK(told(start, std::string(start) +
                        R"(<activity id="camp" title="Camp" tracks="t2" planned-start="2013-06-01"/>)" + "\n" +
                        R"(<actor id="elders" name="Elders"/>)") ==
        Lines{"t2", "Activity added: Camp, planned for 1 June 2013.", "-", "Actor added: Elders."});
}

TEST_CASE("a copy that was noted is told by who received it and when") {
  const std::string noted = std::string(start) + R"(<copy id="c7" recipient="The donor" date="2013-06-01"/>)";
  CHECK(told(start, noted) == Lines{"-", "The donor received a copy on 1 June 2013."});
  CHECK(told(noted, start) == Lines{"-", "It is no longer noted that The donor received a copy on 1 June 2013."});
  CHECK(told(start, std::string(start) + R"(<copy id="c7" recipient="The donor"/>)") ==
        Lines{"-", "The donor received a copy."});
}

TEST_CASE("fields are told by their labels and spoken values") {
  CHECK(toldOf("status=\"planned\"", "status=\"confirmed\"") ==
        Lines{"t1", "Round 2, Status: Confirmed (before: Planned)."});
  CHECK(toldOf("lead=\"union\"", "lead=\"youth\"") == Lines{"t1", "Round 2, Lead: Youth council (before: Union)."});
  CHECK(toldOf("lead=\"union\"", "venue=\"Oslo\" lead=\"union\"") == Lines{"t1", "Round 2, Venue: now Oslo."});
  CHECK(toldOf("Old", "New") == Lines{"t2", "Youth forum, Notes: has changed."});
  CHECK(toldOf("name=\"Union\"", "name=\"Union\" classification=\"core\"") ==
        Lines{"-", "Who may see Union changes from Team to Core."});
}

TEST_CASE("who may see what is told to nobody below the team") {
  const std::string after =
      replaced(start, "name=\"Union\"", R"(name="Union" classification="public" field-levels="notes:core")");
  CHECK(told(start, after, Classification::team).size() == 3);
  for (const Classification readers : {Classification::open, Classification::partners})
    CHECK(told(start, after, readers).empty());
}

TEST_CASE("lists are told by what came and went") {
  CHECK(toldOf("title=\"Plenary\" tracks=\"t1\"", "title=\"Plenary\" tracks=\"t1 t2\"") ==
        Lines{"t1", "Plenary now stands on Civil society."});
  CHECK(told(replaced(start, "title=\"Plenary\" tracks=\"t1\"", "title=\"Plenary\" tracks=\"t1 t2\""),
             replaced(start, "title=\"Plenary\" tracks=\"t1\"", "title=\"Plenary\" tracks=\"t2 t1\"")) ==
        Lines{"t2", "Plenary, Tracks: first comes Civil society now."});
  CHECK(toldOf("channels=\"radio\"", "channels=\"television\"").size() == 3);
}
