#include "documents/unpacked.h"
#include "plan/error.h"
#include "plugin/formats.h"
#include "tables/form.h"
#include "tables/importing.h"
#include "tables/spreadsheet.h"
#include "xml/disk_files.h"

#include <filesystem>
#include <functional>

#include <unistd.h>
#include <xlsxwriter.h>

using namespace trackloom;
using namespace trackloom::tables;
using namespace trackloom::tables::testing;
using trackloom::testing::planAsRead;

namespace {

namespace fs = std::filesystem;

plugin::PluginHost& host() {
  const fs::path build = TRACKLOOM_BINARY_DIR;
  static plugin::PluginHost instance({{build / "lib/trackloom/plugins", "/nowhere"},
                                      "/nowhere/allowed",
                                      {(build / "bin/trackloom-cli").string(), "plugin-run"}});
  return instance;
}

ReadFile readBook(const std::string& bytes) { return readSpreadsheet(bytes, "book.xlsx", {}, host()); }

/// A workbook that another program wrote.
std::string book(const std::function<void(lxw_workbook*)>& fill) {
  const std::string path = (fs::temp_directory_path() / ("book-" + std::to_string(::getpid()) + ".xlsx")).string();
  lxw_workbook* made = workbook_new(path.c_str());
  fill(made);
  REQUIRE(workbook_close(made) == LXW_NO_ERROR);
  DiskFiles files;
  const std::string bytes = files.read(path);
  fs::remove(path);
  return bytes;
}

lxw_format* dated(lxw_workbook* made, const char* code) {
  lxw_format* format = workbook_add_format(made);
  format_set_num_format(format, code);
  return format;
}

std::string refusal(const std::string& bytes) {
  try {
    readBook(bytes);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::unreadable);
    CHECK(error.where() == "book.xlsx");
    return plainText(error.message());
  }
  return "read";
}

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
  for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
    bytes.replace(at, from.size(), to);
  return bytes;
}

std::string oneSheet() {
  return book([](lxw_workbook* made) {
    worksheet_write_string(workbook_add_worksheet(made, "Activities"), 0, 0, "Title", nullptr);
  });
}

}  // namespace

TEST_CASE("What the spreadsheet export holds of every example comes back as it is") {
  for (const auto& entry : fs::directory_iterator(TRACKLOOM_SOURCE_DIR "/templates/examples")) {
    if (entry.path().extension() != ".trackloom") continue;
    INFO(entry.path());
    DiskFiles files;
    const Plan plan = *xml::read(files.read(entry.path().string())).plan;
    const auto exported = plugin::exportPlan(plan, {"xlsx", *parseDay("2014-01-01"), Classification::core}, host());
    const ReadFile read = readBook(exported.bytes);
    const Import again = importSheets(plan, read.sheets, {}, languages());
    CHECK(said(again).empty());
    CHECK(again.complete());
    CHECK(again.edit.changes.empty());
    const Plan empty = Plan().with(Element(KindId::plan, plan.root().id()));
    const Import made = importSheets(empty, read.sheets, {}, languages());
    CHECK(said(made).empty());
    CHECK(made.plan.size() == plan.size());
    const Import second = importSheets(made.plan, read.sheets, {}, languages());
    CHECK(second.edit.changes.empty());
  }
}

TEST_CASE("Texts in further languages come back from the spreadsheet export") {
  const Plan plan = planAsRead(
      R"(<activity id="a1" title="Round"><title xml:lang="ar">الجولة</title></activity>)"
      R"(<activity id="a2" title="Talks"><title xml:lang="fr">Pourparlers</title><notes xml:lang="fr">Vu</notes></activity>)");
  const auto exported = plugin::exportPlan(plan, {"xlsx", *parseDay("2014-01-01"), Classification::core}, host());
  const ReadFile read = readBook(exported.bytes);
  CHECK(importSheets(plan, read.sheets, {}, languages()).edit.changes.empty());
  const Import made = importSheets(Plan().with(Element(KindId::plan, plan.root().id())), read.sheets, {}, languages());
  CHECK(said(made).empty());
  for (const char* id : {"a1", "a2"}) {
    const Element* there = made.plan.find(*ElementId::parse(id));
    REQUIRE(there);
    CHECK(there->extras().translations == plan.find(*ElementId::parse(id))->extras().translations);
  }
}

TEST_CASE("Cells are read as the spreadsheet shows them") {
  const std::string bytes = book([](lxw_workbook* made) {
    lxw_worksheet* sheet = workbook_add_worksheet(made, "Activities");
    const auto number = [&](int column, double value, lxw_format* format) {
      worksheet_write_number(sheet, 0, static_cast<lxw_col_t>(column), value, format);
    };
    number(0, 12.5, nullptr);
    number(1, 46156, dated(made, "dd/mm/yyyy"));
    number(2, 46156.4, dated(made, "yyyy-mm-dd hh:mm"));
    number(3, 46143, dated(made, "mmm yyyy"));
    number(4, 0.25, dated(made, "0%"));
    number(5, 46156, nullptr);
    number(6, 60, dated(made, "yyyy-mm-dd"));
    worksheet_write_boolean(sheet, 0, 7, 1, nullptr);
    worksheet_write_formula_num(sheet, 0, 8, "=1+1", nullptr, 2);
    worksheet_write_formula_str(sheet, 0, 9, "=A1&B1", nullptr, "joined");
    worksheet_write_formula_str(sheet, 0, 10, "=VLOOKUP(1,A1,2)", nullptr, "#N/A");
    worksheet_write_string(sheet, 0, 11, "=cmd|' /C calc'!A0", nullptr);
    number(12, 46156, dated(made, "[$-409]d \"May\" yyyy;@"));
  });
  const ReadFile read = readBook(bytes);
  REQUIRE(read.sheets.size() == 1);
  const auto& cells = read.sheets.front().rows.front();
  const std::vector<Cell> wanted = {
      {"12.5", CellKind::number},   {"2026-05-14", CellKind::day}, {"2026-05-14", CellKind::day},
      {"2026-05", CellKind::day},   {"25%", CellKind::text},       {"46156", CellKind::number},
      {"60", CellKind::number},     {"true", CellKind::text},      {"2", CellKind::number},
      {"joined", CellKind::text},   {"#N/A", CellKind::failed},    {"=cmd|' /C calc'!A0", CellKind::text},
      {"2026-05-14", CellKind::day}};
  REQUIRE(cells.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    INFO(i << " " << cells[i].text);
    CHECK(cells[i] == wanted[i]);
  }
  CHECK(plainText(read.notes.front()).find("Formulas in “Activities”") == 0);
}

TEST_CASE("Texts that stand in the sheet itself are read, and cells that failed are told as such") {
  DiskFiles files;
  const ReadFile read = readBook(files.read(TRACKLOOM_SOURCE_DIR "/tests/data/tables/inline.xlsx"));
  REQUIRE(read.sheets.size() == 1);
  const auto& rows = read.sheets.front().rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == std::vector<Cell>{{"Title", CellKind::text}, {"Planned start", CellKind::text}});
  CHECK(rows[1] == std::vector<Cell>{{"Round one", CellKind::text}, {"#REF!", CellKind::failed}});
  REQUIRE(rows[2].size() == 3);  // neither this row nor its first cell says where it is
  CHECK(rows[2].front() == Cell{"Round two", CellKind::text});
  CHECK(rows[2].back() == Cell{"4", CellKind::number});
}

TEST_CASE("A cell of numbers that holds none is told with what belongs there") {
  DiskFiles files;
  const ReadFile read = readBook(files.read(TRACKLOOM_SOURCE_DIR "/tests/data/tables/not-a-number.xlsx"));
  REQUIRE(read.sheets.size() == 1);
  const Import import = importSheets(Plan(), read.sheets, {KindId::activity}, languages());
  REQUIRE_FALSE(import.problems.empty());
  CHECK(plainText(import.problems.front().why) == "This cell shows an error, #NUM!, and no value.");
  CHECK(plainText(import.problems.front().toDo) ==
        "Write it as 2026-05-14, 2026-05, 2026-Q2 or 2026, with ~ behind it for “about”.");
}

TEST_CASE("Merged cells count for all their rows, hidden sheets are known as such") {
  const std::string bytes = book([](lxw_workbook* made) {
    lxw_worksheet* sheet = workbook_add_worksheet(made, "Activities");
    worksheet_merge_range(sheet, 0, 0, 0, 1, "Work plan", nullptr);
    worksheet_write_string(sheet, 1, 0, "Track", nullptr);
    worksheet_write_string(sheet, 1, 1, "Title", nullptr);
    worksheet_merge_range(sheet, 2, 0, 3, 0, "Official talks", nullptr);
    worksheet_write_string(sheet, 2, 1, "Round 1", nullptr);
    worksheet_write_string(sheet, 3, 1, "Round 2", nullptr);
    worksheet_write_string(sheet, 1'000'000, 1, "Round 3", nullptr);
    lxw_worksheet* second = workbook_add_worksheet(made, "Actors");
    worksheet_write_string(second, 0, 0, "Name", nullptr);
    worksheet_write_string(second, 1, 0, "Secret", nullptr);
    worksheet_hide(second);
  });
  const ReadFile read = readBook(bytes);
  REQUIRE(read.sheets.size() == 2);
  CHECK(read.sheets[1].hidden);
  const Plan plan = planAsRead(R"(<track id="t1" name="Official talks"/>)");
  const Import import = importSheets(plan, read.sheets, {}, languages());
  CHECK(said(import).empty());
  REQUIRE(import.plan.all(KindId::activity).size() == 3);
  std::size_t onTrack = 0;
  for (const ElementPtr& activity : import.plan.all(KindId::activity)) onTrack += activity->refs(key::tracks).size();
  CHECK(onTrack == 2);
  CHECK(import.plan.all(KindId::actor).empty());
  CHECK(plainText(import.sheets[1].notes.front()) == "It is hidden, and was left out.");
}

TEST_CASE("Hostile and damaged workbooks are refused with one sentence") {
  const std::string good = oneSheet();
  CHECK(refusal(good) == "read");
  CHECK(refusal(good.substr(0, good.size() / 2)) == "The file is damaged: its end is missing.");
  CHECK(refusal("PK\x03\x04") == "The file is damaged: its end is missing.");
  CHECK(refusal(replaced(good, "docProps/core.xml", "xl/vbaProject.bin")) ==
        "The spreadsheet holds macros, which are programs; save it as .xlsx without them.");
  CHECK(refusal(replaced(good, "xl/workbook.xml", "xl/nothing_.xml")) == "The file is no .xlsx spreadsheet.");
  std::string bomb = good;  // what a part unpacks to, in the list of parts
  for (std::size_t at = bomb.find("PK\x01\x02"); at != std::string::npos; at = bomb.find("PK\x01\x02", at + 4))
    bomb.replace(at + 24, 4, "\xFF\xFF\xFF\x0F");
  CHECK(refusal(bomb) == "The file unpacks to more than is read, and may be made to fill a machine's memory.");
  std::string longer = good;  // what the fuzzer found: a part that claims to be packed in more bytes than there are
  longer.replace(longer.find("PK\x01\x02") + 20, 4, "\xFF\xFF\xFF\x0F");
  CHECK(refusal(longer) == "The file is damaged: its parts are longer than it is.");
  std::string locked = good;
  locked[locked.find("PK\x01\x02") + 8] = '\x01';
  CHECK(refusal(locked) == "The spreadsheet is protected by a password.");
  for (std::size_t at = 40; at < good.size(); at += 97) {  // whatever is wrong, there is a sentence and an end
    std::string damaged = good;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    CHECK_FALSE(refusal(damaged).empty());
  }
}

namespace {

const Plan& partners() {
  static const Plan plan = planAsRead(R"(
    <actor id="league" name="Youth League" classification="partners"/>
    <actor id="council" name="Council" classification="partners"/>
    <actor id="secret" name="Hidden Envoy" classification="core"/>
    <activity id="f1" title="Forum" lead="league" status="planned" planned-start="2026-05-14" planned-finish="2026-Q3" outputs="A text with Hidden Envoy" classification="partners"/>
    <activity id="f2" title="Caucus" partners="league" lead="council" classification="partners"/>
    <activity id="f3" title="Back channel" lead="league" classification="core"/>
    <activity id="f4" title="Talks" lead="council" classification="partners"/>
  )");
  return plan;
}

bool isXlsx(const std::string& bytes) { return bytes.starts_with("PK"); }

PartnerForm made(const language::Language& language = {}) {
  return partnerForm(partners(), {"league"_id, Classification::partners, *parseDay("2026-04-01")}, language);
}

/// The form as it comes back, with some cells changed.
Import returned(const PartnerForm& form, const std::function<void(std::vector<std::vector<Cell>>&)>& change) {
  ReadFile read = readBook(writeSpreadsheet({form.table}, *parseDay("2026-04-01"), host()));
  change(read.sheets.front().rows);
  return importForm(partners(), read.sheets, {}, languages());
}

}  // namespace

TEST_CASE("A form has a partner's own activities, and of them what it may see") {
  const PartnerForm form = made();
  REQUIRE(form.rows == 2);
  CHECK(form.notShown == 1);
  CHECK(form.table.rows[0][1].text == "Forum");
  CHECK(form.table.rows[1][1].text == "Caucus");
  CHECK(form.table.columns[2].choices.size() == vocabulary(VocabularyId::activityStatus).terms.size());
  const std::string bytes = writeSpreadsheet({form.table}, *parseDay("2026-04-01"), host());
  CHECK(bytes == writeSpreadsheet({form.table}, *parseDay("2026-04-01"), host()));
  const std::string all = documents::allTexts(bytes);
  CHECK(all.find("Envoy") == std::string::npos);
  CHECK(all.find("Back channel") == std::string::npos);
  CHECK(all.find("<dataValidation ") != std::string::npos);
  CHECK(all.find("<sheetProtection") != std::string::npos);
}

TEST_CASE("A form that comes back as it went changes nothing, in any language") {
  for (const language::Language& language : languages()) {
    INFO(language.tag());
    const Import import = returned(made(language), [](auto&) {});
    CHECK(said(import).empty());
    // A name that was masked for the partner does not come back as a mask.
    CHECK(import.edit.changes.empty());
  }
}

TEST_CASE("A form changes status, dates and outputs of the partner's activities, and nothing else") {
  const Import import = returned(made(), [](auto& rows) {
    rows[4][1] = {"Another title"};
    rows[4][2] = {"Ongoing"};
    rows[4][5] = {"2026-05-15", CellKind::day};
    rows[4].resize(10);
    rows[4][9] = {"The hall was full."};
  });
  CHECK(said(import).empty());
  const Element& forum = *import.plan.find("f1"_id);
  CHECK(forum.title() == "Forum");
  CHECK(forum.is(key::status, ActivityStatus::ongoing));
  CHECK(forum.get(key::start)->text() == "2026-05-15");
  CHECK(forum.text(key::outputs) == "A text with Hidden Envoy");
  REQUIRE(import.plan.all(KindId::comment).size() == 1);
  CHECK(import.plan.all(KindId::comment).front()->text(key::text) == "The hall was full.");
  CHECK(apply(import.plan, inverse(import.edit)) == partners());
}

TEST_CASE("The comment of a row that is refused waits with it") {
  PartnerForm form = made();
  REQUIRE(form.table.rows.size() == 2);
  const std::string text = formFile(form, "update.csv", *parseDay("2026-04-01"), host());
  std::vector<Sheet> sheets = readCsv(text, {}, "update.csv").sheets;
  for (auto& row : sheets.front().rows)
    if (row.front().text == "f1" || row.front().text == "f2") {
      row.resize(10);
      row[9] = {"Comment on " + row.front().text};
      if (row.front().text == "f1") row[3] = {"some day"};
    }
  ImportRequest request;
  request.otherRows = OtherRows::take;
  const Import import = importFile(partners(), sheets, request, languages());
  CHECK(import.problems.size() == 1);
  REQUIRE(import.plan.all(KindId::comment).size() == 1);
  CHECK(import.plan.all(KindId::comment).front()->text(key::text) == "Comment on f2");
}

TEST_CASE("An activity whose id says a hidden name is filled in by its title") {
  const Plan plan = planAsRead(R"(
    <actor id="league" name="Youth League" classification="partners"/>
    <actor id="tarhuni" name="Salim Tarhuni" classification="core"/>
    <actor id="tarhuni-office" name="Valley office" classification="partners"/>
    <activity id="meet-tarhuni" title="Round" lead="league" status="planned" classification="partners"/>
    <activity id="see-tarhuni" title="With Salim Tarhuni" lead="league" classification="partners"/>
    <activity id="own" title="Office hours" lead="tarhuni-office" classification="partners"/>
  )");
  const Day day = *parseDay("2026-04-01");
  const PartnerForm form = partnerForm(plan, {"league"_id, Classification::partners, day}, {});
  CHECK(form.notShown == 0);
  CHECK(form.untold == 1);
  CHECK(std::ranges::any_of(form.notes, [&](const Message& note) {
    return plainText(note, &plan).starts_with("With Salim Tarhuni is not in the form: its id may say");
  }));
  REQUIRE(form.table.rows.size() == 1);
  CHECK(form.table.rows.front().front().text.empty());
  std::vector<Sheet> sheets = readCsv(formFile(form, "update.csv", day, host()), {}, "update.csv").sheets;
  for (auto& row : sheets.front().rows)
    if (row.size() > 2 && row[1].text == "Round") {
      row.resize(10);
      row[2] = {"Ongoing"};
      row[9] = {"Well attended."};
    }
  const Import import = importFile(plan, sheets, {}, languages());
  CHECK(said(import).empty());
  CHECK(import.plan.find("meet-tarhuni"_id)->is(key::status, ActivityStatus::ongoing));
  REQUIRE(import.plan.all(KindId::comment).size() == 1);
  CHECK(import.plan.all(KindId::comment).front()->refs(key::about).front() == "meet-tarhuni"_id);

  const PartnerForm office = partnerForm(plan, {"tarhuni-office"_id, Classification::partners, day}, {});
  REQUIRE(nothingToFill(office, "tarhuni-office"_id));
  CHECK(plainText(nothingToFill(office, "tarhuni-office"_id)->why, &plan) ==
        "The id “tarhuni-office” of Valley office, which the form would bear, may say whom these readers may not see.");
}

TEST_CASE("A text around a hidden name does not take its place") {
  const Import import = returned(made(), [](auto& rows) { rows[4][7] = {"A paper with […]"}; });
  CHECK(import.plan == partners());
  CHECK(said(import) == std::vector<std::string>{"Sheet “Update”, row 5, column H “Outputs”: A name was hidden from "
                                                 "whoever had this table, where […] stands."});
}

TEST_CASE("A form for one partner cannot change what others do") {
  const Import import = returned(made(), [](auto& rows) {
    rows[4][0] = {"f4"};
    rows[5][0] = {"new-one"};
  });
  CHECK(import.plan == partners());
  REQUIRE(import.problems.size() == 2);
  CHECK(plainText(import.problems[0].why, &import.plan) == "The form is not for Talks.");
}

TEST_CASE("A form goes out as separated values, too, and comes back as the form it is") {
  const PartnerForm form = made();
  const Day day = *parseDay("2026-04-01");
  CHECK(isXlsx(formFile(form, "update.xlsx", day, host())));
  std::string text = formFile(form, "update.csv", day, host());
  const auto back = [&] {
    const ReadFile read = readCsv(text, {}, "update.csv");
    REQUIRE(formIn(read.sheets.front()) == "league"_id);
    return importFile(partners(), read.sheets, {}, languages());
  };
  const Import same = back();
  CHECK(said(same).empty());
  CHECK(same.edit.changes.empty());
  text = replaced(text, "Planned,2026-05-14", "Ongoing,2026-05-14");
  const Import changed = back();
  CHECK(said(changed).empty());
  CHECK(changed.plan.find("f1"_id)->is(key::status, ActivityStatus::ongoing));
}

TEST_CASE("Forms are made for whoever leads or carries out activities") {
  const auto takers = formTakers(partners());
  REQUIRE(takers.size() == 2);
  CHECK(takers[0].organisation == "league"_id);
  CHECK(takers[0].activities == 3);
  CHECK(takers[1].activities == 2);
  CHECK_FALSE(nothingToFill(made(), "league"_id));
  const PartnerForm none =
      partnerForm(partners(), {"secret"_id, Classification::partners, *parseDay("2026-04-01")}, {});
  REQUIRE(nothingToFill(none, "secret"_id));
  CHECK(nothingToFill(none, "secret"_id)->why.pattern == "{actor} leads and carries out no activity.");
  const PartnerForm hidden = partnerForm(partners(), {"league"_id, Classification::open, *parseDay("2026-04-01")}, {});
  CHECK(plainText(nothingToFill(hidden, "league"_id)->why) ==
        "Of the 3 activities of league these readers may see none.");
}
