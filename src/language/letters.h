#pragma once

#include <string>

namespace trackloom::language {

/// Is a sign nothing that tells names or searches apart: an accent, a vowel sign, tatweel, a mark of direction, a sign
/// that stands for ayn or hamza in Latin script?
bool isSilent(char32_t sign);

/// Appends a letter as names and searches are compared: without case and accents, one alif for all its hamza forms, no
/// hamza by itself, haa for taa marbuta, yaa for alif maqsura and for the Persian one, Latin letters for their barred
/// and joined forms, digits of all scripts as 0 to 9.
void appendFolded(std::u32string& out, char32_t letter);

}  // namespace trackloom::language
