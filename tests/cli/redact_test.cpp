#include "cli/program.h"
#include "support/golden.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

const std::string seed = "0123456789abcdef0123456789abcdef";

/// A plan that commands may write beside.
struct Valley {
  Folder folder;
  std::string file = folder / "valley.trackloom";
  std::string out = folder / "copy.trackloom";
  Valley() { std::filesystem::copy_file(TRACKLOOM_SOURCE_DIR "/tests/data/cli/valley.trackloom", file); }

  Ended copied(const std::string& audience, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"redact", file, "--audience", audience, "-o", out, "--seed", seed};
    words.insert(words.end(), more.begin(), more.end());
    return called(words);
  }
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("redact writes a copy and says what it lacks") {
  const Valley valley;
  const Ended partners = valley.copied("partners");
  CHECK(partners.code == 0);
  CHECK(partners.err.empty());
  checkGolden("tests/data/cli/golden/redact-partners.txt", partners.out);
  checkGolden("tests/data/cli/golden/redact-partners.trackloom", fileText(valley.out));
  checkGolden("tests/data/cli/golden/redact-partners.json", valley.copied("partners", {"--format", "json"}).out);
  CHECK(called({"validate", valley.out}).code == 0);
  CHECK(called({"format", valley.out}).out == fileText(valley.out));
}

TEST_CASE("redact makes a copy for an audience of the plan") {
  const Valley valley;
  checkGolden("tests/data/cli/golden/redact-donors.txt", valley.copied("donors").out);
  checkGolden("tests/data/cli/golden/redact-donors.trackloom", fileText(valley.out));
}

TEST_CASE("redact lets a name stand that may, and notes who received a copy only when asked") {
  const Valley valley;
  const std::string before = fileText(valley.file);
  const json report = json::parse(valley.copied("public", {"--keep", "abu hasan", "--format", "json"}).out);
  CHECK(report["places"][0]["decision"] == "keep");
  CHECK(report["places"][1]["decision"] == "mask");
  CHECK(has(fileText(valley.out), "A list by Abu Hasan"));
  CHECK(fileText(valley.file) == before);
  const Ended logged = valley.copied("donors", {"--log", "Fund for the River"});
  CHECK(has(logged.err, "Fund for the River received this copy."));
  CHECK(has(fileText(valley.file), "recipient=\"Fund for the River\""));
  CHECK(has(fileText(valley.file), "audience=\"donors\""));
  CHECK(fileText(valley.file + "~") == before);
  CHECK_FALSE(has(fileText(valley.out), "Fund for the River"));
}

TEST_CASE("redact and papers tell of a name that was to stand and is not there") {
  const Valley valley;
  const std::string told = "trackloom-cli: “nothere” was to stand, but nothing in the plan is called so.\n";
  CHECK(valley.copied("public", {"--keep", "nothere", "--keep", "abu hasan"}).err == told);
  const Ended page =
      called({"export", valley.file, "--to", "html-view", "--audience", "partners", "--keep", "nothere"});
  CHECK(has(page.err, told));
}

TEST_CASE("redact lists words of removed names that still stand in the copy") {
  const Valley valley;
  std::string text = fileText(valley.file);
  text.replace(text.find("A list by Abu Hasan"), 19, "A list by Hassan");
  std::ofstream(valley.file, std::ios::binary) << text;
  const Ended told = valley.copied("partners");
  CHECK(has(told.out,
            "Words of removed names, or words that sound like them, that still stand in it\n"
            "  Abu Hasan: “Hassan” – Round one, Outputs\n"
            "Look at them before you send it.\n"));
  CHECK(has(fileText(valley.out), "A list by Hassan"));
  const json report = json::parse(valley.copied("partners", {"--format", "json"}).out);
  CHECK(report["standing"][0]["found"] == "Hassan");
  CHECK(valley.copied("partners", {"--keep", "Hassan"}).out.find("still stand") == std::string::npos);
  const Ended page = called({"export", valley.file, "--to", "html-view", "--audience", "partners"});
  CHECK(has(page.err, "Abu Hasan: “Hassan” – Round one, Outputs"));
  CHECK_FALSE(has(page.out, "still stand"));
  const Ended ladder = called({"export", valley.file, "--to", "stage-ladder.svg", "--audience", "partners"});
  CHECK(ladder.code == 0);
  CHECK_FALSE(has(ladder.err, "Hassan"));
}

TEST_CASE("without a seed every copy has other ids") {
  const Valley valley;
  REQUIRE(called({"redact", valley.file, "--audience", "partners", "-o", valley.out}).code == 0);
  const std::string first = fileText(valley.out);
  REQUIRE(called({"redact", valley.file, "--audience", "partners", "-o", valley.out}).code == 0);
  CHECK(fileText(valley.out) != first);
}

TEST_CASE("papers are made for an audience of the plan, if it may see names and dates as they are") {
  const Valley valley;
  const std::string plan = fileText(valley.file);
  const std::string audiences = "</audiences>";
  std::string more = plan;
  more.insert(more.find(audiences),
              "<audience id=\"friends\" name=\"Friends\" level=\"public\" include=\"trust v1 t3\" exclude=\"gov\"/>");
  std::ofstream(valley.file, std::ios::binary) << more;
  const Ended page = called({"export", valley.file, "--to", "html-view", "--audience", "friends"});
  CHECK(page.code == 0);
  CHECK(has(page.out, "Market days"));
  CHECK(has(page.out, "River Trust"));
  CHECK_FALSE(has(page.out, "Government"));
  CHECK_FALSE(has(page.out, "Walk along the river"));
  const Ended paper = called({"document", valley.file, "--template", "process-design", "--audience", "friends"});
  CHECK(paper.code == 0);
  CHECK(has(paper.out, "Market days"));
  CHECK_FALSE(has(paper.out, "Government"));
  const Ended donors = called({"export", valley.file, "--to", "html-view", "--audience", "donors"});
  CHECK(donors.code == 2);
  CHECK(has(donors.err, "Names and dates are not to go to these readers as they are: Donors."));
  CHECK(called({"document", valley.file, "--template", "process-design", "--audience", "nobody"}).code == 2);
}

TEST_CASE("papers for others mask the names of those whom they may not see, and say where") {
  const Valley valley;
  const Ended page = called({"export", valley.file, "--to", "html-view", "--audience", "partners"});
  CHECK(page.code == 0);
  CHECK(has(page.out, "A list by […]"));
  CHECK_FALSE(has(page.out, "Abu Hasan"));
  CHECK_FALSE(has(page.out, "التميمي"));
  CHECK(has(page.err, "Round one, Outputs: “Abu Hasan” is masked; these readers may not see whose name it is."));
  const std::vector<std::string> design{"document",           valley.file,  "--template",
                                        "event-concept-note", "--audience", "partners"};
  const Ended paper = called(design);
  CHECK(has(paper.out, "A list by […]"));
  CHECK(has(paper.err, "“Abu Hasan” is masked"));
  std::vector<std::string> keeping = design;
  keeping.insert(keeping.end(), {"--keep", "Abu Hasan"});
  CHECK(has(called(keeping).out, "A list by Abu Hasan"));
  CHECK(has(called({"export", valley.file, "--to", "html-view"}).out, "A list by […]"));  // for the whole team
  CHECK(has(called({"export", valley.file, "--to", "html-view", "--audience", "core"}).out, "A list by Abu Hasan"));
  REQUIRE(called({"document", valley.file, "--all", valley.folder / "papers", "--to", "html", "--audience", "public"})
              .code == 0);
  for (const auto& entry : std::filesystem::directory_iterator(valley.folder / "papers")) {
    INFO(entry.path());
    CHECK_FALSE(has(fileText(entry.path()), "Hasan"));
  }
}

TEST_CASE("a country that readers may not see is not told by months and digits either") {
  const Folder folder;
  const std::string file = folder / "hidden.trackloom";
  const std::string sections =
      "<activities><activity id=\"a\" title=\"A\" planned-start=\"2014-08-03\" "
      "classification=\"public\"/></activities>";
  std::ofstream(file, std::ios::binary)
      << "<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\" title=\"T\" country=\"Tunisia\" "
         "languages=\"ar\" as-of=\"2014-07-01\">" +
             sections + "</plan>";
  const std::vector<std::vector<std::string>> papers{{"export", file, "--to", "html-view"},
                                                     {"document", file, "--template", "process-design"}};
  for (std::vector<std::string> words : papers) {
    CHECK(has(called(words).out, "lang=\"ar-TN\""));
    words.insert(words.end(), {"--audience", "public"});
    const std::string out = called(words).out;
    CHECK(has(out, "lang=\"ar\""));
    CHECK_FALSE(has(out, "ar-TN"));
    CHECK_FALSE(has(out, "أوت"));
  }
}

TEST_CASE("redact says that the copy is there when the plan could not note it") {
  const Valley valley;
  const std::string before = fileText(valley.file);
  std::filesystem::create_directories(valley.file + "~/full");
  const Ended ended = valley.copied("donors", {"--log", "Fund for the River"});
  CHECK(ended.code == 4);
  CHECK(has(ended.err,
            "The copy stands in " + valley.out + ", but the plan does not note that Fund for the River received it: "));
  CHECK(fileText(valley.file) == before);
  CHECK(std::filesystem::exists(valley.out));
}

TEST_CASE("redact refuses what would overwrite the plan, and readers it does not know") {
  const Valley valley;
  const std::string before = fileText(valley.file);
  CHECK(called({"redact", valley.file, "--audience", "public", "-o", valley.file}).code == 2);
  CHECK(called({"redact", valley.file, "--audience", "public", "-o", "-"}).code == 2);
  CHECK(called({"redact", valley.file, "--audience", "public"}).code == 2);
  CHECK(called({"redact", "-", "--audience", "public", "-o", valley.out, "--log", "Somebody"}).code == 2);
  const Ended nobody = valley.copied("everybody");
  CHECK(nobody.code == 2);
  CHECK(has(nobody.err, "“everybody” is no level and no audience of the plan."));
  CHECK(fileText(valley.file) == before);
  CHECK_FALSE(std::filesystem::exists(valley.out));
}

TEST_CASE("nothing is made for readers of whom nobody can tell whom they must not see") {
  const Folder folder;
  const std::string file = folder / "plan.trackloom";
  const auto written = [&](const std::string& audience) {
    std::ofstream(file, std::ios::binary) << "<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\" title=\"T\"><actors>"
                                             "<actor id=\"omar\" name=\"Omar Haddad\" classification=\"public\"/>"
                                             "</actors><audiences><audience id=\"donors\" name=\"Donors\" "
                                             "level=\"partners\" "
                                          << audience << "/></audiences></plan>";
  };
  const std::vector<std::vector<std::string>> makings = {
      {"redact", file, "--audience", "donors", "-o", folder / "copy.trackloom"},
      {"export", file, "--to", "html-view", "--audience", "donors"},
      {"document", file, "--template", "process-design", "--to", "html", "--audience", "donors"}};
  for (const char* wrong : {"exclude=\"omr\"", "exclude=\"Omar (the uncle)\"", "exclud=\"omar\""}) {
    written(wrong);
    for (const auto& making : makings) {
      INFO(wrong << ' ' << making.front());
      const Ended ended = called(making);
      CHECK(ended.code == 3);
      CHECK_FALSE(has(ended.out, "Omar Haddad"));
      CHECK(has(ended.err, "Mend that in the plan first"));
      CHECK_FALSE(std::filesystem::exists(folder / "copy.trackloom"));
    }
  }
  written("exclude=\"omar\"");
  CHECK(called(makings.front()).code == 0);
}

TEST_CASE("what stood where a copy is written is kept beside it, and that is said") {
  const Valley valley;
  const std::string out = valley.folder / "copy.trackloom";
  std::ofstream(out) << "minutes";
  const std::vector<std::string> words{"redact", valley.file, "--audience", "partners", "--seed", "s", "-o", out};
  CHECK(has(called(words).err, "Something else stood in " + out + "; it is kept as " + out + "~."));
  CHECK(fileText(out + "~") == "minutes");
  CHECK_FALSE(has(called(words).err, "Something else"));
}

TEST_CASE("whose network it is is told for an audience of the plan, without what it leaves out") {
  const Valley valley;
  const Ended ended = called({"network", valley.file, "--what", "dependencies", "--audience", "donors"});
  CHECK(ended.code == 0);
  CHECK(has(ended.out, "Level Donors: roles stand for names"));
  const auto activities = [&](const std::string& audience) {
    const Ended told = called({"impact", valley.file, "v1", "--slip", "7", "--audience", audience});
    return told.code;
  };
  CHECK(activities("partners") == 0);
  CHECK(activities("donors") == 2);
}

TEST_CASE("no id says in papers whom their readers may not see") {
  const Valley valley;
  std::string text = fileText(valley.file);
  for (std::size_t at = text.find("\"r1\""); at != std::string::npos; at = text.find("\"r1\""))
    text.replace(at, 4, "\"meet-abu-hasan\"");
  std::ofstream(valley.file, std::ios::binary) << text;
  const Ended team = called({"export", valley.file, "--to", "icalendar", "--audience", "team"});
  CHECK(team.code == 0);
  CHECK_FALSE(has(team.out, "hasan"));
  CHECK(has(team.out, "masked-1"));
  CHECK(has(team.err, "The id “meet-abu-hasan” is masked"));
  CHECK(has(called({"export", valley.file, "--to", "icalendar", "--audience", "core"}).out, "meet-abu-hasan"));
  const Ended about = called(
      {"document", valley.file, "--template", "event-concept-note", "--audience", "team", "--about", "meet-abu-hasan"});
  CHECK(about.code == 0);
  CHECK_FALSE(has(about.out, "hasan"));
}
