#include "cli/program.h"

#include <fstream>

#include <catch2/catch.hpp>

namespace {

const std::string talks = fileText(TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom");

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

void write(const std::string& file, std::string_view text) { std::ofstream(file, std::ios::binary) << text; }

/// Three versions of the valley talks in a folder; both sides change things, and both the venue of the first round.
struct Versions {
  explicit Versions(bool conflict) {
    write(folder / "base", talks);
    write(folder / "ours", replaced(talks, "title=\"First round\"",
                                    conflict ? "title=\"Round one\"" : "title=\"First round\" venue=\"Oslo\""));
    write(folder / "theirs", replaced(replaced(talks, "title=\"First round\"",
                                               conflict ? "title=\"Opening round\"" : "title=\"First round\""),
                                      "lag=\"2\"", "lag=\"5\""));
  }
  Ended merge(std::vector<std::string> words = {}) const {
    std::vector<std::string> all{"merge", "base", "ours", "theirs"};
    all.insert(all.end(), words.begin(), words.end());
    return Program().from(folder.path()).run(all);
  }

  Folder folder;
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("merge makes one plan of two versions that do not contradict each other") {
  const Versions versions(false);
  const Ended ended = versions.merge();
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  CHECK(has(ended.out, "title=\"First round\" "));
  CHECK(has(ended.out, "venue=\"Oslo\""));
  CHECK(has(ended.out, "lag=\"5\""));
  CHECK(has(ended.out, "revisions=\""));
  CHECK(versions.merge({"-o", "ours"}).code == 0);
  CHECK(fileText(versions.folder / "ours") == ended.out);
  CHECK(has(fileText(versions.folder / "ours~"), "venue=\"Oslo\""));
}

TEST_CASE("merge asks what it cannot decide, and leaves all files as they are") {
  const Versions versions(true);
  const std::string ours = fileText(versions.folder / "ours");
  const Ended ended = versions.merge({"-o", "ours"});
  CHECK(ended.code == 1);
  CHECK(ended.out.empty());
  CHECK(ended.err ==
        "trackloom-cli: round1.title (ours, theirs): Round one, Title: it was “First round”. Your version says “Round "
        "one”, the other one “Opening round”. Which holds?\ntrackloom-cli: 1 thing is to be decided, and nothing was "
        "written. Change one of the plans, or say --take NAME=ours or NAME=theirs for each, or --take ours or --take "
        "theirs for all.\n");
  CHECK(fileText(versions.folder / "ours") == ours);
}

TEST_CASE("merge tells programs what is to be decided") {
  const Ended ended = Versions(true).merge({"--format", "json"});
  CHECK(ended.code == 1);
  CHECK(ended.err.empty());
  CHECK(ended.out == R"({
  "conflicts": [
    {
      "name": "round1.title",
      "kind": "both-changed",
      "element": "round1",
      "elementKind": "activity",
      "field": "title",
      "part": null,
      "base": "First round",
      "ours": "Round one",
      "theirs": "Opening round",
      "removedBy": null,
      "changed": [],
      "users": [],
      "other": null,
      "answers": ["ours", "theirs"],
      "question": "Round one, Title: it was “First round”. Your version says “Round one”, the other one “Opening round”. Which holds?"
    }
  ]
}
)");
}

TEST_CASE("merge decides everything for one side") {
  const Versions versions(true);
  CHECK(has(versions.merge({"--take", "ours"}).out, "title=\"Round one\""));
  const Ended theirs = versions.merge({"--take", "theirs"});
  CHECK(theirs.code == 0);
  CHECK(has(theirs.out, "title=\"Opening round\""));
  CHECK(has(theirs.out, "lag=\"5\""));
  CHECK(has(theirs.err, "Decided for theirs: Round one, Title: “Opening round” is taken, not “Round one”.\n"));
  const Ended neither = versions.merge({"--take", "mine"});
  CHECK(neither.code == 2);
  CHECK(neither.err ==
        "trackloom-cli: --take is ours or theirs for all, or NAME=ours, NAME=theirs or NAME=both for one, each said "
        "once; not “mine”. Leave it out to see what is to be decided.\n");
}

TEST_CASE("merge decides single questions by their names") {
  const Folder folder;
  const auto plan = [](const std::string& first, const std::string& second) {
    return R"(<plan xmlns="urn:trackloom:plan:1" version="1" title="T"><activities>)"
           "<activity id=\"r\" title=\"" +
           first + "\"/><activity id=\"s\" title=\"S\" notes=\"" + second + "\"/></activities></plan>";
  };
  write(folder / "base", plan("R", "old"));
  write(folder / "ours", plan("R ours", "ours"));
  write(folder / "theirs", plan("R theirs", "theirs"));
  const auto merge = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"merge", "base", "ours", "theirs"});
    return Program().from(folder.path()).run(words);
  };
  const Ended asked = merge({});
  CHECK(has(asked.err, "r.title (ours, theirs): "));
  CHECK(has(asked.err, "s.notes (ours, theirs, both): "));
  CHECK(has(asked.err, "2 things are to be decided"));

  const Ended each = merge({"--take", "r.title=theirs", "--take", "s.notes=both"});
  CHECK(each.code == 0);
  CHECK(has(each.out, "title=\"R theirs\""));
  CHECK(has(each.out, "ours"));
  CHECK(has(each.err, "Decided for theirs: R ours, Title: “R theirs” is taken, not “R ours”.\n"));
  CHECK(has(each.err, "Decided for both: S, Notes: “ours” and “theirs” are both kept.\n"));

  const Ended rest = merge({"--take", "r.title=theirs", "--take", "ours"});
  CHECK(rest.code == 0);
  CHECK(has(rest.out, "title=\"R theirs\""));
  CHECK(has(rest.err, "S, Notes: “ours” is taken, not “theirs”."));

  const Ended open = merge({"--take", "r.title=theirs", "-o", "out"});
  CHECK(open.code == 1);
  CHECK_FALSE(has(open.err, "r.title"));
  CHECK(has(open.err, "s.notes (ours, theirs, both): "));
  CHECK(has(open.err, "1 thing is to be decided, and nothing was written."));
  CHECK_FALSE(std::filesystem::exists(folder / "out"));

  const Ended unknown = merge({"--take", "r.titel=theirs", "--take", "ours"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err ==
        "trackloom-cli: No question is called “r.titel”. Leave --take out to see what is to be decided, each with its "
        "name.\n");
  const Ended unfit = merge({"--take", "r.title=both"});
  CHECK(unfit.code == 2);
  CHECK(has(unfit.err, "“r.title” cannot be answered with both. It takes: ours, theirs.\n"));
  CHECK(merge({"--take", "r.title=ours", "--take", "r.title=theirs"}).code == 2);
}

TEST_CASE("merge makes one thing of two that were added under one id, once it is told so") {
  const Folder folder;
  const auto plan = [](const std::string& activities) {
    return R"(<plan xmlns="urn:trackloom:plan:1" version="1" title="T"><activities><activity id="r" title="Round"/>)" +
           activities + "</activities></plan>";
  };
  write(folder / "base", plan(""));
  write(folder / "ours", plan(R"(<activity id="n" title="Sabha meeting"/>)"));
  write(folder / "theirs", plan(R"(<activity id="n" title="Misrata workshop" venue="Misrata"/>)"));
  const Ended one = Program().from(folder.path()).run({"merge", "base", "ours", "theirs", "--take", "n=ours"});
  CHECK(one.code == 0);
  CHECK(has(one.out, "<activity id=\"n\" title=\"Sabha meeting\""));
  CHECK_FALSE(has(one.out, "Misrata workshop"));
  CHECK(has(one.err, "“Sabha meeting” and “Misrata workshop” are one; “Sabha meeting” is taken, under the id “n”.\n"));
}

TEST_CASE("merge lowers the level that it is told to lower") {
  const Versions versions(false);
  write(versions.folder / "theirs", replaced(talks, "id=\"council\"", "id=\"council\" classification=\"public\""));
  const Ended taken = versions.merge({"--take", "council.classification=theirs"});
  CHECK(taken.code == 0);
  CHECK(has(taken.out, "classification=\"public\""));
  CHECK(has(taken.err, "Valley council, Who may see it: “Public” is taken, not “Team”.\n"));
}

TEST_CASE("merge says what goes with what one side removed, before and after it is decided") {
  const Folder folder;
  const auto plan = [](const std::string& actor, const std::string& more) {
    return R"(<plan xmlns="urn:trackloom:plan:1" version="1" title="T"><activities><activity id="r" title="Round"/>)"
           "</activities><actors>" +
           actor + "</actors>" + more + "</plan>";
  };
  const std::string centre = R"(<actor id="hd" name="HD Centre"/>)";
  write(folder / "base", plan(centre, ""));
  write(folder / "ours", plan("", ""));
  write(folder / "theirs", plan(centre, R"(<participations><participation id="p" who="hd" in="r"/></participations>)"));
  const auto merge = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"merge", "base", "ours", "theirs"});
    return Program().from(folder.path()).run(words);
  };
  CHECK(has(merge({}).err,
            "the other one refers to it in Participation: HD Centre – Round. Does it stay? If it goes, "
            "this goes with it: Participation: HD Centre – Round."));
  const Ended ours = merge({"--take", "ours"});
  CHECK(has(ours.err, "Decided for ours: HD Centre goes, and with it: Participation: HD Centre – Round.\n"));
  CHECK_FALSE(has(ours.out, "participation"));
  const Ended theirs = merge({"--take", "theirs"});
  CHECK(has(theirs.err, "Decided for theirs: HD Centre stays.\n"));
  CHECK(has(theirs.out, "participation"));
}

TEST_CASE("merge asks once about two things under one id, and loses neither") {
  const Folder folder;
  const auto plan = [](const std::string& activities, const std::string& more) {
    return R"(<plan xmlns="urn:trackloom:plan:1" version="1" title="T"><activities><activity id="r" title="Round"/>)" +
           activities + "</activities>" + more + "</plan>";
  };
  write(folder / "base", plan("", ""));
  write(folder / "ours", plan(R"(<activity id="n" title="Sabha meeting"/>)", ""));
  write(folder / "theirs", plan(R"(<activity id="n" title="Misrata workshop" venue="Misrata"/>)",
                                R"(<transfers><transfer id="h" from="n" to="r"/></transfers>)"));
  const auto merge = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"merge", "base", "ours", "theirs"});
    return Program().from(folder.path()).run(words);
  };
  const Ended asked = merge({});
  CHECK(asked.code == 1);
  CHECK(has(asked.err,
            "Activity: both versions add one under the id “n”, yours “Sabha meeting”, the other one "
            "“Misrata workshop”. Are they one and the same?"));
  CHECK(has(asked.err, "1 thing is to be decided"));
  CHECK(has(merge({"--format", "json"}).out, "\"kind\": \"both-added\""));
  for (const char* side : {"ours", "theirs"}) {
    const Ended taken = merge({"--take", side});
    CHECK(taken.code == 0);
    CHECK(has(taken.err, "“Misrata workshop” keeps it, “Sabha meeting” is kept as well, under the id “"));
    CHECK(has(taken.out, "<activity id=\"n\" title=\"Misrata workshop\" venue=\"Misrata\"/>"));
    CHECK(has(taken.out, "title=\"Sabha meeting\"/>"));
    CHECK(has(taken.out, "from=\"n\""));
  }
}

TEST_CASE("merge lowers no level without being told where") {
  const Versions versions(false);
  write(versions.folder / "theirs", replaced(talks, "id=\"council\"", "id=\"council\" classification=\"public\""));
  const Ended asked = versions.merge();
  CHECK(asked.code == 1);
  CHECK(has(asked.err, "show Valley council to different readers: “Team” and “Public”"));
  const Ended taken = versions.merge({"--take", "theirs"});
  CHECK(taken.code == 0);
  CHECK_FALSE(has(taken.out, "classification=\"public\""));
  CHECK(taken.err == "trackloom-cli: Where levels differ the one that shows it to fewer readers was kept (1).\n");
}

TEST_CASE("merge of two plans knows a version that one of them still is") {
  const Folder folder;
  write(folder / "old", talks);
  REQUIRE(called({"merge", folder / "old", folder / "old", "talks.trackloom", "-o", folder / "same"}).code == 0);
  CHECK(fileText(folder / "same") == talks);
  write(folder / "new", replaced(talks, "lag=\"2\"", "lag=\"5\""));
  const Ended made = called({"merge", folder / "old", folder / "old", folder / "new"});
  write(folder / "new", made.out);
  const Ended ended = called({"merge", folder / "old", folder / "new"});
  CHECK(ended.code == 0);
  CHECK(has(ended.out, "lag=\"5\""));
}

TEST_CASE("merge of two plans says what is missing where the common version is unknown") {
  const Folder folder;
  write(folder / "new", replaced(talks, "lag=\"2\"", "lag=\"5\""));
  const Ended ended =
      Program().from(folder.path()).run({"merge", TRACKLOOM_SOURCE_DIR "/tests/data/cli/quiet.trackloom", "new"});
  CHECK(ended.code == 2);
  CHECK(has(ended.err,
            "quiet.trackloom and new do not know of a version they both come from. Name that version as a third file: "
            "merge BASE OURS THEIRS.\n"));
  const Ended one = called({"merge", "talks.trackloom"});
  CHECK(one.code == 2);
  CHECK(one.err ==
        "trackloom-cli: merge takes two or three plans. Write: merge OURS THEIRS, or merge BASE OURS THEIRS.\n");
}

TEST_CASE("merge refuses a plan that does not come from the version that was named") {
  const Versions versions(false);
  const std::string libya = TRACKLOOM_SOURCE_DIR "/templates/examples/libya-2018.trackloom";
  const std::string tunisia = TRACKLOOM_SOURCE_DIR "/templates/examples/tunisia-2013.trackloom";
  const std::string out = versions.folder / "out";
  for (const auto& files : {std::vector{libya, libya, tunisia}, {libya, tunisia, libya}, {tunisia, libya, libya}}) {
    std::vector<std::string> words{"merge"};
    words.insert(words.end(), files.begin(), files.end());
    words.insert(words.end(), {"-o", out, "--take", "ours"});
    const Ended ended = Program().run(words);
    CHECK(ended.code == 2);
    CHECK(has(ended.err, "holds next to nothing of"));
    CHECK_FALSE(std::filesystem::exists(out));
  }
}

TEST_CASE("merge says that everything is the other's where ours was given as the version both come from") {
  const Versions versions(false);
  const Ended ended = Program().from(versions.folder.path()).run({"merge", "ours", "ours", "theirs"});
  CHECK(ended.code == 0);
  CHECK(has(ended.err, "Nothing was changed in ours since ours"));
}
