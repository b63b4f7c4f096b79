#include "tables/mapping.h"

#include "plan/error.h"

#include <algorithm>

namespace trackloom::tables {
namespace {

constexpr std::string_view firstLine = "# Trackloom: what the columns and names of a spreadsheet mean";
constexpr std::string_view between = " = ";
constexpr std::string_view sheetBegin = "[sheet ";

enum class Section { none, sheet, names, words };

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r";
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// What stands in a mapping stands on one line.
std::string onOneLine(std::string_view text) {
  std::string line(trimmed(text));
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return line;
}

std::string textOf(const NameMeaning& meaning) {
  if (!meaning.element.empty()) return std::string(meaning.element.text());
  if (!meaning.sameAs.empty()) return "~ " + onOneLine(meaning.sameAs);
  return meaning.kind ? "+ " + std::string(kindOf(*meaning.kind).name) : "+";
}

class Reader {
 public:
  explicit Reader(const std::string& where) : where_(where) {}

  Mapping read(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++line_) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      take(trimmed(text.substr(at, end - at)));
      at = end + 1;
    }
    return std::move(mapping_);
  }

 private:
  [[noreturn]] void refuse() const {
    throw Error(
        ErrorKind::unreadable, {tr("This line of the mapping is not understood."), {}},
        where_ + ":" + std::to_string(line_),
        {tr("Correct it, or take the line out and answer again; the manual shows what stands in a mapping."), {}});
  }

  void take(std::string_view line) {
    if (line.empty() || line.starts_with('#')) return;
    if (line.starts_with('[')) return begin(line);
    const std::size_t at = line.rfind(between);
    if (at == std::string_view::npos) refuse();
    const std::string key(trimmed(line.substr(0, at)));
    const std::string_view value = trimmed(line.substr(at + between.size()));
    if (key.empty() || value.empty()) refuse();
    if (section_ == Section::sheet) return takeOfSheet(key, value);
    if (section_ == Section::none) refuse();
    if (section_ == Section::words) {
      mapping_.words[key] = value;
    } else if (value.starts_with('~') && value.size() > 1) {
      mapping_.names[key] = {{}, {}, std::string(trimmed(value.substr(1)))};
    } else if (value.starts_with('+')) {
      mapping_.names[key] = {{}, kindOfNew(trimmed(value.substr(1)))};
    } else if (const auto id = ElementId::parse(value)) {
      mapping_.names[key] = {*id};
    } else {
      refuse();
    }
  }

  /// `actor` behind the sign for something new; nothing may stand there too.
  std::optional<KindId> kindOfNew(std::string_view name) const {
    if (name.empty()) return std::nullopt;
    const Kind* kind = findKind(name);
    if (!kind) refuse();
    return kind->id;
  }

  void begin(std::string_view line) {
    if (!line.ends_with(']')) refuse();
    section_ = line == "[names]" ? Section::names : line == "[words]" ? Section::words : Section::sheet;
    if (section_ != Section::sheet) return;
    if (!line.starts_with(sheetBegin)) refuse();
    line.remove_prefix(sheetBegin.size());
    mapping_.sheets.push_back({std::string(trimmed(line.substr(0, line.size() - 1))), {}});
  }

  void takeOfSheet(const std::string& key, std::string_view value) {
    constexpr std::string_view columnBegin = "column ";
    SheetMapping& sheet = mapping_.sheets.back().second;
    if (key == "kind" && value == "-") {
      sheet.leftOut = true;
    } else if (const Kind* kind = key == "kind" ? findKind(value) : nullptr) {
      sheet.kind = kind->id;
    } else if (const auto use = key.starts_with(columnBegin) ? columnUseNamed(value) : std::nullopt) {
      sheet.columns.emplace_back(trimmed(std::string_view(key).substr(columnBegin.size())), *use);
    } else {
      refuse();
    }
  }

  const std::string& where_;
  Mapping mapping_;
  Section section_ = Section::none;
  int line_ = 1;
};

}  // namespace

std::string textOf(const ColumnUse& use) {
  switch (use.is) {
    case ColumnUse::Is::leftOut:
    case ColumnUse::Is::called:
      return "-";
    case ColumnUse::Is::id:
      return "id";
    case ColumnUse::Is::kind:
      return "kind";
    case ColumnUse::Is::field:
      break;
  }
  return std::string(use.field.name()) + (use.language.empty() ? "" : ":" + use.language);
}

std::optional<ColumnUse> columnUseNamed(std::string_view text) {
  if (text == "-") return ColumnUse{};
  if (text == "id") return ColumnUse{ColumnUse::Is::id};
  if (text == "kind") return ColumnUse{ColumnUse::Is::kind};
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  for (const Kind& kind : kinds())
    if (const Field* field = kind.find(name)) {
      const bool translation = colon != std::string_view::npos;
      if (translation && colon + 1 == text.size()) return std::nullopt;
      return ColumnUse{ColumnUse::Is::field, field->number, translation ? std::string(text.substr(colon + 1)) : ""};
    }
  return std::nullopt;
}

const SheetMapping* Mapping::forSheet(const std::string& name) const {
  const auto found = std::ranges::find(sheets, onOneLine(name), &std::pair<std::string, SheetMapping>::first);
  return found == sheets.end() ? nullptr : &found->second;
}

SheetMapping& Mapping::sheet(const std::string& name) {
  const auto found = std::ranges::find(sheets, onOneLine(name), &std::pair<std::string, SheetMapping>::first);
  return found != sheets.end() ? found->second : sheets.emplace_back(onOneLine(name), SheetMapping{}).second;
}

std::string mappingFileOf(const std::string& spreadsheet) { return spreadsheet + ".map"; }

Mapping readMapping(std::string_view text, const std::string& where) { return Reader(where).read(text); }

std::string mappingText(const Mapping& mapping) {
  std::string out(firstLine);
  out += '\n';
  const auto line = [&](const std::string& key, std::string_view value) {
    out.append(key).append(between).append(value).append("\n");
  };
  for (const auto& [name, sheet] : mapping.sheets) {
    out += "\n[sheet " + name + "]\n";
    if (sheet.leftOut || sheet.kind) line("kind", sheet.leftOut ? "-" : kindOf(*sheet.kind).name);
    for (const auto& [head, use] : sheet.columns) line("column " + onOneLine(head), textOf(use));
  }
  if (!mapping.names.empty()) out += "\n[names]\n";
  for (const auto& [name, meaning] : mapping.names) line(onOneLine(name), textOf(meaning));
  if (!mapping.words.empty()) out += "\n[words]\n";
  for (const auto& [word, meaning] : mapping.words) line(onOneLine(word), meaning);
  return out;
}

}  // namespace trackloom::tables
