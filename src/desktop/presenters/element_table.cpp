#include "desktop/presenters/element_table.h"

#include "desktop/presenters/field_text.h"
#include "language/folding.h"
#include "plan/error.h"
#include "plan/suggestions.h"
#include "scene/text_measure.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace trackloom::desktop {
namespace {

constexpr std::size_t columnsAtFirst = 8;

/// What rows are sorted by: numbers and dates by what they are, all else as the language sorts what is read, empty
/// last.
struct SortKey {
  bool empty = true;
  double number = 0;
  std::string text;
};

SortKey sortKey(const Speech& speech, const Element& element, FieldNumber field, const std::string& cell) {
  const Value* value = element.find(field);
  SortKey key;
  key.empty = !value;
  if (!value) return key;
  if (const auto* date = std::get_if<Date>(value)) key.number = static_cast<double>(date->first().number);
  if (const auto* integer = std::get_if<Integer>(value)) key.number = static_cast<double>(*integer);
  if (const auto* number = std::get_if<Number>(value)) key.number = *number;
  if (const auto* money = std::get_if<Money>(value)) key.number = static_cast<double>(money->thousandths);
  if (const auto* choice = std::get_if<Choice>(value)) key.number = choice->term;
  key.text = speech.language().sortKey(cell);
  return key;
}

bool before(const SortKey& a, const SortKey& b) {
  if (a.number != b.number) return a.number < b.number;
  return a.text < b.text;
}

void sort(std::vector<std::pair<SortKey, TableRow>>& rows, TableView::Order order) {
  const bool up = order == TableView::Order::ascending;
  std::stable_sort(rows.begin(), rows.end(), [up](const auto& a, const auto& b) {
    if (a.first.empty || b.first.empty) return !a.first.empty && b.first.empty;
    return up ? before(a.first, b.first) : before(b.first, a.first);
  });
}

std::string withoutBreaks(std::string text) {
  for (char& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return text;
}

std::vector<std::string> cellsOf(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::vector<std::string> cells;
  std::size_t from = 0;
  for (std::size_t tab; (tab = line.find('\t', from)) != std::string::npos; from = tab + 1)
    cells.push_back(line.substr(from, tab - from));
  cells.push_back(line.substr(from));
  return cells;
}

const Field* fieldCalled(const Speech& speech, const Kind& kind, const std::string& heading) {
  const std::string wanted = language::folded(heading);
  for (const Field& field : kind.fields)
    if (language::folded(speech.word(field.label)) == wanted || language::folded(field.label) == wanted ||
        field.name == heading)
      return &field;
  return nullptr;
}

[[noreturn]] void refuse(const Message& what) {
  throw Error(ErrorKind::usage, what, {},
              {tr("Copy the table with its headings, as “Copy” in the table gives them; nothing was changed."), {}});
}

}  // namespace

std::vector<FieldNumber> firstColumns(const Kind& kind) {
  // How far an activity is and when it took place comes before what kind of activity it is.
  if (kind.id == KindId::activity)
    return {key::title.number, key::status.number, key::plannedStart.number, key::plannedFinish.number,
            key::start.number, key::finish.number, key::lead.number,         key::tracks.number};
  const auto counts = [](const Field& field) {
    return field.presence != Presence::optional || field.type == FieldType::date;
  };
  std::size_t others = 0;  // fields that may be left out beside those that count
  for (const Field& field : kind.fields) others += field.form == Form::attribute && counts(field) ? 1 : 0;
  others = columnsAtFirst - std::min(columnsAtFirst, others);
  std::vector<FieldNumber> columns;
  for (const Field& field : kind.fields) {
    if (field.form != Form::attribute || columns.size() == columnsAtFirst) continue;
    if (!counts(field) && others == 0) continue;
    if (!counts(field)) --others;
    columns.push_back(field.number);
  }
  return columns;
}

ElementTable elementTable(const OpenPlan& open, const Speech& speech, const TableView& view) {
  const Kind& kind = kindOf(view.kind);
  ElementTable table;
  for (const FieldNumber number : view.columns.empty() ? firstColumns(kind) : view.columns)
    if (const Field* field = kind.find(number)) table.columns.push_back({number, speech.word(field->label)});
  // Whatever columns were chosen, what is only suggested says so.
  const bool toldApart =
      std::ranges::any_of(table.columns, [](const Column& column) { return column.field == key::suggested.number; });
  if (!toldApart &&
      std::ranges::any_of(open.plan().all(view.kind), [](const ElementPtr& element) { return isSuggested(*element); }))
    table.columns.push_back({key::suggested.number, speech.word(kind.find(key::suggested.number)->label)});
  std::vector<std::pair<SortKey, TableRow>> rows;
  for (const ElementPtr& element : open.plan().all(view.kind)) {
    TableRow row{element->id(), {}};
    std::string all;
    for (const Column& column : table.columns) {
      const Value* value = element->find(column.field);
      row.cells.push_back(value ? scene::oneLine(speech.value(open, *kind.find(column.field), *value)) : std::string());
      all += row.cells.back() + ' ';
    }
    if (!view.filter.empty() && !language::matches(view.filter, all)) continue;
    SortKey key;
    if (view.sortColumn < table.columns.size())
      key = sortKey(speech, *element, table.columns[view.sortColumn].field, row.cells[view.sortColumn]);
    rows.emplace_back(std::move(key), std::move(row));
  }
  sort(rows, view.order);
  for (auto& [key, row] : rows) table.rows.push_back(std::move(row));
  return table;
}

std::string tabSeparated(const ElementTable& table, const std::vector<ElementId>& rows) {
  std::string text;
  const auto add = [&](const auto& cells, const auto& textOf) {
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i ? "\t" : "") + withoutBreaks(textOf(cells[i]));
    text += '\n';
  };
  add(table.columns, [](const Column& column) { return column.heading; });
  for (const TableRow& row : table.rows)
    if (rows.empty() || std::find(rows.begin(), rows.end(), row.element) != rows.end())
      add(row.cells, [](const std::string& cell) { return cell; });
  return text;
}

Edit pastedRows(const OpenPlan& open, const Speech& speech, KindId kindId, const std::string& text) {
  const Kind& kind = kindOf(kindId);
  std::istringstream lines(text);
  std::string line;
  if (!std::getline(lines, line)) refuse({tr("There is nothing to paste."), {}});
  std::vector<const Field*> columns;
  for (const std::string& heading : cellsOf(line)) {
    columns.push_back(fieldCalled(speech, kind, heading));
    if (!columns.back()) refuse({tr("“{heading}” is no column of this table."), {{"heading", heading}}});
  }
  std::map<std::string, ElementId> called;
  for (const ElementPtr& element : open.plan().all(kindId)) called.emplace(element->title(), element->id());
  const FieldNumber nameField = kind.find(key::title.number) ? key::title.number : key::name.number;
  Plan plan = open.plan();
  for (std::int64_t number = 2; std::getline(lines, line); ++number) {
    const std::vector<std::string> cells = cellsOf(line);
    if (std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); })) continue;
    if (cells.size() > columns.size())
      refuse({tr("Line {line} has more cells than there are headings."), {{"line", number}}});
    std::string name;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (columns[i]->number == nameField) name = cells[i];
    const auto there = called.find(name);
    Element element = there != called.end() && !name.empty()
                          ? *plan.find(there->second)
                          : Element(kindId, derivedId(plan, std::string(kind.name) + '\n' + line));
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (const auto value = typedValue(open, speech, kind, *columns[i], cells[i]))
        element.set(columns[i]->number, *value);
    plan = plan.with(std::move(element));
  }
  Edit edit{{tr("Paste {count} {count|row|rows}"), {}}, diff(open.plan(), plan), {}};
  edit.label.places = {{"count", static_cast<std::int64_t>(edit.changes.size())}};
  return edit;
}

}  // namespace trackloom::desktop
