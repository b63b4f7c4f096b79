#pragma once

#include "desktop/errand.h"
#include "desktop/presenters/travel.h"
#include "desktop/tree_rows.h"
#include "desktop/workplace.h"
#include "installation/installation.h"

#include <wx/panel.h>

class wxButton;
class wxChoice;

namespace trackloom::desktop {

/// What changed since the plan was opened, since it was saved, or against another file, in sentences by tracks, and
/// what the checks say otherwise now.
class ChangesPane : public wxPanel {
 public:
  ChangesPane(wxWindow* parent, Workplace& place, const Installation& installation);
  void follow(const Changes& changes);
  void comeUp() { fill(); }
  /// The plan was saved: from here on changes count anew.
  void saved();
  wxDataViewCtrl& tree() { return *tree_; }
  const std::vector<sharing::ToldPart>& groups() const { return groups_; }
  /// What changes are counted from.
  struct Since {
    Plan opened;
    Plan saved;
    std::optional<Plan> other;
    int chosen = 0;
  };
  Since since() const;
  void countSince(Since since);
  /// Writes what changed as a document for readers who are asked for.
  void writeReport();
  bool isWriting() const { return writing_.isBusy(); }
  /// Are the checks still looking at the earlier version?
  bool isJudging() const { return judging_.isBusy(); }

 private:
  const Plan& before() const;
  void fill();
  void judge();
  void choose();

  Workplace& place_;
  const Installation& installation_;
  Since counted_;
  std::optional<EarlierVersion> judged_;  // the version that changes were last counted from
  std::vector<sharing::ToldPart> groups_;
  wxChoice* since_;
  wxObjectDataPtr<TreeRows> rows_;
  wxDataViewCtrl* tree_;
  Errand writing_;
  Errand judging_;
};

}  // namespace trackloom::desktop
