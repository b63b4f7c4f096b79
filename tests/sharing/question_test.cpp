#include "sharing/question.h"

#include "documents/wording.h"
#include "support/plan_text.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using namespace trackloom::testing;

namespace {

constexpr const char* start = R"(
<track id="t1" name="Formal talks"/>
<activity id="r" title="Round 2" tracks="t1" planned-start="2013-05-14"/>
<activity id="p" title="Plenary" tracks="t1"/>
<actor id="u" name="Union"/>
)";

/// Our line and their line in the place of, or beside, the same plan.
std::vector<std::string> asked(const std::string& base, const std::string& ours, const std::string& theirs) {
  const Merge merge = mergePlans(planAsRead(base), planAsRead(ours), planAsRead(theirs));
  const checks::Study study(merge.plan, dayOf({2013, 1, 1}));
  const documents::Material material{study, Classification::core};
  std::vector<std::string> lines;
  for (const Conflict& conflict : merge.conflicts) {
    lines.push_back(documents::said(material, question(material, conflict)));
    for (const Answer answer : conflict.answers)
      lines.push_back(documents::said(material, answerLabel(material, conflict, answer)));
  }
  return lines;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a conflict is a question in plain words") {
  CHECK(asked(start, replaced(start, "2013-05-14", "2013-05-20"), replaced(start, "2013-05-14", "2013-06")) ==
        Lines{"Round 2, Planned start: it was “14 May 2013”. Your version says “20 May 2013”, the other one “June "
              "2013”. Which holds?",
              "Take “20 May 2013”", "Take “June 2013”"});
  CHECK(asked(start, replaced(start, " planned-start=\"2013-05-14\"", ""), replaced(start, "2013-05-14", "2013-06")) ==
        Lines{"Round 2, Planned start: it was “14 May 2013”. Your version leaves it empty, the other one says “June "
              "2013”. Which holds?",
              "Leave it empty", "Take “June 2013”"});
  CHECK(asked(start, replaced(start, "id=\"p\"", "id=\"p\" venue=\"Oslo\""),
              replaced(start, "id=\"p\"", "id=\"p\" venue=\"Tunis\"")) ==
        Lines{"Plenary, Venue: it was empty. Your version says “Oslo”, the other one “Tunis”. Which holds?",
              "Take “Oslo”", "Take “Tunis”"});
}

TEST_CASE("of long notes a question quotes only the lines in which the two versions differ") {
  const auto noted = [](const std::string& first, const std::string& more) {
    const std::string note = "<notes>Opening&#10;" + first + "&#10;two&#10;three" + more + "</notes>";
    return replaced(start, R"(<activity id="p" title="Plenary" tracks="t1"/>)",
                    R"(<activity id="p" title="Plenary" tracks="t1">)" + note + "</activity>");
  };
  CHECK(asked(noted("one", ""), noted("ONE anna", "&#10;anna extra"), noted("ONE bilal", "")) ==
        Lines{"Plenary, Notes: it was “… one …”. Your version says “… ONE anna …”, the other one “… ONE bilal …”. "
              "Which holds?",
              "Take “… ONE anna …”", "Take “… ONE bilal …”", "Keep both"});
  const Lines lines = asked(noted("one", ""), noted(std::string(5000, 'x'), ""), noted(std::string(5000, 'y'), ""));
  CHECK(lines.at(0).size() < 900);
}

TEST_CASE("removals are asked by what the other side did") {
  const std::string removed = replaced(start, "<activity id=\"p\" title=\"Plenary\" tracks=\"t1\"/>\n", "");
  CHECK(asked(start, removed, replaced(start, "Plenary", "Great plenary")) ==
        Lines{"Your version removes Great plenary, the other one changes something of it: Title. Does it stay?",
              "Remove it", "Keep it"});
  CHECK(asked(start, replaced(start, "tracks=\"t1\"/>", "tracks=\"t1\" venue=\"Aden\" status=\"confirmed\"/>"), removed)
            .at(0) ==
        "Your version changes something of Plenary: Status, Venue. The other one removes it. Does it stay?");
  CHECK(
      asked(start, std::string(start) + "<dependency id=\"d\" from=\"r\" to=\"p\"/>\n", removed) ==
      Lines{"Your version refers to Plenary in Dependency: Round 2 – Plenary, the other one removes it. Does it stay? "
            "If it goes, this goes with it: Dependency: Round 2 – Plenary.",
            "Keep it", "Remove it"});
}

TEST_CASE("two things under one id are asked about by what they are called, and an audience by what it sees") {
  const Lines lines = asked(start, replaced(start, "<actor", "<actor id=\"n\" name=\"Elders\"/>\n<actor"),
                            replaced(start, "<actor", "<actor id=\"n\" name=\"Traders\"/>\n<actor"));
  REQUIRE(lines.size() == 4);
  CHECK(
      lines[0].starts_with("Actor: both versions add one under the id “n”, yours “Elders”, the other one “Traders”."));
  CHECK(lines[1] == "They are one: take “Elders”");
  CHECK(lines[2] == "They are one: take “Traders”");
  CHECK(lines[3] == "Keep both");
  const std::string readers = std::string(start) + R"(<audience id="d" name="Donors" level="team" exclude="u"/>)";
  CHECK(asked(readers, replaced(readers, "Round 2", "Round II"), replaced(readers, " exclude=\"u\"", "")) ==
        Lines{"Your version and the other one let the readers Donors see different things, by Never show: “Union” and "
              "“nothing”. Which holds? Until you say, they see only what both let them see.",
              "Take “Union”", "Take “nothing”"});
}

TEST_CASE("a level is asked by its names") {
  CHECK(asked(start, replaced(start, "Round 2", "Round II"),
              replaced(start, "name=\"Union\"", "name=\"Union\" classification=\"public\""))[0] ==
        "Your version and the other one show Union to different readers: “Team” and “Public”. Which holds? Until you "
        "say, only those see it who see it in both.");
}
