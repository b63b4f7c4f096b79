#pragma once

#include "desktop/answers_pane.h"
#include "desktop/changes_pane.h"
#include "desktop/drawing_pane.h"
#include "desktop/findings_pane.h"
#include "desktop/history_pane.h"
#include "desktop/inspector_pane.h"
#include "desktop/outline_pane.h"
#include "desktop/papers_pane.h"
#include "desktop/settings.h"
#include "desktop/steps_pane.h"
#include "desktop/suggestion_bar.h"
#include "desktop/table_pane.h"
#include "desktop/timeline_pane.h"

#include <wx/panel.h>

class wxButton;
class wxNotebook;
class wxSplitterWindow;
class wxStaticText;
class wxTextCtrl;

namespace trackloom::desktop {

class EdgeSplitter;
struct EdgePane;

/// The panes of an open plan, side by side.
class WorkPage : public wxPanel {
 public:
  WorkPage(wxWindow* parent, Workplace& place, Settings& settings, const Installation& installation);

  void follow(const Changes& changes);
  void reveal(const ElementId& id);
  enum class Tab : std::uint8_t { timeline, people, links, table, papers };
  void show(Tab tab);
  /// What of the plan is looked at, and how: for panes that are made anew.
  struct View {
    Tab tab = Tab::timeline;
    bool belowIsOpen = false;
    int below = 0;  ///< the chosen tab of those below
    bool outline = true;
    KindId kind{};  ///< of the table
    std::string paper;
    double stretch = 1;  ///< of the timeline
    std::optional<Asked> asked;
    ChangesPane::Since since;
  };
  View view() const;
  void show(const View& view);
  Tab tab() const;
  void showFindings(bool open);
  bool findingsAreOpen() const;
  /// Opens what changed, below the views.
  void showChanges();
  /// Opens what was asked, below the views.
  void showAnswers();
  void toggleSteps();
  void toggleOutline();
  void zoom(double factor);
  void fit();
  /// Gives the keyboard to the next pane (1) or the one before (-1), round and round: the bar above the views, the
  /// outline, the view, the fields, what is open below.
  void goToPane(int step);
  void goToQuickLine();
  void goToAsOf();

  TimelinePane& timeline() { return *timeline_; }
  wxTextCtrl& quickLine() { return *quickLine_; }
  /// Is anything but the timeline still to follow what was done last?
  bool isBehind() const { return isBehind_; }
  /// Is a paper or a report being made that is not written yet?
  bool isWriting() const { return papers_->isMaking() || changes_->isWriting(); }
  // The others follow what was done last before anybody asks for them.
  DrawingPane& people() { return upToDate(*people_); }
  DrawingPane& links() { return upToDate(*links_); }
  TablePane& table() { return upToDate(*table_); }
  PapersPane& papers() { return upToDate(*papers_); }
  InspectorPane& inspector() { return upToDate(*inspector_); }
  FindingsPane& findings() { return upToDate(*findings_); }
  OutlinePane& outline() { return upToDate(*outline_); }
  ChangesPane& changes() { return upToDate(*changes_); }
  HistoryPane& history() { return upToDate(*history_); }
  AnswersPane& answers() { return upToDate(*answers_); }
  StepsPane& steps() { return upToDate(*steps_); }
  wxTextCtrl& asOf() { return upToDate(*asOf_); }

 private:
  wxPanel* makeBar(wxWindow* parent);
  void addQuickLine();
  void makeTabs(wxWindow* parent);
  void lookAsOf(Day day);
  void readAsOf();
  void updateBar();
  void leadTo(const StepItem& item);
  int sizeOf(const EdgePane& pane) const;
  void keepSizes();
  template <class Pane>
  Pane& upToDate(Pane& pane) {
    followUp();
    return pane;
  }
  void followUp();
  void catchUp();
  void catchUpBelow();

  Workplace& place_;
  Settings& settings_;
  const Installation& installation_;
  EdgeSplitter* upper_;     // everything above the findings
  wxSplitterWindow* left_;  // the outline beside the rest
  EdgeSplitter* right_;     // the tabs beside the inspector
  OutlinePane* outline_;
  wxNotebook* tabs_;
  TimelinePane* timeline_;
  DrawingPane* people_;
  DrawingPane* links_;
  TablePane* table_;
  PapersPane* papers_;
  InspectorPane* inspector_;
  wxNotebook* below_;
  FindingsPane* findings_;
  ChangesPane* changes_;
  HistoryPane* history_;
  AnswersPane* answers_;
  StepsPane* steps_;
  SuggestionBar* suggestions_;
  wxTextCtrl* asOf_ = nullptr;
  wxTextCtrl* quickLine_ = nullptr;
  wxButton* strip_ = nullptr;
  wxStaticText* audience_ = nullptr;
  Changes behind_;  ///< what only the timeline has followed yet
  bool isBehind_ = false;
  bool isPulled_ = false;  ///< somebody pulls the edge of a pane
};

}  // namespace trackloom::desktop
