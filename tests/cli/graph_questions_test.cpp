#include "cli/program.h"
#include "support/golden.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

// network, paths, impact and match: what follows from a plan as a graph.

namespace {

using nlohmann::json;

const std::string golden = "tests/data/cli/golden/";

std::string answer(const std::vector<std::string>& words) {
  const Ended ended = called(words);
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  return ended.out;
}

json node(const json& nodes, const char* id) {
  for (const json& one : nodes)
    if (one["id"] == id) return one;
  return {};
}

/// The web with all that has no level open to everybody.
std::string openWeb() {
  std::string text = fileText(TRACKLOOM_SOURCE_DIR "/tests/data/cli/web.trackloom");
  for (std::size_t at = text.find("/>"); at != std::string::npos; at = text.find("/>", at + 2)) {
    const std::string_view element(text.data() + text.rfind('<', at), text.data() + at);
    if (element.find("classification") != std::string_view::npos) continue;
    constexpr std::string_view level = " classification=\"public\"";
    text.insert(at, level);
    at += level.size();
  }
  return text;
}

}  // namespace

TEST_CASE("network tells people, programs and spreadsheets the same") {
  checkGolden(golden + "network-web.txt", answer({"network", "web.trackloom"}));
  checkGolden(golden + "network-web.json", answer({"network", "web.trackloom", "--format", "json"}));
  checkGolden(golden + "network-web.csv", answer({"network", "web.trackloom", "--format", "csv"}));
  checkGolden(golden + "network-web-transfers.txt", answer({"network", "web.trackloom", "--what", "transfers"}));
  checkGolden(golden + "network-web-dependencies.txt", answer({"network", "web.trackloom", "--what", "dependencies"}));
}

TEST_CASE("The measures are those of NetworkX") {
  // Of the path market – elders – council – front – hidden and two on their own, computed with NetworkX.
  const json nodes = json::parse(answer({"network", "web.trackloom", "--format", "json"}));
  REQUIRE(nodes.size() == 7);
  CHECK(node(nodes, "council")["degree"] == 2);
  CHECK(node(nodes, "council")["betweenness"].get<double>() == Approx(4.0 / 15));
  CHECK(node(nodes, "elders")["betweenness"].get<double>() == Approx(3.0 / 15));
  CHECK(node(nodes, "council")["closeness"].get<double>() == Approx(4.0 / 6 * 4 / 6));
  CHECK(node(nodes, "market")["closeness"].get<double>() == Approx(4.0 / 10 * 4 / 6));
  CHECK(node(nodes, "amal")["closeness"] == 0);
  CHECK(node(nodes, "front")["articulationPoint"] == true);
  CHECK(node(nodes, "market")["bridges"] == json{"elders"});
}

TEST_CASE("paths and impact and match answer people and programs") {
  checkGolden(golden + "paths-web.txt", answer({"paths", "web.trackloom", "t3", "t1"}));
  checkGolden(golden + "paths-web.json", answer({"paths", "web.trackloom", "women", "table", "--format", "json"}));
  checkGolden(golden + "impact-web.txt", answer({"impact", "web.trackloom", "elders"}));
  checkGolden(golden + "impact-web-slip.txt", answer({"impact", "web.trackloom", "forum", "--slip", "10"}));
  checkGolden(golden + "impact-web.json",
              answer({"impact", "web.trackloom", "forum", "--slip", "10", "--format", "json"}));
  checkGolden(golden + "match-web.txt", answer({"match", "web.trackloom"}));
  checkGolden(golden + "match-web.json", answer({"match", "web.trackloom", "--format", "json"}));
}

TEST_CASE("Below core nothing that names anybody is in any answer") {
  const std::vector<std::vector<std::string>> questions{{"network"},
                                                        {"network", "--format", "json"},
                                                        {"network", "--format", "csv"},
                                                        {"network", "--what", "transfers"},
                                                        {"paths", "t3", "t1"},
                                                        {"paths", "t3", "t1", "--format", "json"},
                                                        {"impact", "elders"},
                                                        {"impact", "elders", "--format", "json"},
                                                        {"match"},
                                                        {"match", "--format", "json"}};
  for (const char* audience : {"team", "partners", "public"})
    for (std::vector<std::string> words : questions) {
      words.insert(words.begin() + 1, {"-"});
      words.insert(words.end(), {"--audience", audience});
      const Ended ended = Program().reading(openWeb()).run(words);
      CHECK(ended.code == 0);
      const std::string& out = ended.out;
      INFO(words.front() << ' ' << audience << '\n' << out);
      for (const char* name : {"Amal", "amal", "Bilal", "ouncil", "lders", "front", "idden", "arket", "alley", "illage",
                               "able\"", "forum", "First round", "Signing", "signing", "\"t1\"", "\"r1\""})
        CHECK(out.find(name) == std::string::npos);
    }
}

TEST_CASE("Below core nobody is told of what is above their level") {
  const json nodes = json::parse(answer({"network", "web.trackloom", "--audience", "public", "--format", "json"}));
  CHECK(nodes.empty());
  for (const char* audience : {"public", "partners"}) {
    CHECK(called({"paths", "web.trackloom", "t3", "t1", "--audience", audience}).code == 2);
    CHECK(called({"impact", "web.trackloom", "elders", "--audience", audience}).code == 2);
  }
}

TEST_CASE("Roles keep their numbers, and who was put above the readers' level is not among them") {
  checkGolden(golden + "network-web-team.txt", answer({"network", "web.trackloom", "--audience", "team"}));
  const json nodes = json::parse(answer({"network", "web.trackloom", "--audience", "team", "--format", "json"}));
  REQUIRE(nodes.size() == 6);
  CHECK(nodes[4]["id"] == "actor-05");
  CHECK(nodes[4]["name"] == "actor 5 (armed organisation), track 1");
  CHECK(nodes[4]["degree"] == 1);
}

TEST_CASE("An empty plan has nothing to show") {
  for (const char* what : {"actors", "transfers", "dependencies"}) {
    const Ended ended =
        Program()
            .reading(R"(<plan xmlns="urn:trackloom:plan:1" version="1" title="Empty" as-of="2024-01-01"/>)")
            .run({"network", "-", "--what", what});
    CHECK(ended.code == 0);
    CHECK(ended.out.find("Nothing to show") != std::string::npos);
  }
  CHECK(answer({"match", "quiet.trackloom"}).find("Nothing to show") != std::string::npos);
}

TEST_CASE("A wrong question is answered with what is wrong") {
  const auto refused = [](const std::vector<std::string>& words, const char* why) {
    const Ended ended = called(words);
    INFO(ended.err);
    CHECK(ended.code == 2);
    CHECK(ended.out.empty());
    CHECK(ended.err.find(why) != std::string::npos);
  };
  refused({"impact", "web.trackloom", "nobody"}, "There is no element nobody in the plan.");
  refused({"impact", "web.trackloom", "not an id"}, "There is no element not an id in the plan.");
  refused({"impact", "web.trackloom", "elders", "--slip", "3"}, "Only an activity can end later.");
  refused({"impact", "web.trackloom", "forum", "--slip", "soon"}, "is not a number of days");
  refused({"impact", "web.trackloom", "forum", "--slip", "0"}, "is not a number of days");
  refused({"impact", "talks.trackloom", "opening", "--slip", "3"}, "The activity has ended");
  refused({"paths", "web.trackloom", "t3", "nobody"}, "There is no element nobody in the plan.");
  refused({"paths", "web.trackloom", "t3", "r1"}, "Nothing passes from or to r1.");
  refused({"paths", "web.trackloom", "t3", "t3"}, "FROM and TO are the same.");
  refused({"impact", "web.trackloom", "hidden", "--audience", "team"}, "There is no element hidden in the plan.");
  refused({"network", "web.trackloom", "--audience", "everybody"},
          "“everybody” is no level and no audience of the plan");
  refused({"network", "web.trackloom", "--what", "dreams"}, "--what");
  CHECK(called({"network", "no-plan.xml"}).code == 3);
  CHECK(called({"network", "missing.trackloom"}).code == 3);
}
