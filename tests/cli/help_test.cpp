#include "cli/commands.h"
#include "cli/program.h"

#include <sstream>

#include <catch2/catch.hpp>

using trackloom::cli::commands;

TEST_CASE("the option --help lists every command with what it does") {
  const Ended ended = called({"--help"});
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  std::string folded;
  std::istringstream words(ended.out);
  for (std::string word; words >> word;) folded += ' ' + word;
  for (const auto& command : commands()) {
    const bool shown = folded.find(' ' + std::string(command.name) + ' ' + command.help) != std::string::npos;
    INFO(command.name);
    CHECK(shown != std::string_view(command.name).ends_with("-run"));
  }
  CHECK(ended.out.find("Exit codes: 0 fine, 1 findings") != std::string::npos);
}

TEST_CASE("Every command explains itself and each of its words") {
  for (const auto& command : commands()) {
    const Ended ended = called({command.name, "--help"});
    INFO(command.name);
    CHECK(ended.code == 0);
    CHECK(ended.out.find(command.help) != std::string::npos);
    std::vector<std::string> lines;
    std::istringstream text(ended.out);
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].starts_with("  -")) continue;
      INFO(lines[i]);
      const bool told = lines[i].find_first_not_of(' ', 30) != std::string::npos;
      CHECK((told || (i + 1 < lines.size() && lines[i + 1].starts_with("          "))));
    }
  }
}

TEST_CASE("The promised commands are all there") {
  std::string names;
  for (const auto& command : commands()) names += std::string(command.name) + ' ';
  CHECK(names ==
        "new keep check explain fix waive schedule network paths impact match list import form diff merge history "
        "git-setup format "
        "validate "
        "schema export document redact seal open kinds rules formats templates plugins plugin-run rules-run ");
}

TEST_CASE("the option --version tells the version") {
  const Ended ended = called({"--version"});
  CHECK(ended.code == 0);
  CHECK(ended.out == "trackloom-cli " TRACKLOOM_VERSION "\n");
}
