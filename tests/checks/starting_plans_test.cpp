#include "checks/rule.h"
#include "checks/study.h"
#include "xml/read.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;

TEST_CASE("a plan that only begins is not greeted with a wall of lines") {
  constexpr std::size_t most = 7;
  std::size_t plans = 0;
  for (const auto& entry : std::filesystem::directory_iterator(TRACKLOOM_SOURCE_DIR "/templates/plans")) {
    if (entry.path().extension() != ".trackloom") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const checks::Study study(*xml::read(bytes).plan, *parseDay("2026-06-01"));
    std::size_t lines = 0;
    std::set<std::string_view> unknown;  // told in one line a rule
    std::string told;
    for (const checks::Finding& finding : checks::check(study)) {
      if (finding.verdict == checks::Verdict::cannotTell)
        unknown.insert(finding.rule);
      else
        ++lines;
      told += std::string(finding.rule) + ' ';
    }
    INFO(entry.path().string() << ": " << told);
    CHECK(lines + unknown.size() <= most);
    ++plans;
  }
  CHECK(plans >= 6);
}
