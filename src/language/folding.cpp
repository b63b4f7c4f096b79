#include "language/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace trackloom::language {
namespace {

UChar32 foldedLetter(UChar32 letter) {
  switch (letter) {
    case 0x0622:  // alif with madda, hamza above, hamza below, wasla
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x0629:  // taa marbuta
      return 0x0647;
    case 0x0649:  // alif maqsura
      return 0x064A;
    case 0x0131:  // dotless i
      return 'i';
    default:
      return letter;
  }
}

bool isDropped(UChar32 letter) {
  constexpr UChar32 tatweel = 0x0640;
  const auto type = u_charType(letter);
  return letter == tatweel || type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR;
}

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
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString unicode =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  unicode.foldCase();
  if (const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status); U_SUCCESS(status))
    unicode = decompose->normalize(unicode, status);
  icu::UnicodeString kept;
  for (std::int32_t at = 0; at < unicode.length(); at = unicode.moveIndex32(at, 1)) {
    const UChar32 letter = unicode.char32At(at);
    if (isDropped(letter)) continue;
    const std::int32_t digit = u_charDigitValue(letter);
    kept.append(digit >= 0 ? static_cast<UChar32>('0' + digit) : foldedLetter(letter));
  }
  kept.toUTF8String(out);
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

}  // namespace trackloom::language
