#include "tables/form.h"

#include "documents/context.h"
#include "documents/tables.h"
#include "documents/wording.h"
#include "sharing/paper_plan.h"
#include "tables/cell_values.h"
#include "tables/known_names.h"
#include "tables/spreadsheet.h"
#include "tables/words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

namespace trackloom::tables {
namespace {

using documents::Material;
using plugin::TableColumn;
using Is = ColumnUse::Is;

constexpr std::string_view mark = "trackloom-form 1 ";
constexpr const char* commentHead = tr("Your comment");
constexpr const char* titleHead = tr("Activity");

/// What partners fill in, in this order.
constexpr std::array<FieldNumber, 7> filled = {"status", "planned-start", "planned-finish", "start",
                                               "finish", "outputs",       "updated"};

bool isTheirs(const Element& activity, const ElementId& organisation) {
  const auto partners = activity.refs(key::partners);
  return activity.ref(key::lead) == organisation || std::ranges::find(partners, organisation) != partners.end();
}

std::vector<ElementId> activitiesOf(const Plan& plan, const ElementId& organisation) {
  std::vector<ElementId> ids;
  for (const ElementPtr& activity : plan.all(KindId::activity))
    if (isTheirs(*activity, organisation)) ids.push_back(activity->id());
  return ids;
}

/// The words of a list in the language of the form, the plan's own ones behind them.
std::vector<std::string> choicesOf(const Material& material, const Field& field) {
  std::vector<std::string> labels;
  const Vocabulary& list = vocabulary(field.vocabulary);
  for (std::uint16_t term = 0; term < list.terms.size(); ++term)
    labels.push_back(documents::labelOf(material, field.vocabulary, Choice{term, {}}));
  constexpr Key<Text> vocabularyKey{"vocabulary"};
  const PlanTerms own(material.plan());
  for (const ElementPtr& word : material.plan().all(KindId::term))
    if (word->text(vocabularyKey) == list.name)
      labels.push_back(documents::labelOf(material, field.vocabulary, own.find(field, word->text(key::name))));
  return labels;
}

Cell cellOf(const Material& material, const Element& activity, const Field& field) {
  const Value* value = activity.find(field.number);
  if (!value) return {};
  if (const Choice* choice = std::get_if<Choice>(value))
    return {documents::labelOf(material, field.vocabulary, *choice), CellKind::text};
  const Date* date = std::get_if<Date>(value);
  const bool exact = date && date->precision() == Precision::day && !date->approximate();
  return {valueText(field, *value), exact ? CellKind::day : CellKind::text};
}

std::vector<TableColumn> columnsFor(const Material& material) {
  const Kind& kind = kindOf(KindId::activity);
  std::vector<TableColumn> columns{{"id"}, {documents::said(material, titleHead)}};
  for (const FieldNumber number : filled) {
    const Field& field = *kind.find(number);
    TableColumn column{documents::said(material, field.label), true, {}};
    if (field.type == FieldType::choice) column.choices = choicesOf(material, field);
    columns.push_back(std::move(column));
  }
  columns.push_back({documents::said(material, commentHead), true, {}});
  return columns;
}

bool isOneOf(std::string_view head, const char* english, std::span<const language::Language> languages) {
  return std::ranges::any_of(
      languages, [&](const auto& language) { return compared(language.translated(english)) == compared(head); });
}

/// Tells what the columns of a form hold; gives the one of the comments, if it is there.
std::optional<std::size_t> mapColumns(const Sheet& sheet, SheetMapping& mapping,
                                      std::span<const language::Language> languages) {
  std::optional<std::size_t> comments;
  const Kind& kind = kindOf(KindId::activity);
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    const auto& cells = sheet.rows[row];
    if (cells.empty() || cells.front().text != "id") continue;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const std::string& head = cells[column].text;
      ColumnUse use;
      if (column == 0) use.is = Is::id;
      for (const FieldNumber number : filled)
        if (isOneOf(head, kind.find(number)->label.data(), languages)) use = {Is::field, number};
      if (isOneOf(head, titleHead, languages)) use = {Is::field, key::title.number};
      if (isOneOf(head, commentHead, languages)) comments = column;
      if (!head.empty()) mapping.columns.emplace_back(head, use);
    }
    break;
  }
  return comments;
}

/// The comment of a row as an element, which is the same however often the form comes back.
Element commentOf(const Plan& plan, const Element& organisation, const ElementId& activity, const std::string& text) {
  const std::string origin = "form:" + organisation.id().str() + ":" + activity.str() + ":" + text;
  const ElementId same = ElementId::derivedFrom(origin);
  Element comment(KindId::comment, plan.find(KindId::comment, same) ? same : derivedId(plan, origin));
  constexpr Key<Text> who{"who"};
  comment.set(key::about, Refs{activity}).set(who, Text(organisation.title())).set(key::text, text);
  return comment;
}

/// The comments of rows that were understood.
void addComments(Import& import, const Sheet& sheet, std::size_t column, const Element& organisation) {
  for (const TakenRow& taken : import.taken) {
    const auto& cells = sheet.rows[taken.row - 1];
    if (cells.size() <= column || isBlank(cells[column].text)) continue;
    const Element comment = commentOf(import.plan, organisation, taken.element, trimmedCell(cells[column].text));
    if (import.plan.find(comment.id())) continue;
    import.edit.changes.push_back({nullptr, std::make_shared<const Element>(comment)});
    import.plan = import.plan.with(comment);
  }
}

/// What is to be read in a table.
std::string textOf(const plugin::WrittenTable& table) {
  std::string text;
  for (const std::string& line : table.lines) text.append(line).append(1, '\n');
  for (const auto& row : table.rows)
    for (const Cell& cell : row) text.append(cell.text).append(1, '\n');
  return text;
}

}  // namespace

PartnerForm partnerForm(const Plan& plan, const FormRequest& request, const language::Language& language) {
  const sharing::PaperPlan paper = sharing::planForPaper(plan, {request.audience, request.asOf});
  const checks::Study study(documents::shownTo(paper.plan, paper.audience, request.asOf), request.asOf);
  const Material material{study, request.audience.level, {}, language};
  PartnerForm form;
  form.table.name = documents::said(material, tr("Update"));
  form.table.rightToLeft = language.rightToLeft();
  form.table.columns = columnsFor(material);
  const ElementId there = paper.ids.of(request.organisation);
  form.unnamed = there != request.organisation;
  const Element* organisation = form.unnamed ? nullptr : study.plan().find(KindId::actor, there);
  const std::string name = organisation ? std::string(organisation->title()) : std::string();
  form.table.lines = {
      documents::said(
          material,
          {tr("{plan}: update by {organisation}, {day}"),
           {{"plan", std::string(study.plan().root().title())}, {"organisation", name}, {"day", request.asOf}}}),
      documents::said(material,
                      tr("Please correct and fill in the light cells, save the file and send it back. A date may "
                         "be a day, a month (2026-05), a quarter (2026-Q2) or a year.")),
      std::string(mark) + request.organisation.str()};
  const auto theirs = activitiesOf(plan, request.organisation);
  const KnownNames names(plan);
  for (const ElementId& id : theirs) {
    const ElementId shown = paper.ids.of(id);
    const Element* activity = study.plan().find(KindId::activity, shown);
    if (!activity || !organisation || !isTheirs(*activity, there)) {
      ++form.notShown;
      continue;
    }
    const std::string title(activity->title(language.code()));
    if (shown != id && names.called({KindId::activity}, title) != std::vector{id}) {
      ++form.untold;
      form.notes.push_back({tr("{element} is not in the form: its id may say whom these readers may not see, and its "
                               "title there does not tell it from others."),
                            {{"element", id}}});
      continue;
    }
    std::vector<Cell> row{{shown == id ? id.str() : std::string()}, {title}};
    for (const FieldNumber number : filled)
      row.push_back(cellOf(material, *activity, *activity->definition().find(number)));
    row.emplace_back();
    form.table.rows.push_back(std::move(row));
  }
  form.rows = form.table.rows.size();
  const std::vector<Message> notes = paper.notes.of(textOf(form.table));
  form.notes.insert(form.notes.begin(), notes.begin(), notes.end());
  return form;
}

std::optional<NothingToFill> nothingToFill(const PartnerForm& form, const ElementId& organisation) {
  if (form.rows > 0) return std::nullopt;
  const Message otherReaders{tr("Make the form for readers who may see more."), {}};
  if (form.unnamed)
    return NothingToFill{{tr("The id “{id}” of {actor}, which the form would bear, may say whom these readers may not "
                             "see."),
                          {{"id", organisation.str()}, {"actor", organisation}}},
                         otherReaders};
  if (form.untold > 0)
    return NothingToFill{
        {tr("Of the activities of {actor} that these readers may see, {count}, neither the ids nor the titles can be "
            "told them."),
         {{"actor", organisation}, {"count", static_cast<std::int64_t>(form.untold)}}},
        otherReaders};
  if (form.notShown == 0)
    return NothingToFill{{tr("{actor} leads and carries out no activity."), {{"actor", organisation}}},
                         {tr("Enter it as lead or implementing partner of its activities."), {}}};
  return NothingToFill{
      {tr("Of the {count} activities of {actor} these readers may see none."),
       {{"actor", organisation}, {"count", static_cast<std::int64_t>(form.notShown)}}},
      {tr("Lower the level of what they may see (“Who may see it”), or make the form for other readers."), {}}};
}

std::vector<FormTaker> formTakers(const Plan& plan) {
  std::map<ElementId, std::size_t> counts;
  for (const ElementPtr& activity : plan.all(KindId::activity)) {
    std::set<ElementId> theirs;
    if (const ElementId lead = activity->ref(key::lead); !lead.empty()) theirs.insert(lead);
    for (const ElementId& partner : activity->refs(key::partners)) theirs.insert(partner);
    for (const ElementId& id : theirs)
      if (plan.find(KindId::actor, id)) ++counts[id];
  }
  std::vector<FormTaker> takers;
  for (const auto& [id, count] : counts) takers.push_back({id, count});
  std::ranges::stable_sort(takers, std::greater(), &FormTaker::activities);
  return takers;
}

std::string formFile(const PartnerForm& form, const std::string& name, Day made, plugin::PluginHost& host) {
  if (!name.ends_with(".csv")) return writeSpreadsheet({form.table}, made, host);
  documents::Table lines;
  for (const TableColumn& column : form.table.columns) lines.columns.push_back({column.head});
  for (const auto& row : form.table.rows) {
    std::vector<std::string> cells;
    for (const Cell& cell : row) cells.push_back(cell.text);
    lines.rows.push_back(std::move(cells));
  }
  constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";  // without it office programs read other letters
  std::string text(utf8Mark);
  for (const std::string& line : form.table.lines) {
    const std::string heads = documents::csv({{{line}}, {}});
    text += heads;
  }
  return text + documents::csv(lines);
}

std::optional<ElementId> formIn(const Sheet& sheet) {
  constexpr std::size_t looked = 6;
  for (std::size_t row = 0; row < sheet.rows.size() && row < looked; ++row)
    if (!sheet.rows[row].empty() && sheet.rows[row].front().text.starts_with(mark))
      return ElementId::parse(trimmedCell(sheet.rows[row].front().text.substr(mark.size()))).value_or(ElementId());
  return std::nullopt;
}

Import importFile(const Plan& plan, std::span<const Sheet> sheets, const ImportRequest& request,
                  std::span<const language::Language> languages) {
  const bool isForm = std::ranges::any_of(sheets, [](const Sheet& sheet) { return formIn(sheet).has_value(); });
  return isForm ? importForm(plan, sheets, request, languages) : importSheets(plan, sheets, request, languages);
}

Import importForm(const Plan& plan, std::span<const Sheet> sheets, ImportRequest request,
                  std::span<const language::Language> languages) {
  const auto sheet = std::ranges::find_if(sheets, [](const Sheet& each) { return formIn(each).has_value(); });
  const Element* organisation = sheet == sheets.end() ? nullptr : plan.find(KindId::actor, *formIn(*sheet));
  if (!organisation) {
    Import import{plan, {{tr("Import a form"), {}}, {}, {}}, {}, {}, 0, {}, request.mapping};
    Problem problem{{sheet == sheets.end() ? std::string() : sheet->name, 0, 0, {}}, {}, {}, {}};
    problem.why = {tr("The plan has no organisation that this form is for."), {}};
    problem.toDo = {tr("Import it into the plan that it was made from."), {}};
    import.problems.push_back(std::move(problem));
    return import;
  }
  const auto theirs = activitiesOf(plan, organisation->id());
  request.kind = KindId::activity;
  request.only = Restriction{{filled.begin(), filled.end()}, theirs};
  SheetMapping& mapping = request.mapping.sheet(sheet->name);
  mapping.columns.clear();
  const auto comments = mapColumns(*sheet, mapping, languages);
  Import import = importSheets(plan, std::span(&*sheet, 1), request, languages);
  import.edit.label = {tr("Import a form of {organisation}"), { { "organisation", organisation->id() } }};
  if (comments && (import.complete() || request.otherRows == OtherRows::take))
    addComments(import, *sheet, *comments, *organisation);
  return import;
}

}  // namespace trackloom::tables
