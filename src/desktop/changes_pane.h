#pragma once

#include "desktop/presenters/travel.h"
#include "desktop/tree_rows.h"
#include "desktop/workplace.h"

#include <wx/panel.h>

class wxChoice;

namespace trackloom::desktop {

/// What changed since the plan was opened, since it was saved, or against another file, in sentences by tracks.
class ChangesPane : public wxPanel {
 public:
  ChangesPane(wxWindow* parent, Workplace& place);
  void follow(const Changes& changes);
  void comeUp() { fill(); }
  /// The plan was saved: from here on changes count anew.
  void saved();
  const std::vector<ToldGroup>& groups() const { return groups_; }

 private:
  void fill();
  void choose();

  Workplace& place_;
  Plan opened_;
  Plan saved_;
  std::optional<Plan> other_;
  std::vector<ToldGroup> groups_;
  wxChoice* since_;
  wxObjectDataPtr<TreeRows> rows_;
  wxDataViewCtrl* tree_;
};

}  // namespace trackloom::desktop
