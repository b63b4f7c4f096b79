#include "desktop/actions.h"
#include "desktop/program.h"
#include "desktop/running.h"
#include "desktop/screen_reader.h"
#include "documents/pdf_pages.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace fs = std::filesystem;

namespace {

/// The program as it speaks to those who hear it, asked from outside.
class Aloud {
 public:
  explicit Aloud(const std::string& language, const std::string& plan) : program_(plan, settingsFor(language)) {
    REQUIRE(waitFor([&] { return !reader_.windowsOf(program_.process()).empty(); }));
  }

  /// The newest window: a dialog before what it stands before.
  Heard window() const {
    auto windows = reader_.windowsOf(program_.process());
    REQUIRE(!windows.empty());
    return windows.back();
  }
  std::size_t windows() const { return reader_.windowsOf(program_.process()).size(); }

  std::vector<Heard> all(std::string_view role) const {
    std::vector<Heard> found;
    for (const Heard& one : onScreen(window()))
      if (one.role() == role) found.push_back(one);
    return found;
  }

  /// Presses the item of a menu, by its place, whatever language it is in.
  void act(std::string_view id) const {
    const auto menus = all("menu bar").at(0).children();
    std::size_t menu = 0;
    std::size_t item = 0;
    for (std::size_t i = 0;; ++i) {
      const Action& action = actions()[i];
      const bool isNew = i == 0 || std::string_view(actions()[i - 1].menu) != action.menu;
      if (isNew && i > 0) ++menu;
      if (isNew) item = 0;
      if (!isNew) item += action.place == Action::Place::beginsGroup ? 2 : 1;
      if (action.id == id) break;
    }
    menus.at(menu).children().at(item).press();
  }

  /// Every control that can be used and says nothing of itself, once the window shows what is asked for.
  void hear(const std::string& where) const {
    INFO(where);
    const std::vector<std::string> silent = nameless(window());
    CHECK(silent == std::vector<std::string>());
  }

  void hearDialog(const std::string& action) const {
    INFO(action);
    act(action);
    REQUIRE(waitFor([&] { return windows() == 2; }));
    hear(action);
    CHECK(window().role() == "dialog");
    all("push button").back().press();
    REQUIRE(waitFor([&] { return windows() == 1; }));
  }

 private:
  static std::vector<std::string> settingsFor(const std::string& language);

  ScreenReader reader_;
  Program program_;
};

std::vector<std::string> Aloud::settingsFor(const std::string& language) {
  const fs::path folder = fs::path(std::getenv("HOME")) / ("aloud-" + language);
  fs::create_directories(folder / "trackloom");
  std::ofstream(folder / "trackloom/settings.ini") << "language=" << language << '\n';
  return {"XDG_CONFIG_HOME=" + folder.string()};
}

std::string examplePlan(const std::string& language) {
  const fs::path plan = fs::path(std::getenv("HOME")) / ("aloud-" + language + ".trackloom");
  fs::copy_file(fs::path(TRACKLOOM_SOURCE_DIR) / "templates/examples/tunisia-2013.trackloom", plan,
                fs::copy_options::overwrite_existing);
  return plan.string();
}

}  // namespace

TEST_CASE("everything that can be used says what it is to those who hear it, in all languages") {
  const std::string language = GENERATE("en", "ar");
  INFO(language);
  const Aloud aloud(language, examplePlan(language));
  REQUIRE(waitFor([&] { return !aloud.all("page tab list").empty(); }));
  const Heard tabs = aloud.all("page tab list").front();
  const std::size_t views = tabs.children().size();
  CHECK(views == 5);
  for (std::size_t view = 0; view < views; ++view) {
    tabs.choose(static_cast<int>(view));
    REQUIRE(waitFor([&] {
      return !onScreen(tabs.children().at(view)).empty() && tabs.children().at(view).children().at(0).isShowing();
    }));
    aloud.hear("view " + std::to_string(view));
  }
  tabs.choose(0);
  aloud.act("findings");
  REQUIRE(waitFor([&] { return aloud.all("page tab list").size() == 2; }));
  const Heard below = aloud.all("page tab list").back();
  for (std::size_t view = 0; view < below.children().size(); ++view) {
    below.choose(static_cast<int>(view));
    REQUIRE(waitFor([&] { return below.children().at(view).children().at(0).isShowing(); }));
    aloud.hear("below " + std::to_string(view));
  }
  const std::string untouched = aloud.all("canvas").front().description();
  CHECK(!untouched.empty());
  aloud.act("steps");
  aloud.act("add-activity");
  for (const Heard& more : aloud.all("toggle button")) more.press();
  REQUIRE(waitFor(
      [&] { return aloud.all("canvas").size() == 1 && aloud.all("canvas").front().description() != untouched; }));
  aloud.hear("an activity with all its fields");
  for (const char* dialog :
       {"preferences", "about", "keys", "commands", "add", "find", "ask", "seal", "copy-for", "partner-form"})
    aloud.hearDialog(dialog);
}

TEST_CASE("the start page says what it is to those who hear it") {
  const Aloud aloud("fr", {});
  REQUIRE(waitFor([&] { return aloud.all("push button").size() > 3; }));
  aloud.hear("start");
}

TEST_CASE("a paper is printed to a file, page for page as it is shown before") {
  const Aloud aloud("en", examplePlan("print"));
  REQUIRE(waitFor([&] { return !aloud.all("page tab list").empty(); }));
  aloud.all("page tab list").front().choose(4);
  std::string where;
  REQUIRE(waitFor([&] {
    for (const Heard& drawing : aloud.all("canvas"))
      if (drawing.name() == "The pages as they will be printed") where = drawing.description();
    return where.starts_with("Page 1 of ");
  }));
  aloud.act("print");
  REQUIRE(waitFor([&] { return aloud.windows() == 2; }));
  const auto printers = [&] { return aloud.all("table").front().children(); };
  REQUIRE(waitFor([&] {
    const auto cells = printers();
    return std::any_of(cells.begin(), cells.end(), [](const Heard& cell) { return cell.name() == "Print to File"; });
  }));
  aloud.all("table").front().chooseRow(0);
  REQUIRE(waitFor([&] {
    const auto buttons = aloud.all("push button");
    return std::any_of(buttons.begin(), buttons.end(),
                       [](const Heard& button) { return button.name().ends_with("output.pdf"); });
  }));
  aloud.all("push button").back().press();
  const fs::path printed = fs::path(std::getenv("HOME")) / "output.pdf";  // where the dialog puts it
  REQUIRE(waitFor([&] { return contents(printed.string()).find("%%EOF") != std::string::npos; }));
  documents::InstalledPrograms programs;
  CHECK(where == "Page 1 of " + std::to_string(documents::pageSizes(contents(printed.string()), programs).size()));
}
