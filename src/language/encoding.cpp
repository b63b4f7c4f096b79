#include "language/encoding.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace trackloom::language {
namespace {

constexpr std::array<std::string_view, 5> names = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1256"};
constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view littleEndianMark = "\xFF\xFE";
constexpr std::string_view bigEndianMark = "\xFE\xFF";

bool isUtf8(std::string_view bytes) {
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 letter = 0;
    U8_NEXT(bytes.data(), at, size, letter);
    if (letter < 0) return false;
  }
  return true;
}

/// Text in UTF-16 has a zero byte in every other place as long as it is mostly ASCII, as separators and digits are.
std::optional<Encoding> likelyUtf16(std::string_view bytes) {
  constexpr std::size_t looked = 4096;
  std::array<std::size_t, 2> zeros{};
  const std::size_t end = std::min(bytes.size(), looked);
  for (std::size_t at = 0; at < end; ++at)
    if (bytes[at] == '\0') ++zeros[at % 2];
  const std::size_t few = std::max<std::size_t>(1, end / 20);
  if (end < 4 || zeros[0] + zeros[1] <= few) return std::nullopt;
  return zeros[1] > zeros[0] ? Encoding::utf16LittleEndian : Encoding::utf16BigEndian;
}

/// Of the letters above ASCII, do more stand beside another one than do not?
bool standSideBySide(std::string_view bytes) {
  std::size_t beside = 0;
  std::size_t alone = 0;
  const auto isHigh = [&](std::size_t at) {
    return at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0xC0;
  };
  for (std::size_t at = 0; at < bytes.size(); ++at)
    if (isHigh(at)) ++(isHigh(at + 1) || (at > 0 && isHigh(at - 1)) ? beside : alone);
  return beside > alone;
}

std::string_view withoutMark(std::string_view bytes, Encoding encoding) {
  const std::string_view mark = encoding == Encoding::utf8                ? utf8Mark
                                : encoding == Encoding::utf16LittleEndian ? littleEndianMark
                                : encoding == Encoding::utf16BigEndian    ? bigEndianMark
                                                                          : std::string_view();
  if (!mark.empty() && bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  return bytes;
}

}  // namespace

std::span<const Encoding> encodings() {
  static constexpr std::array<Encoding, names.size()> all = {Encoding::utf8, Encoding::utf16LittleEndian,
                                                             Encoding::utf16BigEndian, Encoding::windows1252,
                                                             Encoding::windows1256};
  return all;
}

std::string_view nameOf(Encoding encoding) { return names[static_cast<std::size_t>(encoding)]; }

std::optional<Encoding> encodingNamed(std::string_view name) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  for (std::size_t i = 0; i < names.size(); ++i)
    if (std::ranges::equal(names[i], name, {}, lower, lower)) return static_cast<Encoding>(i);
  return std::nullopt;
}

Encoding likelyEncoding(std::string_view bytes) {
  if (bytes.starts_with(utf8Mark)) return Encoding::utf8;
  if (bytes.starts_with(littleEndianMark)) return Encoding::utf16LittleEndian;
  if (bytes.starts_with(bigEndianMark)) return Encoding::utf16BigEndian;
  if (const auto wide = likelyUtf16(bytes)) return *wide;
  if (isUtf8(bytes)) return Encoding::utf8;
  return standSideBySide(bytes) ? Encoding::windows1256 : Encoding::windows1252;
}

std::optional<std::string> decoded(std::string_view bytes, Encoding encoding) {
  bytes = withoutMark(bytes, encoding);
  if (encoding == Encoding::utf8) return isUtf8(bytes) ? std::optional(std::string(bytes)) : std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(std::string(nameOf(encoding)).c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace trackloom::language
