#include "cli/commands.h"
#include "desktop/running.h"
#include "desktop/text.h"

#include <fstream>
#include <map>

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/textctrl.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

ElementId id(const char* text) { return *ElementId::parse(text); }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string clipboard() {
  if (!wxTheClipboard->Open()) return {};
  wxTextDataObject text;
  const bool there = wxTheClipboard->GetData(text);
  wxTheClipboard->Close();
  return there ? typed(text.GetText()) : std::string();
}

std::string told(Running& running) { return typed(running.work().answers().told().GetValue()); }

/// The middle of a button, clicked.
void press(Running& running, wxWindow& button) {
  running.click(button, {button.GetSize().x / 2, button.GetSize().y / 2});
}

/// What of a command a mediator does in the desktop, by the actions that reach it; or why it stays on the command line.
const std::map<std::string_view, std::vector<const char*>> reached = {
    {"new", {"start"}},
    {"keep", {"keep-suggested", "keep-all-suggested", "drop-suggested"}},
    {"seal", {"seal"}},
    {"open", {"open", "unseal"}},
    {"check", {"findings"}},
    {"explain", {"findings", "ask-rule", "ask-element"}},
    {"fix", {"findings"}},
    {"waive", {"findings"}},
    {"schedule", {"ask-dates", "ask-decides", "ask-late", "slip", "try-out"}},
    {"network", {"ask-carriers", "ask-hand-overs", "ask-waiting"}},
    {"paths", {"ask-ways"}},
    {"impact", {"ask-without", "ask-late", "without", "slip"}},
    {"match", {"ask-experts"}},
    {"list", {"ask-contents", "table"}},
    {"diff", {"changes"}},
    {"merge", {"bring-in"}},
    {"import", {"import", "paste"}},
    {"form", {"partner-form"}},
    {"history", {"earlier"}},
    {"validate", {"ask-reading"}},
    {"export", {"write-paper"}},
    {"document", {"write-paper"}},
    {"redact", {"copy-for"}},
    {"kinds", {"add"}},
    {"rules", {"ask-rule"}},
    {"formats", {"write-paper"}},
    {"templates", {"start", "write-paper"}},
    {"plugins", {"ask-plugins"}},
    {"rules-run", {"ask-house-rules"}}};

const std::map<std::string_view, const char*> onlyCommandLine = {
    {"git-setup", "for those who keep plans in git, which is used on the command line"},
    {"format", "the desktop writes plans in their canonical form whenever it saves them"},
    {"schema", "for those who write programs"},
    {"plugin-run", "other programs call it, the desktop too"}};

}  // namespace

TEST_CASE("no command of the command line is missing from the desktop, but for those with a reason") {
  for (const cli::Command& command : cli::commands()) {
    INFO(command.name);
    const auto found = reached.find(command.name);
    const auto reason = onlyCommandLine.find(command.name);
    REQUIRE((found == reached.end()) != (reason == onlyCommandLine.end()));
    if (found != reached.end())
      for (const char* action : found->second) CHECK(findAction(action));
  }
  CHECK(reached.size() + onlyCommandLine.size() == cli::commands().size());
}

TEST_CASE("every question stands in the menu, in the words of the list") {
  for (const Question& one : questions()) {
    INFO(one.action);
    CHECK(&question(one.id) == &one);
    const Action* action = findAction(one.action);
    REQUIRE(action);
    CHECK(std::string_view(action->label) == one.title);
    CHECK(std::string_view(action->help) == one.help);
  }
}

TEST_CASE("a question is chosen from the list, its rows lead to elements, and go to a spreadsheet") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.act("answers");
  AnswersPane& pane = running.work().answers();
  running.answers().answers = {"Who carries the most?"};
  press(running, pane.firstButton());
  CHECK(running.answers().asked.back() == "What do you want to ask?");
  REQUIRE_FALSE(pane.answer().lines.empty());
  CHECK(has(told(running), "Most of the shortest ways"));
  CHECK(has(told(running), "For the core team: do not pass on."));
  CHECK(pane.choice().GetSelection() == 0);

  pane.tree().SetFocus();
  running.key(WXK_HOME);
  running.key(WXK_DOWN);
  running.key(WXK_UP);
  running.key(WXK_RETURN);
  REQUIRE(running.open().selected());
  CHECK(running.open().selected()->id() == pane.answer().lines.front().element);

  pane.tree().SetFocus();
  running.key('C', wxMOD_CONTROL);
  const std::string copied = clipboard();
  CHECK(has(copied, "Who carries the most?\n"));
  CHECK(has(copied, "For the core team: do not pass on."));
  CHECK(has(copied, "\t"));

  running.answers().answers = {"Which activities hold"};
  running.key('J', wxMOD_CONTROL);
  CHECK(pane.answer().title == "Which activities hold the others together?");
}

TEST_CASE("a question is about what is chosen, what is missing is asked, the answer follows the plan") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  AnswersPane& pane = running.work().answers();
  const auto& activities = running.open().plan().all(KindId::activity);
  const ElementId first = activities.front()->id();
  running.open().select({first});
  running.act("ask-element");
  const std::string title = pane.answer().title;
  CHECK(has(title, running.frame().speech().name(running.open(), first)));

  running.open().select({});
  running.answers().answers = {running.frame().speech().name(running.open(), id("R2"))};
  running.act("ask-decides");
  REQUIRE_FALSE(pane.answer().lines.empty());
  CHECK(pane.answer().lines.back().element == id("R2"));

  running.act("ask-contents");
  const std::string before = pane.answer().sentence;
  running.frame().perform(
      addElement(running.open().plan(), Element(KindId::issue, id("new1")).set(key::title, Text("Water"))));
  running.settle();
  CHECK(pane.answer().sentence != before);
  running.act("ask-carriers");
  const std::size_t nodes = pane.answer().lines.size();
  running.frame().perform(
      addElement(running.open().plan(), Element(KindId::actor, id("new2")).set(key::name, Text("Elders"))));
  running.settle();
  CHECK(pane.answer().lines.size() == nodes + 1);

  // Hidden, it is asked anew when it comes up.
  running.act("changes");
  running.act("undo");
  CHECK(pane.answer().lines.size() == nodes + 1);
  running.act("answers");
  running.settle();
  CHECK(pane.answer().lines.size() == nodes);

  // What was asked about goes: that is said.
  running.open().select({first});
  running.act("ask-without");
  running.frame().perform(removeWithLinks(running.open().plan(), std::vector{first}));
  running.settle();
  CHECK(pane.answer().sentence == "What was asked about is no longer in the plan.");
}

TEST_CASE("every question can be asked by its action, of a plan and of an empty one") {
  Running running;
  const auto askAll = [&] {
    for (const Question& one : questions()) {
      INFO(one.action);
      running.answers().answers = {"", "", "14"};
      if (one.id == QuestionId::houseRules) running.answers().answers = {"record.sch", "Let them be asked"};
      running.act(one.action);
      running.settle();
      CHECK(running.work().answers().isSettled());
    }
  };
  running.openPlan(running.example("tunisia-2013"));
  askAll();
  running.frame().beginWith(Plan());
  running.settle();
  askAll();
}

TEST_CASE("house rules are asked only when somebody lets them be, and say when they are of an earlier state") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  AnswersPane& pane = running.work().answers();
  running.answers().answers = {"record.sch"};  // and an escape
  running.act("ask-house-rules");
  CHECK(pane.answer().lines.empty());
  CHECK(pane.answer().title.empty());
  running.answers().answers = {"record.sch", "Let them be asked"};
  running.act("ask-house-rules");
  running.settle();
  CHECK(has(pane.answer().sentence, "A record others can rely on"));
  CHECK_FALSE(has(told(running), "earlier state"));
  running.frame().perform(
      addElement(running.open().plan(), Element(KindId::event, id("new1")).set(key::title, Text("Heard"))));
  running.settle();
  CHECK(has(told(running), "This is of an earlier state of the plan: ask again."));
  const std::size_t lines = pane.answer().lines.size();
  pane.again();
  running.settle();
  CHECK_FALSE(has(told(running), "earlier state"));
  CHECK(pane.answer().lines.size() == lines + 1);
}

TEST_CASE("a plugin from outside is off until it is allowed, and can be turned off again") {
  namespace fs = std::filesystem;
  const char* data = std::getenv("XDG_DATA_HOME");
  REQUIRE(data);
  const fs::path folder = fs::path(data) / "trackloom/plugins/elsewhere";
  fs::create_directories(folder.parent_path());
  fs::copy(fs::path(TRACKLOOM_BINARY_DIR) / "lib/trackloom/plugins/icalendar", folder, fs::copy_options::recursive);
  std::string manifest = contents((folder / "manifest.xml").string());
  for (std::size_t at; (at = manifest.find("icalendar\"")) != std::string::npos;) manifest.replace(at, 9, "elsewhere");
  std::ofstream(folder / "manifest.xml") << manifest;

  Running running;
  running.openPlan(running.example("tunisia-2013"));
  AnswersPane& pane = running.work().answers();
  running.act("ask-plugins");
  const auto& lines = pane.answer().lines;
  const auto line = [&] {
    return *std::find_if(lines.begin(), lines.end(), [](const AnswerLine& one) { return one.plugin == "elsewhere"; });
  };
  REQUIRE(std::any_of(lines.begin(), lines.end(), [](const AnswerLine& one) { return one.plugin == "elsewhere"; }));
  CHECK(line().cells[2] == "Off until you allow it.");
  CHECK_FALSE(pane.permission().IsEnabled());
  pane.tree().SetFocus();
  running.key(WXK_END);
  REQUIRE(pane.permission().IsEnabled());
  running.answers().answers = {"Cancel"};
  press(running, pane.permission());
  CHECK(line().cells[2] == "Off until you allow it.");
  running.answers().answers = {"Allow it"};
  running.work().papers().choose("brief");
  CHECK_FALSE(running.work().papers().choose("elsewhere"));
  press(running, pane.permission());
  CHECK(line().cells[2] == "on");
  CHECK(running.work().papers().shownPaper() == "brief");
  CHECK(running.work().papers().choose("elsewhere"));
  pane.tree().SetFocus();
  running.key(WXK_END);
  press(running, pane.permission());
  CHECK(line().cells[2] == "Off until you allow it.");
  fs::remove_all(folder);
}
