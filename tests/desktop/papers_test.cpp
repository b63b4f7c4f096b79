#include "running.h"

#include <catch2/catch.hpp>
#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/image.h>

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

TEST_CASE("leaving the window while pages are made waits for nothing") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("papers");
  REQUIRE(running.work().papers().choose("process-design"));
  running.act("start");
  CHECK_FALSE(running.frame().hasPlan());
}
