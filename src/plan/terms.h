#pragma once

#include "plan/vocabulary.h"

#include <cstdint>

namespace trackloom {

// The words that code reasons about, in the order of their vocabulary (a test compares every name).
// Enumerators are the words in camelCase; names that no identifier can have stand in the table only.

// clang-format off
enum class ActivityStatus : std::uint16_t {
  idea, planned, invited, confirmed, ongoing, suspended, postponed, completed, cancelled, failed, superseded
};
enum class TrackLevel : std::uint16_t { official, semiOfficial, influential, community, other };  // 1 1.5 2 3 other
enum class DependencyType : std::uint16_t { FS, SS, FF, SF };
enum class DependencyNature : std::uint16_t { hard, soft, political };
enum class TransferDirection : std::uint16_t { upward, downward, lateral, outward };
enum class TransferStatus : std::uint16_t { planned, delivered, acknowledged, used, rejected };
enum class TransferContent : std::uint16_t {
  people, ideas, texts, information, relationships, analysis, norms, pressure, monitoringData
};
enum class ParticipationStatus : std::uint16_t {
  soundedOut, invited, accepted, declined, notInvited, attended, withdrew
};
enum class DayCount : std::uint16_t { calendarDays, workingDays };
enum class AnchorEnd : std::uint16_t { start, finish };
enum class StrandType : std::uint16_t {
  political, security, economic, humanitarian, constitutional, transitionalJustice, reconciliation, outreach
};
enum class AgreementStage : std::uint16_t { preNegotiation, ceasefire, partial, comprehensive, implementation, renewal, other };
enum class Classification : std::uint16_t { open, partners, team, core };  // public partners team core

/// Which vocabulary the words of an enumeration come from.
template <class Enum>
inline constexpr VocabularyId vocabularyOf = VocabularyId::none;
template <> inline constexpr VocabularyId vocabularyOf<ActivityStatus> = VocabularyId::activityStatus;
template <> inline constexpr VocabularyId vocabularyOf<TrackLevel> = VocabularyId::trackLevel;
template <> inline constexpr VocabularyId vocabularyOf<DependencyType> = VocabularyId::dependencyType;
template <> inline constexpr VocabularyId vocabularyOf<DependencyNature> = VocabularyId::dependencyNature;
template <> inline constexpr VocabularyId vocabularyOf<TransferDirection> = VocabularyId::transferDirection;
template <> inline constexpr VocabularyId vocabularyOf<TransferStatus> = VocabularyId::transferStatus;
template <> inline constexpr VocabularyId vocabularyOf<TransferContent> = VocabularyId::transferContent;
template <> inline constexpr VocabularyId vocabularyOf<ParticipationStatus> = VocabularyId::participationStatus;
template <> inline constexpr VocabularyId vocabularyOf<DayCount> = VocabularyId::dayCount;
template <> inline constexpr VocabularyId vocabularyOf<AnchorEnd> = VocabularyId::anchorEnd;
template <> inline constexpr VocabularyId vocabularyOf<StrandType> = VocabularyId::strandType;
template <> inline constexpr VocabularyId vocabularyOf<AgreementStage> = VocabularyId::agreementStage;
template <> inline constexpr VocabularyId vocabularyOf<Classification> = VocabularyId::classification;
// clang-format on

/// What a word is called, and what it means.
template <class Enum>
const Term& termOf(Enum word) {
  static_assert(vocabularyOf<Enum> != VocabularyId::none);
  return vocabulary(vocabularyOf<Enum>).terms[static_cast<std::size_t>(word)];
}

}  // namespace trackloom
