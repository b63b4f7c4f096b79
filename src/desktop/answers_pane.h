#pragma once

#include "desktop/background.h"
#include "desktop/presenters/answers.h"
#include "desktop/tree_rows.h"
#include "desktop/workplace.h"
#include "installation/installation.h"

#include <wx/panel.h>

class wxButton;
class wxChoice;
class wxSimplebook;
class wxTextCtrl;

namespace trackloom::desktop {

/// What was asked of the plan, and the answer, which follows the plan.
class AnswersPane : public wxPanel {
 public:
  AnswersPane(wxWindow* parent, Workplace& place, const Installation& installation);
  void follow(const Changes& changes);
  void comeUp();
  /// Asks a question about what is chosen; what it needs beyond that is asked first.
  void ask(QuestionId id);
  /// Lets the user choose a question from the list.
  void askAnything();
  void again();
  void copy() const;

  /// Whether nothing is being worked out.
  bool isSettled() const { return awaited_ == 0; }
  const ShownAnswer& answer() const { return answer_; }
  wxDataViewCtrl& tree() { return *tree_; }
  wxTextCtrl& told() { return *told_; }
  wxChoice& choice() { return *choice_; }
  wxButton& firstButton() { return *first_; }
  wxButton& permission() { return *permission_; }

  const std::optional<Asked>& asked() const { return asked_; }
  /// Asks what was asked before; rules of a team are not asked again by this.
  void askAgain(Asked asked);

  /// Called when a plugin was allowed or is no longer allowed.
  std::function<void()> onPlugins;
  /// The rule that is looked at in the findings; empty if none is.
  std::function<std::string()> ruleAtHand;

 private:
  wxPanel* makeEmpty();
  wxPanel* makeAnswer();
  std::optional<Asked> completed(const Question& question);
  bool askForElements(Asked& asked, const Question& question);
  bool askForDays(Asked& asked);
  bool askForRule(Asked& asked);
  bool askForHouseRules(Asked& asked);
  void work();
  /// Which question an answer belongs to, and of which version of the plan it is.
  struct Asking {
    std::uint64_t number = 0;
    std::uint64_t version = 0;
  };
  void take(const documents::Answer& answer, Asking asking);
  void showAtHand();
  void show(ShownAnswer answer);
  void tell();
  void allowOrNot();
  std::string chosenPlugin() const;

  Workplace& place_;
  const Installation& installation_;
  wxSimplebook* book_;
  wxButton* first_ = nullptr;
  wxChoice* choice_ = nullptr;
  wxButton* again_ = nullptr;
  wxButton* copy_ = nullptr;
  wxButton* permission_ = nullptr;
  wxObjectDataPtr<TreeRows> rows_;
  wxDataViewCtrl* tree_ = nullptr;
  wxTextCtrl* told_ = nullptr;
  std::optional<Asked> asked_;
  ShownAnswer answer_;
  std::vector<plugin::PluginEntry> plugins_;
  std::uint64_t number_ = 0;   // of the question that was asked last
  std::uint64_t awaited_ = 0;  // the one that is being worked out; 0: none
  bool earlier_ = false;       // the answer is of an earlier state of the plan
  Background background_;
};

}  // namespace trackloom::desktop
