#include "render/xml_text.h"

#include "scene/text_measure.h"

#include <algorithm>
#include <cmath>

namespace trackloom::render {
namespace {

constexpr char32_t firstIsolate = 0x2066;
constexpr char32_t lastIsolate = 0x2068;
constexpr char32_t popIsolate = 0x2069;
constexpr std::string_view popIsolateText = "\u2069";

bool forbidden(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF; }

/// Can a text stand in XML as it is? Most do, and need no second look.
bool isPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= 0x20 && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"'; });
}

bool reordersBeyondItself(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x206A && c <= 0x206F); }

}  // namespace

std::string selfContained(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  int open = 0;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t c = scene::takeCharacter(text);
    if (reordersBeyondItself(c) || (c == popIsolate && open == 0)) continue;
    if (c >= firstIsolate && c <= lastIsolate) ++open;
    if (c == popIsolate) --open;
    out += before.substr(0, before.size() - text.size());
  }
  for (; open > 0; --open) out += popIsolateText;
  return out;
}

std::string xmlText(std::string_view text) {
  if (isPlain(text)) return std::string(text);
  const std::string contained = selfContained(text);
  text = contained;
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t c = scene::takeCharacter(text);
    if (c == '\n' || c == '\t') {
      out += ' ';
    } else if (forbidden(c)) {
      continue;
    } else if (c == 0xFFFD) {
      out += "\uFFFD";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += before.substr(0, before.size() - text.size());
    }
  }
  return out;
}

void appendNumber(std::string& out, double value) {
  if (!std::isfinite(value)) value = 0;
  const double rounded = std::round(value * 100);
  if (std::abs(rounded) > 1e15) {
    out += '0';
    return;
  }
  auto hundredths = static_cast<long long>(rounded);
  if (hundredths < 0) {
    out += '-';
    hundredths = -hundredths;
  }
  out += std::to_string(hundredths / 100);
  const int rest = static_cast<int>(hundredths % 100);
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10) out += static_cast<char>('0' + rest % 10);
}

}  // namespace trackloom::render
