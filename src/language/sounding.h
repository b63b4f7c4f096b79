#pragma once

#include <string>
#include <string_view>

namespace trackloom::language {

/// What a name sounds like, so that its spellings can be found beside each other: the consonants of its words, those
/// that transliterations of Arabic confuse taken for one, without articles and in the order of the alphabet. "Khalifa
/// Haftar", "Haftar, Khalifah", "Khaleefa Hiftar" and "خليفة حفتر" sound alike; so do some names that are not the same,
/// which is why this proposes and never decides. Empty for what has too few consonants to tell it from others.
std::string sounding(std::string_view name);

}  // namespace trackloom::language
