// What can be chosen of a paper beside whom it is for: the menu, and what it asks.

#include "desktop/papers_pane.h"
#include "desktop/text.h"
#include "language/typed_date.h"

#include <algorithm>

#include <wx/menu.h>

namespace trackloom::desktop {

void PapersPane::offerDetails() {
  wxMenu menu;
  for (const PaperDetail detail : chosen()->details) {
    const bool tick = detail == PaperDetail::nonPaper;
    auto* item = menu.Append(
        wxID_ANY, shown(whatIsChosen(detail, details_, place_.open().plan(), place_.speech()) + (tick ? "" : " …")),
        wxString(), tick ? wxITEM_CHECK : wxITEM_NORMAL);
    if (tick) item->Check(details_.nonPaper);
    menu.Bind(
        wxEVT_MENU, [this, detail](wxCommandEvent&) { place_.guarded([&] { ask(detail); }); }, item->GetId());
  }
  PopupMenu(&menu);
}

void PapersPane::ask(PaperDetail detail) {
  choose(detail);
  showChosen();
}

void PapersPane::choose(PaperDetail detail) {
  switch (detail) {
    case PaperDetail::about:
      return askAbout();
    case PaperDetail::since:
      if (const auto day =
              askDay(place_.word(tr("Changes since which day? Nothing for 30 days before.")), details_.since))
        details_.since = *day;
      return;
    case PaperDetail::nonPaper:
      details_.nonPaper = !details_.nonPaper;
      return;
    case PaperDetail::reference:
      return askReference();
    case PaperDetail::tracks:
      return askPart(KindId::track, details_.scope.tracks);
    case PaperDetail::issues:
      return askPart(KindId::issue, details_.scope.issues);
    case PaperDetail::period:
      return askPeriod();
    case PaperDetail::colours:
      if (const auto theme = oneOf(tr("Which colours?"), {tr("All"), tr("Greys, for printing"),
                                                          tr("Those that colour-blind people tell apart")}))
        details_.theme = static_cast<scene::Theme>(*theme);
      return;
    case PaperDetail::sheet:
      if (const auto sheet = oneOf(tr("Which sheet?"), {"A4", "A3"}))
        details_.sheet = static_cast<render::SheetSize>(*sheet);
      return;
  }
}

/// The place of the answer; nothing if the user thought better of it.
std::optional<std::size_t> PapersPane::oneOf(const char* question, std::initializer_list<const char*> answers) {
  std::vector<std::string> words;
  for (const char* answer : answers) words.push_back(place_.word(answer));
  words.push_back(place_.word(tr("Cancel")));
  const std::size_t answer = place_.prompts().choose(place_.word(question), words);
  return answer < answers.size() ? std::optional(answer) : std::nullopt;
}

void PapersPane::askReference() {
  if (!details_.reference.empty()) {
    const auto whose = oneOf(tr("Which look?"), {tr("That of another document of yours"), tr("The usual one")});
    if (!whose) return;
    if (*whose == 1) {
      details_.reference.clear();
      return;
    }
  }
  if (auto file = place_.prompts().openFile({place_.word(tr("A document whose styles and letterhead it takes")),
                                             {},
                                             {},
                                             "docx",
                                             place_.word(tr("Document")),
                                             "odt"}))
    details_.reference = *std::move(file);
}

/// The first answer stands for what is usual.
void PapersPane::askAbout() {
  std::vector<ElementId> ids(1);
  std::vector<std::string> names{place_.word(tr("The next that is planned"))};
  for (const ElementPtr& activity : place_.open().plan().all(KindId::activity)) {
    ids.push_back(activity->id());
    names.emplace_back(activity->title());
  }
  if (const auto answer = place_.prompts().search(place_.word(tr("About which activity?")), names))
    details_.about = ids[*answer];
}

/// A day as it is typed; nothing typed stands for none. Nothing if the user thought better of it.
std::optional<std::optional<Day>> PapersPane::askDay(const std::string& question, std::optional<Day> before) {
  const auto text = place_.prompts().askText(question, before ? place_.speech().date(*before) : std::string());
  if (!text) return std::nullopt;
  if (text->empty()) return std::optional<Day>();
  const auto date = language::typedDate(place_.speech().language(), *text, place_.open().asOf());
  if (date && date->precision() == Precision::day) return std::optional(date->first());
  place_.say(place_.speech().say({tr("“{text}” is not a day."), {{"text", *text}}}));
  return std::nullopt;
}

void PapersPane::askPeriod() {
  const auto from = askDay(place_.word(tr("From which day? Nothing for all from the first.")), details_.from);
  if (!from) return;
  const auto until = askDay(place_.word(tr("Until which day? Nothing for all to the last.")), details_.until);
  if (!until) return;
  if (*from && *until && **until < **from) {
    place_.say(place_.word(tr("The last day lies before the first: nothing was changed.")));
    return;
  }
  details_.from = *from;
  details_.until = *until;
}

/// All or none ticked stand for all.
void PapersPane::askPart(KindId kind, std::vector<ElementId>& ids) {
  std::vector<ElementId> all;
  std::vector<std::string> names;
  std::vector<std::size_t> ticked;
  for (const ElementPtr& element : place_.open().plan().all(kind)) {
    if (std::ranges::count(ids, element->id()) > 0) ticked.push_back(all.size());
    all.push_back(element->id());
    names.emplace_back(element->title());
  }
  const auto answer = place_.prompts().tick(place_.word(kind == KindId::track ? tr("Which tracks? None ticked: all.")
                                                                              : tr("Which issues? None ticked: all.")),
                                            names, ticked);
  if (!answer) return;
  ids.clear();
  if (answer->size() < all.size())
    for (const std::size_t place : *answer) ids.push_back(all[place]);
}

}  // namespace trackloom::desktop
