#include "plugin/formats.h"

#include "plan/error.h"
#include "plugin_folder.h"
#include "scene/drawings.h"

#include <algorithm>
#include <functional>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::plugin;
using test::PluginFolder;

namespace {

const Day day = *parseDay("2013-12-01");

bool has(const std::vector<Format>& list, const std::string& id) {
  return std::any_of(list.begin(), list.end(), [&](const Format& format) { return format.id == id; });
}

}  // namespace

TEST_CASE("Formats are all drawings, the page to send and what usable plugins write") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginFolder::put(folder.installed(), "broken", "<manifest");
  PluginFolder::put(folder.outside(), "crashing");
  const PluginHost host(folder.places());
  const auto list = formats(host);
  CHECK(list.size() == 3 * scene::drawings().size() + 2);  // a page, a plugin
  CHECK(has(list, "timeline.svg"));
  CHECK(has(list, "good"));
  CHECK_FALSE(has(list, "crashing"));
  for (const Format& format : list) {
    CHECK_FALSE(format.title.empty());
    CHECK_FALSE(format.help.empty());
    CHECK_FALSE(format.extension.empty());
    CHECK_FALSE(format.mediaType.empty());
    CHECK_FALSE(format.origin.empty());
  }
}

TEST_CASE("A plan is exported by the name of a format") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginHost host(folder.places());
  const Plan plan =
      test::planOf("<activities><activity id='a' title='Talks' planned-start='2013-12-02'/></activities>");
  CHECK(exportPlan(plan, {"timeline.svg", day}, host).bytes.find("<svg") != std::string::npos);
  CHECK(exportPlan(plan, {"good", day}, host).bytes.starts_with("plan=Talks\n"));
  CHECK(exportPlan(plan, {"html-view", day}, host).bytes.starts_with("<!DOCTYPE html>"));
}

TEST_CASE("An unknown format is answered with those there are") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginHost host(folder.places());
  try {
    exportPlan(Plan(), {"papyrus", day}, host);
    FAIL("it should have thrown");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(plainText(error.message()) == "There is no format \"papyrus\".");
    CHECK(plainText(error.toDo()).find("timeline.svg") != std::string::npos);
    CHECK(plainText(error.toDo()).find("good") != std::string::npos);
  }
}

TEST_CASE("A format whose plugin is not allowed says so") {
  const PluginFolder folder;
  PluginFolder::put(folder.outside(), "good");
  PluginHost host(folder.places());
  CHECK_THROWS_WITH(exportPlan(Plan(), {"good", day}, host),
                    "The plugin \"Plugin good\" comes from outside Trackloom and is off until you allow it.");
}

TEST_CASE("A format whose plugin cannot be used says why") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good", PluginFolder::manifest("good", {{"api", "99"}}));
  PluginFolder::put(folder.installed(), "broken", "<manifest");
  PluginHost host(folder.places());
  try {
    exportPlan(Plan(), {"good", day}, host);
    FAIL("it should have thrown");
  } catch (const Error& error) {
    CHECK(plainText(error.message()) == "The plugin \"Plugin good\" cannot be used.");
    CHECK(plainText(error.toDo()).find("It needs version 99 of the plugin interface") == 0);
  }
  CHECK_THROWS_WITH(exportPlan(Plan(), {"broken", day}, host), "The plugin \"broken\" cannot be used.");
}

TEST_CASE("A list of allowed plugins that cannot be read stops only what needs it, and is never replaced") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginFolder::put(folder.outside(), "noisy");
  test::fs::create_directories(folder.allowed());  // a folder in place of the file
  PluginHost host(folder.places());
  CHECK(exportPlan(Plan(), {"timeline.svg", day}, host).bytes.find("<svg") != std::string::npos);
  CHECK_FALSE(exportPlan(Plan(), {"good", day}, host).bytes.empty());
  for (const auto& attempt :
       {std::function<void()>([&] {
          exportPlan(Plan(), {"noisy", day}, host);
        }),
        std::function<void()>([&] { host.allow("noisy"); }), std::function<void()>([&] { host.disallow("noisy"); })}) {
    try {
      attempt();
      FAIL("it should have thrown");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::unreadable);
      CHECK(error.where() == folder.allowed().string());
    }
  }
  CHECK(test::fs::is_directory(folder.allowed()));
}

TEST_CASE("Drawings are written as SVG, PDF and PNG, and named together by their ending") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginHost host(folder.places());
  const Plan plan =
      test::planOf("<activities><activity id='a' title='Talks' planned-start='2013-12-02'/></activities>");
  CHECK(exportPlan(plan, {"timeline.pdf", day}, host).bytes.starts_with("%PDF"));
  CHECK(exportPlan(plan, {"timeline.png", day}, host).bytes.starts_with("\x89PNG"));
  CHECK(formatsNamed("pdf", host).size() == scene::drawings().size());
  CHECK(formatsNamed("", host).size() == formats(host).size());
  CHECK(formatsNamed("good", host).size() == 1);
  CHECK_THROWS_WITH(formatsNamed("papyrus", host), "There is no format \"papyrus\".");
}

TEST_CASE("A format is also called by the ending of its files, where no other has it") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginHost host(folder.places());
  CHECK(formatsNamed("txt", host).front().id == "good");
  CHECK(exportPlan(Plan(), {"txt", day}, host).bytes == exportPlan(Plan(), {"good", day}, host).bytes);
  PluginFolder::put(folder.installed(), "noisy");
  PluginHost two(folder.places());
  CHECK(formatsNamed("txt", two).size() == 2);
  CHECK_THROWS_WITH(exportPlan(Plan(), {"txt", day}, two), "There is no format \"txt\".");
}

TEST_CASE("Outward drawings have none of the team's own judgements, in any format") {
  const PluginFolder folder;
  PluginHost host(folder.places());
  const Plan plan = test::planOf(
      "<tracks><track id='t1' name='One' level='1'/><track id='t2' name='Two' level='2'/></tracks>"
      "<actors><actor id='x' name='Canarymajor' classification='core'/><actor id='y' name='Canarylead'/>"
      "<actor id='z' name='Openname' classification='public'/></actors>"
      "<activities><activity id='a' title='Opentalks' classification='public' tracks='t1' start='2013-01-02' "
      "status='suspended' lead='x'/><activity id='b' title='Canarysecret' tracks='t2' planned-start='2013-02-01'/>"
      "</activities>"
      "<assessments><assessment id='s' viewpoint='y' actor='z' stance='Canaryview' influence='4'/></assessments>"
      "<waivers><waiver id='w' rule='GAP-NO-LINK' reason='Canaryreason' elements='t1 t2'/></waivers>");
  for (const Format& format : formatsNamed("svg", host))
    for (const Classification audience : {Classification::open, Classification::partners}) {
      ExportRequest request{format.id, day, audience};
      const std::string svg = exportPlan(plan, request, host).bytes;
      INFO(format.id);
      CHECK(svg.find("Canary") == std::string::npos);
      CHECK(svg.find("stall") == std::string::npos);
    }
  CHECK(exportPlan(plan, {"timeline.svg", day, Classification::partners}, host).bytes.find("Opentalks") !=
        std::string::npos);
  CHECK(exportPlan(plan, {"timeline.svg", day}, host).bytes.find("Canarysecret") != std::string::npos);
}

TEST_CASE("A plugin for readers outside the team is told no forecasts, in this process or in a child") {
  const PluginFolder folder;
  const Plan plan = test::planOf(
      "<activities><activity id='a' classification='public' title='First' planned-start='2013-11-01' duration='10'/>"
      "<activity id='b' classification='public' title='Second'/></activities>"
      "<dependencies><dependency id='d' classification='public' from='a' to='b'/></dependencies>");
  const bool outside = GENERATE(false, true);
  PluginFolder::put(outside ? folder.outside() : folder.installed(), "good");
  PluginHost host(folder.places());
  if (outside) host.allow("good");
  const std::string own = exportPlan(plan, {"good", day}, host).bytes;
  CHECK(own.find("first=2013-12-01\nlast=2013-12-10\n") != std::string::npos);
  CHECK(own.find("first=2013-12-11\n") != std::string::npos);
  const std::string outward = exportPlan(plan, {"good", day, Classification::partners}, host).bytes;
  CHECK(outward.find("first=2013-11-01\nlast=2013-11-10\ndated=yes\n") != std::string::npos);
  CHECK(outward.find("first=(none)\nlast=(none)\ndated=no\n") != std::string::npos);
  CHECK(outward.find("2013-12-1") == std::string::npos);
}

TEST_CASE("A drawing can show some tracks and a period, what names none in the plan is told") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginHost host(folder.places());
  const Plan plan = test::planOf(
      "<tracks><track id='t1' name='One'/><track id='t2' name='Two'/></tracks>"
      "<activities><activity id='a' title='Talks' tracks='t1' planned-start='2014-01-02'/>"
      "<activity id='b' title='Forum' tracks='t2' planned-start='2014-02-01'/></activities>"
      "<dependencies><dependency id='d' from='b' to='a'/></dependencies>");
  ExportRequest request{"timeline.svg", day};
  request.scope.tracks = {"t1"_id};
  const std::string narrow = exportPlan(plan, request, host).bytes;
  CHECK(narrow.find("Talks") != std::string::npos);
  CHECK(narrow.find("Forum") == std::string::npos);
  CHECK(narrow.find("2014-02-02") != std::string::npos);  // the forecast still follows from the whole plan
  request.scope.tracks = {"a"_id};
  CHECK_THROWS_WITH(exportPlan(plan, request, host), "The plan has no track with the id \"a\".");
  request.scope.tracks = {};
  request.from = dayOf({2014, 3, 1});
  request.until = dayOf({2014, 2, 1});
  CHECK_THROWS_WITH(exportPlan(plan, request, host), "The period ends on 2014-02-01, before it begins on 2014-03-01.");
  ExportRequest other{"good", day};
  other.theme = scene::Theme::grey;
  CHECK_THROWS_WITH(exportPlan(plan, other, host),
                    "Only drawings have a period, a theme, a size and a direction; \"good\" is none.");
}

TEST_CASE("Every drawing can be narrowed, turned around and recoloured on a plan with everything in it") {
  const PluginFolder folder;
  PluginHost host(folder.places());
  const Plan plan = test::planOf(
      "<tracks><track id='t1' name='One'/><track id='t2' name='Two'/></tracks>"
      "<issues><issue id='i' title='Land'/><issue id='j' title='Water'/></issues>"
      "<activities><activity id='a' title='Talks' tracks='t1' issues='i' planned-start='2014-01-02'/>"
      "<activity id='b' title='Forum' tracks='t2 t1' issues='j' planned-start='2014-02-01'/></activities>"
      "<transfers><transfer id='x' from='b' to='a' planned='2014-02-03'/></transfers>"
      "<agreements><agreement id='g' title='Accord' tracks='t2' date='2013-01-01' stage='ceasefire'/></agreements>");
  for (const Format& format : formatsNamed("svg", host))
    for (const char* track : {"t1", "t2"})
      for (const char* issue : {"i", "j"}) {
        ExportRequest request{format.id, day};
        request.scope = {{*ElementId::parse(track)}, {*ElementId::parse(issue)}};
        request.theme = scene::Theme::colourBlind;
        request.direction = scene::Direction::rightToLeft;
        request.sheet = render::SheetSize::a3;
        INFO(format.id << ' ' << track << ' ' << issue);
        CHECK(exportPlan(plan, request, host).bytes.find("<svg") != std::string::npos);
      }
}
