#include "archive.h"

#include <algorithm>
#include <vector>

#include <orcus/stream.hpp>
#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>
#include <pugixml.hpp>

namespace xlsx_import {
namespace {

constexpr std::uint64_t mostUnpacked = 256U << 20U;  // bytes, all parts together
constexpr std::uint64_t mostTimes = 500;             // larger than packed; DEFLATE manages 1032, sheets seldom 50
constexpr std::size_t mostParts = 10'000;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// Where the record stands that ends the list of parts; npos if there is none.
std::size_t endRecord(std::string_view bytes) {
  constexpr std::size_t length = 22;
  constexpr std::size_t longestComment = 65'535;
  if (bytes.size() < length) return std::string_view::npos;
  const std::size_t last = bytes.size() - length;
  const std::size_t first = last > longestComment ? last - longestComment : 0;
  for (std::size_t at = last + 1; at-- > first;)
    if (bytes.substr(at, 4) == "PK\x05\x06") return at;
  return std::string_view::npos;
}

struct Totals {
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;
  bool workbook = false;
};

/// Adds one part; gives where the next one begins, or npos if this is none.
std::size_t takePart(std::string_view bytes, std::size_t at, Totals& totals) {
  constexpr std::size_t length = 46;
  if (at > bytes.size() || bytes.size() - at < length || bytes.substr(at, 4) != "PK\x01\x02")
    return std::string_view::npos;
  const std::size_t nameLength = number(bytes, at + 28, 2);
  const std::size_t next = at + length + nameLength + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
  if (next > bytes.size()) return std::string_view::npos;
  const std::string_view name = bytes.substr(at + length, nameLength);
  if ((number(bytes, at + 8, 2) & 1U) != 0) throw Refused("The spreadsheet is protected by a password.");
  if (name.ends_with("vbaProject.bin"))
    throw Refused("The spreadsheet holds macros, which are programs; save it as .xlsx without them.");
  totals.packed += number(bytes, at + 20, 4);
  totals.unpacked += number(bytes, at + 24, 4);
  totals.workbook = totals.workbook || name == "xl/workbook.xml";
  return next;
}

}  // namespace

void verifyArchive(std::string_view bytes) {
  const std::size_t end = endRecord(bytes);
  if (end == std::string_view::npos) throw Refused("The file is damaged: its end is missing.");
  const std::size_t parts = number(bytes, end + 10, 2);
  std::size_t at = number(bytes, end + 16, 4);
  Totals totals;
  if (parts > mostParts) throw Refused("The file has more parts than a spreadsheet needs.");
  for (std::size_t i = 0; i < parts; ++i) {
    at = takePart(bytes, at, totals);
    if (at == std::string_view::npos) throw Refused("The file is damaged: the list of its parts does not read.");
  }
  if (totals.packed > bytes.size()) throw Refused("The file is damaged: its parts are longer than it is.");
  if (!totals.workbook) throw Refused("The file is no .xlsx spreadsheet.");
  if (totals.unpacked > mostUnpacked || totals.unpacked / mostTimes > bytes.size())
    throw Refused("The file unpacks to more than is read, and may be made to fill a machine's memory.");
}

namespace {

/// The parts of a file whose list was looked at.
class Parts {
 public:
  explicit Parts(std::string_view bytes)
      : stream_(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()), archive_(&stream_) {
    archive_.load();
  }

  std::size_t count() const { return archive_.get_file_entry_count(); }
  std::string_view name(std::size_t number) const { return archive_.get_file_entry_name(number); }

  /// A part as XML; false if it is not there or does not read.
  bool read(std::string_view name, pugi::xml_document& document) {
    std::vector<unsigned char> part;
    if (!archive_.read_file_entry(name, part)) return false;
    if (!part.empty() && part.back() == 0) part.pop_back();  // the library ends each part with one
    // Nothing may stand behind a zero: parsers of C texts stop there, others go on.
    const bool whole = std::find(part.begin(), part.end(), 0) == part.end();
    return whole && document.load_buffer(part.data(), part.size(), pugi::parse_full, pugi::encoding_utf8);
  }

 private:
  orcus::zip_archive_stream_blob stream_;
  orcus::zip_archive archive_;
};

}  // namespace

void verifyParts(std::string_view bytes) {
  Parts parts(bytes);
  pugi::xml_document document;
  for (std::size_t i = 0; i < parts.count(); ++i) {
    const std::string_view name = parts.name(i);
    if ((name.ends_with(".xml") || name.ends_with(".rels")) && !parts.read(name, document))
      throw Refused("The spreadsheet is damaged: a part of it does not read.");
  }
}

std::set<std::string> hiddenSheets(std::string_view bytes) {
  std::set<std::string> names;
  pugi::xml_document document;
  if (!Parts(bytes).read("xl/workbook.xml", document)) return names;
  const auto local = [](std::string_view name) { return name.substr(name.find(':') + 1); };
  for (const pugi::xml_node section : document.document_element().children())
    if (local(section.name()) == "sheets")
      for (const pugi::xml_node sheet : section.children())
        if (std::string_view(sheet.attribute("state").value()).find("idden") != std::string_view::npos)
          names.insert(sheet.attribute("name").value());
  return names;
}

}  // namespace xlsx_import
