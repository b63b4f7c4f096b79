#include "desktop/papers_pane.h"

#include "desktop/text.h"
#include "documents/context.h"
#include "documents/figures.h"
#include "installation/catalogues.h"
#include "installation/document_templates.h"
#include "plan/vocabulary.h"
#include "scene/drawings.h"
#include "sharing/paper_plan.h"
#include "xml/disk_files.h"
#include "xml/safe_save.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/html/htmlwin.h>
#include <wx/listbox.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/utils.h>

namespace trackloom::desktop {
namespace {

constexpr const char* languages[] = {"en", "fr", "es", "ar"};

/// What the small reader of pages understands: the text without style sheets, scripts and drawings.
std::string readable(std::string html) {
  for (const char* tag : {"style", "script", "svg"})
    for (std::size_t from; (from = html.find(std::string("<") + tag)) != std::string::npos;) {
      const std::string close = std::string("</") + tag + '>';
      const std::size_t end = html.find(close, from);
      html.erase(from, end == std::string::npos ? std::string::npos : end + close.size() - from);
    }
  return html;
}

}  // namespace

PapersPane::PapersPane(wxWindow* parent, Workplace& place, const Installation& installation)
    : wxPanel(parent),
      place_(place),
      installation_(installation),
      templates_(documentTemplates(installation, {})),
      host_(plugin::standardPlaces(installation.executable)),
      papers_(papers(place.speech(), templates_, host_)) {
  auto* halves = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE);
  auto* left = new wxScrolledWindow(halves, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
  left->SetScrollRate(0, FromDIP(12));
  auto* right = new wxPanel(halves);
  wxArrayString names;
  for (const Paper& paper : papers_) names.Add(shown(paper.title));
  list_ = new wxListBox(left, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
  list_->SetMinSize({-1, FromDIP(170)});
  nameFor(*list_, place.word(tr("Papers")));
  const auto choice = [&](const char* name) {
    auto* made = new wxChoice(left, wxID_ANY);
    nameFor(*made, place.word(name));
    return made;
  };
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(4)));
  help_ = new wxStaticText(left, wxID_ANY, {});
  rows->Add(help_, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
  auto* grid = new wxFlexGridSizer(2, FromDIP(4), FromDIP(6));
  grid->AddGrowableCol(1);
  const auto add = [&](const char* label, wxChoice*& control) {
    grid->Add(new wxStaticText(left, wxID_ANY, shown(place.word(label))), wxSizerFlags().CentreVertical());
    control = choice(label);
    grid->Add(control, wxSizerFlags().Expand());
  };
  add(tr("For whom"), audience_);
  add(tr("Language"), language_);
  add(tr("Gaps"), completeness_);
  add(tr("File type"), format_);
  for (const Term& level : vocabulary(VocabularyId::classification).terms)
    audience_->Append(shown(place.word(level.label)));
  audience_->SetSelection(static_cast<int>(Classification::team));
  language_->Append(shown(place.word(tr("That of the plan"))));
  for (const char* name : {"English", "Français", "Español", "العربية"}) language_->Append(shown(name));
  language_->SetSelection(0);
  for (const char* name : {tr("Say that nothing is recorded"), tr("Mark them, for the author"), tr("Leave them out")})
    completeness_->Append(shown(place.word(name)));
  completeness_->SetSelection(0);
  rows->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
  write_ = new wxButton(left, wxID_ANY, shown(place.word(tr("Write it …"))));
  rows->Add(write_, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
  left->SetSizer(rows);
  auto* previews = new wxBoxSizer(wxVERTICAL);
  page_ = new wxHtmlWindow(right, wxID_ANY);
  nameFor(*page_, place.word(tr("How the document reads")));
  canvas_ = new Canvas(right, *this, place.word(tr("How the drawing looks")));
  previews->Add(page_, wxSizerFlags(1).Expand());
  previews->Add(canvas_, wxSizerFlags(1).Expand());
  canvas_->Hide();
  right->SetSizer(previews);
  halves->SetMinimumPaneSize(FromDIP(220));
  halves->SplitVertically(left, right, FromDIP(270));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(halves, wxSizerFlags(1).Expand());
  SetSizer(all);
  list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { showChosen(); });
  for (wxChoice* control : {language_, completeness_})
    control->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { preview(); });
  audience_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    if (onAudience) onAudience();
    showChosen();
  });
  write_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { place_.guarded([this] { write(); }); });
  list_->SetSelection(0);
  for (std::size_t i = 0; i < papers_.size(); ++i)
    if (papers_[i].id == "process-design") list_->SetSelection(static_cast<int>(i));
  showChosen();
}

Classification PapersPane::audience() const { return static_cast<Classification>(audience_->GetSelection()); }

const Paper* PapersPane::chosen() const {
  const int at = list_->GetSelection();
  return at == wxNOT_FOUND ? nullptr : &papers_[static_cast<std::size_t>(at)];
}

bool PapersPane::choose(std::string_view id) {
  for (std::size_t i = 0; i < papers_.size(); ++i)
    if (papers_[i].id == id) {
      list_->SetSelection(static_cast<int>(i));
      showChosen();
      return true;
    }
  return false;
}

void PapersPane::showChosen() {
  const Paper* paper = chosen();
  if (!paper) return;
  tellWhat(*paper);
  const wxString before = format_->GetStringSelection();
  format_->Clear();
  for (const std::string& format : paper->formats) format_->Append(shown(format).Upper());
  format_->SetSelection(std::max(0, format_->FindString(before)));
  completeness_->Enable(paper->sort == Paper::Sort::document);
  help_->GetParent()->Layout();
  help_->GetParent()->FitInside();
  preview();
}

/// What the paper is, and for readers outside the team how much of the plan they see.
void PapersPane::tellWhat(const Paper& paper) {
  std::string text = paper.help;
  if (const std::string seen = whatIsSeen(place_.open().plan(), audience(), place_.speech()); !seen.empty())
    text += "\n\n" + seen;
  help_->SetLabel(shown(text));
  help_->Wrap(std::max(160, help_->GetParent()->GetClientSize().x - FromDIP(12)));
}

PaperWish PapersPane::wish() const {
  PaperWish wish;
  if (const Paper* paper = chosen(); paper && format_->GetSelection() != wxNOT_FOUND)
    wish.format = paper->formats[static_cast<std::size_t>(format_->GetSelection())];
  wish.audience = audience();
  wish.completeness = static_cast<documents::Completeness>(completeness_->GetSelection());
  const int language = language_->GetSelection();
  const Paper* made = chosen();
  const Classification readers = made ? std::clamp(wish.audience, made->least, made->most) : wish.audience;
  wish.language =
      languageFor(installation_, language > 0 ? languages[language - 1] : "", place_.open().plan(), readers);
  wish.asOf = place_.open().asOf();
  return wish;
}

void PapersPane::comeUp() {
  if (previewed_ != place_.open().version()) preview();
}

void PapersPane::follow(const Changes& changes) {
  if (changes.plan && IsShownOnScreen()) preview();
}

void PapersPane::previewDrawing(const Paper& paper) {
  const PaperWish made = wish();
  const Plan whole = sharing::planForPaper(place_.open().plan(), {made.audience, made.asOf}).plan;
  const checks::Study study(documents::shownTo(whole, made.audience, made.asOf), made.asOf);
  scene::DrawingOptions options;
  options.view = made.audience < Classification::team ? scene::View::outward : scene::View::team;
  options.findings = documents::findingsFor(whole, study, made.audience);
  documents::speak(options, made.language);
  scene_ = scene::findDrawing(paper.id)->draw(study, options);
  canvas_->showScene(scene_, {}, scene::paperPalette());
}

void PapersPane::preview() {
  const Paper* paper = chosen();
  if (!paper || !IsShownOnScreen()) return;
  previewed_ = place_.open().version();
  const bool drawing = paper->sort == Paper::Sort::drawing;
  place_.guarded([&] {
    if (drawing) {
      previewDrawing(*paper);
    } else if (paper->sort == Paper::Sort::document) {
      PaperWish asPage = wish();
      asPage.format = "html";
      page_->SetPage(shown(readable(PaperMaker(templates_, host_).make(place_.open().plan(), *paper, asPage).bytes)));
    } else {
      page_->SetPage(shown("<p>" + paper->help + "</p>"));
    }
  });
  canvas_->Show(drawing);
  page_->Show(!drawing);
  canvas_->GetParent()->Layout();
}

void PapersPane::write() {
  const Paper* paper = chosen();
  if (!paper) return;
  const PaperWish made = wish();
  const auto path = place_.prompts().saveFile({place_.word(tr("Write the paper")),
                                               paperFileName(place_.open().real().path(), *paper, made.format),
                                               {},
                                               made.format,
                                               paper->title});
  if (!path) return;
  const wxBusyCursor busy;
  const MadePaper written = PaperMaker(templates_, host_).make(place_.open().real().plan(), *paper, made);
  DiskFiles files;
  replaceSafely(files, *path, written.bytes);
  std::string said = place_.speech().say({tr("Written: {file}"), {{"file", *path}}});
  for (const Message& note : written.notes) said += ' ' + place_.speech().say(note, place_.open().plan());
  place_.say(said);
}

std::string PapersPane::tipAt(scene::Point) { return {}; }

void PapersPane::zoomed(double factor, scene::Point around) {
  const wxPoint at = canvas_->toWindow(around);
  canvas_->setMagnification(canvas_->magnification() * factor);
  canvas_->place(around, at);
}

}  // namespace trackloom::desktop
