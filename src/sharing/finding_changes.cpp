#include "sharing/finding_changes.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace trackloom::sharing {
namespace {

using checks::Finding;
using Said = std::set<std::pair<std::string_view, checks::Verdict>>;

Said saidIn(std::span<const Finding> findings) {
  Said said;
  for (const Finding& finding : findings)
    if (!finding.accepted) said.emplace(finding.id, finding.verdict);
  return said;
}

std::vector<const Finding*> notIn(const Said& other, std::span<const Finding> findings) {
  std::vector<const Finding*> left;
  for (const Finding& finding : findings)
    if (!finding.accepted && !other.contains({finding.id, finding.verdict})) left.push_back(&finding);
  return left;
}

}  // namespace

FindingChanges findingChanges(std::span<const Finding> before, std::span<const Finding> after) {
  return {notIn(saidIn(before), after), notIn(saidIn(after), before)};
}

}  // namespace trackloom::sharing
