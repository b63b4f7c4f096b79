#include "sharing/packed_text.h"

#include "plan/bytes.h"
#include "xml/read.h"

#include <cstdint>
#include <cstring>

#include <zlib.h>

namespace trackloom::sharing {
namespace {

constexpr std::string_view mark = "TLH1";
constexpr std::size_t head = mark.size() + sizeof(std::uint64_t);

const Bytef* bytesOf(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }

}  // namespace

std::string packedText(std::string_view text) {
  uLongf size = compressBound(text.size());
  std::string out(head + size, '\0');
  out.replace(0, mark.size(), mark);
  const std::uint64_t length = littleEndian(text.size());
  std::memcpy(out.data() + mark.size(), &length, sizeof length);
  compress2(reinterpret_cast<Bytef*>(out.data() + head), &size, bytesOf(text), text.size(), Z_BEST_COMPRESSION);
  out.resize(head + size);
  return out;
}

std::optional<std::string> unpackedText(std::string_view packed) {
  if (packed.size() < head || !packed.starts_with(mark)) return std::nullopt;
  const std::uint64_t length = eightAt(packed.data() + mark.size());
  if (length > xml::maxFileBytes) return std::nullopt;
  std::string text(length, '\0');
  uLongf size = text.size();
  const std::string_view content = packed.substr(head);
  const int ended = uncompress(reinterpret_cast<Bytef*>(text.data()), &size, bytesOf(content), content.size());
  if (ended != Z_OK || size != text.size()) return std::nullopt;
  return text;
}

}  // namespace trackloom::sharing
