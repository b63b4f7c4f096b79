#include "xml/references.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace trackloom::xml {
namespace {

struct Named {
  std::string_view written;
  char character;
};

constexpr Named named[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};

void appendUtf8(std::string& out, std::uint32_t c) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

/// The length of the reference at the beginning of the text, whose character is appended; 0 if there is none.
std::size_t takeReference(std::string_view text, std::string* out) {
  for (const Named& reference : named) {
    if (!text.starts_with(reference.written)) continue;
    if (out) *out += reference.character;
    return reference.written.size();
  }
  if (!text.starts_with("&#")) return 0;
  const bool hex = text.substr(2).starts_with('x');
  const char* const digits = text.data() + (hex ? 3 : 2);
  const char* const end = text.data() + text.size();
  std::uint32_t c = 0;
  const auto [stop, error] = std::from_chars(digits, end, c, hex ? 16 : 10);
  if (error != std::errc() || stop == digits || stop == end || *stop != ';' || c > 0x10FFFF) return 0;
  if (out) appendUtf8(*out, c);
  return static_cast<std::size_t>(stop + 1 - text.data());
}

enum class LineEnds { kept, asSpaces };

void appendDecoded(std::string& out, std::string_view raw, LineEnds lineEnds) {
  const bool spacesOnly = lineEnds == LineEnds::asSpaces;
  const std::string_view special = spacesOnly ? "&\r\n\t" : "&\r";
  while (!raw.empty()) {
    const std::size_t plain = std::min(raw.find_first_of(special), raw.size());
    out += raw.substr(0, plain);
    raw.remove_prefix(plain);
    if (raw.empty()) return;
    std::size_t taken = raw.starts_with("\r\n") ? 2 : 1;
    if (raw.front() != '&') {
      out += spacesOnly ? ' ' : '\n';
    } else if (const std::size_t length = takeReference(raw, &out)) {
      taken = length;
    } else {
      out += '&';
    }
    raw.remove_prefix(taken);
  }
}

/// What is never looked into: comments, CDATA sections and instructions.
std::size_t lengthOfOpaque(std::string_view text) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}) {
    if (!text.starts_with(open)) continue;
    const std::size_t end = text.find(close, open.size());
    return end == std::string_view::npos ? text.size() : end + close.size();
  }
  return 0;
}

}  // namespace

void appendDecodedText(std::string& out, std::string_view raw) { appendDecoded(out, raw, LineEnds::kept); }

void appendDecodedValue(std::string& out, std::string_view raw) { appendDecoded(out, raw, LineEnds::asSpaces); }

void appendWithPlainLineEnds(std::string& out, std::string_view raw) {
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\r')
      out += raw[i];
    else if (i + 1 == raw.size() || raw[i + 1] != '\n')
      out += '\n';
  }
}

std::string verbatim(std::string_view piece) {
  std::string out;
  out.reserve(piece.size());
  while (!piece.empty()) {
    std::size_t length = std::min(piece.find_first_of("&<"), piece.size());
    if (length == 0)
      length = piece.front() == '&' ? takeReference(piece, nullptr) : std::max<std::size_t>(lengthOfOpaque(piece), 1);
    if (length > 0) {
      appendWithPlainLineEnds(out, piece.substr(0, length));
    } else {
      out += "&amp;";
      length = 1;
    }
    piece.remove_prefix(length);
  }
  return out;
}

bool isCanonicalValue(std::string_view raw) {
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '"' || raw[i] == '\t' || raw[i] == '\n' || raw[i] == '\r') return false;
    if (raw[i] == '&' && takeReference(raw.substr(i), nullptr) == 0) return false;
  }
  return true;
}

}  // namespace trackloom::xml
