#pragma once

#include "desktop/presenters/element_table.h"
#include "desktop/workplace.h"

#include <map>

#include <wx/dataview.h>
#include <wx/panel.h>

class wxButton;
class wxChoice;
class wxTextCtrl;

namespace trackloom::desktop {

class TableRows;

/// Every kind as a table to sort, filter and edit.
class TablePane : public wxPanel {
 public:
  TablePane(wxWindow* parent, Workplace& place);
  void follow(const Changes& changes);
  /// Its tab was chosen: it catches up with the plan.
  void comeUp();
  void showKind(KindId kind);
  /// Adds an element of the kind that is shown.
  void addRow();
  /// Copies the chosen rows, or all of them, as spreadsheets take them.
  std::string copied() const;
  Edit pasted(const std::string& text) const;
  wxDataViewCtrl& list() { return *list_; }
  KindId kind() const { return view_.kind; }

 private:
  void fill();
  int widthOf(std::size_t column) const;
  void makeColumns();
  void chooseColumns();
  void showSelection();
  std::vector<ElementId> chosen() const;

  Workplace& place_;
  TableView view_;
  std::map<KindId, std::vector<FieldNumber>> columns_;  ///< chosen by the user
  ElementTable table_;
  std::vector<KindId> kinds_;
  wxChoice* kind_;
  wxTextCtrl* filter_;
  wxObjectDataPtr<TableRows> rows_;
  wxDataViewCtrl* list_;
  bool selecting_ = false;
};

}  // namespace trackloom::desktop
