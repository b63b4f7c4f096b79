#include "cli/program.h"

#include <filesystem>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;

namespace {

const std::string plans = TRACKLOOM_SOURCE_DIR "/tests/data/cli/";

std::vector<std::string> namesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("new begins a plan that reads in full, and leaves alone what is there") {
  const Folder folder;
  const std::string file = folder / "mine.trackloom";
  CHECK(called({"new", file}).code == 0);
  const std::string made = fileText(file);
  CHECK(called({"validate", file}).code == 0);
  CHECK(called({"format", file}).out == made);
  CHECK(made == fileText(TRACKLOOM_SOURCE_DIR "/templates/plans/blank.trackloom"));
  const Ended again = called({"new", file, "--template", "blank"});
  CHECK(again.code == 4);
  CHECK(again.err ==
        "trackloom-cli: " + file +
            ": There is a file of this name already; it stays as it is. Choose another name for the new plan.\n");
  CHECK(fileText(file) == made);
}

TEST_CASE("new names the templates there are") {
  const Folder folder;
  const Ended ended = called({"new", folder / "x.trackloom", "--template", "../blank"});
  CHECK(ended.code == 2);
  CHECK(ended.err.find("trackloom-cli: There is no plan template ../blank. There are: blank") == 0);
  CHECK(namesIn(folder.path()).empty());
}

TEST_CASE("format gives a canonical plan back as the same bytes") {
  for (const char* name : {"talks.trackloom", "quiet.trackloom", "undated.trackloom"}) {
    const Ended ended = called({"format", name});
    CHECK(ended.code == 0);
    CHECK(ended.err.empty());
    CHECK(ended.out == fileText(plans + name));
  }
}

TEST_CASE("Every template is kept in canonical form") {
  for (const char* sort : {"plans", "examples"})
    for (const auto& entry : fs::directory_iterator(fs::path(TRACKLOOM_SOURCE_DIR) / "templates" / sort))
      if (entry.path().extension() == ".trackloom") {
        INFO(entry.path());
        CHECK(called({"format", entry.path().string()}).out == fileText(entry.path()));
      }
}

TEST_CASE("format reads the standard input and writes files, and keeps what stood there before") {
  const Folder folder;
  const std::string untidy =
      "<plan version='1' xmlns='urn:trackloom:plan:1' title='T'><activities><activity title='A' "
      "id='a'/></activities></plan>";
  const std::string tidy = Program().reading(untidy).run({"format", "-"}).out;
  CHECK(tidy ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\" title=\"T\">\n"
        "  <activities>\n    <activity id=\"a\" title=\"A\"/>\n  </activities>\n</plan>\n");
  std::ofstream(folder / "p.trackloom") << untidy;
  CHECK(called({"format", folder / "p.trackloom", "-o", folder / "p.trackloom"}).code == 0);
  CHECK(fileText(folder / "p.trackloom") == tidy);
  CHECK(fileText(folder / "p.trackloom~") == untidy);
  CHECK(namesIn(folder.path()) == std::vector<std::string>{"p.trackloom", "p.trackloom~"});
}

TEST_CASE("format keeps what did not read, and says in one line that there is some") {
  const Ended ended = called({"format", "odd.trackloom"});
  CHECK(ended.code == 0);
  CHECK(ended.out == fileText(plans + "odd.trackloom"));
  CHECK(ended.err.find(
            "things in odd.trackloom could not be read as they stand; trackloom-cli validate odd.trackloom lists "
            "them.\n") != std::string::npos);
  CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
}

TEST_CASE("validate lists each thing that did not read with its line") {
  const Ended odd = called({"validate", "odd.trackloom"});
  CHECK(odd.code == 1);
  CHECK(odd.err.empty());
  CHECK(odd.out.find("odd.trackloom:4: ") == 0);
  CHECK(odd.out.find("\nodd.trackloom:5: ") != std::string::npos);
  const Ended good = called({"validate", "talks.trackloom"});
  CHECK(good.code == 0);
  CHECK(good.out == "talks.trackloom: all of it was read; 19 elements.\n");
  const std::string text = fileText(TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom");
  const std::size_t at = text.find(" from=\"");
  REQUIRE(at != std::string::npos);
  const Ended dangling = Program().reading(text.substr(0, at + 7) + "no" + text.substr(at + 7)).run({"validate", "-"});
  CHECK(dangling.code == 0);
  CHECK(dangling.out.find("1 mention names what is not in the plan: see check.\n") != std::string::npos);
  std::string loose = text;
  loose.replace(at, loose.find('"', at + 7) + 1 - at, "");
  const Ended lacking = Program().reading(loose).run({"validate", "-"});
  CHECK(lacking.code == 0);
  CHECK(lacking.out.find("” does not say: First.\n") != std::string::npos);
  const Ended broken = called({"validate", "broken.trackloom"});
  CHECK(broken.code == 3);
  CHECK(broken.out.empty());
}

TEST_CASE("schema describes every plan here that reads in full") {
  const Folder folder;
  const Ended ended = called({"schema"});
  CHECK(ended.code == 0);
  std::ofstream(folder / "plan.xsd") << ended.out;
  for (const char* name : {"talks.trackloom", "quiet.trackloom", "undated.trackloom"}) {
    const std::string command =
        "xmllint --noout --schema " + (folder / "plan.xsd") + " " + plans + name + " 2>/dev/null";
    INFO(name);
    CHECK(std::system(command.c_str()) == 0);
  }
}
