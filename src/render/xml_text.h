#pragma once

#include <string>
#include <string_view>

namespace trackloom::render {

/// The text without signs that would reorder what stands behind it: overrides and embeddings go, isolates are closed.
std::string selfContained(std::string_view text);

/// Text for XML content and attribute values: markup escaped, what XML forbids left out, self-contained.
std::string xmlText(std::string_view text);

/// A number with at most two decimals, no trailing zeros, in the C locale; what is no number is 0.
void appendNumber(std::string& out, double value);

}  // namespace trackloom::render
