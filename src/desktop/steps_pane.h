#pragma once

#include "desktop/presenters/steps.h"
#include "desktop/workplace.h"

#include <functional>

#include <wx/panel.h>

class wxChoice;
class wxListBox;
class wxStaticText;

namespace trackloom::desktop {

/// A strip that leads through the steps of planning: one step at a time, what is done, what is missing.
class StepsPane : public wxPanel {
 public:
  StepsPane(wxWindow* parent, Workplace& place, std::function<void(const StepItem&)> go);
  void follow(const Changes& changes);
  wxChoice& step() { return *step_; }
  wxListBox& items() { return *items_; }
  /// To where the chosen thing can be added.
  void goToChosen();

 private:
  void fill();
  void wrap();

  Workplace& place_;
  std::function<void(const StepItem&)> go_;
  std::vector<Step> steps_;
  wxChoice* step_;
  wxStaticText* question_;
  wxListBox* items_;
};

}  // namespace trackloom::desktop
