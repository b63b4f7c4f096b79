#include "desktop/import_dialog.h"
#include "desktop/running.h"
#include "desktop/text.h"
#include "xml/write.h"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

ElementId id(const char* text) { return *ElementId::parse(text); }

const Element* titled(const Plan& plan, KindId kind, std::string_view title) {
  for (const ElementPtr& element : plan.all(kind))
    if (element->title() == title) return element.get();
  return nullptr;
}

/// What is typed into the window of an import and clicked there, while it keeps everything else waiting.
class Hands {
 public:
  Hands(Running& running, ImportDialog& dialog) : running_(running), dialog_(dialog) {}

  ImportDialog& dialog() { return dialog_; }
  void wait() {
    for (int turn = 0; turn < 300 && dialog_.isBusy(); ++turn) running_.settle();
  }
  void press(wxWindow& button) {
    CHECK(button.IsEnabled());
    running_.click(button, {button.GetSize().x / 2, button.GetSize().y / 2});
    wait();
  }
  /// Answers what is chosen, by typing.
  void answer(const std::string& typedText) {
    running_.click(dialog_.filter(), {20, dialog_.filter().GetSize().y / 2});
    running_.type(typedText);
    running_.key(WXK_RETURN);
    wait();
  }
  std::string question() { return typed(dialog_.details().GetValue()); }

 private:
  Running& running_;
  ImportDialog& dialog_;
};

/// Lets hands work in the window of the next import.
void withHands(Running& running, const std::function<void(Hands&)>& work) {
  running.answers().onImport = [&running, work](SpreadsheetImport& import) {
    ImportDialog dialog(running.frame(), import, running.frame().speech());
    dialog.CallAfter([&] {
      Hands hands(running, dialog);
      hands.wait();
      CHECK(unnamedInputs(dialog) == std::vector<std::string>{});
      work(hands);
      if (dialog.IsModal()) dialog.EndModal(wxID_CANCEL);
    });
    dialog.ShowModal();
    return dialog.isTaken();
  };
}

std::string write(Running& running, const char* name, const std::string& text) {
  std::ofstream(running.path(name), std::ios::binary) << text;
  return running.path(name);
}

constexpr const char* partners =
    "Title,Planned start,Status,Lead,Venue\n"
    "Listening tour,2014-02,Under way,Youth League,Sfax\n"
    "Hearing,32/02/2014,Planned,,Tunis\n";

}  // namespace

TEST_CASE("a spreadsheet is brought in: questions are answered, what is understood is one step, answers are kept") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  const std::string before = xml::write(running.open().plan());
  const std::string file = write(running, "partners.csv", partners);
  withHands(running, [](Hands& hands) {
    CHECK(hands.question().find("“Under way” is no word of the list") == 0);
    CHECK_FALSE(hands.dialog().takeAll().IsEnabled());
    hands.answer("Ongoing");
    CHECK(hands.question().find("The plan has nothing that is called “Youth League”") == 0);
    hands.answer("something new");
    CHECK(hands.question().find("“32/02/2014” is no date.") == 0);
    CHECK_FALSE(hands.dialog().answers().IsEnabled());
    CHECK_FALSE(hands.dialog().takeAll().IsEnabled());
    CHECK(typed(hands.dialog().takeUnderstood().GetLabel()) == "Take only what is understood (1 row stays out)");
    hands.press(hands.dialog().takeUnderstood());
  });
  running.answers().answers = {file};
  running.act("import");
  running.settle();
  const Element* tour = titled(running.open().plan(), KindId::activity, "Listening tour");
  REQUIRE(tour);
  CHECK(titled(running.open().plan(), KindId::actor, "Youth League"));
  CHECK_FALSE(titled(running.open().plan(), KindId::activity, "Hearing"));
  CHECK(plainText(*running.open().document().history().undoLabel()) == "Bring in the spreadsheet “partners.csv”");
  CHECK(contents(file + ".map").find("Under way = ongoing") != std::string::npos);
  running.act("undo");
  CHECK(xml::write(running.open().plan()) == before);

  // Mended, the same file has nothing left to ask: the answers are known.
  write(running, "partners.csv",
        "Title,Planned start,Status,Lead,Venue\nListening tour,2014-02,Under way,Youth League,Sfax\n");
  withHands(running, [](Hands& hands) {
    CHECK(hands.dialog().takeAll().IsEnabled());
    hands.press(hands.dialog().takeAll());
  });
  running.frame().takeDropped(file);
  running.settle();
  CHECK(titled(running.open().plan(), KindId::activity, "Listening tour"));
}

TEST_CASE("how a file of separated values is written can be said where its names look wrong") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  running.answers().answers = {write(running, "partners.csv",
                                     "Title,Venue,Lead\nS\xE9"
                                     "ance,Gab\xE8s,\n")};
  withHands(running, [&](Hands& hands) {
    REQUIRE(hands.dialog().letters());
    CHECK(typed(hands.dialog().summary().GetLabel()).find("Read as windows-1252") == 0);
    hands.dialog().letters()->SetFocus();
    wxCommandEvent chosen(wxEVT_CHOICE, hands.dialog().letters()->GetId());
    hands.dialog().letters()->SetSelection(1);  // UTF-8, which it is not
    hands.dialog().letters()->GetEventHandler()->ProcessEvent(chosen);
    hands.wait();
    CHECK_FALSE(hands.dialog().takeAll().IsEnabled());
    hands.dialog().letters()->SetSelection(4);
    hands.dialog().letters()->GetEventHandler()->ProcessEvent(chosen);
    hands.wait();
    CHECK(hands.dialog().takeAll().IsEnabled());
    hands.press(hands.dialog().takeAll());
  });
  running.act("import");
  running.settle();
  CHECK(titled(running.open().plan(), KindId::activity, "Séance"));
}

TEST_CASE("a spreadsheet that is left changes nothing and leaves nothing behind") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  const std::string before = xml::write(running.open().plan());
  running.answers().answers = {write(running, "partners.csv", partners)};
  withHands(running, [&](Hands& hands) {
    hands.answer("Ongoing");
    running.key(WXK_ESCAPE);
  });
  running.act("import");
  running.settle();
  CHECK(xml::write(running.open().plan()) == before);
  CHECK_FALSE(running.frame().canUndo());
  CHECK_FALSE(std::filesystem::exists(running.path("partners.csv.map")));
}

TEST_CASE("what cannot be read as a spreadsheet is told in a sentence, and nothing is asked") {
  Running running;
  running.answers().onImport = [](SpreadsheetImport&) {
    CHECK(false);
    return false;
  };
  running.frame().takeDropped(write(running, "early.csv", partners));
  CHECK(running.frame().warned().find("Open the plan first") == 0);
  running.openPlan(running.example("tunisia-2013"));
  const auto told = [&](const char* name, const std::string& bytes) {
    running.answers().answers = {write(running, name, bytes)};
    running.act("import");
    running.settle();
    return running.frame().warned();
  };
  CHECK(told("old.xls", "\xD0\xCF\x11\xE0\xA1\xB1").find("save it as .xlsx without a password") != std::string::npos);
  CHECK(told("open.csv", "a,b\n\"c,d\n").find("has no closing one") != std::string::npos);
  CHECK(told("broken.xlsx", "PK\x03\x04 and no more").find("broken.xlsx: ") != std::string::npos);
  const std::string large = write(running, "large.csv", "Title\n");
  std::filesystem::resize_file(large, 65U << 20U);
  running.answers().answers = {large};
  running.act("import");
  running.settle();
  CHECK(running.frame().warned().find("The file is larger than what is read.") != std::string::npos);
  write(running, "partners.csv.map", "[names]\nA = not an id\n");
  running.answers().answers = {write(running, "partners.csv", partners), "Cancel"};
  running.act("import");
  running.settle();
  CHECK(running.answers().asked.back().find("cannot be read") != std::string::npos);
}

TEST_CASE("a form goes out to a partner and comes back") {
  Running running;
  running.openPlan(running.example("tunisia-2013"));
  Plan plan = running.open().plan();
  running.frame().perform(setField(plan, id("R2"), "partners", Refs{id("ugtt")}));
  const std::string before = xml::write(running.open().plan());
  for (const char* name : {"update.xlsx", "update.csv"}) {
    INFO(name);
    const std::string file = running.path(name);
    running.answers().asked.clear();
    running.answers().answers = {running.frame().speech().name(running.open(), id("ugtt")), "Team", "Save the form …",
                                 file};
    running.act("partner-form");
    REQUIRE(running.answers().asked.size() == 4);
    CHECK(running.answers().asked[2].find("activities of") != std::string::npos);
    CHECK(running.answers().asked[2].find("“Bring in a spreadsheet …”") != std::string::npos);
    REQUIRE(std::filesystem::exists(file));
    bool isForm = false;
    running.answers().onImport = [&](SpreadsheetImport& import) {
      import.workOut();
      isForm = import.isForm();
      CHECK_FALSE(import.canTakeAll());
      CHECK_FALSE(import.canTakeUnderstood());
      return false;
    };
    running.answers().answers = {file};
    running.act("import");
    running.settle();
    CHECK(isForm);
  }
  CHECK(xml::write(running.open().plan()) == before);
}
