#pragma once

#include "desktop/canvas.h"
#include "desktop/errand.h"
#include "desktop/pages_view.h"
#include "desktop/presenters/papers.h"
#include "desktop/presenters/readers.h"
#include "desktop/workplace.h"
#include "installation/installation.h"

#include <functional>

#include <wx/panel.h>
#include <wx/timer.h>

class wxButton;
class wxChoice;
class wxGauge;
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
  /// Sends the pages of the chosen paper to a printer.
  void print();
  bool canPrint() const;
  /// Whether a paper is being made, to be written or printed.
  bool isMaking() const { return making_.isBusy(); }
  PagesView& pages() { return *page_; }
  Canvas& drawing() { return *canvas_; }
  /// Chooses a paper by its id; says whether there is one.
  bool choose(std::string_view id);
  /// The id of the chosen paper.
  std::string shownPaper() const;
  /// Plugins were allowed, or are no longer: what they write is among the papers at once, or no longer.
  void findPluginsAnew();
  /// Makes the preview anew, or no longer, as the user settled it.
  void previewAgain();
  /// For whom papers are made.
  const Reader& readers() const;
  /// Asks what is to be chosen of the paper, and makes its preview anew.
  void ask(PaperDetail detail);
  const PaperDetails& details() const { return details_; }
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
  void listReaders();
  void offerDetails();
  std::string whyNot(const Paper& paper) const;
  void choose(PaperDetail detail);
  std::optional<std::size_t> oneOf(const char* question, std::initializer_list<const char*> answers);
  void askReference();
  void askAbout();
  void askPeriod();
  void askPart(KindId kind, std::vector<ElementId>& ids);
  std::optional<std::optional<Day>> askDay(const std::string& question, std::optional<Day> before);
  PaperWish wish() const;
  void listPapers();
  void showChosen();
  void describeChosen();
  void tellWhat(const Paper& paper);
  void preview();
  void previewDrawing(const Paper& paper);
  void previewPages(const Paper& paper);
  /// Makes a paper beside the window, then hands it over.
  void make(const Paper& paper, PaperWish wish, std::function<void(MadePaper)> then);
  void tellProgress();

  Workplace& place_;
  const Installation& installation_;
  documents::TemplateList templates_;
  std::shared_ptr<plugin::PluginHost> host_;  ///< papers that are being made keep the one they began with
  std::vector<Paper> papers_;
  std::vector<Reader> readers_;
  PaperDetails details_;
  wxListBox* list_;
  wxChoice* audience_;
  wxChoice* language_;
  wxChoice* format_;
  wxChoice* completeness_;
  wxStaticText* help_;
  wxStaticText* where_;  // the page in view
  wxButton* more_;
  wxButton* write_;
  wxButton* print_;
  wxPanel* progress_;
  wxStaticText* doing_;
  wxGauge* gauge_;
  wxTimer pulse_;
  std::string what_;  ///< is being made, as the user is told
  PagesView* page_;
  Canvas* canvas_;
  std::uint64_t previewed_ = 0;
  std::string shown_;  ///< the paper in the preview
  int waited_ = 0;     ///< pulses
  Errand previews_;
  Errand making_;
};

}  // namespace trackloom::desktop
