#include "cli/program.h"
#include "support/golden.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

/// A plan that spreadsheets go into, with files beside it.
struct Talks {
  Folder folder;
  std::string plan = folder / "talks.trackloom";
  Talks() { std::filesystem::copy_file(TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom", plan); }

  std::string write(const char* name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return folder / name;
  }
  Ended imported(const std::string& file, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"import", file, "--to", plan};
    words.insert(words.end(), more.begin(), more.end());
    return called(words);
  }
  std::string listed(const char* kind) const { return called({"list", plan, "--kind", kind, "--format", "csv"}).out; }
};

const std::vector<std::string> answers = {"--column", "Remarks for us=notes",
                                          "--word",   "Under way=ongoing",
                                          "--same",   "Vally Kouncil=council",
                                          "--new",    "Youth League",
                                          "--create", "actor"};

}  // namespace

TEST_CASE("import tells what it does not understand, with its place and what to do, and saves nothing") {
  const Talks talks;
  const std::string before = fileText(talks.plan);
  const Ended ended = talks.imported("partners.csv");
  CHECK(ended.code == 1);
  checkGolden("tests/data/cli/golden/import-partners.txt", ended.out);
  CHECK(ended.err.find("Nothing was saved: not everything was understood.") != std::string::npos);
  CHECK(fileText(talks.plan) == before);
  checkGolden("tests/data/cli/golden/import-partners.json", talks.imported("partners.csv", {"--format", "json"}).out);
}

TEST_CASE("import takes answers, keeps them beside the spreadsheet, and takes the other rows if asked") {
  const Talks talks;
  const std::string file = talks.write("partners.csv", fileText(TRACKLOOM_SOURCE_DIR "/tests/data/cli/partners.csv"));
  std::vector<std::string> words = answers;
  for (const char* word : {"--save-map", ""}) words.emplace_back(word);
  words.back() = file + ".map";
  CHECK(talks.imported(file, words).code == 1);  // the 32nd of July
  checkGolden("tests/data/cli/golden/import-partners.map", fileText(file + ".map"));

  const Ended taken = talks.imported(file, {"--understood", "--create", "actor"});
  CHECK(taken.code == 1);
  CHECK(taken.err.find("Using the answers in " + file + ".map.") != std::string::npos);
  CHECK(taken.err.find("Saved in " + talks.plan + "; the version before is ") != std::string::npos);
  checkGolden("tests/data/cli/golden/import-partners-taken.txt", taken.out);
  CHECK(talks.listed("activity").find("Listening tour") != std::string::npos);
  CHECK(talks.listed("activity").find("Youth forum") == std::string::npos);

  const std::string saved = fileText(talks.plan);
  CHECK(talks.imported(file, {"--understood", "--create", "actor"}).err.find("the plan has all of it already") !=
        std::string::npos);
  CHECK(fileText(talks.plan) == saved);
}

TEST_CASE("A list as CSV goes out, is edited, and comes back") {
  const Talks talks;
  const std::string whole = called({"list", talks.plan, "--format", "csv"}).out;
  const Ended same = talks.imported(talks.write("all.csv", whole));
  CHECK(same.code == 0);
  CHECK(same.err.find("Nothing was saved: the plan has all of it already.") != std::string::npos);

  std::string edited = talks.listed("activity");
  const std::string from = "signing,Signing,";
  edited.replace(edited.find(from), from.size(), "signing,Signing of the accord,");
  const Ended dry = talks.imported(talks.write("activity.csv", edited), {"--dry-run"});
  CHECK(dry.code == 0);
  CHECK(dry.err.find("this was a dry run") != std::string::npos);
  CHECK(dry.out.find("Signing of the accord") != std::string::npos);
  CHECK(talks.listed("activity").find("accord") == std::string::npos);
  CHECK(talks.imported(talks.folder / "activity.csv").code == 0);
  CHECK(talks.listed("activity") == edited);
}

TEST_CASE("A spreadsheet goes out as XLSX and comes back, a form changes what its partner filled in") {
  const Talks talks;
  const std::string book = talks.folder / "all.xlsx";
  REQUIRE(called({"export", talks.plan, "--to", "xlsx", "--audience", "core", "-o", book}).code == 0);
  const Ended same = talks.imported(book);
  CHECK(same.code == 0);
  CHECK(same.err.find("Nothing was saved: the plan has all of it already.") != std::string::npos);

  const std::string form = talks.folder / "form.xlsx";
  const Ended hidden = called({"form", talks.plan, "--for", "Valley Council", "-o", form});
  CHECK(hidden.code == 2);
  CHECK(hidden.err.find("Of the 4 activities of Valley council these readers may see none.") != std::string::npos);
  const Ended made = called({"form", talks.plan, "--for", "council", "--audience", "team", "-o", form});
  CHECK(made.code == 0);
  CHECK(made.err.find("has 4 activities to fill in. When it comes back: trackloom-cli import") != std::string::npos);
  const Ended back = talks.imported(form);
  CHECK(back.code == 0);
  CHECK(back.out.find("0 new, 0 changed, 4 as in the plan, 0 not understood") != std::string::npos);
  CHECK(called({"form", talks.plan, "--for", "nobody", "-o", form}).err.find("The plan has no actor “nobody”.") !=
        std::string::npos);
  CHECK(called({"form", talks.plan, "--for", "lonely", "-o", form}).err.find("leads and carries out no activity") !=
        std::string::npos);
}

TEST_CASE("import refuses what is no spreadsheet, and what cannot be asked of it, with one sentence") {
  const Talks talks;
  const auto refusal = [&](const std::string& file, const std::vector<std::string>& more = {}) {
    const Ended ended = talks.imported(file, more);
    CHECK(ended.out.empty());
    CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
    return std::to_string(ended.code) + ended.err;
  };
  CHECK(refusal(talks.write("old.xls", "\xD0\xCF\x11\xE0\xA1\xB1")).find("3trackloom-cli: ") == 0);
  CHECK(refusal(talks.write("open.csv", "a,b\n\"c,d\n")).find("has no closing one") != std::string::npos);
  CHECK(refusal("nothing-there.csv").find("3trackloom-cli: nothing-there.csv") == 0);
  CHECK(refusal("partners.csv", {"--kind", "activities"}).find("2trackloom-cli: There is no kind activities.") == 0);
  CHECK(refusal("partners.csv", {"--column", "Lead"}).find("equals sign") != std::string::npos);
  CHECK(refusal("partners.csv", {"--column", "Lead=leader"}).find("names no field") != std::string::npos);
  CHECK(refusal("partners.csv", {"--encoding", "klingon"}).find("is no encoding") != std::string::npos);
  CHECK(refusal("partners.csv", {"-o", "-"}).find("standard output") != std::string::npos);
  CHECK(refusal("partners.csv", {"--map", talks.write("bad.map", "[names]\nA = not an id\n")}).find("bad.map:2") !=
        std::string::npos);
}

TEST_CASE("a plan under the name of a table is no table") {
  const Talks talks;
  const Ended ended = talks.imported(talks.write("talks.csv", fileText(talks.plan)));
  CHECK(ended.code == 3);
  CHECK(ended.err.find(
            "it begins as a plan or a page of the web does. To bring in another version of a plan, use merge") !=
        std::string::npos);
}

TEST_CASE("a workbook that is damaged where the library that reads it would read on is refused") {
  const Talks talks;
  const std::string name = GENERATE("cut-name.xlsx", "unended.xlsx", "open-reference.xlsx");
  const Ended ended = talks.imported(TRACKLOOM_SOURCE_DIR "/tests/data/tables/" + name);
  CHECK(ended.code == 3);
  CHECK(ended.err.find("The spreadsheet is damaged: a part of it does not read.") != std::string::npos);
}
