#include "sharing/finding_changes.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using checks::Finding;

namespace {

Finding finding(const char* id, const char* sentence, checks::Verdict verdict = checks::Verdict::problem) {
  Finding finding;
  finding.rule = "STALL-TRACK";
  finding.id = id;
  finding.verdict = verdict;
  finding.message = {sentence, {}};
  return finding;
}

}  // namespace

TEST_CASE("findings are new or gone by their id") {
  const std::vector<Finding> before{finding("a", "A"), finding("b", "B")};
  const std::vector<Finding> after{finding("b", "B, since longer"), finding("c", "C")};
  const FindingChanges changes = findingChanges(before, after);
  REQUIRE(changes.fresh.size() == 1);
  CHECK(changes.fresh[0]->id == "c");
  REQUIRE(changes.gone.size() == 1);
  CHECK(changes.gone[0]->id == "a");
}

TEST_CASE("a finding that says the same of other elements is not new") {
  const std::vector<Finding> before{finding("a", "One hand-over only")};
  const std::vector<Finding> after{finding("b", "One hand-over only")};
  CHECK(findingChanges(before, after).fresh.empty());
  CHECK(findingChanges(before, after).gone.empty());
}

TEST_CASE("what nobody can tell any more is not gone without a word, and what is accepted is") {
  const std::vector<Finding> before{finding("a", "A"), finding("b", "B")};
  std::vector<Finding> after{finding("a", "A", checks::Verdict::cannotTell), finding("b", "B")};
  after[1].accepted = checks::Acceptance{};
  const FindingChanges changes = findingChanges(before, after);
  REQUIRE(changes.fresh.size() == 1);
  CHECK(changes.fresh[0]->verdict == checks::Verdict::cannotTell);
  CHECK(changes.gone.size() == 2);
}
