#include "language/normal_form.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

namespace trackloom::language {
namespace {

bool isUtf8(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 sign = 0;
    U8_NEXT(text.data(), at, size, sign);
    if (sign < 0) return false;
  }
  return true;
}

}  // namespace

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || !isUtf8(text)) return std::string(text);
  std::string out;
  out.reserve(3 * text.size());  // the most it can grow to: nothing is left behind by growing, were it a secret
  icu::StringByteSink<std::string> sink(&out);
  form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
  return U_FAILURE(status) ? std::string(text) : out;
}

}  // namespace trackloom::language
