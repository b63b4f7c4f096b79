#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace trackloom {

// clang-format off
/// The lists of words that fields of type choice or terms take their values from.
enum class VocabularyId : std::uint8_t {
  none,
  // the plan and its tracks
  processPurpose, decisionRule, outcomeStatus, mediatorRole, trackLevel, strandType, phaseType,
  // issues and objectives
  issueType, humanSecurityDimension, objectiveLevel,
  // actors
  actorType, actorLevel, actorLayer, insiderType, legitimacySource, parliamentaryFunction, expertise, softSkill,
  contactLimit, stance, consentState, consentSubject, groupIdentity,
  // activities and bodies
  activityType, activityStatus, activityFormat, channel, rppCell, bodyType, bodyFunction, deadlockStep, dayCount,
  selectionMethod,
  // taking part
  participationRole, inclusionModality, decisionPower, participationStatus,
  // links
  relationType, dependencyType, dependencyNature, transferDirection, transferContent, transferMechanism,
  transferStatus, anchorEnd,
  // agreements and their implementation
  agreementStage, agreementSubstage, ceasefireType, ceasefireProvision, commitmentTheme, implementationScore,
  proposalAnswer,
  // means and risks
  fundStatus, reviewOutcome, likelihood, eventType,
  // the team's own
  classification, confidence, weekday, followUpState, generalisation,
  count_
};
// clang-format on

/// One word of a vocabulary: as files write it, as people read it, and what it means in one sentence.
struct Term {
  std::string_view name;
  std::string_view label;
  std::string_view help;
};

/// A list of words with its own name, label and source.
struct Vocabulary {
  VocabularyId id;
  std::string_view name;  ///< kebab-case, as `term` elements write it
  std::string_view label;
  std::string_view source;  ///< the publication the words come from; empty where they are Trackloom's own
  std::span<const Term> terms;
};

std::span<const Vocabulary> vocabularies();
const Vocabulary& vocabulary(VocabularyId id);
const Vocabulary* findVocabulary(std::string_view name);

inline constexpr std::uint16_t noTerm = 0xFFFF;
/// The place of a word in its vocabulary, or `noTerm`.
std::uint16_t placeOfTerm(VocabularyId id, std::string_view name);
/// The same as a choice that may be missing.
inline std::optional<std::uint16_t> findTerm(VocabularyId id, std::string_view name) {
  const std::uint16_t place = placeOfTerm(id, name);
  return place == noTerm ? std::nullopt : std::optional(place);
}

}  // namespace trackloom
