#include "desktop/changes_pane.h"

#include "desktop/presenters/readers.h"
#include "desktop/text.h"
#include "installation/catalogues.h"
#include "installation/document_templates.h"
#include "sharing/change_report.h"
#include "xml/disk_files.h"
#include "xml/safe_save.h"

#include <array>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>

namespace trackloom::desktop {
namespace {

enum { sinceOpened, sinceSaved, anotherFile };

}  // namespace

ChangesPane::ChangesPane(wxWindow* parent, Workplace& place, const Installation& installation)
    : wxPanel(parent),
      place_(place),
      installation_(installation),
      counted_{place.open().real().plan(), place.open().real().plan(), {}, sinceOpened},
      since_(new wxChoice(this, wxID_ANY)),
      rows_(new TreeRows(1)),
      tree_(makeTree(this, *rows_, {{{}, 800}}, place.word(tr("Changes")))),
      writing_([this](const auto& work) { place_.guarded(work); }),
      judging_([this](const auto& work) { place_.guarded(work); }) {
  for (const char* text : {tr("Since it was opened"), tr("Since it was saved"), tr("Against another file …")})
    since_->Append(shown(place.word(text)));
  since_->SetSelection(sinceOpened);
  nameFor(*since_, place.word(tr("Changes since when")));
  auto* write = new wxButton(this, wxID_ANY, shown(place.word(tr("Write a report …"))));
  write->SetToolTip(shown(place.word(tr("These changes as a document to hand out, for readers you choose."))));
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(since_, wxSizerFlags().CentreVertical());
  head->Add(write, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(8)));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(head, wxSizerFlags().Border(wxALL, FromDIP(4)));
  rows->Add(tree_, wxSizerFlags(1).Expand());
  SetSizer(rows);
  since_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose(); });
  write->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { place_.guarded([this] { writeReport(); }); });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    if (const TreeRow* row = rows_->row(event.GetItem()); row && place_.open().plan().find(row->element))
      place_.reveal(row->element);
  });
}

void ChangesPane::choose() {
  if (since_->GetSelection() == anotherFile) {
    const auto path = place_.prompts().openFile(
        {place_.word(tr("Compare with a plan")), {}, {}, "trackloom", place_.word(tr("Plans")), "trackloom-sealed"});
    if (path) place_.guarded([&] { counted_.other = place_.readPlan(*path); });
    if (!counted_.other) since_->SetSelection(sinceOpened);
  }
  fill();
}

void ChangesPane::follow(const Changes& changes) {
  if ((changes.plan || changes.findings) && IsShownOnScreen()) fill();
}

void ChangesPane::saved() {
  counted_.saved = place_.open().real().plan();
  if (IsShownOnScreen()) fill();
}

ChangesPane::Since ChangesPane::since() const {
  Since since = counted_;
  since.chosen = since_->GetSelection();
  return since;
}

void ChangesPane::countSince(Since since) {
  counted_ = std::move(since);
  since_->SetSelection(counted_.chosen);
}

const Plan& ChangesPane::before() const {
  const int since = since_->GetSelection();
  if (since == anotherFile && counted_.other) return *counted_.other;
  return since == sinceSaved ? counted_.saved : counted_.opened;
}

void ChangesPane::writeReport() {
  const Plan& plan = place_.open().real().plan();  // nothing that is only tried out is handed out
  const std::vector<Reader> list = readersOfPapers(plan, place_.speech());
  std::vector<std::string> names;
  for (const Reader& reader : list) names.push_back(reader.name);
  const auto reader =
      place_.prompts().search(place_.word(tr("Who reads the report? It holds what they may see.")), names);
  if (!reader) return;
  constexpr std::array formats = {documents::DocumentFormat::docx, documents::DocumentFormat::odt,
                                  documents::DocumentFormat::pdf, documents::DocumentFormat::html};
  std::vector<std::string> answers{"DOCX", "ODT", "PDF", "HTML", place_.word(tr("Cancel"))};
  const std::size_t answer = place_.prompts().choose(place_.word(tr("As what is the report written?")), answers);
  if (answer >= formats.size()) return;
  const documents::DocumentFormat format = formats[answer];
  const std::string ending(documents::formatName(format));
  const auto path = place_.prompts().saveFile({place_.word(tr("Write a report of changes")),
                                               place_.word(tr("changes")) + '.' + ending,
                                               {},
                                               ending,
                                               place_.word(tr("Documents"))});
  if (!path) return;
  const Audience audience = list[*reader].certain();
  const sharing::ReportRequest request{
      {audience, place_.open().asOf()}, languageFor(installation_, {}, plan, audience), format};
  place_.say(place_.word(tr("The report is being written …")));
  writing_.start([this, earlier = before(), plan, request, path = *path, where = place_.workPlace(),
                  look = changeReportTemplate(installation_)](std::stop_token stop) -> std::function<void()> {
    documents::InstalledPrograms programs(where, stop);
    const documents::DocumentResult made = sharing::changeReport(earlier, plan, request, look, programs);
    if (made.failure) throw *made.failure;
    return [this, made, path] {
      DiskFiles files;
      replaceSafely(files, path, made.bytes);
      tellWritten(place_, path, made.notes);
    };
  });
}

/// Asks what the checks say of the earlier version, beside the window; then the list is filled again.
void ChangesPane::judge() {
  judged_ = EarlierVersion{before(), place_.open().asOf()};
  judging_.start([this, plan = judged_->plan, asOf = judged_->asOf](std::stop_token stop) -> std::function<void()> {
    checks::CheckOptions options;
    options.stop = stop;
    std::vector<checks::Finding> said = checks::check(checks::Study(plan, asOf), options);
    return [this, said = std::move(said)] {
      judged_->findings = said;
      fill();
    };
  });
}

void ChangesPane::fill() {
  if (!judged_ || judged_->asOf != place_.open().asOf() || !diff(judged_->plan, before()).empty()) judge();
  groups_ = changesSince(*judged_, place_.open(), place_.speech());
  std::vector<TreeRow> rows;
  for (const sharing::ToldPart& group : groups_) {
    TreeRow row{{group.heading}, {}, 0, TreeRow::Look::bold, {}};
    for (const sharing::ToldSentence& sentence : group.sentences)
      row.children.push_back({{sentence.text}, sentence.element, 0, TreeRow::Look::plain, {}});
    rows.push_back(std::move(row));
  }
  if (rows.empty()) rows.push_back({{place_.word(tr("Nothing changed."))}, {}, 0, TreeRow::Look::plain, {}});
  fillTree(*tree_, *rows_, std::move(rows));
  wxDataViewItemArray groups;
  rows_->GetChildren({}, groups);
  for (const wxDataViewItem& group : groups) tree_->Expand(group);
}

}  // namespace trackloom::desktop
