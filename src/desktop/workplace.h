#pragma once

#include "desktop/presenters/open_plan.h"
#include "desktop/presenters/papers.h"
#include "desktop/presenters/plan_file.h"
#include "desktop/presenters/speech.h"
#include "desktop/prompts.h"
#include "scene/palette.h"

#include <functional>
#include <string>
#include <string_view>

namespace trackloom::desktop {

/// What panes may ask of the window they stand in.
class Workplace {
 public:
  virtual ~Workplace() = default;
  virtual OpenPlan& open() = 0;
  virtual const Speech& speech() const = 0;
  virtual Prompts& prompts() = 0;
  virtual ElementId newId() = 0;
  /// Makes an edit, and says in the status line what was done.
  virtual void perform(Edit edit) = 0;
  /// Keeps what a template suggests; asks when it begins where that is not known of several activities.
  virtual void keep(const std::vector<ElementId>& suggestions) = 0;
  /// Chooses an element and shows it on the board.
  virtual void reveal(const ElementId& id) = 0;
  /// Moves the keyboard to the first field of what is chosen.
  virtual void editFields() = 0;
  virtual void say(const std::string& sentence) = 0;
  /// Runs something that may fail; what fails is told in one sentence.
  virtual void guarded(const std::function<void()>& work) = 0;
  /// The menu of what can be done with the chosen elements.
  virtual void showMenu() = 0;
  virtual const scene::Palette& palette() const = 0;
  /// A plan from another file than the open one; nothing if it is sealed and the user does not open it.
  virtual std::optional<Plan> readPlan(const std::string& path) = 0;
  /// Where other programs may lay down what they make of the open plan.
  virtual documents::WorkPlace workPlace() const = 0;
  /// Are pages of documents shown before they are written?
  virtual bool showsPreviews() const = 0;
  /// The file of the open plan.
  virtual const PlanFile& file() const = 0;
  /// Who works here, as the user said it.
  virtual std::string who() const = 0;

  std::string word(std::string_view english) { return speech().word(english); }
};

/// Says that a paper was written, and what its author should know of it, where that can be read whole.
void tellWritten(Workplace& place, const std::string& path, const std::vector<Message>& notes);

}  // namespace trackloom::desktop
