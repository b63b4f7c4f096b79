#include "xml/escape.h"

#include <array>

namespace trackloom::xml {
namespace {

/// What to write for each byte; empty for those that stand for themselves.
using Escapes = std::array<std::string_view, 256>;

constexpr Escapes elementEscapes() {
  Escapes escapes{};
  for (std::size_t c = 0; c < 0x20; ++c) escapes[c] = "\xEF\xBF\xBD";  // XML cannot hold them
  escapes['\t'] = escapes['\n'] = {};
  escapes['\r'] = "&#13;";
  escapes['&'] = "&amp;";
  escapes['<'] = "&lt;";
  escapes['>'] = "&gt;";
  return escapes;
}

constexpr Escapes attributeEscapes() {
  Escapes escapes = elementEscapes();
  escapes['\t'] = "&#9;";
  escapes['\n'] = "&#10;";
  escapes['"'] = "&quot;";
  escapes['>'] = {};
  return escapes;
}

constexpr Escapes inElement = elementEscapes();
constexpr Escapes inAttribute = attributeEscapes();

constexpr std::array<bool, 256> special(const Escapes& escapes) {
  std::array<bool, 256> marks{};
  for (std::size_t c = 0; c < marks.size(); ++c) marks[c] = !escapes[c].empty();
  return marks;
}

constexpr auto specialInElement = special(inElement);
constexpr auto specialInAttribute = special(inAttribute);

std::size_t nextSpecial(std::string_view text, std::size_t at, const std::array<bool, 256>& marks) {
  while (at < text.size() && !marks[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

void append(std::string& out, std::string_view text, const Escapes& escapes, const std::array<bool, 256>& marks) {
  for (std::size_t at = 0;;) {
    const std::size_t end = nextSpecial(text, at, marks);
    out.append(text, at, end - at);
    if (end == text.size()) return;
    out += escapes[static_cast<unsigned char>(text[end])];
    at = end + 1;
  }
}

}  // namespace

void appendAttributeText(std::string& out, std::string_view text) {
  append(out, text, inAttribute, specialInAttribute);
}

void appendElementText(std::string& out, std::string_view text) { append(out, text, inElement, specialInElement); }

void escapeAttributeFrom(std::string& out, std::size_t from) {
  if (nextSpecial(out, from, specialInAttribute) == out.size()) return;
  const std::string text = out.substr(from);
  out.resize(from);
  appendAttributeText(out, text);
}

}  // namespace trackloom::xml
