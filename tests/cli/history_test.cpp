#include "cli/program.h"

#include <fstream>
#include <regex>

#include <catch2/catch.hpp>

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

constexpr const char* plan = R"(<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:trackloom:plan:1" version="1" title="Talks" as-of="2024-06-10">
  <tracks>
    <track id="t1" name="Track 1" level="1"/>
  </tracks>
  <activities>
    <activity id="a" title="Round" tracks="t1" planned-start="2024-07-01" planned-finish="2024-07-03"/>
    <activity id="b" title="Signing" tracks="t1" planned-start="2024-08-01" planned-finish="2024-08-01"/>
  </activities>
</plan>
)";

void write(const std::string& file, std::string_view text) { std::ofstream(file, std::ios::binary) << text; }

/// Two people's copies of a plan, and the data folder of one machine.
struct Desk {
  Desk() {
    write(folder / "plan", plan);
    write(folder / "edit", replaced(plan, "title=\"Round\"", "title=\"Round 1\""));
  }
  Ended run(const std::vector<std::string>& words) const {
    return Program().from(folder.path()).keepingDataIn(folder / "data").run(words);
  }
  /// A version that a merge saved, so that it is kept: the plan with the round renamed.
  void saveFirst() const { REQUIRE(run({"merge", "plan", "plan", "edit", "-o", "plan"}).code == 0); }

  Folder folder;
};

}  // namespace

TEST_CASE("what is saved is kept, and two copies merge by what they have in common") {
  const Desk desk;
  desk.saveFirst();
  const std::string common = fileText(desk.folder / "plan");
  write(desk.folder / "ours", replaced(common, "2024-07-03", "2024-07-05"));
  write(desk.folder / "theirs", replaced(common, "title=\"Signing\"", "title=\"Signing day\""));
  const Ended ended = desk.run({"merge", "ours", "theirs"});
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  CHECK(has(ended.out, "2024-07-05"));
  CHECK(has(ended.out, "Signing day"));
  CHECK(has(ended.out, "title=\"Round 1\""));
}

TEST_CASE("merge of two copies says that their common version is not on this machine") {
  const Desk desk;
  desk.saveFirst();
  const std::string common = fileText(desk.folder / "plan");
  write(desk.folder / "ours", replaced(common, "2024-07-03", "2024-07-05"));
  write(desk.folder / "theirs", replaced(common, "title=\"Signing\"", "title=\"Signing day\""));
  const Ended ended = Program().from(desk.folder.path()).run({"merge", "ours", "theirs"});
  CHECK(ended.code == 2);
  CHECK(ended.out.empty());
  CHECK(ended.err ==
        "trackloom-cli: The version that ours and theirs both come from is not on this machine. Find a copy from "
        "before they parted, a mail or ours~ perhaps, and name it first: merge BASE OURS THEIRS.\n");
}

TEST_CASE("history lists, shows, names and brings back earlier versions") {
  const Desk desk;
  desk.saveFirst();
  write(desk.folder / "plan2", replaced(fileText(desk.folder / "plan"), "2024-08-01\" planned-finish=\"2024-08-01",
                                        "2024-09-01\" planned-finish=\"2024-09-01"));
  const Ended list = desk.run({"history", "plan2"});
  CHECK(list.code == 0);
  CHECK(list.out.find("Version   Kept on") == 0);
  CHECK(std::count(list.out.begin(), list.out.end(), '\n') == 3);
  CHECK(std::regex_search(list.out, std::regex("\n[0-9a-f]{8}  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d")));
  const std::string newest = list.out.substr(list.out.find('\n') + 1, 8);
  CHECK(desk.run({"history", "plan2", "name", newest, "sent to the donor"}).code == 0);
  CHECK(has(desk.run({"history", "plan2", "list"}).out, "sent to the donor"));
  CHECK(desk.run({"history", "plan2", "show", "sent to the donor"}).out == fileText(desk.folder / "plan"));
  CHECK(has(desk.run({"history", "plan2", "list", "--format", "json"}).out, "\"name\": \"sent to the donor\""));

  const std::string before = fileText(desk.folder / "plan2");
  const Ended restored = desk.run({"history", "plan2", "restore", newest});
  CHECK(restored.code == 0);
  CHECK(restored.err == "trackloom-cli: plan2 is as it was; how it stood until now is plan2~.\n");
  CHECK(has(fileText(desk.folder / "plan2"), "2024-08-01"));
  CHECK(fileText(desk.folder / "plan2~") == before);
  CHECK(has(desk.run({"diff", "plan", "plan2"}).out, "Nothing changed."));
  CHECK(std::count(list.out.begin(), list.out.end(), '\n') + 1 == static_cast<long>([&] {
          const std::string now = desk.run({"history", "plan2"}).out;
          return std::count(now.begin(), now.end(), '\n');
        }()));

  const Ended unknown = desk.run({"history", "plan2", "show", "zzz"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err ==
        "trackloom-cli: No version “zzz” of this plan is on this machine. trackloom-cli history PLAN lists those that "
        "are.\n");
}

TEST_CASE("history keeps nothing with anything at the level core unasked, and nothing at all while off") {
  const Desk desk;
  write(desk.folder / "edit", replaced(plan, "title=\"Round\"", "title=\"Round 1\" classification=\"core\""));
  desk.saveFirst();
  const Ended list = desk.run({"history", "plan"});
  CHECK(
      list.err ==
      "trackloom-cli: The plan holds something at the level core: its versions are kept only by history PLAN keep.\n");
  CHECK_FALSE(has(list.out, "as the plan is now"));
  CHECK(desk.run({"history", "plan", "keep"}).code == 0);
  CHECK(has(desk.run({"history", "plan"}).out, "as the plan is now"));
  CHECK(desk.run({"history", "--off"}).code == 0);
  CHECK(has(desk.run({"history", "plan"}).out, "No earlier version of this plan is on this machine."));
  CHECK(desk.run({"history", "plan", "keep"}).code == 2);
  CHECK(desk.run({"history", "--on"}).code == 0);
  CHECK(desk.run({"history", "plan", "keep"}).code == 0);
  CHECK(desk.run({"history", "plan", "forget"}).code == 0);
  CHECK(has(desk.run({"history", "plan"}).out, "No earlier version of this plan is on this machine."));
}
