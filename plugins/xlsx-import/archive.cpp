#include "archive.h"

#include <algorithm>

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

/// Does every reference (`&amp;`) end? The library looks for the end of one that does not behind the end of the part.
bool referencesEnd(std::string_view xml) {
  constexpr auto none = std::string_view::npos;
  for (std::size_t at = xml.find_first_of("&<"); at != none; at = xml.find_first_of("&<", at + 1)) {
    const std::string_view rest = xml.substr(at);
    if (rest.front() == '&') {
      const std::size_t end = rest.find_first_of("; <>&\"'\t\r\n", 1);
      if (end == none || rest[end] != ';') return false;
    } else if (rest.starts_with("<!--")) {
      at = xml.find("-->", at);
    } else if (rest.starts_with("<![CDATA[")) {
      at = xml.find("]]>", at);
    }
    if (at == none) return false;
  }
  return true;
}

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
    return whole && referencesEnd({reinterpret_cast<const char*>(part.data()), part.size()}) &&
           document.load_buffer(part.data(), part.size(), pugi::parse_full, pugi::encoding_utf8);
  }

 private:
  orcus::zip_archive_stream_blob stream_;
  orcus::zip_archive archive_;
};

std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

/// The children of a node that are called so, whatever prefix the file gives them.
std::vector<pugi::xml_node> childrenOf(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> children;
  for (const pugi::xml_node child : node.children())
    if (local(child.name()) == name) children.push_back(child);
  return children;
}

/// The attribute that is called so behind its prefix.
std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute each : node.attributes())
    if (local(each.name()) == name) return each.value();
  return {};
}

/// The text of a cell that stands in the sheet: in one piece, or in runs that look different.
std::string textOf(pugi::xml_node inside) {
  std::string text;
  for (const pugi::xml_node piece : childrenOf(inside, "t")) text += piece.text().get();
  for (const pugi::xml_node run : childrenOf(inside, "r"))
    for (const pugi::xml_node piece : childrenOf(run, "t")) text += piece.text().get();
  return text;
}

constexpr std::size_t mostRows = 1'048'576;
constexpr std::size_t mostColumns = 16'384;

/// The column that a place such as AB7 names, from 0.
std::size_t columnOf(std::string_view place) {
  constexpr std::size_t letters = 26;
  std::size_t column = 0;
  for (const char c : place)
    if (c >= 'A' && c <= 'Z' && column <= mostColumns)
      column = column * letters + static_cast<std::size_t>(c - 'A') + 1;
  return column - 1;
}

/// Rows and cells that do not say where they are follow those before them.
std::vector<PassedOver> passedOver(pugi::xml_node sheet) {
  std::vector<PassedOver> cells;
  std::size_t row = 0;
  for (const pugi::xml_node data : childrenOf(sheet, "sheetData"))
    for (const pugi::xml_node line : childrenOf(data, "row")) {
      if (const auto number = line.attribute("r").as_uint(); number > 0) row = number - 1;
      std::size_t column = 0;
      for (const pugi::xml_node cell : childrenOf(line, "c")) {
        if (const std::string_view place = attribute(cell, "r"); !place.empty()) column = columnOf(place);
        if (row >= mostRows || column >= mostColumns)
          throw Refused("The spreadsheet is damaged: it names a cell that no sheet has.");
        const std::string_view type = attribute(cell, "t");
        if (type == "inlineStr")
          for (const pugi::xml_node inside : childrenOf(cell, "is"))
            cells.push_back({row, column, textOf(inside), false});
        if (type == "e")
          for (const pugi::xml_node value : childrenOf(cell, "v"))
            cells.push_back({row, column, value.text().get(), true});
        ++column;
      }
      ++row;
    }
  return cells;
}

/// The sheets of a workbook: their names and what each is told by.
std::vector<pugi::xml_node> sheetsOf(const pugi::xml_document& workbook) {
  std::vector<pugi::xml_node> sheets;
  for (const pugi::xml_node section : childrenOf(workbook.document_element(), "sheets"))
    for (const pugi::xml_node sheet : childrenOf(section, "sheet")) sheets.push_back(sheet);
  return sheets;
}

/// The part that holds each sheet, by the sheet's name.
std::map<std::string, std::string> partsOfSheets(Parts& parts) {
  std::map<std::string, std::string> targets;
  pugi::xml_document document;
  if (parts.read("xl/_rels/workbook.xml.rels", document))
    for (const pugi::xml_node relation : childrenOf(document.document_element(), "Relationship")) {
      const std::string target(attribute(relation, "Target"));
      targets[std::string(attribute(relation, "Id"))] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
  std::map<std::string, std::string> sheets;
  if (parts.read("xl/workbook.xml", document))
    for (const pugi::xml_node sheet : sheetsOf(document))
      sheets[std::string(attribute(sheet, "name"))] = targets[std::string(attribute(sheet, "id"))];
  return sheets;
}

}  // namespace

std::map<std::string, std::vector<PassedOver>> verifyParts(std::string_view bytes) {
  Parts parts(bytes);
  pugi::xml_document document;
  std::map<std::string, std::vector<PassedOver>> byPart;
  for (std::size_t i = 0; i < parts.count(); ++i) {
    const std::string_view name = parts.name(i);
    if (!name.ends_with(".xml") && !name.ends_with(".rels")) continue;
    if (!parts.read(name, document)) throw Refused("The spreadsheet is damaged: a part of it does not read.");
    if (auto cells = passedOver(document.document_element()); !cells.empty())
      byPart[std::string(name)] = std::move(cells);
  }
  std::map<std::string, std::vector<PassedOver>> bySheet;
  if (byPart.empty()) return bySheet;
  for (const auto& [sheet, part] : partsOfSheets(parts))
    if (const auto cells = byPart.find(part); cells != byPart.end()) bySheet[sheet] = cells->second;
  return bySheet;
}

std::set<std::string> hiddenSheets(std::string_view bytes) {
  std::set<std::string> names;
  pugi::xml_document document;
  if (!Parts(bytes).read("xl/workbook.xml", document)) return names;
  for (const pugi::xml_node sheet : sheetsOf(document))
    if (attribute(sheet, "state").find("idden") != std::string_view::npos)
      names.insert(std::string(attribute(sheet, "name")));
  return names;
}

}  // namespace xlsx_import
