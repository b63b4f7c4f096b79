#include "plugin/host.h"

#include "plan/error.h"
#include "plugin_folder.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::plugin;
using test::PluginFolder;

namespace {

namespace fs = std::filesystem;

const Day day = *parseDay("2013-12-01");

Plan smallPlan() {
  return test::planOf(
      "<activities>"
      "<activity id='a1' title='Round one' tracks='t1 t2' status='planned' planned-start='2014-Q1'>"
      "<title xml:lang='ar'>الجولة</title></activity>"
      "<activity id='a2' title='Undated'/>"
      "</activities>"
      "<dependencies><dependency id='d1' from='a1' to='a2'/></dependencies>");
}

/// What the one plugin from outside gives after it was allowed, or the sentence it fails with.
std::string outcomeOf(const std::string& sample, Limits limits = {}) {
  const PluginFolder folder;
  PluginFolder::put(folder.outside(), sample);
  PluginHost host(folder.places(), limits);
  host.allow(sample);
  try {
    return host.run(test::entry(host, sample), {smallPlan(), day}).bytes;
  } catch (const Error& error) {
    return plainText(error.message());
  }
}

constexpr const char* whatTheGoodPluginSees =
    "plan=Talks\nas-of=2013-12-01\nlanguage=en\n"
    "activity=a1\ntitle=Round one\narabic=الجولة\ntracks=t1 t2\nstatus=planned\n"
    "first=2014-01-01\nlast=2014-01-01\ndated=yes\nspan=2014-01-01\nto=2014-03-31\npartial=yes\n"
    "activity=a2\ntitle=Undated\narabic=(none)\ntracks=(none)\nstatus=(none)\n"
    "first=2014-01-02\nlast=2014-01-02\ndated=yes\n"
    "unknown-kind=none\nunknown-id=none\n";

}  // namespace

TEST_CASE("A plugin of the installation runs in this process and sees the plan by the names that files use") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginHost host(folder.places());
  const Exported exported = host.run(test::entry(host, "good"), {smallPlan(), day});
  CHECK(exported.bytes == whatTheGoodPluginSees);
  REQUIRE(exported.notes.size() == 1);
  CHECK(plainText(exported.notes.front()) == "A note from the good plugin.");
  CHECK(host.run(test::entry(host, "good"), {smallPlan(), day}).bytes == exported.bytes);
}

TEST_CASE("A plugin from outside is off until it is allowed, and again once it is not") {
  const PluginFolder folder;
  PluginFolder::put(folder.outside(), "good");
  {
    PluginHost host(folder.places());
    CHECK(test::entry(host, "good").permission == Permission::missing);
    CHECK_THROWS_WITH(host.run(test::entry(host, "good"), {smallPlan(), day}),
                      "The plugin \"Plugin good\" comes from outside Trackloom and is off until you allow it.");
    host.allow("good");
    CHECK(test::entry(host, "good").usable());
  }
  PluginHost host(folder.places());
  CHECK(host.run(test::entry(host, "good"), {smallPlan(), day}).bytes == whatTheGoodPluginSees);
  host.disallow("good");
  CHECK_FALSE(test::entry(host, "good").usable());
  CHECK_FALSE(fs::exists(folder.allowed()));
}

TEST_CASE("A permission lapses when the library changes") {
  const PluginFolder folder;
  PluginFolder::put(folder.outside(), "good");
  PluginHost host(folder.places());
  host.allow("good");
  std::ofstream(folder.outside() / "good/good.so", std::ios::app) << "x";
  CHECK_THROWS_WITH(host.run(test::entry(host, "good"), {smallPlan(), day}),
                    "The library of the plugin \"Plugin good\" has changed since you allowed it.");
  const PluginHost later(folder.places());
  CHECK(test::entry(later, "good").permission == Permission::lapsed);
}

TEST_CASE("Only plugins from outside that are there can be allowed") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginFolder::put(folder.outside(), "broken", "<manifest");
  PluginHost host(folder.places());
  CHECK_THROWS_WITH(host.allow("good"), "There is no plugin from outside under the name \"good\".");
  CHECK_THROWS_WITH(host.disallow("nobody"), "There is no plugin from outside under the name \"nobody\".");
  CHECK_THROWS_WITH(host.allow("broken"), "The plugin \"broken\" cannot be used.");
}

TEST_CASE("A plugin from outside that goes wrong costs one sentence and nothing else") {
  CHECK(outcomeOf("reporting") == "The plugin \"Plugin reporting\" could not do it: The moon is full.");
  CHECK(outcomeOf("crashing") == "The plugin \"Plugin crashing\" crashed or used more memory than it may.");
  CHECK(outcomeOf("aborting") == "The plugin \"Plugin aborting\" crashed or used more memory than it may.");
  CHECK(outcomeOf("leaving") == "The plugin \"Plugin leaving\" ended without a result.");
  CHECK(outcomeOf("garbage") == "What the plugin \"Plugin garbage\" gave back is not what it should be.");
}

TEST_CASE("A plugin from outside that never ends is stopped") {
  Limits byTheClock;
  byTheClock.seconds = 1;
  CHECK(outcomeOf("hanging", byTheClock) == "The plugin \"Plugin hanging\" was stopped because it took too long.");
  Limits byTheProcessor;
  byTheProcessor.processorSeconds = 1;
  CHECK(outcomeOf("hanging", byTheProcessor) == "The plugin \"Plugin hanging\" was stopped because it took too long.");
}

TEST_CASE("A plugin from outside cannot write without end, and its noise is not heard") {
  Limits limits;
  limits.output = 1U << 20U;
  CHECK(outcomeOf("noisy", limits) == "The plugin \"Plugin noisy\" wrote more than the 1048576 bytes it may.");
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("A plugin from outside cannot take all memory") {
  Limits limits;
  limits.memory = 512UL << 20U;
  CHECK(outcomeOf("hogging", limits) == "The plugin \"Plugin hogging\" crashed or used more memory than it may.");
}
#endif

TEST_CASE("A library that is no plugin for this version is not called") {
  CHECK(outcomeOf("oldabi") ==
        "The plugin \"Plugin oldabi\" could not be loaded: The plugin was made for version 42 of the plugin interface, "
        "and this is "
        "version 1.");
  CHECK(outcomeOf("future") ==
        "The plugin \"Plugin future\" could not be loaded: The plugin needs what this version of Trackloom does not "
        "offer, or lacks what it needs.");
  CHECK(outcomeOf("noplugin") ==
        "The plugin \"Plugin noplugin\" could not be loaded: The library does not have the function "
        "trackloom_plugin, so it is no plugin.");
}

TEST_CASE("A child that cannot be started is one error") {
  const PluginFolder folder;
  PluginFolder::put(folder.outside(), "good");
  PluginPlaces places = folder.places();
  places.childCommand = {"/nowhere/at-all"};
  PluginHost host(places);
  host.allow("good");
  CHECK_THROWS_AS(host.run(test::entry(host, "good"), {smallPlan(), day}), Error);
}

TEST_CASE("A plan that is larger than a pipe holds reaches the child whole") {
  std::string inside = "<activities>";
  for (int i = 0; i < 3000; ++i)
    inside +=
        "<activity id='a" + std::to_string(i) + "' title='" + std::string(60, 'x') + "' planned-start='2014-01-01'/>";
  const PluginFolder folder;
  PluginFolder::put(folder.outside(), "good");
  PluginHost host(folder.places());
  host.allow("good");
  const std::string out = host.run(test::entry(host, "good"), {test::planOf(inside + "</activities>"), day}).bytes;
  CHECK(out.size() > 400'000);
  CHECK(out.find("activity=a2999\n") != out.npos);
}
