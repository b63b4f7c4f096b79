#include "documents/zip.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <zlib.h>

namespace trackloom::documents {
namespace {

// Layout: .ZIP File Format Specification 6.3, sections 4.3.7 (local header), 4.3.12 (central header), 4.3.16 (end).
constexpr std::uint32_t localSign = 0x04034b50, centralSign = 0x02014b50, endSign = 0x06054b50;
constexpr std::size_t localSize = 30, centralSize = 46, endSize = 22;

std::uint32_t number(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size - 1; i >= 0; --i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

void put(std::string& bytes, std::size_t at, int size, std::uint32_t value) {
  for (int i = 0; i < size; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i) & 0xFF);
}

struct Entry {
  std::size_t central;  ///< where its header in the list at the end stands
  std::size_t centralEnd;
  std::size_t local;  ///< where its own header stands
  std::string_view name;
};

struct Archive {
  std::vector<Entry> entries;
  std::size_t centralStart = 0;
  std::size_t end = 0;
};

/// The entries in the order of the list at the end; nothing if the bytes are no ZIP file as expected.
std::optional<Archive> readArchive(std::string_view zip) {
  if (zip.size() < endSize) return std::nullopt;
  Archive archive;
  archive.end = zip.size() - endSize;
  if (number(zip, archive.end, 4) != endSign) return std::nullopt;
  const std::size_t count = number(zip, archive.end + 10, 2);
  std::size_t at = archive.centralStart = number(zip, archive.end + 16, 4);
  for (std::size_t i = 0; i < count; ++i) {
    if (at + centralSize > archive.end || number(zip, at, 4) != centralSign) return std::nullopt;
    const std::size_t nameLength = number(zip, at + 28, 2);
    const std::size_t next = at + centralSize + nameLength + number(zip, at + 30, 2) + number(zip, at + 32, 2);
    const std::size_t local = number(zip, at + 42, 4);
    if (next > archive.end || local + localSize > archive.centralStart || number(zip, local, 4) != localSign)
      return std::nullopt;
    archive.entries.push_back({at, next, local, zip.substr(at + centralSize, nameLength)});
    at = next;
  }
  return archive;
}

/// The bytes an entry takes before the list: from its header to the next one.
std::size_t localEnd(const Archive& archive, const Entry& entry) {
  std::size_t end = archive.centralStart;
  for (const Entry& other : archive.entries)
    if (other.local > entry.local) end = std::min(end, other.local);
  return end;
}

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

/// Unpacks a deflated entry of which the size is known. Zlib asks for a pointer to bytes it does not change.
std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  const int ended = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  if (ended != Z_STREAM_END || stream.avail_out != 0) return std::nullopt;
  return out;
}

/// Method, checksum and sizes as both headers hold them from `at` on; the time between them stays.
void describe(std::string& header, std::size_t at, std::string_view content) {
  put(header, at - 2, 2, number(header, at - 2, 2) & ~8u);  // sizes stand here, not behind the content
  put(header, at, 2, 0);                                    // not compressed
  put(header, at + 6, 4, checksum(content));
  put(header, at + 10, 4, static_cast<std::uint32_t>(content.size()));
  put(header, at + 14, 4, static_cast<std::uint32_t>(content.size()));
}

}  // namespace

std::string withTimes(std::string zip, Day day) {
  const auto archive = readArchive(zip);
  if (!archive) return zip;
  CivilDate date = civilDate(day);
  if (date.year < 1980) date = {1980, 1, 1};
  if (date.year > 2107) date = {2107, 12, 31};
  const auto dosDate = static_cast<std::uint32_t>((date.year - 1980) << 9 | date.month << 5 | date.day);
  for (const Entry& entry : archive->entries) {
    put(zip, entry.local + 10, 4, dosDate << 16);
    put(zip, entry.central + 12, 4, dosDate << 16);
  }
  return zip;
}

bool hasEntry(std::string_view zip, std::string_view name) {
  const auto archive = readArchive(zip);
  return archive && std::ranges::find(archive->entries, name, &Entry::name) != archive->entries.end();
}

std::optional<std::string> entryOf(const std::string& zip, std::string_view name) {
  constexpr std::size_t largest = 64U << 20U;
  const auto archive = readArchive(zip);
  if (!archive) return std::nullopt;
  const auto found = std::ranges::find(archive->entries, name, &Entry::name);
  if (found == archive->entries.end()) return std::nullopt;
  const std::size_t method = number(zip, found->central + 10, 2);
  const std::size_t packedSize = number(zip, found->central + 20, 4);
  const std::size_t size = number(zip, found->central + 24, 4);
  const std::size_t begin =
      found->local + localSize + number(zip, found->local + 26, 2) + number(zip, found->local + 28, 2);
  if (size > largest || begin > archive->centralStart || packedSize > archive->centralStart - begin)
    return std::nullopt;
  const std::string_view packed = std::string_view(zip).substr(begin, packedSize);
  if (method == 0) return std::string(packed);
  return method == 8 ? inflated(packed, size) : std::nullopt;
}

std::string withEntry(const std::string& zip, std::string_view name, std::string_view content) {
  const auto archive = readArchive(zip);
  if (!archive) return zip;
  const auto found = std::ranges::find(archive->entries, name, &Entry::name);
  if (found == archive->entries.end()) return zip;
  const std::size_t oldEnd = localEnd(*archive, *found);
  std::string local = zip.substr(found->local, localSize) + std::string(name);
  put(local, 26, 4, static_cast<std::uint32_t>(name.size()));  // and no extra fields
  describe(local, 8, content);
  local.append(content);
  const std::size_t oldSize = oldEnd - found->local;
  std::string out = zip.substr(0, found->local) + local + zip.substr(oldEnd);
  const auto moved = [&](std::size_t at) { return at >= oldEnd ? at - oldSize + local.size() : at; };
  for (const Entry& entry : archive->entries) {
    const std::size_t at = moved(entry.central);
    put(out, at + 42, 4, static_cast<std::uint32_t>(moved(entry.local)));
    if (&entry == &*found) describe(out, at + 10, content);
  }
  put(out, moved(archive->end) + 16, 4, static_cast<std::uint32_t>(moved(archive->centralStart)));
  return out;
}

}  // namespace trackloom::documents
