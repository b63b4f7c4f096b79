#include "cli/program.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

/// A plan as a template begins it.
struct Begun {
  Folder folder;
  std::string file = folder / "begun.trackloom";
  Begun() { REQUIRE(called({"new", file, "--template", "community-to-table"}).code == 0); }

  json judged() const { return json::parse(called({"check", file, "--format", "json"}).out); }
  std::size_t marks() const {
    const std::string text = fileText(file);
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find("suggested=\"yes\"", at)) != std::string::npos; ++at) ++count;
    return count;
  }
};

}  // namespace

TEST_CASE("of a plan as its template begins it, check says that nothing was kept yet") {
  const Begun begun;
  const Ended said = called({"check", begun.file});
  CHECK(said.code == 0);
  CHECK(said.out.find("Nothing has been kept yet, so nothing can be told of it.") != std::string::npos);
  CHECK(said.out.find("Nothing to report") == std::string::npos);
  CHECK(begun.judged()["summary"]["suggested"] == 12);
  CHECK(begun.judged()["findings"].empty());
}

TEST_CASE("keep lists what is only suggested, keeps some of it with what it names, or all of it") {
  const Begun begun;
  const std::string before = fileText(begun.file);
  const Ended listed = called({"keep", begun.file});
  CHECK(listed.code == 0);
  CHECK(listed.out.find("The forum sums up what was said") != std::string::npos);
  CHECK(fileText(begun.file) == before);
  CHECK(called({"keep", begun.file, "d1"}).code == 0);  // with the two that it ties together
  CHECK(begun.marks() == 9);
  CHECK(called({"list", begun.file}).out.find("Women (suggested)") != std::string::npos);
  CHECK(begun.judged()["summary"]["suggested"] == 9);
  CHECK(called({"check", begun.file}).out.find("only suggests: 9.") != std::string::npos);
  const Ended again = called({"keep", begun.file, "d1"});
  CHECK(again.code == 2);
  CHECK(again.err.find("d1 is kept already.") != std::string::npos);
  CHECK(called({"keep", begun.file, "nobody"}).code == 2);
  CHECK(called({"keep", begun.file, "d2", "--all"}).code == 2);
  CHECK(called({"keep", begun.file, "--drop", "--all"}).code == 2);
  CHECK(called({"keep", begun.file, "--all"}).code == 0);
  CHECK(begun.marks() == 0);
  CHECK(called({"keep", begun.file}).out == "Nothing in this plan is only suggested.\n");
}

TEST_CASE("keep --drop leaves what was kept, and the file named with -o alone") {
  const Begun begun;
  REQUIRE(called({"keep", begun.file, "forum"}).code == 0);
  const std::string other = begun.folder / "other.trackloom";
  CHECK(called({"keep", begun.file, "--drop", "-o", other}).code == 0);
  CHECK(begun.marks() == 11);
  const std::string text = fileText(other);
  CHECK(text.find("id=\"forum\"") != std::string::npos);
  CHECK(text.find("suggested") == std::string::npos);
  CHECK(text.find("id=\"consult\"") == std::string::npos);
}

TEST_CASE("saving an edit loses nothing of what is only suggested") {
  const Begun begun;
  REQUIRE(called({"keep", begun.file, "d1", "d2", "d3", "h1", "h2"}).code == 0);
  const std::size_t marks = begun.marks();
  REQUIRE(marks == 3);
  const json found = begun.judged()["findings"];
  REQUIRE_FALSE(found.empty());
  for (const json& finding : found) {
    if (finding["elements"].empty()) continue;
    const Ended waived = called({"waive", begun.file, finding["id"], "--reason", "It is early."});
    INFO(waived.err);
    CHECK(waived.code == 0);
    break;
  }
  CHECK(begun.marks() == marks);
  CHECK(fileText(begun.file).find("<waiver ") != std::string::npos);
}

TEST_CASE("versions are compared and joined with what is only suggested in them") {
  const Begun begun;
  const std::string later = begun.folder / "later.trackloom";
  REQUIRE(called({"keep", begun.file, "forum", "-o", later}).code == 0);
  const Ended told = called({"diff", begun.file, later});
  CHECK(told.out.find("Nothing changed.") == std::string::npos);
  CHECK(told.out.find("The forum sums up what was said was kept.") != std::string::npos);
  const Ended merged = called({"merge", begun.file, begun.file, later});
  CHECK(merged.code == 0);
  CHECK(merged.out.find("id=\"consult\"") != std::string::npos);
  CHECK(merged.out.find("suggested=\"yes\"") != std::string::npos);
}

TEST_CASE("whoever asks about a suggestion is told that it is one") {
  const Begun begun;
  for (const char* command : {"explain", "impact"}) {
    const Ended said = called({command, begun.file, "forum"});
    INFO(command);
    CHECK(said.code == 2);
    CHECK(said.err.find("forum is only suggested: nothing is told of it until it is kept.") != std::string::npos);
  }
  const Folder folder;
  const Ended made = called({"new", folder / "a.trackloom", "--template", "community-to-table"});
  CHECK(made.err.find("Entries that the template suggests: 12;") != std::string::npos);
}
