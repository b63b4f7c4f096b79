#include "tables/import.h"

#include "plan/mentions.h"
#include "sharing/redact.h"
#include "tables/cell_values.h"
#include "tables/reference_cells.h"
#include "tables/rows.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace trackloom::tables {
namespace {

using Is = ColumnUse::Is;

/// The rows of a sheet of which nobody knows what they are, its heads apart.
std::size_t rowsBelowHeads(const Sheet& sheet) {
  const auto filled = static_cast<std::size_t>(std::ranges::count_if(sheet.rows, [](const auto& row) {
    return std::ranges::any_of(row, [](const Cell& cell) { return !isBlank(cell.text); });
  }));
  return filled - 1;
}

/// Tells of a sheet how it was read, or why it was not.
SheetReport reportOn(Undertaking& undertaking, const Layout& layout, Mapping& mapping) {
  SheetReport report;
  report.name = layout.sheet->name;
  report.kind = layout.kind;
  report.kindBy = layout.kindBy;
  if (layout.leftOut) {
    report.notes.push_back(
        {layout.sheet->hidden ? tr("It is hidden, and was left out.") : tr("It was left out, as you answered."), {}});
    return report;
  }
  if (layout.empty) {
    report.notes.push_back({tr("There is nothing in it."), {}});
    return report;
  }
  if (layout.columns.empty()) {
    std::string kinds;
    for (const KindId kind : layout.couldBe) kinds.append(kinds.empty() ? "" : ", ").append(kindOf(kind).name);
    Problem problem{{report.name, 0, 0, {}}, {}, {}, {}, Remedy::kind, {}, layout.couldBe};
    problem.why = kinds.empty()
                      ? Message{tr("Its columns do not tell what its rows are."), {}}
                      : Message{tr("By its columns its rows could be several things: {kinds}."), {{"kinds", kinds}}};
    problem.toDo = {tr("Say what they are, or name the sheet so, such as “Activities”."), {}};
    undertaking.report(std::move(problem));
    report.refused = rowsBelowHeads(*layout.sheet);
    return report;
  }
  if (layout.headRow > 0)
    report.notes.push_back({tr("The heads stand in row {row}; what is above them was left out."),
                            {{"row", static_cast<std::int64_t>(layout.headRow + 1)}}});
  if (!layout.kind) return report;
  SheetMapping& mapped = mapping.sheet(report.name);
  mapped.kind = layout.kind;
  for (const LaidColumn& column : layout.columns.at(*layout.kind)) {
    report.columns.push_back({column.index + 1, column.head, column.use});
    if (!column.known || (column.use.is == Is::leftOut && !column.couldBe.empty())) continue;
    const auto same = [&](const auto& other) { return other.first == column.head; };
    if (column.use.is != Is::called && std::ranges::none_of(mapped.columns, same))
      mapped.columns.emplace_back(column.head, column.use);
  }
  return report;
}

/// Reports columns that nobody understands, or that could hold several things.
void reportColumns(Undertaking& undertaking, const Layout& layout) {
  if (!layout.kind) return;
  for (const LaidColumn& column : layout.columns.at(*layout.kind)) {
    const bool open = column.use.is == Is::leftOut && !column.couldBe.empty();
    if (column.known && !open) continue;
    Problem problem{{layout.sheet->name, layout.headRow + 1, column.index + 1, column.head}, column.head, {}, {}};
    problem.why = {tr("The head of this column is not understood."), {}};
    problem.toDo = {tr("Say what it holds, or leave it out."), {}};
    problem.remedy = Remedy::column;
    problem.couldBe = column.couldBe;
    if (column.known) {
      std::string meanings;
      for (const ColumnUse& use : column.couldBe)
        if (use.is != Is::leftOut) meanings += (meanings.empty() ? "" : ", ") + textOf(use);
      problem.why = column.couldBe.size() == 2 && column.couldBe.back().is == Is::leftOut
                        ? Message{tr("Another column holds the same: {fields}."), {{"fields", meanings}}}
                        : Message{tr("This column could hold several things: {fields}."), {{"fields", meanings}}};
    }
    undertaking.report(std::move(problem));
  }
}

/// Is a text with masked names the text that was written? What stood in the place of a mask is not known any more.
bool matchesMasked(std::string_view masked, std::string_view written) {
  const std::string_view mask = sharing::maskText;
  std::size_t at = 0;
  for (bool first = true;; first = false) {
    const std::size_t end = masked.find(mask);
    const std::string_view part = masked.substr(0, end);
    if (end == std::string_view::npos) return !first && written.size() >= at + part.size() && written.ends_with(part);
    const std::size_t found = first ? (written.starts_with(part) ? 0 : std::string_view::npos) : written.find(part, at);
    if (found == std::string_view::npos) return false;
    at = found + part.size();
    masked.remove_prefix(end + mask.size());
  }
}

/// Turns rows into elements.
class RowReader {
 public:
  RowReader(Undertaking& undertaking, std::vector<SheetReport>& reports)
      : undertaking_(undertaking), reports_(reports), monthFirst_(reports.size()), told_(reports.size()) {}

  /// Must see all rows before any is read.
  void lookAt(const RowEntry& entry) {
    for (const LaidColumn& column : *entry.columns)
      if (const Field* field = fieldOf(entry, column); field && field->type == FieldType::date)
        if (const Cell& cell = entry.cell(column); cell.kind == CellKind::text && mustBeMonthFirst(cell.text))
          monthFirst_[entry.sheet].insert(column.index);
  }

  void read(RowEntry& entry, const CellReader& cells) {
    Element element = entry.before ? *entry.before : Element(entry.kind, entry.id);
    bool fine = true;
    undertaking_.spelled().clear();
    for (const LaidColumn& column : *entry.columns) {
      if (!column.known && !entry.layout->kind) fine = isEmpty(entry, column) && fine;
      if (const Field* field = fieldOf(entry, column)) fine = take(entry, column, *field, cells, element) && fine;
    }
    if (const LaidColumn* called = entry.column(Is::called)) fine = isCalledSo(entry, *called, element) && fine;
    entry.refused = !fine || !(entry.before || findByContent(entry, element)) || !isWhole(entry, element);
    if (entry.refused) return;
    entry.spellings.insert(entry.spellings.end(), undertaking_.spelled().begin(), undertaking_.spelled().end());
    entry.after = std::make_shared<const Element>(std::move(element));
  }

  /// What to say of all cells of a sheet together.
  void finish() {
    for (std::size_t i = 0; i < reports_.size(); ++i)
      if (emptied_.contains(i))
        reports_[i].notes.push_back({tr("Cells that are empty where the plan has something: {count}. The plan keeps it "
                                        "unless you ask for empty "
                                        "cells to clear."),
                                     {{"count", static_cast<std::int64_t>(emptied_[i])}}});
  }

 private:
  const Field* fieldOf(const RowEntry& entry, const LaidColumn& column) const {
    if (column.use.is != Is::field) return nullptr;
    const auto& only = undertaking_.request().only;
    if (only && std::ranges::find(only->fields, column.use.field) == only->fields.end()) return nullptr;
    return kindOf(entry.kind).find(column.use.field);
  }

  void report(const RowEntry& entry, const LaidColumn* column, const Unclear& unclear) {
    undertaking_.report(entry.place(column), column ? entry.cell(*column).text : std::string(), unclear);
  }

  bool isCalledSo(const RowEntry& entry, const LaidColumn& column, const Element& element) {
    const Cell& cell = entry.cell(column);
    if (!entry.before || isBlank(cell.text)) return true;
    if (holds(cell, entry.before->title()) || holds(cell, element.title())) return true;
    report(entry, &column,
           {{tr("This column only repeats what the element is called, and is not read."), {}},
            {tr("Change its title or name instead, and restore this cell."), {}}});
    return false;
  }

  bool isEmpty(const RowEntry& entry, const LaidColumn& column) {
    if (isBlank(entry.cell(column).text)) return true;
    report(entry, &column,
           {{tr("Elements of the kind {kind} have no such field."), {{"kind", ownWord(kindOf(entry.kind).label)}}},
            {tr("Move what stands here to another column, or empty the cell."), {}}});
    return false;
  }

  bool take(const RowEntry& entry, const LaidColumn& column, const Field& field, const CellReader& cells,
            Element& element) {
    const Cell& cell = entry.cell(column);
    const std::string& language = column.use.language;
    if (entry.foundByTitle && language.empty() && titleField(kindOf(entry.kind)) == &field) return true;
    const Value* there = element.find(field.number);
    const std::string written = !language.empty() ? std::string(translationIn(element, field, language))
                                : there           ? valueText(field, *there)
                                                  : std::string();
    if (cell.kind != CellKind::failed && holds(cell, written)) return true;
    if (cell.text.find(sharing::maskText) != std::string::npos) {
      if (matchesMasked(cell.text, written)) return true;
      report(entry, &column,
             {{tr("A name was hidden from whoever had this table, where {mask} stands."),
               {{"mask", std::string(sharing::maskText)}}},
              {tr("Write the text out, or change it in the plan itself."), {}}});
      return false;
    }
    if (isBlank(cell.text)) {
      if (undertaking_.request().emptyCells == EmptyCells::keep)
        ++emptied_[entry.sheet];
      else if (!language.empty())
        element.translate(field.number, language, {});
      else
        element.clear(field.number);
      return true;
    }
    ReadValue read = readCell(entry, column, field, cells);
    if (const auto* unclear = std::get_if<Unclear>(&read)) {
      if (!unclear->why.pattern.empty()) report(entry, &column, *unclear);
      return false;
    }
    if (language.empty())
      element.set(field.number, std::get<Value>(std::move(read)));
    else
      element.translate(field.number, language, std::get<Text>(std::get<Value>(std::move(read))));
    return true;
  }

  static std::string_view translationIn(const Element& element, const Field& field, std::string_view language) {
    for (const Translation& translation : element.extras().translations)
      if (translation.field == field.number && translation.language == language) return translation.text;
    return {};
  }

  ReadValue readCell(const RowEntry& entry, const LaidColumn& column, const Field& field, const CellReader& cells) {
    const Cell& cell = entry.cell(column);
    if (isReference(field) && cell.kind != CellKind::failed)
      return readReferences(undertaking_, entry.place(&column), trimmedCell(cell.text), field);
    if (entry.layout->asWritten && cell.kind != CellKind::failed)
      if (Value value = cells.strictly(cell, field); !std::holds_alternative<Unread>(value)) return value;
    const bool monthFirst = monthFirst_[entry.sheet].contains(column.index);
    ReadValue read = cells.read(cell, field, column, monthFirst ? DayOrder::monthFirst : DayOrder::dayFirst);
    if (field.type == FieldType::date && std::holds_alternative<Value>(read) && couldBeEither(cell.text) &&
        told_[entry.sheet].insert(column.index).second)
      reports_[entry.sheet].notes.push_back(
          {tr("In the column “{column}” the day stands before the month: “{value}” is {date}."),
           {{"column", column.head},
            {"value", trimmedCell(cell.text)},
            {"date", std::get<Date>(std::get<Value>(read))}}});
    return read;
  }

  /// A row without an id and a title stands for the one element that has the same in all fields its kind cannot be
  /// without, such as the two ends of a link; else for something new. False if it is refused.
  bool findByContent(RowEntry& entry, Element& element) {
    if (undertaking_.request().only) {
      report(entry, nullptr,
             {{tr("The plan has no such element, and a form adds nothing."), {}},
              {tr("Restore the row as it was in the form, or import it as a table of its own."), {}}});
      return false;
    }
    if (!entry.id.empty()) return true;
    const std::string content = contentOf(element);
    if (content.empty()) {
      entry.id = undertaking_.newId(kindOf(entry.kind), entry.place().sheet + std::to_string(entry.row));
      element = element.withId(entry.id);
      return true;  // what it lacks is told next
    }
    const auto& same = withSameContent(entry.kind)[content];
    if (same.size() > 1 || (!same.empty() && !undertaking_.claim(same.front()))) {
      report(entry, nullptr,
             {{same.size() > 1 ? tr("The plan has several that tie the same together: {ids}.")
                               : tr("A row before ties the same together: {ids}."),
               {{"ids", idsIn(same)}}},
              {tr("Write the id of the one that is meant in a column “id”."), {}}});
      return false;
    }
    if (same.empty()) {
      entry.id = undertaking_.newId(kindOf(entry.kind), content);
      element = element.withId(entry.id);
      contents_[entry.kind][content].push_back(entry.id);
      return true;
    }
    entry.id = same.front();
    entry.before = undertaking_.plan().share(entry.id);
    Element merged = *entry.before;
    for (const Element::Slot& slot : element.slots()) merged.set(slot.number, slot.value);
    element = std::move(merged);
    return true;
  }

  static std::string contentOf(const Element& element) {
    std::string content;
    for (const Field& field : element.definition().fields) {
      if (field.presence != Presence::required) continue;
      const Value* value = element.find(field.number);
      if (!value) return {};
      content.append(field.name).append("=").append(valueText(field, *value)).append("\n");
    }
    return content;
  }

  std::unordered_map<std::string, std::vector<ElementId>>& withSameContent(KindId kind) {
    const auto [known, isNew] = contents_.try_emplace(kind);
    if (isNew)
      for (const ElementPtr& element : undertaking_.plan().all(kind))
        known->second[contentOf(*element)].push_back(element->id());
    return known->second;
  }

  bool isWhole(const RowEntry& entry, const Element& element) {
    if (entry.before) return true;
    bool whole = true;
    for (const Field& field : kindOf(entry.kind).fields) {
      if (field.presence != Presence::required || element.has(field.number)) continue;
      whole = false;
      report(entry, entry.column(field.number),
             {{tr("The row lacks what such an element cannot be without: {field}."), {{"field", ownWord(field.label)}}},
              {tr("Fill it in, or take the row out."), {}}});
    }
    return whole;
  }

  Undertaking& undertaking_;
  std::vector<SheetReport>& reports_;
  std::vector<std::set<std::size_t>> monthFirst_;
  std::vector<std::set<std::size_t>> told_;
  std::map<std::size_t, std::size_t> emptied_;
  std::map<KindId, std::unordered_map<std::string, std::vector<ElementId>>> contents_;
};

/// Own words of the plan first: the cells of other rows may use them.
void readAll(Undertaking& undertaking, std::vector<RowEntry>& entries, RowReader& reader) {
  for (const RowEntry& entry : entries) reader.lookAt(entry);
  std::vector<Change> terms;
  for (const bool isTerm : {true, false}) {
    const CellReader cells(undertaking.words(), undertaking.request().mapping, undertaking.plan().with(terms));
    for (RowEntry& entry : entries) {
      if (entry.refused || (entry.kind == KindId::term) != isTerm) continue;
      reader.read(entry, cells);
      if (isTerm && entry.after) terms.push_back({entry.before, entry.after});
    }
  }
  reader.finish();
}

/// A row that names something new whose own row was not understood must wait with it.
void refuseWhatRestsOnRefused(Undertaking& undertaking, std::vector<RowEntry>& entries) {
  std::set<ElementId> missing;
  for (const RowEntry& entry : entries)
    if (entry.refused && !entry.before && !entry.id.empty()) missing.insert(entry.id);
  for (bool again = !missing.empty(); again;) {
    again = false;
    for (RowEntry& entry : entries) {
      if (entry.refused || !entry.after || !mentionsAny(*entry.after, missing)) continue;
      entry.refused = again = true;
      if (!entry.before) missing.insert(entry.id);
      undertaking.report(
          entry.place(), {},
          {{tr("The row names something whose own row was not understood."), {}}, {tr("Mend that row first."), {}}});
    }
  }
}

/// The spelling of a sheet stays findable beside the name that the plan has.
void addOtherName(Element& element, const std::string& name) {
  if (!element.definition().find(key::aliases.number)) return;
  const Texts* there = element.get(key::aliases);
  Texts names = there ? *there : Texts();
  const auto same = [&](const std::string& other) { return foldedTitle(other) == foldedTitle(name); };
  if (same(std::string(element.title())) || std::ranges::any_of(names, same)) return;
  names.push_back(name);
  element.set(key::aliases, std::move(names));
}

/// Adds the spellings under which the rows that are taken name others.
void addSpellings(const Undertaking& undertaking, const std::vector<RowEntry>& entries, std::vector<Change>& changes) {
  for (const RowEntry& entry : entries) {
    if (entry.refused || !entry.after) continue;
    for (const OtherSpelling& spelling : entry.spellings) {
      const auto is = [&](const Change& change) { return change.after && change.after->id() == spelling.element; };
      auto change = std::ranges::find_if(changes, is);
      const ElementPtr there = change != changes.end() ? change->after : undertaking.plan().share(spelling.element);
      if (!there) continue;
      Element named = *there;
      addOtherName(named, spelling.name);
      if (named == *there) continue;
      if (change == changes.end()) change = changes.insert(change, {there, nullptr});
      change->after = std::make_shared<const Element>(std::move(named));
    }
  }
}

std::vector<Change> changesOf(const Undertaking& undertaking, const std::vector<RowEntry>& entries,
                              std::vector<SheetReport>& reports) {
  std::vector<Change> changes;
  std::set<ElementId> named;
  for (const RowEntry& entry : entries) {
    SheetReport& report = reports[entry.sheet];
    if (entry.refused || !entry.after) {
      ++report.refused;
      continue;
    }
    for (const Element::Slot& slot : entry.after->slots())
      for (const ElementId& id : mentionsIn(slot.value)) named.insert(id);
    if (entry.before && *entry.before == *entry.after) {
      ++report.unchanged;
      continue;
    }
    ++(entry.before ? report.changed : report.added);
    changes.push_back({entry.before, entry.after});
  }
  for (const ElementPtr& made : undertaking.made())
    if (named.contains(made->id())) changes.push_back({nullptr, made});
  addSpellings(undertaking, entries, changes);
  return changes;
}

void sortProblems(std::vector<Problem>& problems, std::span<const Sheet> sheets) {
  std::map<std::string, std::size_t> order;
  for (const Sheet& sheet : sheets) order.emplace(sheet.name, order.size());
  std::ranges::stable_sort(problems, {}, [&](const Problem& problem) {
    return std::tuple(order[problem.place.sheet], problem.place.row, problem.place.column);
  });
}

}  // namespace

Mapping mappingFor(Mapping mapping, std::span<const Sheet> sheets) {
  auto& mapped = mapping.sheets;
  if (sheets.size() == 1 && mapped.size() == 1 && !mapping.forSheet(sheets.front().name)) {
    SheetMapping same = std::move(mapped.front().second);
    mapped.clear();
    mapping.sheet(sheets.front().name) = std::move(same);
  }
  return mapping;
}

Import importSheets(const Plan& plan, std::span<const Sheet> sheets, const ImportRequest& asked,
                    std::span<const language::Language> languages) {
  ImportRequest request = asked;
  request.mapping = mappingFor(std::move(request.mapping), sheets);
  Undertaking undertaking(plan, request, languages);
  Import import;
  import.mapping = request.mapping;
  std::vector<Layout> layouts;
  for (const Sheet& sheet : sheets) layouts.push_back(layOut(sheet, request, undertaking.words()));
  for (const Layout& layout : layouts) {
    import.sheets.push_back(reportOn(undertaking, layout, import.mapping));
    reportColumns(undertaking, layout);
  }
  Rows rows = rowsOf(undertaking, layouts);
  RowReader reader(undertaking, import.sheets);
  readAll(undertaking, rows.entries, reader);
  refuseWhatRestsOnRefused(undertaking, rows.entries);
  for (std::size_t i = 0; i < layouts.size(); ++i) import.sheets[i].refused += rows.refused[i];
  auto changes = changesOf(undertaking, rows.entries, import.sheets);
  for (const RowEntry& entry : rows.entries)
    if (!entry.refused && entry.after) import.taken.push_back({entry.layout->sheet->name, entry.row + 1, entry.id});

  import.problems = std::move(undertaking.problems());
  import.spellings = std::move(undertaking.spellings());
  sortProblems(import.problems, sheets);
  if (import.problems.size() > mostProblems) {
    import.moreProblems = import.problems.size() - mostProblems;
    import.problems.resize(mostProblems);
  }
  import.edit = {{tr("Import a spreadsheet"), {}}, {}, {}};
  if (import.complete() || request.otherRows == OtherRows::take) import.edit.changes = std::move(changes);
  import.plan = apply(plan, import.edit);
  return import;
}

}  // namespace trackloom::tables
