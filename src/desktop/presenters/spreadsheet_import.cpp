#include "desktop/presenters/spreadsheet_import.h"

#include "desktop/presenters/import_lines.h"
#include "language/folding.h"
#include "tables/form.h"
#include "tables/report.h"

#include <algorithm>
#include <filesystem>

namespace trackloom::desktop {
namespace {

std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

}  // namespace

ImportOutcome workedOut(const ImportWork& work) {
  tables::ImportRequest request = work.request;
  request.otherRows = tables::OtherRows::take;
  ImportOutcome outcome{tables::importFile(work.plan, work.file->sheets, request, *work.heads), {}};
  outcome.told = tables::toldChanges(work.plan, outcome.import.plan, work.asOf, work.language);
  return outcome;
}

SpreadsheetImport::SpreadsheetImport(std::string path, ImportWork work, const Speech& speech)
    : path_(std::move(path)),
      work_(std::move(work)),
      speech_(speech),
      outcome_{{work_.plan, {}, {}, {}, 0, {}, {}}, {}} {
  work_.request.mapping = tables::mappingFor(std::move(work_.request.mapping), work_.file->sheets);
  findOrganisation();
}

void SpreadsheetImport::findOrganisation() {
  organisation_ = {};
  for (const tables::Sheet& sheet : work_.file->sheets)
    if (const auto organisation = tables::formIn(sheet); organisation && organisation_.empty())
      organisation_ = *organisation;
}

std::string SpreadsheetImport::name() const { return std::filesystem::path(path_).filename().string(); }

void SpreadsheetImport::take(ImportOutcome outcome) {
  outcome_ = std::move(outcome);
  build();
}

void SpreadsheetImport::build() {
  const ImportShown shown{work_, outcome_.import, speech_, isForm()};
  lines_.clear();
  const auto add = [&](const char* heading, std::vector<ImportLine> below) {
    if (below.empty()) return;
    lines_.push_back({ImportLine::About::heading, speech_.word(heading)});
    lines_.back().below = std::move(below);
  };
  auto questions = openQuestions(shown);
  open_ = questions.size();
  add(tr("To answer"), std::move(questions));
  add(tr("To mend in the spreadsheet"), toMend(shown));
  add(tr("The sheets and what their columns hold"), sheetsRead(shown));
  add(tr("Answered"), answersGiven(shown));
  std::vector<ImportLine> changes;
  for (const sharing::ToldPart& part : outcome_.told) {
    ImportLine line{ImportLine::About::heading, part.heading};
    for (const sharing::ToldSentence& each : part.sentences)
      line.below.push_back({ImportLine::About::change, each.text});
    changes.push_back(std::move(line));
  }
  add(tr("What it changes in the plan"), std::move(changes));
}

std::size_t SpreadsheetImport::rowsLeftOut() const {
  std::size_t rows = 0;
  for (const tables::SheetReport& sheet : outcome_.import.sheets) rows += sheet.refused;
  return rows;
}

/// Columns that nobody understands are left out where the other rows are taken.
std::size_t SpreadsheetImport::columnsLeftOut() const {
  return static_cast<std::size_t>(std::ranges::count_if(outcome_.import.problems, [](const tables::Problem& problem) {
    return problem.remedy == tables::Remedy::column && problem.value == problem.place.head;
  }));
}

std::string SpreadsheetImport::summary() const {
  std::vector<std::string> said;
  if (const Element* organisation = isForm() ? work_.plan.find(organisation_) : nullptr)
    said.push_back(speech_.say(
        {tr("This is a form that came back from {organisation}: it changes the status, dates and outputs of their "
            "activities and adds their comments, nothing else."),
         {{"organisation", organisation->id()}}},
        work_.plan));
  for (const Message& note : work_.file->notes) said.push_back(speech_.say(note, work_.plan));
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  for (const tables::SheetReport& sheet : outcome_.import.sheets) {
    added += number(sheet.added);
    changed += number(sheet.changed);
    unchanged += number(sheet.unchanged);
  }
  said.push_back(speech_.say(
      {tr("Rows that are new: {added}; that change something: {changed}; as in the plan: "
          "{unchanged}; not understood yet: {refused}."),
       {{"added", added}, {"changed", changed}, {"unchanged", unchanged}, {"refused", number(rowsLeftOut())}}}));
  if (outcome_.import.complete())
    said.push_back(speech_.word(hasChanges() ? tr("All of it is understood.")
                                             : tr("All of it is understood, and the plan has it already.")));
  std::string text;
  for (const std::string& one : said) text += (text.empty() ? "" : "\n") + one;
  return text;
}

void SpreadsheetImport::read(const tables::CsvForm& form) {
  work_.file = std::make_shared<const tables::ReadFile>(readAs(form));
  findOrganisation();
}

bool SpreadsheetImport::hasHiddenSheets() const {
  return std::ranges::any_of(work_.file->sheets, &tables::Sheet::hidden);
}

std::string SpreadsheetImport::understoodLabel() const {
  const std::size_t columns = columnsLeftOut();
  return speech_.say({columns == 0
                          ? tr("Take only what is understood ({rows} {rows|row stays|rows stay} out)")
                          : tr("Take only what is understood (rows that stay out: {rows}; columns: {columns})"),
                      {{"rows", number(rowsLeftOut())}, {"columns", number(columns)}}});
}

Edit SpreadsheetImport::edit() const {
  Edit edit = outcome_.import.edit;
  if (!isForm()) edit.label = {tr("Bring in the spreadsheet “{file}”"), {{"file", name()}}};
  return edit;
}

std::string SpreadsheetImport::answersFile() const { return tables::mappingFileOf(path_); }
std::string SpreadsheetImport::answersText() const { return tables::mappingText(outcome_.import.mapping); }

namespace {

bool endsIn(std::string_view path, std::initializer_list<std::string_view> endings) {
  const std::string folded = language::folded(std::filesystem::path(path).extension().string());
  return std::ranges::find(endings, folded) != endings.end();
}

}  // namespace

bool isSeparatedValues(std::string_view path) { return endsIn(path, {".csv", ".tsv", ".txt"}); }
bool isSpreadsheetName(std::string_view path) {
  return endsIn(path, {".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods"});
}

}  // namespace trackloom::desktop
