#include "tables/rows.h"

#include "tables/cell_values.h"

#include <algorithm>

namespace trackloom::tables {
namespace {

using Is = ColumnUse::Is;

bool isBlankRow(const std::vector<Cell>& row) {
  return std::ranges::all_of(row, [](const Cell& cell) { return isBlank(cell.text); });
}

bool mayHaveSeveralSpellings(KindId kind) {
  return kind == KindId::actor || kind == KindId::group || kind == KindId::body;
}

const Cell& cellAt(const Layout& layout, std::size_t row, std::size_t column) {
  static const Cell none;
  const auto& cells = layout.sheet->rows[row];
  return column < cells.size() ? cells[column] : none;
}

class Finder {
 public:
  explicit Finder(Undertaking& undertaking) : undertaking_(undertaking) {}

  void byId(RowEntry& entry) {
    const Plan& plan = undertaking_.plan();
    if (entry.kind == KindId::plan) return take(entry, plan.root().id());
    const LaidColumn* column = entry.column(Is::id);
    if (!column || isBlank(entry.cell(*column).text)) return;
    const std::string text = trimmedCell(entry.cell(*column).text);
    const auto id = ElementId::parse(text);
    if (!id)
      return refuse(entry, column,
                    {{tr("“{value}” is no id of Trackloom."), {{"value", text}}},
                     {tr("Empty the cell to find the row by its title, or leave the column out."), {}},
                     Remedy::column});
    if (const Element* there = plan.find(*id); there && there->kind() != entry.kind)
      return refuse(
          entry, column,
          {{tr("The id {value} belongs to something of another kind: {element}."), {{"value", text}, {"element", *id}}},
           {tr("Write the id that the plan has for it, or empty the cell."), {}}});
    entry.id = *id;
    if (!undertaking_.claim(*id))
      return refuse(entry, column,
                    {{tr("The id {value} stands in a row before."), {{"value", text}}},
                     {tr("Keep one row for each element."), {}}});
    if (plan.find(*id)) entry.before = plan.share(*id);
  }

  void byTitle(RowEntry& entry) {
    if (entry.refused || entry.before) return verifyAllowed(entry);
    const Field* field = titleField(kindOf(entry.kind));
    const LaidColumn* column = field ? entry.column(field->number) : nullptr;
    const std::string title = column ? undertaking_.meant(trimmedCell(entry.cell(*column).text)) : std::string();
    if (title.empty()) return begin(entry);
    const KindSet kind{entry.kind};
    std::vector<ElementId> found = undertaking_.names().called(kind, title);
    if (const auto answer = undertaking_.answered(kind, title); answer && !answer->empty()) {
      found = {*answer};
      entry.spellings.push_back({*answer, title});
    }
    if (found.size() > 1)
      return refuse(
          entry, column,
          {{tr("The plan has several that are called “{value}”: {ids}."), {{"value", title}, {"ids", idsIn(found)}}},
           {tr("Write the id of the one that is meant in a column “id”."), {}}});
    if (found.empty()) return beginNamed(entry, column, title);
    if (!entry.id.empty())
      return refuse(
          entry, column,
          {{tr("The plan has “{value}” already, under the id {id}."), {{"value", title}, {"id", found.front().str()}}},
           {tr("Write that id, or empty the cell of the id."), {}}});
    if (!undertaking_.plan().find(found.front()) || !undertaking_.claim(found.front()))
      return refuse(entry, column,
                    {{tr("“{value}” stands in a row before."), {{"value", title}}},
                     {tr("Keep one row for each element, or tell them apart by ids."), {}}});
    take(entry, found.front());
    entry.foundByTitle = true;
    verifyAllowed(entry);
  }

 private:
  /// A form may change what it was made for and nothing else.
  void verifyAllowed(RowEntry& entry) {
    const auto& only = undertaking_.request().only;
    if (!only || entry.refused || std::ranges::find(only->elements, entry.id) != only->elements.end()) return;
    refuse(entry, nullptr,
           {{tr("The form is not for {element}."), {{"element", entry.id}}},
            {tr("Restore the row as it was in the form, or import it as a table of its own."), {}}});
  }

  void take(RowEntry& entry, const ElementId& id) {
    entry.id = id;
    entry.before = undertaking_.plan().share(id);
  }

  void refuse(RowEntry& entry, const LaidColumn* column, const Unclear& unclear) {
    entry.refused = true;
    undertaking_.report(entry.place(column), column ? entry.cell(*column).text : std::string(), unclear);
  }

  /// Links and others without a title; and titled ones that lack it, which is told when they are read.
  void begin(RowEntry& entry) {
    if (!entry.id.empty()) undertaking_.begin(Element(entry.kind, entry.id));
  }

  void beginNamed(RowEntry& entry, const LaidColumn* column, const std::string& title) {
    const KindSet kind{entry.kind};
    if (entry.id.empty()) {
      if (mayHaveSeveralSpellings(entry.kind) &&
          undertaking_.asksSpelling(entry.place(column), entry.kind, kind, title)) {
        entry.refused = true;
        return;
      }
      entry.id = undertaking_.newId(kindOf(entry.kind), title);
    }
    Element named(entry.kind, entry.id);
    named.set(titleField(kindOf(entry.kind))->number, Text(title));
    undertaking_.begin(named);
  }

  Undertaking& undertaking_;
};

/// The kind that a row itself names.
std::optional<KindId> kindInRow(Undertaking& undertaking, const Layout& layout, std::size_t row) {
  const std::size_t column = *layout.kindColumn;
  const std::string text = trimmedCell(cellAt(layout, row, column).text);
  if (const Kind* kind = findKind(text)) return kind->id;
  const auto called = undertaking.words().kindsCalled(text);
  if (called.size() == 1) return called.front();
  undertaking.report({layout.sheet->name, row + 1, column + 1, cellAt(layout, layout.headRow, column).text}, text,
                     {{tr("“{value}” is no kind of element."), {{"value", text}}},
                      {tr("Write what the row is, such as “Activity” or “Actor”."), {}}});
  return std::nullopt;
}

}  // namespace

const Cell& RowEntry::cell(const LaidColumn& column) const { return cellAt(*layout, row, column.index); }

const LaidColumn* RowEntry::column(ColumnUse::Is is) const {
  for (const LaidColumn& column : *columns)
    if (column.use.is == is) return &column;
  return nullptr;
}

const LaidColumn* RowEntry::column(FieldNumber field) const {
  for (const LaidColumn& column : *columns)
    if (column.use == ColumnUse{Is::field, field}) return &column;
  return nullptr;
}

Place RowEntry::place(const LaidColumn* column) const {
  return {layout->sheet->name, row + 1, column ? column->index + 1 : 0, column ? column->head : std::string()};
}

Rows rowsOf(Undertaking& undertaking, std::span<const Layout> layouts) {
  Rows rows;
  rows.refused.resize(layouts.size());
  for (std::size_t sheet = 0; sheet < layouts.size(); ++sheet) {
    const Layout& layout = layouts[sheet];
    if (layout.columns.empty()) continue;
    for (std::size_t row = layout.headRow + 1; row < layout.sheet->rows.size(); ++row) {
      if (isBlankRow(layout.sheet->rows[row])) continue;
      const auto kind = layout.kind ? layout.kind : kindInRow(undertaking, layout, row);
      if (kind) rows.entries.push_back({&layout, sheet, row, *kind, &layout.columns.at(*kind)});
      if (!kind) ++rows.refused[sheet];
    }
  }
  Finder finder(undertaking);
  for (RowEntry& entry : rows.entries) finder.byId(entry);
  for (RowEntry& entry : rows.entries) finder.byTitle(entry);
  return rows;
}

}  // namespace trackloom::tables
