#include "cli/program.h"

#include <cstdio>
#include <fstream>

#include <catch2/catch.hpp>

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// A repository with one plan in it, set up for Trackloom.
class Repository {
 public:
  Repository() {
    git("init -q -b main");
    git("config user.name Ana");
    git("config user.email ana@example.org");
    write(fileText(TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom"));
    git("add talks.trackloom");
    git("commit -qm Begun");
    const Ended ended = Program().from(folder_.path()).run({"git-setup"});
    REQUIRE(ended.code == 0);
    REQUIRE(ended.err.find("trackloom-cli: From now on git compares and merges *.trackloom in .") == 0);
  }

  std::string git(const std::string& words, int expected = 0) const {
    const std::string command =
        "cd '" + folder_.path().string() + "' && HOME=/nowhere GIT_CONFIG_NOSYSTEM=1 git " + words + " 2>&1";
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::string out;
    char buffer[4096];
    for (std::size_t got; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, got);
    INFO(command << "\n" << out);
    REQUIRE(WEXITSTATUS(pclose(pipe)) == expected);
    return out;
  }
  std::string read() const { return fileText(folder_ / "talks.trackloom"); }
  void write(const std::string& text) const { std::ofstream(folder_ / "talks.trackloom", std::ios::binary) << text; }
  void commit(std::string_view from, std::string_view to) const {
    write(replaced(read(), from, to));
    git("commit -qam Changed");
  }
  const Folder& folder() const { return folder_; }

 private:
  Folder folder_;
};

}  // namespace

TEST_CASE("two branches that both edit a line merge without hand work") {
  const Repository repository;
  repository.git("checkout -qb other");
  repository.commit("title=\"First round\"", "title=\"First round\" venue=\"Oslo\"");
  repository.git("checkout -q main");
  repository.commit("duration=\"5\"", "duration=\"6\"");
  repository.git("merge -q other -m Merged");
  const std::string merged = repository.read();
  CHECK(merged.find("duration=\"6\"") != std::string::npos);
  CHECK(merged.find("venue=\"Oslo\"") != std::string::npos);
  CHECK(Program().from(repository.folder().path()).run({"validate", "talks.trackloom"}).code == 0);
  CHECK(repository.git("status --porcelain").empty());
}

TEST_CASE("a conflict stops git, and the plan stays one that opens") {
  const Repository repository;
  repository.git("checkout -qb other");
  repository.commit("title=\"First round\"", "title=\"Opening round\"");
  repository.git("checkout -q main");
  repository.commit("title=\"First round\"", "title=\"Round one\"");
  const std::string before = repository.read();
  const std::string said = repository.git("merge other", 1);
  CHECK(said.find("Your version says “Round one”, the other one “Opening round”. Which holds?") != std::string::npos);
  CHECK(said.find("CONFLICT") != std::string::npos);
  CHECK(repository.read() == before);
}

TEST_CASE("git diff tells in sentences") {
  const Repository repository;
  repository.write(replaced(repository.read(), "title=\"First round\"", "title=\"Round one\""));
  CHECK(repository.git("diff").find("  Round one, Title: Round one (before: First round).\n") != std::string::npos);
}

TEST_CASE("git-setup twice is once, and outside a repository it says so") {
  const Repository repository;
  CHECK(Program().from(repository.folder().path()).run({"git-setup", "."}).code == 0);
  CHECK(fileText(repository.folder() / ".git/info/attributes") == "*.trackloom merge=trackloom diff=trackloom\n");
  const Folder folder;
  const Ended ended = called({"git-setup", folder.path().string()});
  CHECK(ended.code == 2);
  CHECK(ended.err.find("git refuses: ") != std::string::npos);
}
