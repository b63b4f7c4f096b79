#pragma once

#include "desktop/presenters/inspector.h"
#include "desktop/workplace.h"

#include <wx/scrolwin.h>
#include <wx/timer.h>

class wxBoxSizer;
class wxCollapsiblePane;
class wxFlexGridSizer;
class wxListBox;
class wxStaticText;
class wxTextEntry;

namespace trackloom::desktop {

/// The fields of what is chosen, built from the table of kinds.
class InspectorPane : public wxScrolledWindow {
 public:
  InspectorPane(wxWindow* parent, Workplace& place);
  void follow(const Changes& changes);
  /// Moves the keyboard to the first field, its text chosen.
  void edit();
  /// Moves the keyboard to a field, unfolding what it stands in; nothing if it is not shown.
  void edit(FieldNumber field);
  /// Takes over what stands in the field that has the keyboard.
  void commit();
  /// The control of a field; null if it is not shown.
  wxWindow* controlOf(FieldNumber field) const;

 private:
  struct Row {
    InspectorField field;
    wxWindow* control = nullptr;
    wxTextEntry* entry = nullptr;
    wxStaticText* problem = nullptr;
  };

  void build();
  void refill();
  void refillLists();
  void addSuggestion(wxBoxSizer* rows);
  void addFields(wxWindow* parent, wxFlexGridSizer* grid, const std::vector<InspectorField>& fields);
  void addControl(wxWindow* parent, wxFlexGridSizer* grid, Row& row);
  void addLinks(wxBoxSizer* rows);
  void addFindings(wxBoxSizer* rows);
  std::vector<Candidate> candidatesOf(const InspectorField& field) const;
  void commit(std::size_t row);
  void chooseSeveral(std::size_t row);
  void show(Row& row);
  void layOut();
  void unfolded();

  Workplace& place_;
  Inspected shown_;
  std::vector<Row> rows_;
  wxStaticText* title_ = nullptr;
  wxStaticText* note_ = nullptr;
  wxListBox* links_ = nullptr;
  wxCollapsiblePane* more_ = nullptr;
  std::vector<wxStaticText*> findings_;
  wxTimer pause_;  ///< in writing a long text
  bool filling_ = false;
  bool moreOpen_ = false;
};

}  // namespace trackloom::desktop
