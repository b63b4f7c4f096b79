#pragma once

#include "plan/element_id.h"

#include <string>
#include <vector>

#include <wx/dataview.h>

namespace trackloom::desktop {

/// A row of a list that may have rows below it.
struct TreeRow {
  std::vector<std::string> cells;
  ElementId element;      ///< what it stands for; may be empty
  std::size_t place = 0;  ///< whatever whoever made the row knows it by
  enum class Look : std::uint8_t { plain, bold, pale } look = Look::plain;
  std::vector<TreeRow> children;
};

/// Rows of text for a native tree or list. Items are places in a list, never pointers into a plan.
class TreeRows : public wxDataViewModel {
 public:
  explicit TreeRows(unsigned columns) : columns_(columns) {}

  /// Takes other rows. Where they lie as those before and stand for the same elements, only their texts change;
  /// otherwise the control forgets what it knew.
  enum class Taken : std::uint8_t { textsOnly, anew };
  Taken set(std::vector<TreeRow> rows);
  const TreeRow* row(const wxDataViewItem& item) const;
  /// The first row that stands for an element; none if there is no such row.
  wxDataViewItem itemOf(const ElementId& id) const;
  wxDataViewItem itemAt(std::size_t node) const;
  std::size_t count() const { return nodes_.size(); }

  unsigned GetColumnCount() const override { return columns_; }
  wxString GetColumnType(unsigned) const override { return "string"; }
  void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const override;
  bool GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& look) const override;
  bool SetValue(const wxVariant&, const wxDataViewItem&, unsigned) override { return false; }
  wxDataViewItem GetParent(const wxDataViewItem& item) const override;
  bool IsContainer(const wxDataViewItem& item) const override;
  bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
  unsigned GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const override;

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  struct Node {
    TreeRow row;
    std::size_t parent = none;
    std::vector<std::size_t> children;
  };
  std::size_t add(TreeRow row, std::size_t parent);
  void tellTexts(const std::vector<Node>& before);
  static std::size_t nodeOf(const wxDataViewItem& item);

  unsigned columns_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> roots_;
};

/// How rows of what is only suggested look; always says yes.
bool makePale(wxDataViewItemAttr& look);

/// A native list of such rows with one column for each heading.
wxDataViewCtrl* makeTree(wxWindow* parent, TreeRows& rows, const std::vector<std::pair<std::string, int>>& columns,
                         const std::string& name);
/// Gives a tree other rows. wxGTK 3.2 shows a row it is asked for once more when it is idle; as that one may be gone by
/// then, it does so before.
TreeRows::Taken fillTree(wxDataViewCtrl& tree, TreeRows& rows, std::vector<TreeRow> now);

}  // namespace trackloom::desktop
