#include "checks/rule.h"

#include <array>
#include <iterator>
#include <unordered_map>

// The list of all rules, in the order they are reported in. A rule is declared and explained in its own file under
// rules/; it enters the list by its two words here.

namespace trackloom::checks {

namespace catalogue {

using Maker = Rule();
// Structure and dates
Maker circularWaiting;
Maker circularParents;
Maker datesInverted;
Maker datesPrecision;
Maker datesImpossible;
Maker danglingReference;
Maker unread;
Maker incomplete;
// Stalls
Maker stalledTrack;
Maker stalledActivity;
Maker compensation;
// Links between tracks
Maker noLink;
Maker danglingOutput;
Maker singleCarrier;
Maker singlePoint;
Maker sameIssueTwice;
Maker unacknowledged;
Maker oneWay;
Maker lateHandOver;
Maker personClash;
Maker severalThirdParties;
Maker separationCrossed;
Maker decidedElsewhere;
Maker noConstituency;
// Ceasefires and monitoring
Maker standaloneCeasefire;
Maker ceasefireMonitored;
Maker monitoringLate;
Maker ceasefireDisputes;
Maker ceasefireLiaison;
Maker ceasefireExpiry;
Maker foreignForces;
Maker localCeasefire;
Maker monitoringUnfunded;
// Inclusion and consent
Maker quotaBelow;
Maker quotaUnknown;
Maker bodyDrop;
Maker consentMissing;
Maker teamGender;
Maker placeMissing;
Maker symbolicInclusion;
Maker lateInclusion;
Maker singleModality;
Maker withdrawal;
Maker proposalNoAnswer;
Maker proposalNoFeedback;
// Completeness of the design
Maker actorOrphan;
Maker analysisStale;
Maker ownership;
Maker mapWithoutSelf;
Maker contactMissing;
Maker positionsOnly;
Maker peaceWithoutLocal;
Maker peaceWithoutBudget;
Maker dialogueOneHand;
Maker dialogueIsolated;
Maker dialogueFund;
Maker dialogueOutreach;
Maker dialogueImplementation;
Maker dialogueRatifier;
Maker dialogueDeadlockRule;
Maker dialogueDecisionRule;
Maker dialoguePreparation;
Maker eightFundamentals;
Maker nineDesignIssues;
// Implementation
Maker commitmentNoOwner;
Maker commitmentNoDeadline;
Maker commitmentNoVerifier;
Maker commitmentOverdue;
Maker commitmentRegress;
Maker commitmentsUneven;
Maker commitmentsPace;
Maker agreementTests;
// Coherence of the strategy
Maker activityOrphan;
Maker objectiveUnserved;
Maker objectiveBottleneck;
Maker individualStuck;
Maker cellEmpty;
Maker noCross;
Maker securityBlind;
Maker securitySilo;
// Deadlines
Maker deadlineMissed;
Maker deadlineAtRisk;
// Funding and experts
Maker fundingGap;
Maker fundingCliff;
Maker fundingUnpaid;
Maker expertMissing;
Maker expertOver;
// Care
Maker reviewMissing;
Maker followUpOverdue;
Maker riskWithoutResponse;
Maker warningWithoutResponse;
Maker staleIndicator;

// clang-format off: one a line
constexpr Maker* makers[] = {
    // Structure and dates
    circularWaiting,
    circularParents,
    datesInverted,
    datesPrecision,
    datesImpossible,
    danglingReference,
    unread,
    incomplete,
    // Stalls
    stalledTrack,
    stalledActivity,
    compensation,
    // Links between tracks
    noLink,
    danglingOutput,
    singleCarrier,
    singlePoint,
    sameIssueTwice,
    unacknowledged,
    oneWay,
    lateHandOver,
    personClash,
    severalThirdParties,
    separationCrossed,
    decidedElsewhere,
    noConstituency,
    // Ceasefires and monitoring
    standaloneCeasefire,
    ceasefireMonitored,
    monitoringLate,
    ceasefireDisputes,
    ceasefireLiaison,
    ceasefireExpiry,
    foreignForces,
    localCeasefire,
    monitoringUnfunded,
    // Inclusion and consent
    quotaBelow,
    quotaUnknown,
    bodyDrop,
    consentMissing,
    teamGender,
    placeMissing,
    symbolicInclusion,
    lateInclusion,
    singleModality,
    withdrawal,
    proposalNoAnswer,
    proposalNoFeedback,
    // Completeness of the design
    actorOrphan,
    analysisStale,
    ownership,
    mapWithoutSelf,
    contactMissing,
    positionsOnly,
    peaceWithoutLocal,
    peaceWithoutBudget,
    dialogueOneHand,
    dialogueIsolated,
    dialogueFund,
    dialogueOutreach,
    dialogueImplementation,
    dialogueRatifier,
    dialogueDeadlockRule,
    dialogueDecisionRule,
    dialoguePreparation,
    eightFundamentals,
    nineDesignIssues,
    // Implementation
    commitmentNoOwner,
    commitmentNoDeadline,
    commitmentNoVerifier,
    commitmentOverdue,
    commitmentRegress,
    commitmentsUneven,
    commitmentsPace,
    agreementTests,
    // Coherence of the strategy
    activityOrphan,
    objectiveUnserved,
    objectiveBottleneck,
    individualStuck,
    cellEmpty,
    noCross,
    securityBlind,
    securitySilo,
    // Deadlines
    deadlineMissed,
    deadlineAtRisk,
    // Funding and experts
    fundingGap,
    fundingCliff,
    fundingUnpaid,
    expertMissing,
    expertOver,
    // Care
    reviewMissing,
    followUpOverdue,
    riskWithoutResponse,
    warningWithoutResponse,
    staleIndicator,
};
// clang-format on

}  // namespace catalogue

std::span<const Rule> rules() {
  static const auto list = [] {
    std::array<Rule, std::size(catalogue::makers)> made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = catalogue::makers[i]();
    return made;
  }();
  return list;
}

const Rule* findRule(std::string_view id) {
  static const auto byId = [] {
    std::unordered_map<std::string_view, const Rule*> map;
    for (const Rule& rule : rules()) map.emplace(rule.id, &rule);
    return map;
  }();
  const auto found = byId.find(id);
  return found == byId.end() ? nullptr : found->second;
}

}  // namespace trackloom::checks
