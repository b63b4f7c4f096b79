#include "desktop/outline_pane.h"

#include "desktop/text.h"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace trackloom::desktop {
namespace {

TreeRow rowOf(const OutlineNode& node, const Speech& speech) {
  TreeRow row;
  row.cells = {node.note.empty() ? node.text : speech.beside(node.text, node.note)};
  if (node.suggested && node.children.empty())
    row.cells = {speech.beside(node.note, node.text)};  // where it is not cut off
  row.element = node.element;
  row.look = node.suggested ? TreeRow::Look::pale : node.children.empty() ? TreeRow::Look::plain : TreeRow::Look::bold;
  for (const OutlineNode& child : node.children) row.children.push_back(rowOf(child, speech));
  return row;
}

}  // namespace

OutlinePane::OutlinePane(wxWindow* parent, Workplace& place)
    : wxPanel(parent),
      place_(place),
      order_(new wxChoice(this, wxID_ANY)),
      filter_(new wxTextCtrl(this, wxID_ANY)),
      rows_(new TreeRows(1)),
      tree_(makeTree(this, *rows_, {{{}, 220}}, place.word(tr("Outline")))) {
  for (const char* text : {tr("By track"), tr("By actor"), tr("By issue")}) order_->Append(shown(place.word(text)));
  order_->SetSelection(0);
  nameFor(*order_, place.word(tr("Order of the outline")));
  filter_->SetHint(shown(place.word(tr("Filter"))));
  nameFor(*filter_, place.word(tr("Filter the outline")));
  keepTextWhole(*filter_, -1);
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(order_, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
  rows->Add(filter_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(4)));
  rows->Add(tree_, wxSizerFlags(1).Expand());
  SetSizer(rows);
  order_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill(); });
  filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
  tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const TreeRow* row = rows_->row(tree_->GetSelection());
    if (selecting_ || !row || row->element.empty()) return;
    place_.open().select({row->element});
  });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { place_.editFields(); });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { place_.showMenu(); });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_COLLAPSED, [this](wxDataViewEvent& event) {
    if (const TreeRow* row = rows_->row(event.GetItem())) closed_.insert(row->element.str());
  });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_EXPANDED, [this](wxDataViewEvent& event) {
    if (const TreeRow* row = rows_->row(event.GetItem())) closed_.erase(row->element.str());
  });
}

void OutlinePane::follow(const Changes& changes) {
  if (changes.plan)
    fill();
  else if (changes.selection)
    showSelection();
}

void OutlinePane::fill() {
  const auto nodes = outline(place_.open(), place_.speech(), static_cast<OutlineOrder>(order_->GetSelection()),
                             typed(filter_->GetValue()));
  std::vector<TreeRow> rows;
  for (const OutlineNode& node : nodes) rows.push_back(rowOf(node, place_.speech()));
  if (rows.empty()) rows.push_back({{place_.word(whyEmpty())}, {}, 0, TreeRow::Look::pale, {}});
  const std::set<std::string> closed = closed_;
  selecting_ = true;
  wxDataViewItemArray groups;
  if (fillTree(*tree_, *rows_, std::move(rows)) == TreeRows::Taken::anew) rows_->GetChildren({}, groups);
  for (const wxDataViewItem& group : groups)
    if (const TreeRow* row = rows_->row(group);
        row && rows_->IsContainer(group) && !closed.contains(row->element.str()))
      tree_->Expand(group);
  closed_ = closed;
  selecting_ = false;
  showSelection();
}

const char* OutlinePane::whyEmpty() const {
  return filter_->IsEmpty() ? tr("There is nothing in this plan yet.")
                            : tr("Nothing here has the words of the filter.");
}

void OutlinePane::showSelection() {
  const auto& selection = place_.open().selection();
  const TreeRow* now = rows_->row(tree_->GetSelection());
  if (selection.size() == 1 && now && now->element == selection.front()) return;
  const wxDataViewItem item = selection.size() == 1 ? rows_->itemOf(selection.front()) : wxDataViewItem();
  selecting_ = true;
  tree_->UnselectAll();
  if (item.IsOk()) {
    tree_->EnsureVisible(item);
    tree_->Select(item);
  }
  selecting_ = false;
}

}  // namespace trackloom::desktop
