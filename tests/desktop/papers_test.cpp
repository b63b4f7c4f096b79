#include "running.h"

#include <catch2/catch.hpp>
#include <wx/choice.h>
#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/image.h>
#include <wx/statusbr.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

/// How many different colours stand in what a window shows: more than a few where there is text.
std::size_t shades(wxWindow& window) {
  wxClientDC dc(&window);
  const wxSize size = window.GetClientSize();
  wxBitmap bitmap(size);
  wxMemoryDC memory(bitmap);
  memory.Blit(0, 0, size.x, size.y, &dc, 0, 0);
  memory.SelectObject(wxNullBitmap);
  wxImageHistogram histogram;
  return bitmap.ConvertToImage().ComputeHistogram(histogram);
}

/// Chooses a word of the choice with a name, as the user does.
void choose(wxWindow& window, const wxString& name, const wxString& word) {
  for (wxWindow* child : window.GetChildren()) {
    choose(*child, name, word);
    auto* control = dynamic_cast<wxChoice*>(child);
    if (!control || control->GetName() != name || !control->SetStringSelection(word)) continue;
    wxCommandEvent event(wxEVT_CHOICE, control->GetId());
    event.SetEventObject(control);
    control->ProcessWindowEvent(event);
  }
}

}  // namespace

TEST_CASE("a document is shown page by page, and again when the plan has changed") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("papers");
  PapersPane& papers = running.work().papers();
  REQUIRE(papers.choose("brief"));
  REQUIRE(running.showsPages());
  CHECK(papers.pages().pageCount() == 1);
  CHECK(shades(papers.pages()) > 20);
  REQUIRE(papers.choose("process-design"));
  CHECK(papers.pages().pageCount() == 0);  // never the pages of another paper
  REQUIRE(running.showsPages());
  CHECK(papers.pages().pageCount() > 5);
  papers.pages().SetFocus();
  running.key(WXK_PAGEDOWN);
  CHECK(papers.pages().GetViewStart().y > 0);
  REQUIRE(running.showsPages());
}

TEST_CASE("a drawing is shown as a drawing") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("papers");
  REQUIRE(running.work().papers().choose("timeline"));
  running.settle();
  CHECK(running.work().papers().drawing().IsShown());
  CHECK_FALSE(running.work().papers().pages().IsShown());
  CHECK(running.work().papers().canPrint());
}

TEST_CASE("a paper that is not for the chosen readers is neither shown nor written") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("papers");
  PapersPane& papers = running.work().papers();
  REQUIRE(papers.choose("brief"));
  choose(papers, "For whom", "Public");
  REQUIRE(papers.choose("findings-report"));
  running.settle();
  CHECK_FALSE(papers.canPrint());
  running.answers().asked.clear();
  papers.write();
  CHECK(running.answers().asked.empty());
  CHECK(papers.pages().pageCount() == 0);
  REQUIRE(papers.choose("brief"));  // the readers stay who they were
  CHECK(papers.readers().audience.level == Classification::open);
  CHECK(papers.canPrint());
  choose(papers, "For whom", "Core");
  REQUIRE(papers.choose("event-concept-note"));
  CHECK_FALSE(papers.canPrint());
}

TEST_CASE("what a paper is about, its period, tracks and colours can be chosen") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("papers");
  PapersPane& papers = running.work().papers();
  REQUIRE(papers.choose("timeline"));
  running.settle();
  const int whole = papers.drawing().GetVirtualSize().y;
  running.answers().answers = {"Track 3: people in public"};
  papers.ask(PaperDetail::tracks);
  running.settle();
  CHECK(papers.drawing().GetVirtualSize().y < whole);
  running.answers().answers = {"2013-12-01", "2013-11-01"};
  papers.ask(PaperDetail::period);
  CHECK(running.frame().GetStatusBar()->GetStatusText() == "The last day lies before the first: nothing was changed.");
  running.answers().answers = {"A3"};
  papers.ask(PaperDetail::sheet);
  REQUIRE(papers.choose("event-concept-note"));
  running.answers().answers = {"Name a prime minister"};
  papers.ask(PaperDetail::about);
  running.settle();
  REQUIRE(running.showsPages());
  CHECK(papers.pages().pageCount() > 0);
}

TEST_CASE("a document whose look is taken stays chosen until another is, or the usual one") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("papers");
  PapersPane& papers = running.work().papers();
  REQUIRE(papers.choose("brief"));
  const auto answer = [&](std::initializer_list<std::string> answers) {
    running.answers().answers = answers;
    papers.ask(PaperDetail::reference);
    return papers.details().reference;
  };
  CHECK(answer({"letterhead.docx"}) == "letterhead.docx");
  CHECK(answer({"Cancel"}) == "letterhead.docx");
  CHECK(answer({"That of another document of yours"}) == "letterhead.docx");
  CHECK(answer({"That of another document of yours", "other.odt"}) == "other.odt");
  CHECK(answer({"The usual one"}).empty());
}

TEST_CASE("leaving the window while pages are made waits for nothing") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("papers");
  REQUIRE(running.work().papers().choose("process-design"));
  running.act("start");
  CHECK_FALSE(running.frame().hasPlan());
}
