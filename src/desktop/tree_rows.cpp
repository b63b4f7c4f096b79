#include "desktop/tree_rows.h"

#include "desktop/text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <wx/settings.h>

namespace trackloom::desktop {

std::size_t TreeRows::add(TreeRow row, std::size_t parent) {
  const std::size_t node = nodes_.size();
  std::vector<TreeRow> below = std::move(row.children);
  nodes_.push_back({std::move(row), parent, {}});
  for (TreeRow& child : below) {
    const std::size_t made = add(std::move(child), node);
    nodes_[node].children.push_back(made);
  }
  return node;
}

TreeRows::Taken TreeRows::set(std::vector<TreeRow> rows) {
  const std::vector<Node> before = std::exchange(nodes_, {});
  roots_.clear();
  for (TreeRow& row : rows) roots_.push_back(add(std::move(row), none));
  const bool alike = std::ranges::equal(before, nodes_, [](const Node& a, const Node& b) {
    return a.parent == b.parent && a.row.element == b.row.element && a.children.size() == b.children.size();
  });
  if (alike)
    tellTexts(before);
  else
    Cleared();
  return alike ? Taken::textsOnly : Taken::anew;
}

void TreeRows::tellTexts(const std::vector<Node>& before) {
  wxDataViewItemArray changed;
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i].row.cells != before[i].row.cells || nodes_[i].row.look != before[i].row.look) changed.Add(itemAt(i));
  if (!changed.empty()) ItemsChanged(changed);
}

std::size_t TreeRows::nodeOf(const wxDataViewItem& item) { return reinterpret_cast<std::uintptr_t>(item.GetID()) - 1; }

wxDataViewItem TreeRows::itemAt(std::size_t node) const { return wxDataViewItem(reinterpret_cast<void*>(node + 1)); }

const TreeRow* TreeRows::row(const wxDataViewItem& item) const {
  if (!item.IsOk() || nodeOf(item) >= nodes_.size()) return nullptr;
  return &nodes_[nodeOf(item)].row;
}

wxDataViewItem TreeRows::itemOf(const ElementId& id) const {
  if (!id.empty())
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (nodes_[i].row.element == id) return itemAt(i);
  return {};
}

void TreeRows::GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const {
  const TreeRow* found = row(item);
  value = found && column < found->cells.size() ? shown(found->cells[column]) : wxString();
}

bool TreeRows::GetAttr(const wxDataViewItem& item, unsigned, wxDataViewItemAttr& look) const {
  const TreeRow* found = row(item);
  if (!found || found->look == TreeRow::Look::plain) return false;
  if (found->look == TreeRow::Look::pale) return makePale(look);
  look.SetBold(true);
  return true;
}

bool makePale(wxDataViewItemAttr& look) {
  look.SetItalic(true);
  look.SetColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  return true;
}

wxDataViewItem TreeRows::GetParent(const wxDataViewItem& item) const {
  if (!item.IsOk() || nodeOf(item) >= nodes_.size()) return {};
  const std::size_t parent = nodes_[nodeOf(item)].parent;
  return parent == none ? wxDataViewItem() : itemAt(parent);
}

bool TreeRows::IsContainer(const wxDataViewItem& item) const {
  return !item.IsOk() || (nodeOf(item) < nodes_.size() && !nodes_[nodeOf(item)].children.empty());
}

unsigned TreeRows::GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const {
  const std::vector<std::size_t>* below = &roots_;
  if (item.IsOk()) {
    if (nodeOf(item) >= nodes_.size()) return 0;
    below = &nodes_[nodeOf(item)].children;
  }
  for (const std::size_t node : *below) children.Add(itemAt(node));
  return static_cast<unsigned>(below->size());
}

wxDataViewCtrl* makeTree(wxWindow* parent, TreeRows& rows, const std::vector<std::pair<std::string, int>>& columns,
                         const std::string& name) {
  auto* tree = new wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                  wxDV_ROW_LINES | (columns.size() == 1 ? wxDV_NO_HEADER : 0));
  tree->AssociateModel(&rows);
  // Words of the first column are whole in large text, too; the others share what room is left.
  const double wider = std::clamp(textScale(*parent), 1.0, 1.4);
  for (unsigned i = 0; i < columns.size(); ++i)
    tree->AppendTextColumn(
        shown(columns[i].first), i, wxDATAVIEW_CELL_INERT,
        columns.size() == 1 ? wxCOL_WIDTH_AUTOSIZE : parent->FromDIP(static_cast<int>(columns[i].second * wider)),
        wxALIGN_NOT, wxDATAVIEW_COL_RESIZABLE);
  // What has no room is cut at its end, also from right to left; a single column scrolls.
  for (unsigned i = 0; columns.size() > 1 && i < columns.size(); ++i)
    tree->GetColumn(i)->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
  nameFor(*tree, name);
  return tree;
}

TreeRows::Taken fillTree(wxDataViewCtrl& tree, TreeRows& rows, std::vector<TreeRow> now) {
  tree.OnInternalIdle();
  return rows.set(std::move(now));
}

}  // namespace trackloom::desktop
