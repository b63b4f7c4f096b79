#include "language/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace trackloom::language {
namespace {

struct Fold {
  UChar32 from;
  const char32_t* to;
};

// What neither decomposition nor case folding brings together.
constexpr Fold folds[] = {{0x00DF, U"ss"}, {0x00E6, U"ae"}, {0x00F0, U"d"}, {0x00F8, U"o"}, {0x00FE, U"th"},
                          {0x0111, U"d"},  {0x0127, U"h"},  {0x0131, U"i"}, {0x0142, U"l"}, {0x0153, U"oe"},
                          {0x0621, U""},   {0x0629, U"ه"},  {0x0649, U"ي"}, {0x0671, U"ا"}, {0x06A9, U"ك"},
                          {0x06C1, U"ه"},  {0x06CC, U"ي"},  {0x06D2, U"ي"}};

void appendPart(std::u32string& out, UChar32 part) {
  if (const int digit = u_charDigitValue(part); digit >= 0) {
    out += static_cast<char32_t>('0' + digit);
    return;
  }
  const UChar32 lower = u_foldCase(part, U_FOLD_CASE_DEFAULT);
  for (const Fold& fold : folds)
    if (fold.from == lower) {
      out += fold.to;
      return;
    }
  out += static_cast<char32_t>(lower);
}

}  // namespace

bool isSilent(char32_t sign) {
  constexpr char32_t tatweel = 0x0640;
  const auto kind = u_charType(static_cast<UChar32>(sign));
  return kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR || kind == U_MODIFIER_LETTER ||
         sign == tatweel;
}

void appendFolded(std::u32string& out, char32_t letter) {
  const auto whole = static_cast<UChar32>(letter);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !decompose->getDecomposition(whole, parts)) return appendPart(out, whole);
  for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1))
    if (!isSilent(static_cast<char32_t>(parts.char32At(at)))) appendPart(out, parts.char32At(at));
}

}  // namespace trackloom::language
