#include "checks/rule.h"
#include "checks/study.h"
#include "plan/suggestions.h"
#include "xml/read.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;

namespace {

/// The plans of the installation, as people begin with them.
std::vector<std::pair<std::string, Plan>> startingPlans() {
  std::vector<std::pair<std::string, Plan>> plans;
  for (const auto& entry : std::filesystem::directory_iterator(TRACKLOOM_SOURCE_DIR "/templates/plans")) {
    if (entry.path().extension() != ".trackloom") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    plans.emplace_back(entry.path().filename().string(), *xml::read(bytes).plan);
  }
  return plans;
}

struct Told {
  std::size_t lines = 0;
  std::set<std::string_view> unknown;  // told in one line a rule
  std::string rules;
};

Told toldOf(const Plan& plan) {
  Told told;
  for (const checks::Finding& finding : checks::check(checks::Study(plan, *parseDay("2026-06-01")))) {
    if (finding.verdict == checks::Verdict::cannotTell)
      told.unknown.insert(finding.rule);
    else
      ++told.lines;
    told.rules += std::string(finding.rule) + ' ';
  }
  return told;
}

}  // namespace

TEST_CASE("of a plan that only begins nothing but its tracks was decided, and nothing is said of it") {
  const auto plans = startingPlans();
  CHECK(plans.size() >= 6);
  for (const auto& [name, plan] : plans) {
    INFO(name);
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id))
        CHECK(isSuggested(*element) == (kind.id != KindId::plan && kind.id != KindId::track));
    CHECK(nothingIsKept(plan) == (plan.size() > 1));
    CHECK(toldOf(plan).rules.empty());
  }
}

TEST_CASE("a starting plan that is kept as it stands is not greeted with a wall of lines") {
  constexpr std::size_t most = 7;
  for (const auto& [name, plan] : startingPlans()) {
    const Told told = toldOf(apply(plan, keepAllSuggestions(plan)));
    INFO(name << ": " << told.rules);
    CHECK(told.lines + told.unknown.size() <= most);
  }
}
