#include "tables/layout.h"

#include <algorithm>
#include <set>

namespace trackloom::tables {
namespace {

using Is = ColumnUse::Is;
using Row = std::vector<Cell>;

/// `Planned start` for planned-start, as the spreadsheet export has it.
std::string exportedHead(std::string_view name) {
  std::string head(name);
  std::ranges::replace(head, '-', ' ');
  if (!head.empty() && head[0] >= 'a' && head[0] <= 'z') head[0] = static_cast<char>(head[0] - 'a' + 'A');
  return head;
}

std::map<std::string, ColumnUse> writtenHeads() {
  std::map<std::string, ColumnUse> heads;
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields)
      for (const std::string& head : {std::string(field.name), exportedHead(field.name)})
        heads.emplace(head, ColumnUse{Is::field, field.number});
  heads["id"] = heads["Id"] = {Is::id};
  heads["kind"] = {Is::kind};
  heads["Called"] = {Is::called};
  return heads;
}

/// What Trackloom's own exports mean by a head; nothing if they write no such one.
std::optional<ColumnUse> writtenUse(const std::string& head) {
  static const std::map<std::string, ColumnUse> heads = writtenHeads();
  const std::size_t colon = head.find(':');
  const auto found = heads.find(head.substr(0, colon));
  if (found == heads.end()) return std::nullopt;
  ColumnUse use = found->second;
  if (colon == std::string::npos) return use;
  if (use.is != Is::field || colon + 1 == head.size()) return std::nullopt;
  use.language = head.substr(colon + 1);
  return use;
}

/// Has the row the heads that Trackloom writes, all of them in one of its two ways?
bool isWritten(const Row& row) {
  bool id = false;
  bool called = false;
  bool first = true;
  for (const Cell& cell : row) {
    const auto use = writtenUse(cell.text);
    if (!use) return false;
    if (first && use->is != Is::id) return false;
    first = false;
    id = id || use->is == Is::id;
    called = called || use->is == Is::called;
  }
  const bool plain =
      std::ranges::all_of(row, [](const Cell& cell) { return !(cell.text[0] >= 'A' && cell.text[0] <= 'Z'); });
  return id && (called || plain);
}

/// `Budget (EUR)`: EUR.
std::string currencyIn(std::string_view head) {
  constexpr std::size_t length = 5;
  for (std::size_t at = 0; at + length <= head.size(); ++at) {
    const std::string_view part = head.substr(at, length);
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (part.front() == '(' && part.back() == ')' && std::ranges::all_of(part.substr(1, 3), capital))
      return std::string(part.substr(1, 3));
  }
  return {};
}

std::string_view withoutBrackets(std::string_view head) { return head.substr(0, head.find('(')); }

class Heads {
 public:
  Heads(const Row& row, const SheetMapping* mapping, const Words& words)
      : row_(row), mapping_(mapping), words_(words), written_(isWritten(row)) {}

  bool written() const { return written_; }

  /// What each column holds where the rows are of a kind.
  std::vector<LaidColumn> columns(KindId kind) const {
    std::vector<LaidColumn> columns;
    for (std::size_t i = 0; i < row_.size(); ++i)
      if (!isBlank(row_[i].text)) columns.push_back(columnAt(i, kind));
    settle(columns);
    return columns;
  }

  std::optional<std::size_t> kindColumn() const {
    for (std::size_t i = 0; i < row_.size(); ++i) {
      if (const auto mapped = mappedUse(row_[i].text)) {
        if (mapped->is == Is::kind) return i;
      } else if (written_ ? row_[i].text == "kind" : false) {
        return i;
      }
    }
    return std::nullopt;
  }

 private:
  std::optional<ColumnUse> mappedUse(const std::string& head) const {
    if (!mapping_) return std::nullopt;
    for (const auto& [mapped, use] : mapping_->columns)
      if (compared(mapped) == compared(head)) return use;
    return std::nullopt;
  }

  LaidColumn columnAt(std::size_t index, KindId kind) const {
    LaidColumn column{index, row_[index].text, {}, currencyIn(row_[index].text)};
    if (const auto mapped = mappedUse(column.head)) {
      column.use = *mapped;
      column.known = mapped->is != Is::field || kindOf(kind).find(mapped->field);
      if (!column.known) column.use = {};
      return column;
    }
    if (written_) {
      column.use = writtenUse(column.head).value_or(ColumnUse{});
      column.known = column.use.is != Is::field || kindOf(kind).find(column.use.field);
      if (!column.known) column.use = {};
      return column;
    }
    column.couldBe = meanings(column.head, kind);
    if (column.couldBe.empty()) column.couldBe = meanings(withoutBrackets(column.head), kind);
    column.known = !column.couldBe.empty();
    return column;
  }

  std::vector<ColumnUse> meanings(std::string_view head, KindId kind) const {
    std::vector<ColumnUse> uses;
    if (words_.meansId(head)) uses.push_back({Is::id});
    for (const FieldNumber field : words_.fieldsCalled(kind, head)) uses.push_back({Is::field, field});
    const std::size_t colon = head.find(':');
    if (uses.empty() && colon != std::string_view::npos && head.size() - colon <= 9)  // a language: ar, zh-Hant-TW
      for (const FieldNumber field : words_.fieldsCalled(kind, head.substr(0, colon)))
        if (kindOf(kind).find(field)->translatable)
          uses.push_back({Is::field, field, std::string(head.substr(colon + 1))});
    return uses;
  }

  /// What another column means without doubt, a column that may mean several things does not mean.
  static void settle(std::vector<LaidColumn>& columns) {
    for (bool again = true; again;) {
      again = false;
      for (LaidColumn& column : columns) {
        if (column.couldBe.size() != 1) continue;
        column.use = column.couldBe.front();
        for (LaidColumn& other : columns)
          if (other.couldBe.size() > 1 && std::erase(other.couldBe, column.use) > 0) again = true;
      }
    }
    refuseDoubles(columns);
  }

  /// Two columns cannot mean one thing.
  static void refuseDoubles(std::vector<LaidColumn>& columns) {
    std::vector<ColumnUse> taken;
    for (const LaidColumn& column : columns)
      if (column.use.is != Is::leftOut) taken.push_back(column.use);
    for (LaidColumn& column : columns) {
      if (column.use.is == Is::leftOut || std::ranges::count(taken, column.use) < 2) continue;
      column.couldBe = {column.use, ColumnUse{}};
      column.use = {};
    }
  }

  const Row& row_;
  const SheetMapping* mapping_;
  const Words& words_;
  bool written_;
};

std::size_t understood(const std::vector<LaidColumn>& columns) {
  return static_cast<std::size_t>(std::ranges::count_if(
      columns, [](const LaidColumn& column) { return column.use.is != Is::leftOut || column.couldBe.size() > 1; }));
}

/// Could a row of these columns be one of the kind? It needs what the kind cannot be without, or an id to find it by.
bool hasWhatItNeeds(const std::vector<LaidColumn>& columns, const Kind& kind) {
  const auto has = [&](const ColumnUse& use) {
    return std::ranges::any_of(columns, [&](const LaidColumn& column) {
      return column.use == use || std::ranges::find(column.couldBe, use) != column.couldBe.end();
    });
  };
  if (has({Is::id})) return true;
  return std::ranges::all_of(kind.fields, [&](const Field& field) {
    return field.presence != Presence::required || has({Is::field, field.number});
  });
}

/// The row among the first ones in which most heads are understood.
std::size_t headRowOf(const Sheet& sheet, std::span<const KindId> kinds, const SheetMapping* mapping,
                      const Words& words) {
  constexpr std::size_t looked = 12;
  std::size_t best = 0;
  std::size_t most = 0;
  std::size_t seen = 0;
  bool any = false;
  for (std::size_t i = 0; i < sheet.rows.size() && seen < looked; ++i) {
    if (std::ranges::all_of(sheet.rows[i], [](const Cell& cell) { return isBlank(cell.text); })) continue;
    if (!any) best = i;
    any = true;
    ++seen;
    const Heads heads(sheet.rows[i], mapping, words);
    if (heads.written()) return i;
    for (const KindId kind : kinds)
      if (const std::size_t count = understood(heads.columns(kind)); count > most) {
        most = count;
        best = i;
      }
  }
  return best;
}

std::vector<KindId> allKinds() {
  std::vector<KindId> all;
  for (const Kind& kind : kinds()) all.push_back(kind.id);
  return all;
}

/// The kinds whose columns these are: those that explain most of the heads.
std::vector<KindId> bestFit(const Heads& heads) {
  std::vector<KindId> best;
  std::size_t most = 1;
  for (const Kind& kind : kinds()) {
    const auto columns = heads.columns(kind.id);
    if (!hasWhatItNeeds(columns, kind)) continue;
    const std::size_t count = understood(columns);
    if (count > most) best.clear();
    if (count < most || count == 0) continue;
    most = count;
    best.push_back(kind.id);
  }
  return best;
}

}  // namespace

bool isBlank(std::string_view text) {
  while (!text.empty()) {
    std::size_t taken = std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos ? 1 : 0;
    for (const std::string_view space : {"\u00A0", "\u202F", "\u200B", "\uFEFF"})
      if (text.starts_with(space)) taken = space.size();
    if (taken == 0) return false;
    text.remove_prefix(taken);
  }
  return true;
}

const LaidColumn* Layout::column(KindId of, ColumnUse::Is is) const {
  const auto found = columns.find(of);
  if (found == columns.end()) return nullptr;
  for (const LaidColumn& column : found->second)
    if (column.use.is == is) return &column;
  return nullptr;
}

Layout layOut(const Sheet& sheet, const ImportRequest& request, const Words& words) {
  Layout layout;
  layout.sheet = &sheet;
  const SheetMapping* mapping = request.mapping.forSheet(sheet.name);
  layout.leftOut = (sheet.hidden && !request.hiddenSheets) || (mapping && mapping->leftOut);
  layout.empty = std::ranges::all_of(sheet.rows, [](const Row& row) {
    return std::ranges::all_of(row, [](const Cell& c) { return isBlank(c.text); });
  });
  if (layout.leftOut || layout.empty) return layout;

  std::vector<KindId> possible = words.kindsCalled(sheet.name);
  layout.kindBy = KindBy::name;
  if (request.kind) {
    possible = {*request.kind};
    layout.kindBy = KindBy::request;
  } else if (mapping && mapping->kind) {
    possible = {*mapping->kind};
    layout.kindBy = KindBy::mapping;
  }
  layout.headRow = headRowOf(sheet, possible.empty() ? allKinds() : possible, mapping, words);
  const Heads heads(sheet.rows[layout.headRow], mapping, words);
  layout.asWritten = heads.written();
  layout.kindColumn = request.kind ? std::nullopt : heads.kindColumn();
  if (layout.kindColumn) {
    layout.kindBy = KindBy::column;
    possible = allKinds();
  } else if (possible.size() != 1) {
    const auto fitting = bestFit(heads);
    std::vector<KindId> both;
    for (const KindId kind : fitting)
      if (possible.empty() || std::ranges::find(possible, kind) != possible.end()) both.push_back(kind);
    possible = both.empty() ? fitting : both;
    layout.kindBy = KindBy::fit;
  }
  if (layout.kindColumn || possible.size() == 1) {
    for (const KindId kind : possible) layout.columns[kind] = heads.columns(kind);
    if (!layout.kindColumn) layout.kind = possible.front();
  } else {
    layout.couldBe = possible;
  }
  return layout;
}

}  // namespace trackloom::tables
