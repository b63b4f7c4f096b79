#include "desktop/changes_pane.h"

#include "desktop/text.h"

#include <wx/choice.h>
#include <wx/sizer.h>

namespace trackloom::desktop {
namespace {

enum { sinceOpened, sinceSaved, anotherFile };

}  // namespace

ChangesPane::ChangesPane(wxWindow* parent, Workplace& place)
    : wxPanel(parent),
      place_(place),
      counted_{place.open().real().plan(), place.open().real().plan(), {}, sinceOpened},
      since_(new wxChoice(this, wxID_ANY)),
      rows_(new TreeRows(1)),
      tree_(makeTree(this, *rows_, {{{}, 800}}, place.word(tr("Changes")))) {
  for (const char* text : {tr("Since it was opened"), tr("Since it was saved"), tr("Against another file …")})
    since_->Append(shown(place.word(text)));
  since_->SetSelection(sinceOpened);
  nameFor(*since_, place.word(tr("Changes since when")));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(since_, wxSizerFlags().Border(wxALL, FromDIP(4)));
  rows->Add(tree_, wxSizerFlags(1).Expand());
  SetSizer(rows);
  since_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose(); });
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
  if (changes.plan && IsShownOnScreen()) fill();
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

void ChangesPane::fill() {
  const int since = since_->GetSelection();
  const Plan& before = since == anotherFile && counted_.other ? *counted_.other
                       : since == sinceSaved                  ? counted_.saved
                                                              : counted_.opened;
  groups_ = changesSince(before, place_.open(), place_.speech());
  std::vector<TreeRow> rows;
  for (const ToldGroup& group : groups_) {
    TreeRow row{{group.heading}, {}, 0, TreeRow::Look::bold, {}};
    for (const ToldChange& change : group.changes)
      row.children.push_back({{change.text}, change.element, 0, TreeRow::Look::plain, {}});
    rows.push_back(std::move(row));
  }
  if (rows.empty()) rows.push_back({{place_.word(tr("Nothing changed."))}, {}, 0, TreeRow::Look::plain, {}});
  rows_->set(std::move(rows));
  wxDataViewItemArray groups;
  rows_->GetChildren({}, groups);
  for (const wxDataViewItem& group : groups) tree_->Expand(group);
}

}  // namespace trackloom::desktop
