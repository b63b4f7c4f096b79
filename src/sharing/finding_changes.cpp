#include "sharing/finding_changes.h"

#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace trackloom::sharing {
namespace {

using checks::Finding;
/// What one version is told.
class Told {
 public:
  explicit Told(std::span<const Finding> findings) {
    for (const Finding& finding : findings) {
      if (finding.accepted) continue;
      ids_.emplace(finding.id, finding.verdict);
      sentences_.emplace(finding.rule, plainText(finding.message), finding.verdict);
    }
  }

  bool has(const Finding& finding) const {
    return ids_.contains({finding.id, finding.verdict}) ||
           sentences_.contains({finding.rule, plainText(finding.message), finding.verdict});
  }

 private:
  std::set<std::pair<std::string_view, checks::Verdict>> ids_;
  std::set<std::tuple<std::string_view, std::string, checks::Verdict>> sentences_;
};

std::vector<const Finding*> notIn(const Told& other, std::span<const Finding> findings) {
  std::vector<const Finding*> left;
  for (const Finding& finding : findings)
    if (!finding.accepted && !other.has(finding)) left.push_back(&finding);
  return left;
}

}  // namespace

FindingChanges findingChanges(std::span<const Finding> before, std::span<const Finding> after) {
  return {notIn(Told(before), after), notIn(Told(after), before)};
}

}  // namespace trackloom::sharing
