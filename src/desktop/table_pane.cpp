#include "desktop/table_pane.h"

#include "desktop/presenters/field_text.h"
#include "desktop/text.h"
#include "desktop/tree_rows.h"
#include "plan/suggestions.h"

#include <algorithm>
#include <set>

#include <wx/app.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace trackloom::desktop {

/// The rows of the table as they stand; a cell that is edited becomes an edit of the plan.
class TableRows : public wxDataViewVirtualListModel {
 public:
  TableRows(Workplace& place, const ElementTable& table) : place_(place), table_(table) {}

  unsigned GetColumnCount() const override { return static_cast<unsigned>(table_.columns.size()); }
  wxString GetColumnType(unsigned) const override { return "string"; }
  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    const bool there = row < table_.rows.size() && column < table_.columns.size();
    value = there ? shown(table_.rows[row].cells[column]) : wxString();
  }
  bool GetAttrByRow(unsigned row, unsigned, wxDataViewItemAttr& look) const override {
    const Element* element = row < table_.rows.size() ? place_.open().plan().find(table_.rows[row].element) : nullptr;
    return element && isSuggested(*element) && makePale(look);
  }
  bool SetValueByRow(const wxVariant& value, unsigned row, unsigned column) override {
    if (row >= table_.rows.size() || column >= table_.columns.size()) return false;
    const std::string text = typed(value.GetString());
    if (text == table_.rows[row].cells[column]) return false;
    const ElementId ids[] = {table_.rows[row].element};
    Edit edit = setTyped(place_.open(), place_.speech(), ids, {table_.columns[column].field, text});
    wxTheApp->CallAfter([&place = place_, edit = std::move(edit)] { place.perform(edit); });
    return false;  // the plan says what stands there
  }

 private:
  Workplace& place_;
  const ElementTable& table_;
};

TablePane::TablePane(wxWindow* parent, Workplace& place)
    : wxPanel(parent),
      place_(place),
      kind_(new wxChoice(this, wxID_ANY)),
      filter_(new wxTextCtrl(this, wxID_ANY)),
      rows_(new TableRows(place, table_)),
      list_(new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_MULTIPLE | wxDV_ROW_LINES)) {
  for (const Kind& kind : kinds())
    if (kind.id != KindId::plan) {
      kinds_.push_back(kind.id);
      kind_->Append(shown(place.word(kind.pluralLabel)));
    }
  kind_->SetSelection(static_cast<int>(std::find(kinds_.begin(), kinds_.end(), view_.kind) - kinds_.begin()));
  nameFor(*kind_, place.word(tr("What the table shows")));
  filter_->SetHint(shown(place.word(tr("Filter"))));
  nameFor(*filter_, place.word(tr("Filter the table")));
  nameFor(*list_, place.word(tr("Table")));
  keepTextWhole(*filter_, FromDIP(100));
  auto* add = new wxButton(this, wxID_ANY, shown(place.word(tr("Add"))));
  auto* columns = new wxButton(this, wxID_ANY, shown(place.word(tr("Columns …"))));
  const auto flags = wxSizerFlags().Border(wxALL, FromDIP(4));
  auto* top = new wxBoxSizer(wxHORIZONTAL);
  auto* below = new wxBoxSizer(wxHORIZONTAL);
  top->Add(kind_, flags);
  top->Add(filter_, wxSizerFlags(flags).Proportion(1));
  for (wxWindow* button : {add, columns}) top->Add(button, flags);
  Bind(wxEVT_SIZE, [this, top, below, add, columns, flags](wxSizeEvent& event) {
    // Large text leaves no room for the filter beside the buttons.
    const bool two = textScale(*this) > 1.2 && top->CalcMin().x + below->CalcMin().x > event.GetSize().x;
    for (wxWindow* button : {add, columns})
      if ((two ? top : below)->Detach(button)) (two ? below : top)->Add(button, flags);
    event.Skip();
  });
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(top, wxSizerFlags().Expand());
  rows->Add(below);
  rows->Add(list_, wxSizerFlags(1).Expand());
  SetSizer(rows);
  kind_->Bind(wxEVT_CHOICE,
              [this](wxCommandEvent&) { showKind(kinds_[static_cast<std::size_t>(kind_->GetSelection())]); });
  filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
  add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addRow(); });
  columns->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { chooseColumns(); });
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (!selecting_) place_.open().select(chosen());
  });
  list_->Bind(wxEVT_DATAVIEW_COLUMN_HEADER_CLICK, [this](wxDataViewEvent& event) {
    const auto column = static_cast<std::size_t>(std::max(0, event.GetColumn()));
    view_.order = view_.sortColumn == column && view_.order == TableView::Order::ascending
                      ? TableView::Order::descending
                      : TableView::Order::ascending;
    view_.sortColumn = column;
    fill();
  });
  list_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { place_.showMenu(); });
  table_ = elementTable(place_.open(), place_.speech(), view_);
  makeColumns();
  list_->AssociateModel(rows_.get());
}

/// Names have much room, dates what the longest of a year takes with its year, or the longest that stands there.
int TablePane::widthOf(std::size_t column) const {
  constexpr int ofName = 24;
  constexpr int ofChoice = 11;
  constexpr int usual = 15;
  const Field* field = kindOf(view_.kind).find(table_.columns[column].field);
  if (column == 0) return GetCharWidth() * ofName;
  if (!field || field->type != FieldType::date)
    return GetCharWidth() * (field && field->number == key::status.number ? ofChoice : usual);
  int widest = 0;
  const auto fits = [&](const std::string& text) { widest = std::max(widest, GetTextExtent(shown(text)).x); };
  constexpr int lateInMonth = 28;
  for (int month = 1; month <= 12; ++month) fits(place_.speech().date(dayOf({2028, month, lateInMonth})));
  std::set<std::string> longest;  // as many letters as the longest has: to measure each of thousands takes long
  std::size_t letters = 0;
  for (const TableRow& row : table_.rows) {
    const std::string& cell = row.cells[column];
    if (cell.size() > letters) longest.clear();
    letters = std::max(letters, cell.size());
    if (cell.size() == letters) longest.insert(cell);
  }
  for (const std::string& text : longest) fits(text);
  return widest + FromDIP(14);
}

void TablePane::makeColumns() {
  list_->ClearColumns();
  for (unsigned i = 0; i < table_.columns.size(); ++i)
    list_->AppendColumn(new wxDataViewColumn(
        shown(table_.columns[i].heading), new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_EDITABLE), i, widthOf(i),
        wxALIGN_NOT, wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_REORDERABLE));
  // What has no room is cut at its end, also from right to left.
  for (unsigned i = 0; i < table_.columns.size(); ++i)
    list_->GetColumn(i)->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
}

void TablePane::showKind(KindId kind) {
  view_.kind = kind;
  view_.columns = columns_[kind];
  view_.sortColumn = 0;
  view_.order = TableView::Order::ascending;
  kind_->SetSelection(static_cast<int>(std::find(kinds_.begin(), kinds_.end(), kind) - kinds_.begin()));
  table_ = elementTable(place_.open(), place_.speech(), view_);
  makeColumns();
  fill();
}

void TablePane::fill() {
  view_.filter = typed(filter_->GetValue());
  table_ = elementTable(place_.open(), place_.speech(), view_);
  if (list_->GetColumnCount() != table_.columns.size()) makeColumns();
  selecting_ = true;
  rows_->Reset(static_cast<unsigned>(table_.rows.size()));
  selecting_ = false;
  showSelection();
}

void TablePane::comeUp() { fill(); }

void TablePane::follow(const Changes& changes) {
  if (!IsShownOnScreen()) return;
  if (changes.plan) fill();
  if (changes.selection) showSelection();
}

std::vector<ElementId> TablePane::chosen() const {
  wxDataViewItemArray items;
  list_->GetSelections(items);
  std::vector<ElementId> ids;
  for (const wxDataViewItem& item : items)
    if (const unsigned row = rows_->GetRow(item); row < table_.rows.size()) ids.push_back(table_.rows[row].element);
  return ids;
}

void TablePane::showSelection() {
  if (chosen() == place_.open().selection()) return;
  selecting_ = true;
  list_->UnselectAll();
  for (unsigned row = 0; row < table_.rows.size(); ++row)
    if (place_.open().isSelected(table_.rows[row].element)) {
      list_->Select(rows_->GetItem(row));
      list_->EnsureVisible(rows_->GetItem(row));
    }
  selecting_ = false;
}

void TablePane::chooseColumns() {
  const Kind& kind = kindOf(view_.kind);
  std::vector<std::string> names;
  std::vector<std::size_t> ticked;
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    names.push_back(place_.word(kind.fields[i].label));
    for (const Column& column : table_.columns)
      if (column.field == kind.fields[i].number) ticked.push_back(i);
  }
  const auto chosen = place_.prompts().tick(place_.word(tr("Which columns should the table have?")), names, ticked);
  if (!chosen || chosen->empty()) return;
  std::vector<FieldNumber> columns;
  for (const std::size_t i : *chosen) columns.push_back(kind.fields[i].number);
  columns_[view_.kind] = std::move(columns);
  showKind(view_.kind);
}

void TablePane::addRow() {
  const ElementId id = place_.newId();
  Element element(view_.kind, id);
  const Kind& kind = element.definition();
  for (const FieldNumber name : {key::title.number, key::name.number})
    if (const Field* field = kind.find(name); field && field->type == FieldType::text)
      element.set(name, Value(Text(place_.speech().say({tr("New: {kind}"), {{"kind", place_.word(kind.label)}}}))));
  place_.perform(addElement(place_.open().plan(), std::move(element)));
  place_.open().select({id});
  place_.editFields();
}

std::string TablePane::copied() const { return tabSeparated(table_, place_.open().selection()); }

Edit TablePane::pasted(const std::string& text) const {
  return pastedRows(place_.open(), place_.speech(), view_.kind, text);
}

}  // namespace trackloom::desktop
