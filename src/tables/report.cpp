#include "tables/report.h"

#include "documents/plan_language.h"

#include <algorithm>

namespace trackloom::tables {
namespace {

using documents::Json;

std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "“" : ", “") + name + "”";
  return text;
}

const char* takenPattern(const SheetReport& report) {
  if (!report.kind)
    return tr("{sheet}: {added} new, {changed} changed, {unchanged} as in the plan, {refused} not understood");
  switch (report.kindBy) {
    case KindBy::request:
      return tr(
          "{sheet}, taken for {kind} as you said: {added} new, {changed} changed, {unchanged} as in the plan, "
          "{refused} not understood");
    case KindBy::mapping:
      return tr(
          "{sheet}, taken for {kind} as you answered: {added} new, {changed} changed, {unchanged} as in the plan, "
          "{refused} not understood");
    case KindBy::name:
      return tr(
          "{sheet}, taken for {kind} by its name: {added} new, {changed} changed, {unchanged} as in the plan, "
          "{refused} not understood");
    case KindBy::column:
    case KindBy::fit:
      break;
  }
  return tr(
      "{sheet}, taken for {kind} by its columns: {added} new, {changed} changed, {unchanged} as in the plan, "
      "{refused} not understood");
}

const char* nameOf(KindBy by) {
  constexpr const char* names[] = {"request", "mapping", "name", "column", "fit"};
  return names[static_cast<std::size_t>(by)];
}

const char* nameOf(Remedy remedy) {
  constexpr const char* names[] = {"mend", "column", "kind", "word", "name"};
  return names[static_cast<std::size_t>(remedy)];
}

Json json(const SheetReport& report) {
  Json columns = Json::array();
  for (const ReadColumn& column : report.columns)
    columns.add(Json::object()
                    .put("column", columnName(column.column))
                    .put("head", column.head)
                    .put("use", textOf(column.use)));
  Json notes = Json::array();
  for (const Message& note : report.notes) notes.add(plainText(note));
  return Json::object()
      .put("sheet", report.name)
      .put("kind", report.kind ? Json(kindOf(*report.kind).name) : Json())
      .put("kindBy", nameOf(report.kindBy))
      .put("columns", std::move(columns))
      .put("added", report.added)
      .put("changed", report.changed)
      .put("unchanged", report.unchanged)
      .put("refused", report.refused)
      .put("notes", std::move(notes));
}

Json json(const Place& place) {
  return Json::object()
      .put("sheet", place.sheet)
      .put("row", place.row == 0 ? Json() : Json(place.row))
      .put("column", place.column == 0 ? Json() : Json(columnName(place.column)))
      .put("head", place.head);
}

Json json(const Problem& problem, const Plan& plan) {
  Json columns = Json::array();
  for (const ColumnUse& use : problem.couldBe) columns.add(textOf(use));
  Json kinds = Json::array();
  for (const KindId kind : problem.couldBeKinds) kinds.add(kindOf(kind).name);
  return Json::object()
      .put("place", json(problem.place))
      .put("value", problem.value)
      .put("why", plainText(problem.why, &plan))
      .put("toDo", plainText(problem.toDo, &plan))
      .put("remedy", nameOf(problem.remedy))
      .put("couldBe", std::move(columns))
      .put("couldBeKinds", std::move(kinds));
}

Json json(const SpellingQuestion& question) {
  Json ids = Json::array();
  for (const ElementId& id : question.alike) ids.add(id.text());
  Json names = Json::array();
  for (const std::string& name : question.alikeNames) names.add(name);
  return Json::object()
      .put("place", json(question.place))
      .put("name", question.name)
      .put("alike", std::move(ids))
      .put("alikeNames", std::move(names));
}

}  // namespace

std::string columnName(std::size_t column) {
  constexpr std::size_t letters = 26;
  std::string name;
  for (; column > 0; column = (column - 1) / letters)
    name.insert(name.begin(), static_cast<char>('A' + (column - 1) % letters));
  return name;
}

Message whereOf(const Place& place) {
  if (place.row == 0) return {tr("Sheet “{sheet}”"), {{"sheet", place.sheet}}};
  if (place.column == 0)
    return {tr("Sheet “{sheet}”, row {row}"), {{"sheet", place.sheet}, {"row", number(place.row)}}};
  return {
      tr("Sheet “{sheet}”, row {row}, column {column} “{head}”"),
      {{"sheet", place.sheet}, {"row", number(place.row)}, {"column", columnName(place.column)}, {"head", place.head}}};
}

Message summaryOf(const SheetReport& report) {
  return {takenPattern(report),
          {{"sheet", report.name},
           {"kind", report.kind ? ownWord(kindOf(*report.kind).pluralLabel) : Message::Argument()},
           {"added", number(report.added)},
           {"changed", number(report.changed)},
           {"unchanged", number(report.unchanged)},
           {"refused", number(report.refused)}}};
}

Message meaningOf(const ColumnUse& use, const Field* field) {
  if (use.is == ColumnUse::Is::leftOut || use.is == ColumnUse::Is::called) return {tr("not read"), {}};
  if (use.is == ColumnUse::Is::id) return {tr("id"), {}};
  if (use.is == ColumnUse::Is::kind) return {tr("kind"), {}};
  if (!field) return {"{name}", {{"name", textOf(use)}}};
  if (use.language.empty()) return {std::string(field->label), {}};
  return {tr("{field} ({language})"), {{"field", ownWord(field->label)}, {"language", use.language}}};
}

Message columnText(const ReadColumn& column, const SheetReport& report) {
  const Field* field =
      column.use.is == ColumnUse::Is::field && report.kind ? kindOf(*report.kind).find(column.use.field) : nullptr;
  const bool leftOut = column.use.is == ColumnUse::Is::leftOut || column.use.is == ColumnUse::Is::called;
  return {leftOut ? tr("{column} “{head}”: not read") : tr("{column} “{head}”: {meaning}"),
          {{"column", columnName(column.column)},
           {"head", column.head},
           {"meaning", std::vector<Message>{meaningOf(column.use, field)}}}};
}

Message questionOf(const SpellingQuestion& question) {
  return {question.alike.empty() ? tr("“{name}” sounds like {others} in a row before. Is it the same?")
                                 : tr("“{name}” sounds like {others}. Is it the same?"),
          {{"name", question.name}, {"others", joined(question.alikeNames)}}};
}

std::vector<sharing::ToldPart> toldChanges(const Plan& before, const Plan& after, Day asOf,
                                           const language::Language& language) {
  const checks::Study then(documents::inLanguage(before, language.tag()).plan, asOf);
  const checks::Study now(documents::inLanguage(after, language.tag()).plan, asOf);
  const documents::Material old{then, Classification::core, {}, language};
  const documents::Material current{now, Classification::core, {}, language};
  const auto changes = diff(before, after);
  return toldParts(sharing::compare(old, current, changes));
}

Json importJson(const Import& import, const std::vector<sharing::ToldPart>& changes) {
  Json sheets = Json::array();
  for (const SheetReport& report : import.sheets) sheets.add(json(report));
  Json problems = Json::array();
  for (const Problem& problem : import.problems) problems.add(json(problem, import.plan));
  Json spellings = Json::array();
  for (const SpellingQuestion& question : import.spellings) spellings.add(json(question));
  Json told = Json::array();
  for (const sharing::ToldPart& part : changes) {
    Json sentences = Json::array();
    for (const sharing::ToldSentence& each : part.sentences) sentences.add(each.text);
    told.add(Json::object().put("about", part.heading).put("sentences", std::move(sentences)));
  }
  return Json::object()
      .put("complete", import.complete())
      .put("sheets", std::move(sheets))
      .put("problems", std::move(problems))
      .put("moreProblems", import.moreProblems)
      .put("spellings", std::move(spellings))
      .put("changes", std::move(told));
}

}  // namespace trackloom::tables
