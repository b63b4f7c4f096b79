#include "language/folding.h"

#include "language/letters.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace trackloom::language {
namespace {

bool isPlain(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  if (isPlain(text)) {
    for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
  }
  std::u32string letters;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 letter = 0;
    U8_NEXT_OR_FFFD(text.data(), at, size, letter);
    if (!isSilent(static_cast<char32_t>(letter))) appendFolded(letters, static_cast<char32_t>(letter));
  }
  icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(letters.data()),
                                static_cast<std::int32_t>(letters.size()))
      .toUTF8String(out);
  return out;
}

std::string withPlainDigits(std::string_view text) {
  std::string out;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t from = at;
    UChar32 sign = 0;
    U8_NEXT_OR_FFFD(text.data(), at, size, sign);
    const std::int32_t digit = u_charDigitValue(sign);
    if (digit >= 0)
      out += static_cast<char>('0' + digit);
    else
      out.append(text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)));
  }
  return out;
}

bool matches(std::string_view search, std::string_view text) {
  const std::string wanted = folded(search);
  const std::string in = folded(text);
  for (std::size_t from = 0; from < wanted.size();) {
    const std::size_t begin = wanted.find_first_not_of(' ', from);
    if (begin == std::string::npos) break;
    const std::size_t end = std::min(wanted.find(' ', begin), wanted.size());
    if (in.find(wanted.substr(begin, end - begin)) == std::string::npos) return false;
    from = end;
  }
  return true;
}

std::vector<std::size_t> matching(std::string_view search, std::span<const std::string> texts) {
  const std::string wanted = folded(search);
  std::vector<std::size_t> places[3];  // the search itself, what begins with it, the rest
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!matches(search, texts[i])) continue;
    const std::string text = folded(texts[i]);
    places[text == wanted ? 0 : text.starts_with(wanted) ? 1 : 2].push_back(i);
  }
  std::vector<std::size_t> all;
  for (const auto& some : places) all.insert(all.end(), some.begin(), some.end());
  return all;
}

}  // namespace trackloom::language
