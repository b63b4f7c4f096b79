#include "plan/error.h"
#include "tables/importing.h"
#include "tables/words.h"

#include <algorithm>

using namespace trackloom;
using namespace trackloom::tables;
using namespace trackloom::tables::testing;
using trackloom::testing::planAsRead;

namespace {

using Lines = std::vector<std::string>;

const Plan& valley() {
  static const Plan plan = planAsRead(R"(
    <track id="t1" name="Official talks"/>
    <track id="t2" name="Communities"/>
    <actor id="ugtt" name="Tunisian General Labour Union" aliases="UGTT" type="union"/>
    <actor id="haftar" name="Khalifa Haftar"/>
    <actor id="council" name="Valley Council"/>
    <activity id="r1" title="Round 1" tracks="t1" status="planned" planned-start="2026-03-01" lead="ugtt"/>
    <activity id="r2" title="Round 2" tracks="t1"/>
    <activity id="f1" title="Forum"/>
    <activity id="f2" title="Forum"/>
    <dependency id="d1" from="r1" to="r2"/>
  )");
  return plan;
}

std::string field(const Import& import, const char* id, const char* name) {
  const Element* element = import.plan.find(*ElementId::parse(id));
  const Field* known = element ? element->definition().find(std::string_view(name)) : nullptr;
  const Value* value = known ? element->find(known->number) : nullptr;
  return value ? valueText(*known, *value) : "";
}

const Element* titled(const Import& import, KindId kind, std::string_view title) {
  for (const ElementPtr& element : import.plan.all(kind))
    if (element->title() == title) return element.get();
  return nullptr;
}

ImportRequest of(KindId kind) { return {kind}; }

Lines reasons(const Import& import) {
  Lines lines;
  for (const Problem& problem : import.problems) lines.push_back(plainText(problem.why, &import.plan));
  return lines;
}

/// One cell of a column of activities, as it is read.
std::string cellRead(const char* head, const std::string& cell, const char* name) {
  const Import import =
      imported(valley(), std::string("Title\t") + head + "\nRound 2\t" + cell + "\n", of(KindId::activity));
  if (!import.complete())
    return import.problems.empty() ? "asked" : plainText(import.problems.front().why, &import.plan);
  return field(import, "r2", name);
}

}  // namespace

TEST_CASE("Columns are found by the labels of every language") {
  for (const language::Language& language : languages())
    for (const Kind& kind : kinds()) {
      if (kind.id == KindId::plan) continue;
      Sheet sheet{"x", false, {{}, {}}};
      for (const Field& field : kind.fields) sheet.rows[0].push_back({language.translated(field.label)});
      const std::vector<Sheet> sheets{sheet};
      ImportRequest request;
      request.kind = kind.id;
      const Import import = importSheets(Plan(), sheets, request, languages());
      const auto& columns = import.sheets.front().columns;
      REQUIRE(columns.size() == kind.fields.size());
      for (std::size_t i = 0; i < columns.size(); ++i) {
        INFO(language.tag() << " " << kind.name << " " << kind.fields[i].name << " “" << columns[i].head << "” → "
                            << textOf(columns[i].use));
        const auto same = [&](const Cell& cell) { return compared(cell.text) == compared(columns[i].head); };
        const bool one = std::ranges::count_if(sheet.rows[0], same) == 1;  // Arabic has one word for who and from
        CHECK(columns[i].use == (one ? ColumnUse{ColumnUse::Is::field, kind.fields[i].number} : ColumnUse{}));
      }
    }
}

TEST_CASE("What the rows are is told by option, by the sheet's name or by its columns, and never guessed") {
  CHECK(imported(valley(), "Title,Lead\nA,UGTT\n").sheets.front().kind == KindId::activity);
  CHECK(imported(valley(), "Title,Lead\nA,UGTT\n").sheets.front().kindBy == KindBy::fit);
  CHECK(imported(valley(), "Titre;Notes\nA;x\n", {}, "Activités.csv").sheets.front().kind == KindId::activity);
  CHECK(imported(valley(), "الاسم;ملاحظات\nA;x\n", {}, "actors.csv").sheets.front().kind == KindId::actor);
  CHECK(imported(valley(), "Title,Notes\nA,x\n", of(KindId::risk)).sheets.front().kindBy == KindBy::request);
  const Import open = imported(valley(), "Title,Notes\nA,x\n");
  CHECK_FALSE(open.sheets.front().kind);
  REQUIRE(open.problems.size() == 1);
  CHECK(open.problems.front().couldBeKinds.size() > 5);
  CHECK(open.edit.changes.empty());
  CHECK(said(imported(valley(), "Blah,Blub\nA,x\n")) ==
        Lines{"Sheet “sheet”: Its columns do not tell what its rows are."});
}

TEST_CASE("A head that may mean two fields is asked about, unless another column settles it") {
  const Import open = imported(valley(), "Title,Start\nRound 2,2026-04-01\n", of(KindId::activity));
  REQUIRE(open.problems.size() == 1);
  CHECK(open.problems.front().couldBe ==
        std::vector<ColumnUse>{{ColumnUse::Is::field, "planned-start"}, {ColumnUse::Is::field, "start"}});
  const Import settled =
      imported(valley(), "Title,Planned start,Start\nRound 2,2026-04-01,2026-04-02\n", of(KindId::activity));
  CHECK(settled.complete());
  CHECK(field(settled, "r2", "planned-start") == "2026-04-01");
  CHECK(field(settled, "r2", "start") == "2026-04-02");
  ImportRequest answered = of(KindId::activity);
  answered.mapping.sheet("sheet").columns = {{"Start", {ColumnUse::Is::field, "planned-start"}}};
  CHECK(field(imported(valley(), "Title,Start\nRound 2,2026-04-01\n", answered), "r2", "planned-start") ==
        "2026-04-01");
}

TEST_CASE("Heads that nobody understands are told with their place") {
  const Import import = imported(valley(), "Title,Status,Remuneration\nRound 2,planned,5\n", of(KindId::activity));
  CHECK(said(import) ==
        Lines{"Sheet “sheet”, row 1, column C “Remuneration”: The head of this column is not understood."});
  CHECK(import.plan == valley());
}

TEST_CASE("Lines above the heads, empty rows and blank cells do no harm") {
  const Import import =
      imported(valley(), "Work plan of 2026,,\n,,\nTitle,Status,Lead\n\n Round 2 ,  ,UGTT\n\n", of(KindId::activity));
  CHECK(import.complete());
  CHECK(import.sheets.front().changed == 1);
  CHECK(plainText(import.sheets.front().notes.front()) == "The heads stand in row 3; what is above them was left out.");
  CHECK(field(import, "r2", "lead") == "ugtt");
}

TEST_CASE("Dates are read as people write them, and refused where they could be two or none") {
  const auto date = [](const std::string& cell) { return cellRead("Planned start", cell, "planned-start"); };
  CHECK(date("2026-05-14") == "2026-05-14");
  CHECK(date("14 mai 2026") == "2026-05-14");
  CHECK(date("14 de mayo de 2026") == "2026-05-14");
  CHECK(date("١٤/٥/٢٠٢٦") == "2026-05-14");
  CHECK(date("May 2026") == "2026-05");
  CHECK(date("Q2 2026") == "2026-Q2");
  CHECK(date("~2026") == "2026~");
  CHECK(date("2026") == "2026");
  CHECK(date("14.05.2026 00:00:00") == "2026-05-14");
  CHECK(date("2026-05-14T09:30:00Z") == "2026-05-14");
  CHECK(date("03/04/2026") == "2026-04-03");
  CHECK(date("12/25/2026") == "“12/25/2026” has the month before the day.");
  CHECK(date("12 May") == "“12 May” does not say in which year.");
  CHECK(date("12/5") == "“12/5” does not say in which year.");
  CHECK(date("soon") == "“soon” is no date.");
  CHECK(date("32/05/2026") == "“32/05/2026” is no date.");
}

TEST_CASE("What one date of a column can only mean holds for the others") {
  const Import import =
      imported(valley(), "Title,Planned start\nRound 1,03/04/2026\nRound 2,12/25/2026\n", of(KindId::activity));
  CHECK(reasons(import) == Lines{"“03/04/2026” could be two days: others in its column have the month first.",
                                 "“12/25/2026” has the month before the day."});
  const Import fine =
      imported(valley(), "Title,Planned start\nRound 1,03/04/2026\nRound 2,25/12/2026\n", of(KindId::activity));
  CHECK(fine.complete());
  CHECK(plainText(fine.sheets.front().notes.front()) ==
        "In the column “Planned start” the day stands before the month: “03/04/2026” is 2026-04-03.");
}

TEST_CASE("Numbers and amounts are read with the signs of every country, unless these could mean two things") {
  const auto days = [](const std::string& cell) { return cellRead("Duration", cell, "duration"); };
  CHECK(days("12") == "12");
  CHECK(days("١٢") == "12");
  CHECK(days("1,200") == "“1,200” could be two numbers: the sign may part thousands or decimals.");
  CHECK(days("long").find("no number") != std::string::npos);
  CHECK(days("-3").find("no number") != std::string::npos);
  const auto budget = [](const std::string& cell) { return cellRead("Budget", cell, "budget"); };
  CHECK(budget("1 250 000 TND") == "1250000 TND");
  CHECK(budget("1.234,50 €") == "1234.50 EUR");
  CHECK(budget("EUR 1,234.50") == "1234.50 EUR");
  CHECK(budget("1.200 EUR") == "“1.200 EUR” could be two numbers: the sign may part thousands or decimals.");
  CHECK(budget("1200") == "“1200” does not say in which currency.");
  CHECK(budget("$ 1200") == "“$ 1200” does not say in which currency.");
  CHECK(cellRead("Budget (USD)", "1200,5", "budget") == "1200.50 USD");
}

TEST_CASE("Words of lists are read in every language, and by the plan's own labels") {
  const auto status = [](const std::string& cell) { return cellRead("Status", cell, "status"); };
  CHECK(status("ongoing") == "ongoing");
  CHECK(status("En cours") == "ongoing");
  CHECK(status("prévues") == "planned");
  CHECK(status("under way") == "“under way” is no word of the list “Status”.");
  const Import french = imported(valley(), "Titre,Statut\nRound 2,terminé\n", of(KindId::activity));
  REQUIRE(french.problems.size() == 1);
  CHECK(plainText(french.problems[0].toDo)
            .starts_with("Write one of: Terminé sans résultat, Idée, "));  // in the language of the sheet
  ImportRequest request = of(KindId::activity);
  request.mapping.words["under way"] = "ongoing";
  CHECK(field(imported(valley(), "Title,Status\nRound 2,under way\n", request), "r2", "status") == "ongoing");
  const Plan own = valley().with(
      trackloom::testing::planAsRead(
          R"(<term id="w1" vocabulary="activity-status" name="parked" label="On ice" like="suspended"/>)")
              .all(KindId::term)
              .front()
          ? *trackloom::testing::planAsRead(
                 R"(<term id="w1" vocabulary="activity-status" name="parked" label="On ice" like="suspended"/>)")
                 .all(KindId::term)
                 .front()
          : Element(KindId::term, *ElementId::parse("w1")));
  CHECK(field(imported(own, "Title,Status\nRound 2,on ice\n", of(KindId::activity)), "r2", "status") == "parked");
  CHECK(cellRead("Channels", "Social media; Radio and television", "channels") != "");
}

TEST_CASE("References are found by id, title and other names, several or none are told") {
  const auto lead = [](const std::string& cell) { return cellRead("Lead", cell, "lead"); };
  CHECK(lead("ugtt") == "ugtt");
  CHECK(lead("tunisian GENERAL labour  union") == "ugtt");
  CHECK(lead("U.G.T.T.") == "ugtt");
  CHECK(lead("Nobody at all") == "The plan has nothing that is called “Nobody at all” and can stand here: actor.");
  CHECK(lead("Official talks") == "The plan has nothing that is called “Official talks” and can stand here: actor.");
  CHECK(cellRead("Tracks", "Communities; Official talks", "tracks") == "t2 t1");
  CHECK(cellRead("Tracks", "t2 t1", "tracks") == "t2 t1");
  CHECK(cellRead("Implementing partners", "Valley Council, UGTT", "partners") == "council ugtt");
  const Import two = imported(valley(), "From,To\nForum,Round 2\n", of(KindId::dependency));
  CHECK(reasons(two).front() == "The plan has several that are called “Forum”: f1, f2.");
}

TEST_CASE("What is only named is made where that is asked for") {
  ImportRequest request = of(KindId::activity);
  request.create = {KindId::actor};
  const Import import =
      imported(valley(), "Title,Lead,Tracks\nRound 2,Women's League,t1\nRound 3,Women's League,t2\n", request);
  CHECK(import.complete());
  const Element* made = titled(import, KindId::actor, "Women's League");
  REQUIRE(made);
  CHECK(field(import, "r2", "lead") == made->id().str());
  CHECK(import.plan.all(KindId::actor).size() == valley().all(KindId::actor).size() + 1);
}

TEST_CASE("A name that sounds like one of the plan's is asked about, and the answer holds") {
  const Import open = imported(valley(), "Name,Type\nKhaleefa Hiftar,person\n", of(KindId::actor));
  CHECK(open.problems.empty());
  REQUIRE(open.spellings.size() == 1);
  CHECK(open.spellings.front().alike == std::vector<ElementId>{"haftar"_id});
  CHECK(plainText(questionOf(open.spellings.front())) ==
        "“Khaleefa Hiftar” sounds like “Khalifa Haftar”. Is it the same?");
  CHECK(open.plan == valley());
  for (const char* last : {"Hiftar", "حفتر"})
    CHECK(imported(valley(), "Name,Type\n" + std::string(last) + ",person\n", of(KindId::actor)).spellings.size() == 1);

  ImportRequest same = of(KindId::actor);
  same.mapping.names["Khaleefa Hiftar"] = {"haftar"_id};
  const Import merged = imported(valley(), "Name,Type\nKhaleefa Hiftar,person\n", same);
  CHECK(merged.complete());
  CHECK(field(merged, "haftar", "name") == "Khalifa Haftar");
  CHECK(field(merged, "haftar", "aliases") == "Khaleefa Hiftar");

  ImportRequest cells = of(KindId::activity);
  cells.mapping = same.mapping;
  const Import named =
      imported(valley(), "Title,Lead\nSabha talks,Khaleefa Hiftar\nGhat talks,Khaleefa Hiftar\n", cells);
  CHECK(said(named).empty());
  CHECK(field(named, "haftar", "aliases") == "Khaleefa Hiftar");
  cells.otherRows = OtherRows::take;
  const Import refused = imported(valley(), "Title,Lead,Status\nSabha talks,Khaleefa Hiftar,soonish\n", cells);
  CHECK(refused.problems.size() == 1);
  CHECK(field(refused, "haftar", "aliases").empty());
  CHECK(field(merged, "haftar", "type") == "person");

  ImportRequest other = of(KindId::actor);
  other.mapping.names["Khaleefa Hiftar"] = {};
  CHECK(titled(imported(valley(), "Name,Type\nKhaleefa Hiftar,person\n", other), KindId::actor, "Khaleefa Hiftar"));
}

TEST_CASE("Importing again updates instead of doubling") {
  const std::string table = "Title,Status,Lead\nRound 2,planned,UGTT\nRound 3,idea,\n";
  const Import first = imported(valley(), table, of(KindId::activity));
  CHECK(first.sheets.front().added == 1);
  CHECK(first.sheets.front().changed == 1);
  const Import second = imported(first.plan, table, of(KindId::activity));
  CHECK(second.sheets.front().unchanged == 2);
  CHECK(second.edit.changes.empty());
  const Import links = imported(valley(), "From,To,Days between\nRound 1,Round 2,3\n", of(KindId::dependency));
  CHECK(links.sheets.front().changed == 1);
  CHECK(field(links, "d1", "lag") == "3");
  CHECK(imported(valley(), "Title\nROUND  2\n", of(KindId::activity)).edit.changes.empty());
  // The same in another place gives the same ids.
  CHECK(first.plan == imported(valley(), table, of(KindId::activity)).plan);
}

TEST_CASE("Rows that stand for one element twice, or for nobody knows which, are refused") {
  CHECK(reasons(imported(valley(), "Title\nForum\n", of(KindId::activity))) ==
        Lines{"The plan has several that are called “Forum”: f1, f2."});
  CHECK(reasons(imported(valley(), "Title\nNew\nnew\n", of(KindId::activity))) ==
        Lines{"“new” stands in a row before."});
  CHECK(reasons(imported(valley(), "id,title\nr1,Round 1\nr1,Round 1\n", of(KindId::activity))) ==
        Lines{"The id r1 stands in a row before."});
  CHECK(reasons(imported(valley(), "Id,Title\n17,Round 1\n", of(KindId::activity))) ==
        Lines{"“17” is no id of Trackloom."});
  CHECK(reasons(imported(valley(), "Id,Title\nA17,Round 1\n", of(KindId::activity))) ==
        Lines{"The plan has “Round 1” already, under the id r1."});
  CHECK(reasons(imported(valley(), "id,name\nr1,X\n", of(KindId::actor))) ==
        Lines{"The id r1 belongs to something of another kind: Round 1."});
}

TEST_CASE("A row lacks what its kind cannot be without") {
  CHECK(said(imported(valley(), "Title,Status\n,planned\n", of(KindId::activity))) ==
        Lines{"Sheet “sheet”, row 2, column A “Title”: The row lacks what such an element cannot be without: Title."});
  CHECK(reasons(imported(valley(), "From,To\nRound 1,\n", of(KindId::dependency))) ==
        Lines{"The row lacks what such an element cannot be without: Then."});
}

TEST_CASE("As long as anything is not understood the plan stays as it is, unless the other rows are asked for") {
  const std::string table = "Title,Planned start,Lead\nRound 3,soon,\nRound 4,2026-06-01,\n";
  CHECK(imported(valley(), table, of(KindId::activity)).plan == valley());
  ImportRequest request = of(KindId::activity);
  request.otherRows = OtherRows::take;
  const Import taken = imported(valley(), table, request);
  CHECK_FALSE(titled(taken, KindId::activity, "Round 3"));
  CHECK(titled(taken, KindId::activity, "Round 4"));
}

TEST_CASE("A row that names one that was refused is refused with it") {
  ImportRequest request;
  request.otherRows = OtherRows::take;
  const Import import = imported(
      valley(), "id,kind,title,from,to,planned-start\nx1,activity,Round 3,,,soon\nx2,dependency,,r1,x1,\n", request);
  CHECK(import.plan == valley());
  CHECK(reasons(import) == Lines{"“soon” is no date.", "The row names something whose own row was not understood."});
}

TEST_CASE("Empty cells keep what the plan has, and say so, unless they are to clear it") {
  const std::string table = "id,title,lead\nr1,Round 1,\n";
  const Import kept = imported(valley(), table);
  CHECK(field(kept, "r1", "lead") == "ugtt");
  CHECK(plainText(kept.sheets.front().notes.front()).find("Cells that are empty where the plan has something: 1.") ==
        0);
  ImportRequest request;
  request.emptyCells = EmptyCells::clear;
  CHECK(field(imported(valley(), table, request), "r1", "lead") == "");
}

TEST_CASE("Formulas are texts, never run and never numbers") {
  const Import import =
      imported(valley(), "Title,Notes,Duration\n=cmd|' /C calc'!A0,@SUM(1),=1+1\n", of(KindId::activity));
  CHECK(reasons(import).size() == 1);
  CHECK(reasons(import).front().find("“=1+1” is no number") == 0);
}

TEST_CASE("A mapping is written and read as it is, and what is none of one is told with its line") {
  Mapping mapping;
  mapping.sheet("Plan = 2026").kind = KindId::activity;
  mapping.sheet("Plan = 2026").columns = {{"Début = prévu", {ColumnUse::Is::field, "planned-start"}},
                                          {"N°", {ColumnUse::Is::leftOut}},
                                          {"Titre", {ColumnUse::Is::field, "title", "ar"}}};
  mapping.sheet("Notes").leftOut = true;
  mapping.names["Hiftar"] = {"haftar"_id};
  mapping.names["League"] = {};
  mapping.words["en route"] = "ongoing";
  CHECK(readMapping(mappingText(mapping), "x.map") == mapping);
  try {
    readMapping("# x\n[sheet A]\ncolumn B = nothing\n", "x.map");
    FAIL();
  } catch (const Error& error) {
    CHECK(error.where() == "x.map:3");
  }
}

TEST_CASE("Answers about the one table of a file hold for the file of next month") {
  ImportRequest request = of(KindId::activity);
  request.mapping.sheet("partners-may").columns = {{"Start", {ColumnUse::Is::field, "planned-start"}}};
  const Import import = imported(valley(), "Title,Start\nRound 2,2026-04-01\n", request, "partners-june.csv");
  CHECK(field(import, "r2", "planned-start") == "2026-04-01");
  CHECK(import.mapping.sheets.size() == 1);
}

TEST_CASE("What was understood can be kept as a mapping") {
  const Import import = imported(valley(), "Title;Début prévu\nRound 2;2026-05-01\n", of(KindId::activity));
  CHECK(mappingText(import.mapping) ==
        "# Trackloom: what the columns and names of a spreadsheet mean\n\n[sheet sheet]\nkind = activity\n"
        "column Title = title\ncolumn Début prévu = planned-start\n");
}

TEST_CASE("A problem tells what its answer is about, so that it can be asked") {
  const Import import = imported(valley(), "Title\tStatus\tLead\nA\tunderway, nearly\tNobody\n", of(KindId::activity));
  REQUIRE(import.problems.size() == 2);
  CHECK(import.problems[0].asked.text == "underway, nearly");
  CHECK(import.problems[0].asked.list == VocabularyId::activityStatus);
  CHECK(import.problems[1].asked.text == "Nobody");
  CHECK(kindsMadeByName(import.problems[1].asked.kinds) == std::vector<KindId>{KindId::actor});
}

TEST_CASE("An answer may say what something new is, and is kept so") {
  ImportRequest request = of(KindId::seat);
  const std::string seats = "Body\tHeld by\nPlenary\tNobody\n";
  const Import asked = imported(valley(), seats, request);
  REQUIRE(asked.problems.size() == 2);
  request.mapping.names["Plenary"] = {{}, KindId::body};
  request.mapping.names["Nobody"] = {{}, KindId::actor};
  const Import import = imported(valley(), seats, request);
  CHECK(import.complete());
  CHECK(titled(import, KindId::body, "Plenary"));
  CHECK(titled(import, KindId::actor, "Nobody"));
  const Mapping kept = readMapping(mappingText(import.mapping), "kept.map");
  CHECK(kept.names == import.mapping.names);
  CHECK(mappingText(kept).find("Plenary = + body\n") != std::string::npos);
  CHECK_THROWS_AS(readMapping("[names]\nPlenary = + bodies\n", "bad.map"), Error);
}

TEST_CASE("A name may be another spelling of one in a row before") {
  ImportRequest request = of(KindId::activity);
  request.create = {KindId::actor};
  const std::string rows = "Title\tLead\nA\tYouth League\nB\tYouth Leegue\n";
  const Import asked = imported(valley(), rows, request);
  REQUIRE(asked.spellings.size() == 1);
  CHECK(asked.spellings.front().alike.empty());
  request.mapping.names["Youth Leegue"] = {{}, {}, "Youth League"};
  const Import import = imported(valley(), rows, request);
  CHECK(import.complete());
  const Element* league = titled(import, KindId::actor, "Youth League");
  REQUIRE(league);
  CHECK_FALSE(titled(import, KindId::actor, "Youth Leegue"));
  for (const char* title : {"A", "B"}) CHECK(titled(import, KindId::activity, title)->ref(key::lead) == league->id());
  CHECK(mappingText(import.mapping).find("Youth Leegue = ~ Youth League\n") != std::string::npos);
  CHECK(readMapping(mappingText(import.mapping), "kept.map").names == import.mapping.names);

  // Two rows for one element are still two rows.
  ImportRequest actors = of(KindId::actor);
  actors.mapping = request.mapping;
  const Import twice = imported(valley(), "Name\nYouth League\nYouth Leegue\n", actors);
  CHECK(reasons(twice) == Lines{"“Youth League” stands in a row before."});
}

TEST_CASE("The rows of a sheet that nobody understands count as not understood") {
  const Import open = imported(valley(), "Title,Notes\nA,x\nB,y\n");
  CHECK(open.sheets.front().refused == 2);
  CHECK(imported(valley(), "Blah\n").sheets.front().refused == 0);
}
