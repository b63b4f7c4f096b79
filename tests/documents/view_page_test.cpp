#include "documents/view_page.h"

#include "documents/papers.h"
#include "documents/programs.h"
#include "documents/view_pieces.h"
#include "xml/disk_files.h"

#include <regex>
#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::documents;

namespace {

const Day day = dayNamed("2013-12-01");

std::string pageOf(const Plan& plan, Classification audience = Classification::team) {
  return viewPage(plan, {day, audience});
}

Plan example(const std::string& name) {
  return *xml::read(DiskFiles().read(TRACKLOOM_SOURCE_DIR "/templates/examples/" + name + ".trackloom")).plan;
}

std::vector<std::string> foundIn(const std::string& page, const char* pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(page.begin(), page.end(), expression), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

/// What is neither style nor script.
std::string withoutPieces(std::string page) {
  for (const std::string_view piece : {viewPieces().style, viewPieces().script}) {
    const std::size_t at = page.find(piece);
    REQUIRE(at != std::string::npos);
    page.erase(at, piece.size());
  }
  return page;
}

std::string rowOf(const std::string& page, const std::string& anchor) {
  const std::size_t begin = page.find("<tr id=\"" + anchor + "\"");
  REQUIRE(begin != std::string::npos);
  return page.substr(begin, page.find("</tr>", begin) - begin);
}

Plan named(const std::string& name) {
  std::string inXml;
  for (const char c : name) inXml += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
  return planOf("<tracks><track id=\"t1\" name=\"" + inXml + "\"/></tracks><issues><issue id=\"i1\" title=\"" + inXml +
                    "\"/></issues><actors><actor id=\"a1\" name=\"" + inXml +
                    "\"/></actors><activities><activity id=\"x1\" title=\"" + inXml +
                    "\" tracks=\"t1\" issues=\"i1\" lead=\"a1\" start=\"2013-11-01\"><notes>" + inXml +
                    "</notes></activity></activities>",
                "title=\"" + inXml + "\"");
}

}  // namespace

TEST_CASE("The page tells plan, day and readers, and has a row for every element they may see") {
  const std::string page = pageOf(fullPlan());
  CHECK(contains(page, "<h1><bdi>Dialogue &amp; &quot;Peace&quot;</bdi></h1>"));
  CHECK(contains(page, "As of 1 December 2013. For: Team."));
  for (const char* id : {"t1", "ph1", "i1", "o1", "a1", "g1", "q1", "b1", "s2", "x3", "p2", "h1", "d1", "e1"})
    CHECK(countOf(page, "<tr id=\"e-" + std::string(id) + "\"") == 1);
  CHECK(contains(rowOf(page, "e-x2"), "<a href=\"#e-t1\"><bdi>Official talks</bdi></a>"));
}

TEST_CASE("Every link of the page leads to one place on it, and no id stands twice") {
  for (const char* name : {"tunisia-2013", "libya-2018", "yemen-2011", "colombia-2010"}) {
    const std::string page = withoutPieces(pageOf(example(name), Classification::core));
    const auto ids = foundIn(page, " id=\"([^\"]*)\"");
    const std::set<std::string> places(ids.begin(), ids.end());
    CHECK(places.size() == ids.size());
    for (const std::string& target : foundIn(page, " href=\"#([^\"]*)\"")) {
      INFO(name << " " << target);
      CHECK(places.contains(target));
    }
  }
}

TEST_CASE("Rows say which tracks and issues they have to do with, links and actors by what they tie together") {
  const std::string page = pageOf(planOf(R"(<tracks><track id="t1" name="One"/><track id="t2" name="Two"/></tracks>
    <issues><issue id="i1" title="Land"/></issues>
    <actors><actor id="a1" name="Host"/><actor id="a2" name="Other"/></actors>
    <activities><activity id="x1" title="Talks" tracks="t1" issues="i1" start="2013-11-01"/>
      <activity id="x2" title="Forum" tracks="t2" start="2013-11-02"/></activities>
    <participations><participation id="p1" who="a1" in="x1"/></participations>
    <transfers><transfer id="h1" from="x2" to="x1"/></transfers>)"));
  CHECK(rowOf(page, "e-x1").starts_with("<tr id=\"e-x1\" data-tracks=\"t1\" data-issues=\"i1\">"));
  CHECK(rowOf(page, "e-x2").starts_with("<tr id=\"e-x2\" data-tracks=\"t2\">"));
  CHECK(rowOf(page, "e-h1").starts_with("<tr id=\"e-h1\" data-tracks=\"t1 t2\" data-issues=\"i1\">"));
  CHECK(rowOf(page, "e-p1").starts_with("<tr id=\"e-p1\" data-tracks=\"t1\" data-issues=\"i1\">"));
  CHECK(rowOf(page, "e-a1").starts_with("<tr id=\"e-a1\" data-tracks=\"t1\" data-issues=\"i1\">"));
  CHECK(rowOf(page, "e-a2").starts_with("<tr id=\"e-a2\">"));
  CHECK(rowOf(page, "e-i1").starts_with("<tr id=\"e-i1\" data-tracks=\"t1\" data-issues=\"i1\">"));
}

TEST_CASE("Nothing above the readers' level stands in the page") {
  const Plan plan = planOf(R"(<tracks><track id="t1" name="Open track" classification="public"/></tracks>
    <actors><actor id="a1" name="Known host" classification="public"/>
      <actor id="a2" name="CANARYTEAM" classification="team"/>
      <actor id="a3" name="CANARYCORE" classification="core"/></actors>
    <assessments><assessment id="s1" actor="a1" influence="5" position="CANARYCORE"/></assessments>
    <activities>
      <activity id="x1" title="Open session" classification="public" tracks="t1" status="suspended" planned-start="2013-06-01" start="2013-06-01" lead="a2"/>
      <activity id="x2" title="CANARYTEAM" classification="team" tracks="t1" planned-start="2013-06-01"/>
      <activity id="x3" title="CANARYCORE" classification="core" tracks="t1" planned-start="2013-06-01"/></activities>
    <waivers><waiver id="w1" rule="STALL-ACT" elements="x1" reason="CANARYCORE" who="CANARYCORE"/></waivers>
    <comments><comment id="c1" about="x1" text="CANARYCORE"/></comments>)");
  const std::string core = pageOf(plan, Classification::core);
  CHECK(contains(core, "CANARYCORE"));
  const std::string team = pageOf(plan, Classification::team);
  CHECK(contains(team, "CANARYTEAM"));
  CHECK(contains(team, "id=\"s-findings\""));
  CHECK_FALSE(contains(team, "CANARYCORE"));
  for (const Classification audience : {Classification::open, Classification::partners}) {
    const std::string page = withoutPieces(pageOf(plan, audience));
    CHECK(contains(page, "Open session"));
    for (const char* hidden : {"CANARY", "id=\"s-findings\"", "id=\"unknowns\"", "<tr id=\"f-", "stall", "Forecast"}) {
      INFO(hidden);
      CHECK_FALSE(contains(page, hidden));
    }
  }
}

TEST_CASE("Names that try to be markup or to turn the text around stay names") {
  const std::string attempts[] = {"</script><script>alert(1)</script>",
                                  "]]><!--<img src=x onerror=alert(1)>",
                                  "\" onmouseover=\"alert(1)",
                                  "{{{script}}} {{#figures}}",
                                  "\u202Eevil\u2066",
                                  "line\u2028separator",
                                  std::string(10'000, 'W')};
  for (const std::string& name : attempts) {
    INFO(name.substr(0, 40));
    const std::string page = pageOf(named(name));
    CHECK(countOf(page, "<script>") == 1);
    CHECK(countOf(page, "</script>") == 1);
    const std::string rest = withoutPieces(page);
    CHECK_FALSE(contains(rest, "<img"));
    CHECK_FALSE(contains(rest, "<!--"));
    CHECK_FALSE(contains(rest, "\u202E"));
    CHECK(foundIn(rest, "<[a-z]+[^>]* (on[a-z]+)=").empty());
    CHECK(countOf(rest, "\u2066") == countOf(rest, "\u2069"));
    const std::string row = rowOf(page, "e-x1");
    CHECK(contains(row, "<bdi>"));
  }
  CHECK(contains(rowOf(pageOf(named("{{{script}}}")), "e-x1"), "{{{script}}}"));
}

TEST_CASE("The page asks nothing of any other place and lets only its own style and script through") {
  const std::string page = pageOf(example("tunisia-2013"));
  std::string rest = page;
  for (const std::string_view name : {"http://www.w3.org/2000/svg"})
    for (std::size_t at = rest.find(name); at != std::string::npos; at = rest.find(name)) rest.erase(at, name.size());
  for (const char* reference :
       {"http:", "https:", "url(", "@import", "src=", "javascript:", " style=", "<base", "<link"}) {
    INFO(reference);
    CHECK_FALSE(contains(rest, reference));
  }
  CHECK(contains(page, "content=\"default-src 'none'; style-src 'sha256-"));
  CHECK(foundIn(page, "'sha256-([A-Za-z0-9+/]{43}=)'").size() == 2);
}

TEST_CASE("The page tells what was known on the day and no more") {
  const std::string page = withoutPieces(pageOf(planOf(
      R"(<activities><activity id="x1" title="Talks" planned-start="2013-11-01" start="2013-11-02" finish="2014-03-03"/></activities>
    <commitments><commitment id="k1" title="Release" score="2" updated="2014-02-02"/></commitments>
    <events><event id="e1" title="Talks rest" date="2013-11-20" about="x1" status="suspended"/>
      <event id="e2" title="Talks end" date="2014-03-03" about="x1" status="completed"/></events>)")));
  CHECK(contains(rowOf(page, "e-x1"), "<td>since 2 November 2013</td><td>Suspended</td>"));
  CHECK_FALSE(contains(page, "2014-03"));
  CHECK_FALSE(contains(page, "March 2014"));
  CHECK_FALSE(contains(page, "Talks end"));
  CHECK(contains(rowOf(page, "e-k1"), "</th><td></td>"));
}

TEST_CASE("Deadlines tell the day they fall on, outside the team only where it rests on no forecast") {
  const Plan plan = planOf(R"(<activities>
      <activity id="x1" title="Talks" classification="public" start="2013-11-01" finish="2013-11-02"/>
      <activity id="x2" title="Forum" classification="public" planned-start="2014-01-10"/></activities>
    <deadlines><deadline id="d1" title="Report" classification="public" of="x1" anchor="x1" end="finish" offset="10"/>
      <deadline id="d2" title="Answer" classification="public" of="x2" anchor="x2" end="start" offset="10"/></deadlines>)");
  const std::string team = pageOf(plan);
  CHECK(contains(rowOf(team, "e-d1"), "</th><td>12 November 2013</td>"));
  CHECK(contains(rowOf(team, "e-d2"), "</th><td>20 January 2014 (forecast)</td>"));
  const std::string open = pageOf(plan, Classification::open);
  CHECK(contains(rowOf(open, "e-d1"), "</th><td>12 November 2013</td>"));
  CHECK(contains(rowOf(open, "e-d2"), "</th><td></td>"));
}

TEST_CASE("A drawing that nobody could read is left out, and the page says so") {
  std::string activities = "<activities>";
  for (int number = 1; number <= 601; ++number)
    activities += "<activity id=\"x" + std::to_string(number) + "\" title=\"Round\" planned-start=\"2014-01-10\"/>";
  const std::string page = pageOf(planOf(activities + "</activities>"));
  CHECK(contains(page, "This drawing is left out: it would show 601 Activities."));
  CHECK(contains(page, "id=\"timeline-x601\""));
  CHECK_FALSE(contains(page, "id=\"link-map-x601\""));
}

TEST_CASE("The same plan gives the same page") {
  const Plan plan = example("yemen-2011");
  CHECK(pageOf(plan) == pageOf(plan));
}

TEST_CASE("A plan in Arabic has a page that runs from right to left") {
  const Plan plan = planOf(R"(<actors><actor id="a1" name="مجلس"/></actors>)", "title=\"حوار\" languages=\"ar\"");
  const std::string page = viewPage(plan, {day, Classification::team, language::Language("ar", "")});
  CHECK(contains(page, "<html lang=\"ar\" dir=\"rtl\">"));
  CHECK(contains(page, "<bdi>مجلس</bdi>"));
}

TEST_CASE("An empty plan has a page too") {
  const std::string page = pageOf(Plan());
  CHECK(contains(page, "Untitled plan"));
  CHECK_FALSE(contains(page, "<select"));
  CHECK_FALSE(contains(page, "<table"));
}

TEST_CASE("The page is used with mouse and keyboard in Chromium", "[.long]") {
  const std::string script = DiskFiles().read(TRACKLOOM_SOURCE_DIR "/tests/documents/view_page_clicks.py");
  InstalledPrograms programs(300);
  const std::string command = "HOME=$PWD /usr/bin/python3 view_page_clicks.py page.html >clicked.txt";
  const std::string clicked =
      programs.run({{"sh", "-c", command},
                    {{"view_page_clicks.py", script}, {"page.html", pageOf(example("tunisia-2013"))}},
                    "clicked.txt",
                    day});
  CHECK(countOf(clicked, "\n") == 6);
}
