#include "checks/rule.h"

#include <array>

// The list of all rules, in the order they are reported in. A rule is declared and explained in its own file under
// rules/; it enters the list by its two words here.

namespace trackloom::checks {

namespace catalogue {

using Maker = Rule();
Maker circularWaiting, datesInverted, datesImpossible, danglingReference, actorOrphan, stalledActivity, stalledTrack,
    noLink, danglingOutput, singleCarrier, standaloneCeasefire, quotaBelow, quotaUnknown, commitmentNoOwner,
    commitmentNoDeadline;

constexpr std::array makers = {
    circularWaiting, datesInverted, datesImpossible, danglingReference, stalledTrack, stalledActivity, noLink,
    danglingOutput,  singleCarrier, standaloneCeasefire, quotaBelow,    quotaUnknown, actorOrphan,     commitmentNoOwner,
    commitmentNoDeadline};

}  // namespace catalogue

std::span<const Rule> rules() {
  static const auto list = [] {
    std::array<Rule, catalogue::makers.size()> made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = catalogue::makers[i]();
    return made;
  }();
  return list;
}

const Rule* findRule(std::string_view id) {
  for (const Rule& rule : rules())
    if (rule.id == id) return &rule;
  return nullptr;
}

}  // namespace trackloom::checks
