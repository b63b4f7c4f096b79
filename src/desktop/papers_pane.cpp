#include "desktop/papers_pane.h"

#include "desktop/gtk.h"
#include "desktop/presenters/preferences.h"
#include "desktop/text.h"
#include "installation/catalogues.h"
#include "installation/document_templates.h"
#include "plan/vocabulary.h"
#include "xml/disk_files.h"
#include "xml/safe_save.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/gauge.h>
#include <wx/listbox.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/utils.h>
#include <wx/wrapsizer.h>

namespace trackloom::desktop {
namespace {

constexpr int pulsePause = 100;  // milliseconds
constexpr int patience = 5;      // pulses before the user is told that something takes long

}  // namespace

PapersPane::PapersPane(wxWindow* parent, Workplace& place, const Installation& installation)
    : wxPanel(parent),
      place_(place),
      installation_(installation),
      templates_(documentTemplates(installation, {})),
      host_(std::make_shared<plugin::PluginHost>(plugin::standardPlaces(installation.executable))),
      pulse_(this),
      previews_([this](const auto& work) { place_.guarded(work); }),
      making_([this](const auto& work) { place_.guarded(work); }) {
  auto* halves = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE);
  auto* left = new wxScrolledWindow(halves, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
  left->SetScrollRate(0, FromDIP(12));
  auto* right = new wxPanel(halves);
  list_ = new wxListBox(left, wxID_ANY);
  listPapers();
  list_->SetMinSize({-1, FromDIP(100)});
  nameFor(*list_, place.word(tr("Papers")));
  const auto choice = [&](const char* name) {
    auto* made = new wxChoice(left, wxID_ANY);
    leaveWheelTo(*left, *made);  // a turn of it must not change for whom a paper is
    nameFor(*made, place.word(name));
    return made;
  };
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(4)));
  help_ = newLabel(left, {});
  rows->Add(help_, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
  auto* grid = new wxFlexGridSizer(2, FromDIP(4), FromDIP(6));
  grid->AddGrowableCol(1);
  const auto add = [&](const char* label, wxChoice*& control) {
    grid->Add(newLabel(left, shown(place.word(label))), wxSizerFlags().CentreVertical());
    control = choice(label);
    grid->Add(control, wxSizerFlags().Expand());
  };
  add(tr("For whom"), audience_);
  add(tr("Language"), language_);
  add(tr("Gaps"), completeness_);
  add(tr("File type"), format_);
  listReaders();
  audience_->SetSelection(static_cast<int>(Classification::team));
  language_->Append(shown(place.word(tr("That of the plan"))));
  for (const SpokenLanguage& language : spokenLanguages()) language_->Append(shown(language.name));
  language_->SetSelection(0);
  for (const char* name : {tr("Say that nothing is recorded"), tr("Mark them, for the author"), tr("Leave them out")})
    completeness_->Append(shown(place.word(name)));
  completeness_->SetSelection(0);
  rows->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
  more_ = new wxButton(left, wxID_ANY, shown(place.word(tr("More choices …"))));
  rows->Add(more_, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
  auto* buttons = new wxWrapSizer(wxHORIZONTAL, wxEXTEND_LAST_ON_EACH_LINE);
  write_ = new wxButton(left, wxID_ANY, shown(place.word(tr("Write it …"))));
  print_ = new wxButton(left, wxID_ANY, shown(place.word(tr("Print it …"))));
  for (wxButton* button : {write_, print_}) buttons->Add(button, wxSizerFlags(1).Border(wxBOTTOM, FromDIP(4)));
  rows->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
  left->SetSizer(rows);
  auto* previews = new wxBoxSizer(wxVERTICAL);
  progress_ = new wxPanel(right);
  auto* progress = new wxBoxSizer(wxHORIZONTAL);
  doing_ = newLabel(progress_, {}, wxST_ELLIPSIZE_END);
  gauge_ = new wxGauge(progress_, wxID_ANY, 100, wxDefaultPosition, FromDIP(wxSize(120, -1)));
  auto* cancel = new wxButton(progress_, wxID_ANY, shown(place.word(tr("Stop"))));
  progress->Add(doing_, wxSizerFlags(1).CentreVertical().Border(wxALL, FromDIP(4)));
  progress->Add(gauge_, wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(4)));
  progress->Add(cancel, wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(4)));
  progress_->SetSizer(progress);
  progress_->Hide();
  previews->Add(progress_, wxSizerFlags().Expand());
  page_ = new PagesView(
      right, [this](const auto& work) { place_.guarded(work); }, place.word(tr("The pages as they will be printed")));
  page_->onPage = [this](std::size_t page, std::size_t count) {
    const std::string where = count == 0 ? std::string()
                                         : place_.speech().say({tr("Page {page} of {count}"),
                                                                {{"page", static_cast<std::int64_t>(page)},
                                                                 {"count", static_cast<std::int64_t>(count)}}});
    describe(*page_, where);
    where_->SetLabel(shown(where));
  };
  canvas_ = new Canvas(right, *this, place.word(tr("How the drawing looks")));
  previews->Add(page_, wxSizerFlags(1).Expand());
  previews->Add(canvas_, wxSizerFlags(1).Expand());
  where_ = newLabel(right, {}, wxST_NO_AUTORESIZE);
  previews->Add(where_, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
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
  more_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { offerDetails(); });
  write_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { place_.guarded([this] { write(); }); });
  print_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { place_.guarded([this] { print(); }); });
  cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    (making_.isBusy() ? making_ : previews_).cancel();
    if (!making_.isBusy() && page_->pageCount() == 0) page_->say(place_.word(tr("The pages were not made.")));
  });
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tellProgress(); });
  list_->SetSelection(0);
  for (std::size_t i = 0; i < papers_.size(); ++i)
    if (papers_[i].id == "process-design") list_->SetSelection(static_cast<int>(i));
  describeChosen();  // its pages are made when they are looked at
}

const Reader& PapersPane::readers() const { return readers_[static_cast<std::size_t>(audience_->GetSelection())]; }

/// All levels, then the audiences of the plan. Who was chosen stays chosen; if they are gone, the team is.
void PapersPane::listReaders() {
  const std::optional<Reader> before = readers_.empty() ? std::nullopt : std::optional(readers());
  readers_ = readersOfPapers(place_.open().plan(), place_.speech());
  readers_.insert(readers_.begin() + static_cast<int>(Classification::core),
                  {place_.word(termOf(Classification::core).label), Audience(Classification::core)});
  wxArrayString names;
  for (const Reader& reader : readers_) names.Add(shown(reader.name));
  audience_->Set(names);
  if (!before) return;
  const auto same = std::ranges::find_if(readers_, [&](const Reader& reader) {
    return reader.element == before->element &&
           (!before->element.empty() || reader.audience.level == before->audience.level);
  });
  audience_->SetSelection(same == readers_.end() ? static_cast<int>(Classification::team)
                                                 : static_cast<int>(same - readers_.begin()));
}

std::string PapersPane::whyNot(const Paper& paper) const {
  if (const auto& doubt = readers().doubt) return place_.speech().say(*doubt, place_.open().plan());
  return whyNotFor(paper, readers().audience, place_.speech());
}

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

void PapersPane::listPapers() {
  papers_ = papers(place_.speech(), templates_, *host_);
  wxArrayString names;
  for (const Paper& paper : papers_) names.Add(shown(paper.title));
  list_->Set(names);
}

std::string PapersPane::shownPaper() const { return chosen() ? chosen()->id : std::string(); }

void PapersPane::findPluginsAnew() {
  const std::string before = shownPaper();
  host_ = std::make_shared<plugin::PluginHost>(plugin::standardPlaces(installation_.executable));
  listPapers();
  if (!choose(before) && !papers_.empty()) choose(papers_.front().id);
}

void PapersPane::previewAgain() {
  shown_.clear();
  preview();
}

void PapersPane::showChosen() {
  describeChosen();
  preview();
}

void PapersPane::describeChosen() {
  const Paper* paper = chosen();
  if (!paper) return;
  tellWhat(*paper);
  const wxString before = format_->GetStringSelection();
  format_->Clear();
  for (const std::string& format : paper->formats) format_->Append(shown(format).Upper());
  format_->SetSelection(std::max(0, format_->FindString(before)));
  completeness_->Enable(paper->sort == Paper::Sort::document);
  more_->Enable(!paper->details.empty());
  write_->Enable(whyNot(*paper).empty());
  print_->Enable(canPrint());
  help_->GetParent()->Layout();
  help_->GetParent()->FitInside();
}

/// What the paper is, for readers outside the team how much of the plan they see, and what was chosen of it.
void PapersPane::tellWhat(const Paper& paper) {
  std::string text = paper.help;
  if (const std::string seen = whatIsSeen(place_.open().plan(), readers().audience, place_.speech()); !seen.empty())
    text += "\n\n" + seen;
  const Plan& plan = place_.open().plan();
  for (const PaperDetail detail : paper.details) {
    const std::string said = whatIsChosen(detail, details_, plan, place_.speech());
    const bool usual = said == whatIsChosen(detail, {}, plan, place_.speech());
    if (!usual || (detail == PaperDetail::nonPaper && details_.nonPaper)) text += "\n\n" + said;
  }
  help_->SetLabel(shown(text));
  wrapAt(*help_, std::max(160, help_->GetParent()->GetClientSize().x - FromDIP(12)));
}

PaperWish PapersPane::wish() const {
  PaperWish wish;
  if (const Paper* paper = chosen(); paper && format_->GetSelection() != wxNOT_FOUND)
    wish.format = paper->formats[static_cast<std::size_t>(format_->GetSelection())];
  wish.audience = readers().audience;
  wish.completeness = static_cast<documents::Completeness>(completeness_->GetSelection());
  const int language = language_->GetSelection();
  wish.language =
      languageFor(installation_, language > 0 ? spokenLanguages()[static_cast<std::size_t>(language) - 1].code : "",
                  place_.open().plan(), wish.audience);
  wish.asOf = place_.open().asOf();
  wish.details = details_;
  return wish;
}

void PapersPane::comeUp() {
  if (previewed_ != place_.open().version() || shown_.empty()) preview();
}

void PapersPane::follow(const Changes& changes) {
  if (!changes.plan) return;
  listReaders();
  const Plan& plan = place_.open().plan();
  std::erase_if(details_.scope.tracks, [&](const ElementId& id) { return !plan.find(KindId::track, id); });
  std::erase_if(details_.scope.issues, [&](const ElementId& id) { return !plan.find(KindId::issue, id); });
  if (!plan.find(KindId::activity, details_.about)) details_.about = {};
  if (IsShownOnScreen()) showChosen();
}

void PapersPane::previewDrawing(const Paper& paper) {
  canvas_->showScene(std::make_shared<const scene::Scene>(PaperMaker::drawing(place_.open().plan(), paper, wish())), {},
                     scene::palette(details_.theme));
  describe(*canvas_, paper.help);
}

/// The pages are made by other programs, which takes a moment; until they are there, the ones before stay.
void PapersPane::previewPages(const Paper& paper) {
  PaperWish made = wish();
  made.format = "pdf";
  what_ = place_.word(tr("The pages are being made …"));
  previews_.start([this, plan = place_.open().plan(), where = place_.workPlace(), paper, made,
                   host = host_](std::stop_token stop) -> std::function<void()> {
    documents::InstalledPrograms programs(where, stop);
    auto pages = std::make_shared<PagesToShow>();
    pages->workPlace = where;
    pages->pdf = PaperMaker(templates_, *host, programs).make(plan, paper, made).bytes;
    pages->sizes = documents::pageSizes(pages->pdf, programs);
    return [this, pages] { page_->show(pages); };
  });
  pulse_.Start(pulsePause);
}

void PapersPane::preview() {
  const Paper* paper = chosen();
  if (!paper || !IsShownOnScreen()) return;
  previewed_ = place_.open().version();
  const std::string refused = whyNot(*paper);
  const bool drawing = paper->sort == Paper::Sort::drawing && refused.empty();
  previews_.cancel();
  if (shown_ != paper->id || !refused.empty()) page_->say(refused);
  shown_ = paper->id;
  place_.guarded([&] {
    if (!refused.empty()) return;
    if (drawing) previewDrawing(*paper);
    if (paper->sort == Paper::Sort::document && place_.showsPreviews()) previewPages(*paper);
    if (paper->sort == Paper::Sort::document && !place_.showsPreviews())
      page_->say(place_.word(tr("The preferences say that no pages are shown before they are written.")));
    if (paper->sort == Paper::Sort::other)
      page_->say(place_.word(tr("Write this paper to a file to look at it in its own program.")));
  });
  canvas_->Show(drawing);
  page_->Show(!drawing);
  where_->Show(!drawing);
  canvas_->GetParent()->Layout();
}

/// Says that something takes long, once it does, and what.
void PapersPane::tellProgress() {
  const bool busy = making_.isBusy() || previews_.isBusy();
  waited_ = busy ? waited_ + 1 : 0;
  if (!busy) pulse_.Stop();
  if (busy) gauge_->Pulse();
  const wxString doing = shown(what_);
  if (doing_->GetLabel() != doing) doing_->SetLabel(doing);
  const bool tell = waited_ > patience;
  if (progress_->IsShown() == tell) return;
  progress_->Show(tell);
  progress_->GetParent()->Layout();
}

void PapersPane::make(const Paper& paper, PaperWish wish, std::function<void(MadePaper)> then) {
  what_ = place_.speech().say({tr("{paper} is being made …"), {{"paper", paper.title}}});
  making_.start([this, plan = place_.open().real().plan(), where = place_.workPlace(), paper, wish = std::move(wish),
                 then = std::move(then), host = host_](std::stop_token stop) -> std::function<void()> {
    documents::InstalledPrograms programs(where, stop);
    MadePaper made = PaperMaker(templates_, *host, programs).make(plan, paper, wish);
    return [then, made = std::move(made)] { then(made); };
  });
  pulse_.Start(pulsePause);
}

void PapersPane::write() {
  const Paper* paper = chosen();
  if (!paper || !whyNot(*paper).empty()) return;
  const PaperWish wished = wish();
  const auto path = place_.prompts().saveFile({place_.word(tr("Write the paper")),
                                               paperFileName(place_.open().real().path(), *paper, wished.format),
                                               {},
                                               wished.format,
                                               paper->title});
  if (!path) return;
  make(*paper, wished, [this, path = *path](const MadePaper& made) {
    DiskFiles files;
    replaceSafely(files, path, made.bytes);
    tellWritten(place_, path, made.notes);
  });
}

bool PapersPane::canPrint() const {
  const Paper* paper = chosen();
  return paper && paper->sort != Paper::Sort::other && whyNot(*paper).empty();
}

void PapersPane::print() {
  if (!canPrint()) return;
  const Paper& paper = *chosen();
  PaperWish wished = wish();
  wished.format = "pdf";
  make(paper, wished, [this, title = paper.title](const MadePaper& made) {
    printPages(*this, title, made.bytes, [this](const std::string& problem) {
      place_.say(problem.empty() ? place_.word(tr("Sent to the printer."))
                                 : place_.speech().say({tr("Not printed: {reason}"), {{"reason", problem}}}));
    });
  });
}

std::string PapersPane::tipAt(scene::Point) { return {}; }

void PapersPane::zoomed(double factor, scene::Point around) {
  const wxPoint at = canvas_->toWindow(around);
  canvas_->setMagnification(canvas_->magnification() * factor);
  canvas_->place(around, at);
}

}  // namespace trackloom::desktop
