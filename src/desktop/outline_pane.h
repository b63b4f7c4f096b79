#pragma once

#include "desktop/presenters/outline.h"
#include "desktop/tree_rows.h"
#include "desktop/workplace.h"

#include <set>

#include <wx/panel.h>

class wxChoice;
class wxTextCtrl;

namespace trackloom::desktop {

/// The plan as a tree, by track, by actor or by issue, with a filter.
class OutlinePane : public wxPanel {
 public:
  OutlinePane(wxWindow* parent, Workplace& place);
  void follow(const Changes& changes);
  wxDataViewCtrl& tree() { return *tree_; }
  wxTextCtrl& filter() { return *filter_; }

 private:
  void fill();
  const char* whyEmpty() const;
  void showSelection();

  Workplace& place_;
  wxChoice* order_;
  wxTextCtrl* filter_;
  wxObjectDataPtr<TreeRows> rows_;
  wxDataViewCtrl* tree_;
  std::set<std::string> closed_;  ///< groups the user has closed
  bool selecting_ = false;
};

}  // namespace trackloom::desktop
