#include "support/looking.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;

// The example plans are judged against what history says should have been told on a day. Beside each plan stands a file
// of expected findings; how it reads is told at its head.

namespace {

const std::filesystem::path examples = TRACKLOOM_SOURCE_DIR "/templates/examples";

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string trimmed(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

struct Expected {
  std::string day;  ///< `*`: every day of the file
  std::string rule;
  std::vector<std::string> elements;
  bool blind = true;  ///< written from history; otherwise judged true once the checks had been run
};

std::vector<Expected> expectedIn(const std::filesystem::path& file) {
  std::vector<Expected> all;
  std::istringstream lines(contents(file));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '|');) cells.push_back(trimmed(cell));
    INFO(file.filename().string() << ": " << line);
    REQUIRE(cells.size() == 4);
    REQUIRE_FALSE(cells[3].empty());
    Expected one{cells[0], cells[1], {}, cells[3].rfind("added:", 0) != 0};
    std::istringstream ids(cells[2]);
    for (std::string id; ids >> id;) one.elements.push_back(id);
    all.push_back(std::move(one));
  }
  return all;
}

bool names(const checks::Finding& finding, const Expected& expected) {
  if (finding.rule != expected.rule) return false;
  return std::all_of(expected.elements.begin(), expected.elements.end(), [&](const std::string& id) {
    return std::any_of(finding.elements.begin(), finding.elements.end(),
                       [&](const ElementId& element) { return element.text() == id; });
  });
}

/// How often a rule was right: findings that are expected or judged true, and expectations that were met.
struct Tally {
  std::size_t found = 0;
  std::size_t right = 0;
  std::size_t expected = 0;
  std::size_t met = 0;
};

std::map<std::string, Tally> judge(const std::filesystem::path& plan, std::string& misses) {
  std::map<std::string, Tally> tallies;
  const std::vector<Expected> all = expectedIn(std::filesystem::path(plan).replace_extension(".expected"));
  const Plan read = xml::read(contents(plan)).plan.value();
  std::set<std::string> days;
  for (const Expected& expected : all)
    if (expected.day != "*") days.insert(expected.day);
  for (const std::string& asOf : days) {
    const auto findings = findingsIn(read, asOf);
    const auto applies = [&](const Expected& expected) { return expected.day == asOf || expected.day == "*"; };
    for (const Expected& expected : all) {
      if (!applies(expected) || !expected.blind) continue;
      Tally& tally = tallies[expected.rule];
      ++tally.expected;
      const bool met = std::any_of(findings.begin(), findings.end(), [&](const auto& f) { return names(f, expected); });
      tally.met += met;
      if (!met) misses += plan.stem().string() + ' ' + asOf + ' ' + expected.rule + " is not found\n";
    }
    for (const checks::Finding& finding : findings) {
      if (finding.verdict == checks::Verdict::cannotTell) continue;
      Tally& tally = tallies[std::string(finding.rule)];
      ++tally.found;
      const bool right =
          std::any_of(all.begin(), all.end(), [&](const auto& e) { return applies(e) && names(finding, e); });
      tally.right += right;
      if (!right)
        misses += plan.stem().string() + ' ' + asOf + ' ' + std::string(finding.rule) + ' ' +
                  std::string(finding.elements.front().text()) + ": " + plainText(finding.message, &read) + '\n';
    }
  }
  return tallies;
}

std::map<std::string, Tally> judgeAll(std::string& misses) {
  std::map<std::string, Tally> sum;
  for (const auto& entry : std::filesystem::directory_iterator(examples)) {
    if (entry.path().extension() != ".trackloom") continue;
    if (!std::filesystem::exists(std::filesystem::path(entry.path()).replace_extension(".expected"))) continue;
    for (const auto& [rule, tally] : judge(entry.path(), misses)) {
      Tally& all = sum[rule];
      all.found += tally.found;
      all.right += tally.right;
      all.expected += tally.expected;
      all.met += tally.met;
    }
  }
  return sum;
}

Tally total(const std::map<std::string, Tally>& tallies) {
  Tally sum;
  for (const auto& [rule, tally] : tallies) {
    sum.found += tally.found;
    sum.right += tally.right;
    sum.expected += tally.expected;
    sum.met += tally.met;
  }
  return sum;
}

}  // namespace

TEST_CASE("the example plans are told what history says, and little else") {
  std::string misses;
  const Tally sum = total(judgeAll(misses));
  INFO(misses);
  CHECK(sum.expected > 15);
  CHECK(sum.met == sum.expected);
  CHECK(static_cast<double>(sum.right) >= 0.9 * static_cast<double>(sum.found));
}

TEST_CASE("precision and recall of each rule on the example plans", "[.table]") {
  std::string misses;
  const auto tallies = judgeAll(misses);
  std::cout << "rule, found, right, expected, met\n";
  for (const auto& [rule, tally] : tallies)
    std::cout << rule << ", " << tally.found << ", " << tally.right << ", " << tally.expected << ", " << tally.met
              << '\n';
  std::cout << misses;
}
