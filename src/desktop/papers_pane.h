#pragma once

#include "desktop/canvas.h"
#include "desktop/presenters/papers.h"
#include "desktop/workplace.h"
#include "installation/installation.h"

#include <functional>

#include <wx/panel.h>

class wxButton;
class wxChoice;
class wxHtmlWindow;
class wxListBox;
class wxStaticText;

namespace trackloom::desktop {

/// Everything that can be handed out: chosen from a list, looked at, written to a file.
class PapersPane : public wxPanel, private CanvasUser {
 public:
  PapersPane(wxWindow* parent, Workplace& place, const Installation& installation);
  void follow(const Changes& changes);
  /// Its tab was chosen: it catches up with the plan.
  void comeUp();
  wxListBox& list() { return *list_; }
  /// Writes the chosen paper where the user says.
  void write();
  /// Chooses a paper by its id; says whether there is one.
  bool choose(std::string_view id);
  /// For whom papers are made.
  Classification audience() const;
  std::function<void()> onAudience;

 private:
  void pressed(scene::Point, Adding) override {}
  void dragged(scene::Point, scene::Point) override {}
  void released(scene::Point, scene::Point) override {}
  void doubleClicked(scene::Point) override {}
  void menuAskedAt(scene::Point) override {}
  bool keyPressed(const wxKeyEvent&) override { return false; }
  wxStockCursor cursorAt(scene::Point) override { return wxCURSOR_ARROW; }
  std::string tipAt(scene::Point at) override;
  void zoomed(double factor, scene::Point around) override;
  void resized() override {}

  const Paper* chosen() const;
  PaperWish wish() const;
  void showChosen();
  void tellWhat(const Paper& paper);
  void preview();
  void previewDrawing(const Paper& paper);

  Workplace& place_;
  const Installation& installation_;
  documents::TemplateList templates_;
  plugin::PluginHost host_;
  std::vector<Paper> papers_;
  wxListBox* list_;
  wxChoice* audience_;
  wxChoice* language_;
  wxChoice* format_;
  wxChoice* completeness_;
  wxStaticText* help_;
  wxButton* write_;
  wxHtmlWindow* page_;
  Canvas* canvas_;
  scene::Scene scene_;
  std::uint64_t previewed_ = 0;
};

}  // namespace trackloom::desktop
