#pragma once

#include "plan/vocabulary.h"

#include <span>
#include <string_view>

// The built-in words, in chapters that follow the headings of `VocabularyId`.

namespace trackloom::words {

/// A source that several chapters rest on.
inline constexpr std::string_view dialogueHandbook =
    "National Dialogue Handbook (Berghof Foundation and swisspeace, 2017)";

/// The vocabularies of one chapter, in the order of `VocabularyId`.
std::span<const Vocabulary> planAndTracks();
std::span<const Vocabulary> issuesAndObjectives();
std::span<const Vocabulary> actors();
std::span<const Vocabulary> activities();
std::span<const Vocabulary> bodies();
std::span<const Vocabulary> takingPart();
std::span<const Vocabulary> links();
std::span<const Vocabulary> agreements();
std::span<const Vocabulary> commitments();
std::span<const Vocabulary> meansAndRisks();
std::span<const Vocabulary> teamsOwn();

}  // namespace trackloom::words
