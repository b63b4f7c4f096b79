#include "desktop/presenters/sample.h"
#include "desktop/presenters/spreadsheet_import.h"
#include "tables/csv.h"
#include "tables/form.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

using Lines = std::vector<std::string>;
using About = ImportLine::About;

/// An import of separated values into the small plan.
struct Round {
  Speech speech;
  SpreadsheetImport import;

  explicit Round(const std::string& csv, const tables::Mapping& mapping = {}, const std::string& name = "partners.csv",
                 const Plan& plan = smallPlan())
      : import("/folder/" + name, workOf(plan, csv, mapping, name), speech) {
    import.workOut();
  }

  static ImportWork workOf(const Plan& plan, const std::string& csv, const tables::Mapping& mapping,
                           const std::string& name) {
    ImportWork work{plan,
                    *parseDay(today),
                    std::make_shared<tables::ReadFile>(tables::readCsv(csv, {}, name)),
                    std::make_shared<std::vector<language::Language>>(1),
                    {},
                    {}};
    work.request.mapping = mapping;
    return work;
  }

  const ImportLine* under(std::string_view heading) const {
    const auto found = std::ranges::find(import.lines(), heading, &ImportLine::text);
    return found == import.lines().end() ? nullptr : &*found;
  }
  Lines below(std::string_view heading) const {
    Lines lines;
    if (const ImportLine* line = under(heading))
      for (const ImportLine& one : line->below) lines.push_back(one.text);
    return lines;
  }
  Lines questions() const { return below("To answer"); }

  /// Answers the first question whose text has a part, with the first answer that has another.
  void answer(std::string_view part, std::string_view with, const char* heading = "To answer") {
    const ImportLine* all = under(heading);
    REQUIRE(all);
    const ImportLine* question = find(*all, part);
    INFO(part);
    REQUIRE(question);
    REQUIRE(question->answers);
    const std::vector<ImportAnswer> answers = question->answers();
    const auto given = std::ranges::find_if(
        answers, [&](const ImportAnswer& one) { return one.label.find(with) != std::string::npos; });
    INFO(with);
    REQUIRE(given != answers.end());
    import.answer(*given);
    import.workOut();
  }

  static const ImportLine* find(const ImportLine& line, std::string_view part) {
    for (const ImportLine& one : line.below) {
      if (one.text.find(part) != std::string::npos) return &one;
      if (const ImportLine* deeper = find(one, part)) return deeper;
    }
    return nullptr;
  }

  Plan after() const { return apply(import.work().plan, import.edit()); }
};

const Element* titled(const Plan& plan, KindId kind, std::string_view title) {
  for (const ElementPtr& element : plan.all(kind))
    if (element->title() == title) return element.get();
  return nullptr;
}

constexpr const char* partners =
    "Title,Planned start,Status,Lead,Remarks for us\n"
    "Round 1,2026-06-11,Under way,Convening office,call first\n"
    "Listening tour,2026-07,Planned,Convenning ofice,\n"
    "Hearing,2026-08,Under way,Youth League,\n"
    "Closing,32/09/2026,Planned,,\n";

}  // namespace

TEST_CASE("what an import asks is answered one after the other, and what cannot be answered stays to be mended") {
  Round round(partners);
  CHECK(round.questions() == Lines{"“Remarks for us”: The head of this column is not understood.",
                                   "“Under way” is no word of the list “Status”.",
                                   "The plan has nothing that is called “Youth League” and can stand here: Actor.",
                                   "“Convenning ofice” sounds like “Convening office”. Is it the same?"});
  CHECK(round.import.open() == 4);
  CHECK(round.below("To mend in the spreadsheet") == Lines{"“32/09/2026” is no date."});
  CHECK(round.under("To answer")->below[1].where == "Sheet “partners”, row 2, column C “Status”, and 1 other place");
  CHECK_FALSE(round.import.canTakeAll());
  CHECK_FALSE(round.import.canTakeUnderstood());
  CHECK(round.import.understoodLabel() == "Take only what is understood (rows that stay out: 4; columns: 1)");

  round.answer("head of this column", "Leave it out");
  round.answer("Under way", "Ongoing");
  round.answer("Youth League", "It is something new: add it (Actor)");
  round.answer("Convenning", "It is Convening office (Actor)");
  CHECK(round.questions().empty());
  CHECK(round.below("Answered") == Lines{"“Under way” stands for “Ongoing”.", "“Convenning ofice” is Convening office.",
                                         "“Youth League” is something new.", "What is said of the sheet “partners”"});
  CHECK_FALSE(round.import.canTakeAll());
  REQUIRE(round.import.canTakeUnderstood());
  CHECK(round.import.understoodLabel() == "Take only what is understood (1 row stays out)");
  REQUIRE(round.under("What it changes in the plan"));
  const Plan after = round.after();
  CHECK(titled(after, KindId::actor, "Youth League"));
  CHECK(titled(after, KindId::activity, "Listening tour")->ref(key::lead) == id("a1"));
  CHECK_FALSE(titled(after, KindId::activity, "Closing"));
  CHECK(after.find(id("v1"))->is(key::status, ActivityStatus::ongoing));
  CHECK(apply(after, inverse(round.import.edit())) == round.import.work().plan);
  CHECK(plainText(round.import.edit().label) == "Bring in the spreadsheet “partners.csv”");
  const std::string kept = round.import.answersText();
  for (const char* line :
       {"column Remarks for us = -\n", "Youth League = + actor\n", "Convenning ofice = a1\n", "Under way = ongoing\n"})
    CHECK(kept.find(line) != std::string::npos);
  CHECK(round.import.answersFile() == "/folder/partners.csv.map");

  SECTION("an answer is taken back") {
    round.answer("Under way", "Ask about it again", "Answered");
    CHECK(round.questions() == Lines{"“Under way” is no word of the list “Status”."});
  }
  SECTION("answers that were kept hold the next time") {
    const Round next(partners, tables::readMapping(kept, "kept"));
    CHECK(next.questions().empty());
    CHECK(next.after() == after);
  }
}

TEST_CASE("names that nobody knows are added all at once, but those that sound like a known one are asked about") {
  Round round(
      "Title,Venue,Lead\nA,x,Youth League\nB,x,Elders of the valley\nC,x,Convenning ofice\nD,x,Fishers' union\n");
  REQUIRE(round.questions().size() == 4);
  round.answer("Youth League", "Add this and every other name");
  CHECK(round.questions() == Lines{"“Convenning ofice” sounds like “Convening office”. Is it the same?"});
  CHECK(round.below("Answered") == Lines{"Every name that is not in the plan is something new (Actor)."});
  for (const char* name : {"Youth League", "Elders of the valley", "Fishers' union"})
    CHECK(titled(round.after(), KindId::actor, name));
  round.answer("Every name", "Ask about it again", "Answered");
  CHECK(round.questions().size() == 4);
}

TEST_CASE("a name that sounds like one in a row before may be the same") {
  Round round("Title,Venue,Lead\nA,x,Youth League\nB,x,Youth Leegue\n");
  round.answer("Youth League", "Add this and every other name");
  CHECK(round.questions() == Lines{"“Youth Leegue” sounds like “Youth League” in a row before. Is it the same?"});
  round.answer("Youth Leegue", "It is the same as “Youth League”");
  CHECK(round.import.canTakeAll());
  CHECK_FALSE(titled(round.after(), KindId::actor, "Youth Leegue"));
  CHECK(round.below("Answered")[0] == "“Youth Leegue” is the same as “Youth League”.");
}

TEST_CASE("what the rows are is asked, and can be said otherwise") {
  Round round("Title,Notes\nA,x\n");
  REQUIRE(round.questions().size() == 1);
  CHECK(round.questions()[0].find("By its columns its rows could be several things: ") == 0);
  CHECK(round.import.understoodLabel() == "Take only what is understood (1 row stays out)");
  round.answer("several things", "Risks");
  CHECK(round.import.canTakeAll());
  CHECK(titled(round.after(), KindId::risk, "A"));
  CHECK(round.import.summary().find("All of it is understood.") != std::string::npos);
  const char* sheets = "The sheets and what their columns hold";
  round.answer("partners, taken for Risks", "Issues", sheets);
  CHECK(titled(round.after(), KindId::issue, "A"));
  round.answer("“Notes”", "Leave it out", sheets);
  CHECK_FALSE(titled(round.after(), KindId::issue, "A")->has(key::notes.number));
  round.answer("partners, taken for", "Leave this sheet out", sheets);
  CHECK_FALSE(round.import.canTakeAll());
  CHECK_FALSE(round.import.canTakeUnderstood());
}

TEST_CASE("a column that could hold two things is asked about in the words of the fields") {
  Round round("Title,Start,Lead\nRound 1,2026-06-11,Convening office\n");
  REQUIRE(round.questions().size() == 1);
  CHECK(round.questions()[0] == "“Start”: This column could hold several things: Planned start, Started.");
  CHECK(round.under("To answer")->below[0].answers()[0].label == "Planned start");
  round.answer("several things", "Planned start");
  CHECK(round.import.canTakeAll());
}

TEST_CASE("an import of what the plan has already has nothing to take") {
  const Round round("Title,Planned start,Venue\nRound 1,2026-06-10,\n");
  CHECK(round.questions().empty());
  CHECK_FALSE(round.import.canTakeAll());
  CHECK(round.import.summary().find("the plan has it already") != std::string::npos);
}

TEST_CASE("empty cells keep what the plan has unless they are to clear it") {
  Round round("Title,Planned start,Planned finish,Venue\nRound 1,,2026-06-15,\n");
  CHECK(round.after().find(id("v1"))->has(key::plannedStart.number));
  round.import.setEmptyCells(tables::EmptyCells::clear);
  round.import.workOut();
  CHECK_FALSE(round.after().find(id("v1"))->has(key::plannedStart.number));
}

TEST_CASE("a form that came back is taken for one, whatever its columns are called") {
  Plan plan = smallPlan();
  plan = apply(plan, setField(plan, id("v1"), "lead", Ref(id("a2"))));
  const tables::PartnerForm form = tables::partnerForm(plan, {id("a2"), Classification::team, *parseDay(today)}, {});
  plugin::PluginHost none({});
  std::string csv = tables::formFile(form, "form.csv", *parseDay(today), none);
  csv.replace(csv.find("2026-06-10"), 10, "2026-06-12");
  const Round round(csv, {}, "form.csv", plan);
  CHECK(round.import.isForm());
  CHECK(round.import.summary().find("This is a form that came back from Forum, the") == 0);
  REQUIRE(round.import.canTakeAll());
  CHECK(round.after().find(id("v1"))->get(key::plannedStart)->text() == "2026-06-12");
  CHECK(round.import.edit().label.pattern == "Import a form of {organisation}");
  for (const ImportLine& line : round.under("The sheets and what their columns hold")->below) {
    CHECK_FALSE(line.answers);
    for (const ImportLine& column : line.below) CHECK_FALSE(column.answers);
  }
}

TEST_CASE("separated values are read as somebody says that they are written") {
  const std::string csv =
      "Titre;Lieu\nS\xE9"
      "ance;Z\xFCrich\n";
  Round round(csv);
  CHECK(round.import.lines().size() > 0);
  round.import.readAs = [&](const tables::CsvForm& form) { return tables::readCsv(csv, form, "partners.csv"); };
  round.import.read({language::Encoding::windows1256, ';'});
  round.import.workOut();
  CHECK(round.import.summary().find("Read as windows-1256, with semicolons") == 0);
  round.import.read({language::Encoding::windows1252, {}});
  round.import.workOut();
  CHECK(round.import.summary().find("Read as windows-1252, with semicolons") == 0);
  CHECK_THROWS_AS(round.import.read({language::Encoding::utf8, {}}), Error);
}

TEST_CASE("spreadsheets are told by their names") {
  for (const char* name : {"a.csv", "/b/C.XLSX", "old.xls"}) CHECK(isSpreadsheetName(name));
  for (const char* name : {"a.trackloom", "csv", "a.csv.map"}) CHECK_FALSE(isSpreadsheetName(name));
}
