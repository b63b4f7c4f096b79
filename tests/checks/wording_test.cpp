#include "checks/rule.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;
using checks::Rule;

namespace {

/// Words that judge people; findings speak of the design and the record.
constexpr std::string_view judging[] = {"spoiler", "blocker", "obstacle", "capture", "crowd", "excluded"};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

void checkWords(std::string_view text) {
  const std::string small = lower(text);
  for (const std::string_view word : judging) {
    INFO(text);
    CHECK(small.find(word) == std::string::npos);
  }
}

/// Every sentence marked for users in the sources of the rules.
std::vector<std::string> sentences() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(TRACKLOOM_SOURCE_DIR "/src/checks")) {
    if (entry.path().extension() != ".cpp" || entry.path().filename() == "roles.cpp") continue;  // that words names
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    for (std::size_t at = source.find("tr(\""); at != std::string::npos; at = source.find("tr(\"", at + 1)) {
      std::string sentence;
      std::size_t place = at + 3;
      // A literal may go on over several lines, each in quotes of its own.
      while (place < source.size() && source[place] == '"') {
        const std::size_t end = source.find('"', place + 1);
        sentence += source.substr(place + 1, end - place - 1);
        place = source.find_first_not_of(" \n", end + 1);
      }
      found.push_back(sentence);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("no title, help or sentence of a rule judges anybody") {
  for (const Rule& rule : checks::rules())
    for (const std::string_view text : {rule.id, rule.title, rule.help, rule.clears, rule.family}) checkWords(text);
  const std::vector<std::string> all = sentences();
  REQUIRE(all.size() > 60);
  for (const std::string& sentence : all) checkWords(sentence);
}

TEST_CASE("sentences of rules are whole: they begin with a capital or a name and end with a stop") {
  for (const std::string& sentence : sentences()) {
    INFO(sentence);
    if (sentence.rfind("something", 0) == 0 || sentence.rfind("It stopped with", 0) == 0) continue;
    const bool label = sentence.rfind("Plan a hand-over", 0) == 0 || sentence.rfind("Plan that", 0) == 0 ||
                       sentence.rfind("Record that", 0) == 0 || sentence.rfind("Set the end", 0) == 0 ||
                       sentence.rfind("Remove", 0) == 0 || sentence.rfind("Monitoring of", 0) == 0 ||
                       sentence.rfind("Disputes about", 0) == 0 || sentence.rfind("Liaison for", 0) == 0 ||
                       sentence.rfind("Name “", 0) == 0 || sentence.rfind("Exchange", 0) == 0 ||
                       sentence.find("no longer waits") != std::string::npos;
    CHECK((std::isupper(static_cast<unsigned char>(sentence.front())) || sentence.front() == '{' ||
           static_cast<unsigned char>(sentence.front()) == 0xE2));
    if (!label) CHECK((sentence.back() == '.' || sentence.back() == '?'));
  }
}

TEST_CASE("every rule says what it asks, on what it rests and what clears it") {
  std::set<std::string_view> ids;
  for (const Rule& rule : checks::rules()) {
    INFO(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(std::all_of(rule.id.begin(), rule.id.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; }));
    CHECK_FALSE(rule.family.empty());
    CHECK_FALSE(rule.title.empty());
    CHECK_FALSE(rule.source.empty());
    REQUIRE_FALSE(rule.help.empty());
    CHECK((rule.help.back() == '.' || rule.help.back() == '?'));
    REQUIRE_FALSE(rule.clears.empty());
    CHECK(rule.clears.back() == '.');
    CHECK_FALSE(rule.reads.empty());
    CHECK(rule.check);
    for (const checks::ThresholdDefault& threshold : rule.thresholds) CHECK_FALSE(threshold.help.empty());
  }
}

TEST_CASE("rules are found by their ids") {
  for (const Rule& rule : checks::rules()) CHECK(checks::findRule(rule.id) == &rule);
  CHECK_FALSE(checks::findRule("stall-track"));
  CHECK_FALSE(checks::findRule(""));
}
