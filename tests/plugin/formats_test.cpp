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
  CHECK(list.size() == scene::drawings().size() + 2);  // a page, a plugin
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
  CHECK(exportPlan(plan, day, "timeline.svg", host).bytes.find("<svg") != std::string::npos);
  CHECK(exportPlan(plan, day, "html-view", host).bytes.starts_with("<!DOCTYPE html>"));
  CHECK(exportPlan(plan, day, "good", host).bytes.starts_with("plan=Talks\n"));
}

TEST_CASE("An unknown format is answered with those there are") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginHost host(folder.places());
  try {
    exportPlan(Plan(), day, "papyrus", host);
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
  CHECK_THROWS_WITH(exportPlan(Plan(), day, "good", host),
                    "The plugin \"Plugin good\" comes from outside Trackloom and is off until you allow it.");
}

TEST_CASE("A format whose plugin cannot be used says why") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good", PluginFolder::manifest("good", {{"api", "99"}}));
  PluginFolder::put(folder.installed(), "broken", "<manifest");
  PluginHost host(folder.places());
  try {
    exportPlan(Plan(), day, "good", host);
    FAIL("it should have thrown");
  } catch (const Error& error) {
    CHECK(plainText(error.message()) == "The plugin \"Plugin good\" cannot be used.");
    CHECK(plainText(error.toDo()).find("It needs version 99 of the plugin interface") == 0);
  }
  CHECK_THROWS_WITH(exportPlan(Plan(), day, "broken", host), "The plugin \"broken\" cannot be used.");
}

TEST_CASE("A list of allowed plugins that cannot be read stops only what needs it, and is never replaced") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginFolder::put(folder.outside(), "noisy");
  test::fs::create_directories(folder.allowed());  // a folder in place of the file
  PluginHost host(folder.places());
  CHECK(exportPlan(Plan(), day, "timeline.svg", host).bytes.find("<svg") != std::string::npos);
  CHECK_FALSE(exportPlan(Plan(), day, "good", host).bytes.empty());
  for (const auto& attempt :
       {std::function<void()>([&] { exportPlan(Plan(), day, "noisy", host); }),
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
