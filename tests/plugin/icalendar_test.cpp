#include "plan/error.h"
#include "plugin/formats.h"
#include "plugin/text.h"
#include "plugin_folder.h"
#include "support/golden.h"
#include "xml/disk_files.h"
#include "xml/write.h"

#include <sstream>

#include <catch2/catch.hpp>
#include <libical/ical.h>

using namespace trackloom;
using namespace trackloom::plugin;

namespace {

namespace fs = std::filesystem;

PluginHost builtHost() {
  const fs::path build = TRACKLOOM_BINARY_DIR;
  return PluginHost({{build / "lib/trackloom/plugins", "/nowhere"}, "/nowhere/allowed", {"/nowhere/child"}});
}

Exported exported(const Plan& plan, const char* asOf = "2013-12-01") {
  PluginHost host = builtHost();
  return exportPlan(plan, {"icalendar", *parseDay(asOf)}, host);
}

/// The lines as they were before they were folded.
std::vector<std::string> unfolded(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != text.npos);
    if (text[at] == ' ') {
      REQUIRE_FALSE(lines.empty());
      lines.back() += text.substr(at + 1, end - at - 1);
    } else {
      lines.push_back(text.substr(at, end - at));
    }
    at = end + 2;
  }
  return lines;
}

/// The lines of the event with a summary, joined; empty if there is none.
std::string eventOf(const std::string& text, const std::string& summary) {
  std::string event;
  for (const std::string& line : unfolded(text)) {
    if (line == "BEGIN:VEVENT") event.clear();
    event += line + "\n";
    if (line == "END:VEVENT" && event.find(":" + summary + "\n") != event.npos) return event;
  }
  return "";
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

std::string activityEvent(const std::string& attributes) {
  const std::string anchor = "<activity id='z' title='Anchor' planned-start='2013-12-02'/>";
  return eventOf(
      exported(test::planOf("<activities><activity id='a' title='It' " + attributes + "/>" + anchor + "</activities>"))
          .bytes,
      "It");
}

Plan smallPlan() {
  const fs::path file = fs::path(TRACKLOOM_SOURCE_DIR) / "plugins/icalendar/test.trackloom";
  const xml::Reading reading = xml::read(DiskFiles().read(file.string()));
  REQUIRE(reading.problems.empty());
  return reading.plan.value();
}

}  // namespace

TEST_CASE("The calendar of a small plan") {
  const Exported out = exported(smallPlan());
  checkGolden("tests/data/golden/icalendar.ics", out.bytes);
  REQUIRE(out.notes.size() == 1);
  CHECK(plainText(out.notes.front()) == "Without a date, and so not in the calendar (2): Some day; Nobody knows when");
}

TEST_CASE("The plugin's own plan is stored canonically") {
  const fs::path file = fs::path(TRACKLOOM_SOURCE_DIR) / "plugins/icalendar/test.trackloom";
  CHECK(xml::write(smallPlan()) == DiskFiles().read(file.string()));
}

TEST_CASE("The same plan and day give the same calendar, and other days keep the events' identity") {
  const Plan plan = smallPlan();
  CHECK(exported(plan).bytes == exported(plan).bytes);
  const std::string later = exported(plan, "2013-12-15").bytes;
  CHECK(holds(later, "UID:a1@p1.trackloom\r\n"));
  CHECK(holds(later, "DTSTAMP:20131215T000000Z\r\n"));
}

TEST_CASE("All-day events end on the day after their last") {
  const std::string event = activityEvent("planned-start='2014-02-27' planned-finish='2014-02-28'");
  CHECK(holds(event, "DTSTART;VALUE=DATE:20140227\nDTEND;VALUE=DATE:20140301\n"));
}

TEST_CASE("A milestone takes its one day") {
  CHECK(holds(activityEvent("planned-start='2014-02-27' duration='0'"),
              "DTSTART;VALUE=DATE:20140227\nDTEND;VALUE=DATE:20140228\n"));
}

TEST_CASE("A date known only as a quarter becomes its span and says so") {
  const std::string event = activityEvent("status='confirmed' planned-start='2014-Q2'");
  CHECK(holds(event, "DTSTART;VALUE=DATE:20140401\nDTEND;VALUE=DATE:20140701\n"));
  CHECK(holds(event, "STATUS:TENTATIVE\n"));
  CHECK(holds(event, "known only as 2014-Q2."));
}

TEST_CASE("An activity that is late stands where it is forecast, with what was planned") {
  const std::string event = activityEvent("planned-start='2013-11-04' planned-finish='2013-11-08'");
  CHECK(holds(event, "DTSTART;VALUE=DATE:20131201\nDTEND;VALUE=DATE:20131206\n"));
  CHECK(holds(event, "These days are a forecast. Planned: 2013-11-04/2013-11-08."));
  CHECK(holds(event, "STATUS:TENTATIVE\n"));
}

TEST_CASE("Only a finish is enough to stand in the calendar") {
  CHECK(holds(activityEvent("planned-finish='2014-01-10' duration='3'"),
              "DTSTART;VALUE=DATE:20140108\nDTEND;VALUE=DATE:20140111\n"));
}

TEST_CASE("What follows from a dated activity is forecast, what follows from nothing is left out") {
  const Exported out = exported(test::planOf(
      "<activities><activity id='a' title='First' planned-start='2014-01-06' duration='5'/><activity id='b' "
      "title='Second' duration='2'/>"
      "<activity id='c' title='Undated' duration='3'/><activity id='d' title='After the undated' "
      "duration='2'/></activities>"
      "<dependencies><dependency id='x' from='a' to='b'/><dependency id='y' from='c' to='d'/></dependencies>"));
  CHECK(holds(eventOf(out.bytes, "Second"), "DTSTART;VALUE=DATE:20140111\nDTEND;VALUE=DATE:20140113\n"));
  REQUIRE(out.notes.size() == 1);
  CHECK(plainText(out.notes.front()) == "Without a date, and so not in the calendar (2): Undated; After the undated");
}

TEST_CASE("Behind an unmet political precondition there is no forecast, only the plan") {
  const std::string out =
      exported(test::planOf("<activities><activity id='a' title='Release' planned-start='2014-03-03'/>"
                            "<activity id='b' title='Talks' status='confirmed' planned-start='2014-01-06'/><activity "
                            "id='c' title='Unplanned' duration='2'/></activities>"
                            "<dependencies><dependency id='x' from='a' to='b' nature='political'/>"
                            "<dependency id='y' from='a' to='c' nature='political'/></dependencies>"))
          .bytes;
  const std::string event = eventOf(out, "Talks");
  CHECK(holds(event, "DTSTART;VALUE=DATE:20140106\n"));
  CHECK(holds(event, "It waits for a political precondition"));
  CHECK(holds(event, "STATUS:TENTATIVE\n"));
  CHECK(eventOf(out, "Unplanned").empty());
}

TEST_CASE("What is recorded for a later day is not known yet") {
  const std::string event = activityEvent("planned-start='2013-12-10' start='2013-12-12' finish='2013-12-13'");
  CHECK(holds(event, "DTSTART;VALUE=DATE:20131210\n"));
}

TEST_CASE("Links stand in the event that RFC 9253 puts them in, with their days between") {
  const std::string out = exported(smallPlan()).bytes;
  CHECK(holds(eventOf(out, "Preparatory talks"), "RELATED-TO;RELTYPE=STARTTOSTART;GAP=-P1D:a2@p1.trackloom\n"));
  CHECK(holds(out, "RELATED-TO;RELTYPE=FINISHTOSTART;GAP=P2D:a3@p1.trackloom"));
  CHECK(holds(eventOf(out, "Elections"), "RELATED-TO;RELTYPE=DEPENDS-ON:a1@p1.trackloom\n"));
}

TEST_CASE("Text is escaped, and nothing in it can begin a line of its own") {
  const std::string out =
      exported(test::planOf(
                   "<activities><activity id='a' title='One; two, three \\ four: &quot;five&quot;&#13;&#10;END:VEVENT' "
                   "venue='x&#10;DTSTART:1' planned-start='2014-01-01'/></activities>"))
          .bytes;
  CHECK(holds(out, "SUMMARY;LANGUAGE=en:One\\; two\\, three \\\\ four: \"five\"\\nEND:VEVENT\r\n"));
  CHECK(holds(out, "LOCATION;LANGUAGE=en:x\\nDTSTART:1\r\n"));
}

TEST_CASE("A track's name with a comma stays one category") {
  const std::string out = exported(smallPlan()).bytes;
  CHECK(holds(out, "CATEGORIES;LANGUAGE=en:Civil society\\, women's groups\r\n"));
  CHECK(holds(out, "X-WR-CALNAME;VALUE=TEXT:Talks\\, rounds\\; and more\r\n"));
}

TEST_CASE("Lines are folded at 75 octets and never inside a character") {
  std::string unbroken, spaced;
  for (int i = 0; i < 60; ++i) {
    unbroken += "السلام";
    spaced += "الحوار الوطني ";
  }
  for (const std::string& title :
       {unbroken, "x" + unbroken, "xx" + spaced + "🕊🕊🕊", std::string(75 - 20, 'x')}) {
    const std::string out = exported(test::planOf("<activities><activity id='a' title='" + title +
                                                  "' planned-start='2014-01-01'/></activities>"))
                                .bytes;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) {
      REQUIRE(line.ends_with('\r'));
      CHECK(line.size() <= 76);
      CHECK(line.size() > 1);
      CHECK(isText(line));
    }
    CHECK(holds(eventOf(out, title), "UID:a@p1.trackloom\n"));
  }
}

TEST_CASE("Other programs can read the calendar: it keeps the rules of RFC 5545") {
  const std::string out = exported(smallPlan()).bytes;
  icalcomponent* const calendar = icalparser_parse_string(out.c_str());
  REQUIRE(calendar);
  CHECK(icalcomponent_count_errors(calendar) == 0);
  CHECK(icalrestriction_check(calendar) == 1);
  CHECK(icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT) == 6);
  icalcomponent_free(calendar);
}

TEST_CASE("What only the core may see does not get into a calendar") {
  const std::string out =
      exported(
          test::planOf(
              "<activities><activity id='a' title='Open' venue='Secret place' field-levels='venue:core' "
              "planned-start='2014-01-01'/>"
              "<activity id='b' title='Back channel' classification='core' planned-start='2014-01-01'/></activities>"))
          .bytes;
  CHECK(holds(out, "Open"));
  CHECK_FALSE(holds(out, "Back channel"));
  CHECK_FALSE(holds(out, "Secret place"));
}

TEST_CASE("A plan without any date gives a sentence instead of an empty calendar") {
  CHECK_THROWS_WITH(exported(test::planOf("<activities><activity id='a' title='Some day'/></activities>")),
                    "The plugin \"iCalendar\" could not do it: Nothing in this plan has a date, so there is nothing to "
                    "put into a calendar.");
}

TEST_CASE("Dates beyond what calendars can say are left out") {
  const Exported out =
      exported(test::planOf("<activities><activity id='a' title='Near' planned-start='2014-01-01'/><activity id='b' "
                            "title='Far' planned-start='9999-12-31'/></activities>"));
  CHECK(eventOf(out.bytes, "Far").empty());
  CHECK(out.notes.size() == 1);
}

TEST_CASE("Signs that turn the reading direction around do not reach a calendar") {
  const Exported out = exported(
      test::planOf("<activities><activity id='a' title='&#x202e;Talks&#x2066; in &#x61;&#x200f;' venue='&#x202d;Oslo' "
                   "planned-start='2013-12-02'/></activities>"));
  CHECK(holds(out.bytes, "SUMMARY;LANGUAGE=en:Talks in a\u200f\r\n"));
  CHECK(holds(out.bytes, "LOCATION;LANGUAGE=en:Oslo\r\n"));
}

TEST_CASE("What lies past the year 9999 is named as no day that a calendar can hold") {
  const Exported out = exported(test::planOf(
      "<activities><activity id='a' title='Now' planned-start='2013-12-02'/>"
      "<activity id='b' title='Far' planned-start='9999-12-01' duration='60'/>"
      "<activity id='c' title='Undated'/></activities>"
      "<deadlines><deadline id='d' title='Farther' of='a' anchor='b' end='finish' offset='30'/></deadlines>"));
  CHECK(eventOf(out.bytes, "Far").empty());
  CHECK(eventOf(out.bytes, "Farther").empty());
  CHECK_FALSE(holds(out.bytes, "VALUE=DATE:10000"));
  REQUIRE(out.notes.size() == 2);
  CHECK(plainText(out.notes[0]) == "Without a date, and so not in the calendar (1): Undated");
  CHECK(plainText(out.notes[1]) == "Past the year 9999, where calendars end, and so not in it (2): Far; Farther");
}

TEST_CASE("A calendar for readers outside the team has what is recorded and planned, and no forecast") {
  const Plan plan = test::planOf(
      "<activities><activity id='a' classification='public' title='First' planned-start='2013-11-01' duration='10'/>"
      "<activity id='b' classification='public' title='Second' duration='5'/>"
      "<activity id='c' classification='public' title='Third' start='2013-11-20' duration='30'/>"
      "<activity id='e' classification='public' title='Fourth' planned-start='2014-01-10'/></activities>"
      "<dependencies><dependency id='d' classification='public' from='a' to='b' lag='3'/>"
      "<dependency id='f' classification='public' from='c' to='e' nature='political'/></dependencies>"
      "<deadlines><deadline id='y' classification='public' title='Fixed' of='b' date='2014-02-03'/>"
      "<deadline id='z' classification='public' title='Counted' of='b' anchor='b' offset='20'/></deadlines>");
  PluginHost host = builtHost();
  for (const Classification audience : {Classification::open, Classification::partners}) {
    const std::string text = exportPlan(plan, {"icalendar", *parseDay("2013-12-01"), audience}, host).bytes;
    CHECK(holds(eventOf(text, "First"), "DTSTART;VALUE=DATE:20131101\nDTEND;VALUE=DATE:20131111\n"));
    CHECK(eventOf(text, "Second").empty());
    CHECK(holds(eventOf(text, "Third"), "DTSTART;VALUE=DATE:20131120\nDTEND;VALUE=DATE:20131202\n"));
    CHECK(holds(eventOf(text, "Fourth"), "DTSTART;VALUE=DATE:20140110\nDTEND;VALUE=DATE:20140111\n"));
    CHECK(holds(eventOf(text, "Fixed"), "DTSTART;VALUE=DATE:20140203\n"));
    CHECK(eventOf(text, "Counted").empty());
    CHECK_FALSE(holds(text, "forecast"));
    CHECK_FALSE(holds(text, "not expected before"));
  }
  const std::string own = exported(plan).bytes;
  CHECK(holds(eventOf(own, "Second"), "DTSTART;VALUE=DATE:20131214\n"));
  CHECK(holds(eventOf(own, "Counted"), "DTSTART;VALUE=DATE:20140107\n"));
}

TEST_CASE("A deadline that is counted from what has not happened yet is no firm day") {
  const auto eventOfDeadline = [](const std::string& deadline) {
    return eventOf(
        exported(test::planOf("<activities><activity id='a' title='Over' start='2013-11-01' finish='2013-11-05'/>"
                              "<activity id='b' title='Running' start='2013-11-20' planned-finish='2014-01-15'/>"
                              "<activity id='c' title='Ahead' planned-start='2014-02-01'/></activities>"
                              "<agreements><agreement id='g' title='Signed' date='2013-10-05'/>"
                              "<agreement id='h' title='Unsigned' planned='2014-03-01'/></agreements>"
                              "<deadlines><deadline id='d' title='Due' of='c' " +
                              deadline + "/></deadlines>"))
            .bytes,
        "Due");
  };
  for (const char* settled : {"date='2014-05-01'", "date='2014-05-01' anchor='c' offset='9'", "anchor='a' offset='90'",
                              "anchor='b' end='start' offset='90'", "anchor='g' offset='200'"}) {
    const std::string event = eventOfDeadline(settled);
    CHECK(holds(event, "STATUS:CONFIRMED"));
    CHECK_FALSE(holds(event, "may move"));
  }
  for (const char* open : {"anchor='b' offset='90'", "anchor='c' end='start' offset='9'", "anchor='h' offset='20'"}) {
    const std::string event = eventOfDeadline(open);
    CHECK(holds(event, "STATUS:TENTATIVE"));
    CHECK(holds(event, "so this day may move."));
  }
}
