#pragma once

#include <string_view>

namespace trackloom::sharing {

/// Is it what people are addressed or introduced by, in English, French, Spanish or Arabic: Mr, Sheikh, General,
/// minister? The word with its letters folded (`language/letters.h`).
bool isFormOfAddress(std::u32string_view word);

/// Is it a small word that joins those of names: of, de, von, bin, Abu? Folded, too.
bool isJoining(std::u32string_view word);

/// A word by which organisations are called and people are not: "council", "front".
bool isOfOrganisations(std::u32string_view word);

}  // namespace trackloom::sharing
