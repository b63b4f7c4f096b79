#include "desktop/presenters/import_lines.h"

#include "tables/report.h"

#include <algorithm>
#include <map>

namespace trackloom::desktop {
namespace {

using tables::ColumnUse;
using tables::ImportRequest;
using tables::Problem;
using Is = ColumnUse::Is;
using About = ImportLine::About;

std::string meaningIn(const ImportShown& shown, const ColumnUse& use, KindId kind) {
  if (use.is == Is::leftOut) return shown.speech.word(tr("Leave it out"));
  const Field* field = use.is == Is::field ? kindOf(kind).find(use.field) : nullptr;
  return shown.speech.say(tables::meaningOf(use, field));
}

/// Kinds and fields by their labels, where a reason names them as command lines do.
Message withLabels(Message why, const Problem& problem, std::optional<KindId> kind) {
  for (Message::Place& place : why.places) {
    std::vector<Message> labels;
    if (std::string_view(place.name) == "fields" && kind)
      for (const ColumnUse& use : problem.couldBe)
        if (use.is != Is::leftOut)
          labels.push_back(tables::meaningOf(use, use.is == Is::field ? kindOf(*kind).find(use.field) : nullptr));
    if (std::string_view(place.name) == "kinds") {
      std::vector<KindId> kinds = problem.couldBeKinds;
      if (problem.remedy == tables::Remedy::name) kinds = tables::kindsMadeByName(problem.asked.kinds);
      for (const KindId one : kinds) labels.push_back({std::string(kindOf(one).label), {}});
    }
    if (!labels.empty()) place.value = labels;
  }
  return why;
}

ImportAnswer kindAnswer(const std::string& sheet, KindId kind, const Speech& speech) {
  return {speech.word(kindOf(kind).pluralLabel), [sheet, kind](ImportRequest& request) {
            tables::SheetMapping& mapped = request.mapping.sheet(sheet);
            if (mapped.kind != kind) mapped.columns.clear();  // they meant fields of another kind
            mapped.kind = kind;
            mapped.leftOut = false;
          }};
}

/// The likely kinds first, then leaving the sheet out, then all others by their names.
std::vector<ImportAnswer> kindAnswers(const ImportShown& shown, const std::string& sheet,
                                      const std::vector<KindId>& likely) {
  std::vector<ImportAnswer> answers;
  for (const KindId kind : likely) answers.push_back(kindAnswer(sheet, kind, shown.speech));
  answers.push_back({shown.speech.word(tr("Leave this sheet out")), [sheet](ImportRequest& request) {
                       request.mapping.sheet(sheet) = {std::nullopt, true, {}};
                     }});
  const auto others = static_cast<std::ptrdiff_t>(answers.size());
  for (const Kind& kind : kinds())
    if (std::ranges::find(likely, kind.id) == likely.end()) answers.push_back(kindAnswer(sheet, kind.id, shown.speech));
  std::stable_sort(answers.begin() + others, answers.end(),
                   [](const ImportAnswer& a, const ImportAnswer& b) { return a.label < b.label; });
  return answers;
}

/// What a column of rows of a kind may hold: the likely ones, nothing that is read, the id, then all fields.
std::vector<ColumnUse> columnUses(const Plan& plan, KindId kind, const std::vector<ColumnUse>& likely) {
  std::vector<ColumnUse> uses;
  const auto add = [&](const ColumnUse& use) {
    if (std::ranges::find(uses, use) == uses.end()) uses.push_back(use);
  };
  for (const ColumnUse& use : likely) add(use);
  add({});
  add({Is::id});
  const Texts* languages = plan.root().get(Key<Texts>{"languages"});
  for (const Field& field : kindOf(kind).fields) {
    add({Is::field, field.number});
    if (!field.translatable || !languages) continue;
    for (std::size_t i = 1; i < languages->size(); ++i) add({Is::field, field.number, (*languages)[i]});
  }
  return uses;
}

std::vector<ImportAnswer> columnAnswers(const ImportShown& shown, const tables::Place& place, KindId kind,
                                        const std::vector<ColumnUse>& likely) {
  std::vector<ImportAnswer> answers;
  for (const ColumnUse& use : columnUses(shown.work.plan, kind, likely))
    answers.push_back(
        {meaningIn(shown, use, kind), [sheet = place.sheet, head = place.head, use](ImportRequest& request) {
           auto& columns = request.mapping.sheet(sheet).columns;
           std::erase_if(columns, [&](const auto& column) { return column.first == head; });
           columns.emplace_back(head, use);
         }});
  return answers;
}

std::vector<ImportAnswer> wordAnswers(const ImportShown& shown, const tables::Asked& asked) {
  std::vector<ImportAnswer> answers;
  const auto add = [&](const std::string& label, const std::string& word) {
    answers.push_back(
        {label, [text = asked.text, word](ImportRequest& request) { request.mapping.words[text] = word; }});
  };
  const Vocabulary& list = vocabulary(asked.list);
  for (const Term& term : list.terms) add(shown.speech.word(term.label), std::string(term.name));
  for (const ElementPtr& own : shown.work.plan.all(KindId::term))
    if (own->text(Key<Text>{"vocabulary"}) == list.name) {
      const std::string name(own->text(key::name));
      const std::string label(own->text(Key<Text>{"label"}));
      add(label.empty() ? name : label, name);
    }
  return answers;
}

ImportAnswer sameAs(const ImportShown& shown, const std::string& name, const ElementId& element) {
  return {
      shown.speech.say({tr("It is {element} ({kind})"),
                        {{"element", element}, {"kind", ownWord(shown.work.plan.find(element)->definition().label)}}},
                       shown.work.plan),
      [name, element](ImportRequest& request) { request.mapping.names[name] = {element}; }};
}

/// Whom a name may stand for: those it sounds like, something new, then everything in the plan that may stand there.
std::vector<ImportAnswer> nameAnswers(const ImportShown& shown, const std::string& name, const KindSet& kinds,
                                      const std::vector<ElementId>& alike) {
  std::vector<ImportAnswer> answers;
  for (const ElementId& id : alike) answers.push_back(sameAs(shown, name, id));
  for (const KindId kind : tables::kindsMadeByName(kinds))
    answers.push_back(
        {shown.speech.say({tr("It is something new: add it ({kind})"), {{"kind", ownWord(kindOf(kind).label)}}}),
         [name, kind](ImportRequest& request) {
           request.mapping.names[name] = {{}, kind};
         }});
  for (const KindId kind : tables::kindsMadeByName(kinds))
    answers.push_back({shown.speech.say({tr("Add this and every other name that is not in the plan ({kind})"),
                                         {{"kind", ownWord(kindOf(kind).label)}}}),
                       [kind](ImportRequest& request) { request.create.push_back(kind); }});
  const auto others = static_cast<std::ptrdiff_t>(answers.size());
  for (const Kind& kind : trackloom::kinds()) {
    if (!kinds.has(kind.id) || kind.id == KindId::plan) continue;
    for (const ElementPtr& element : shown.work.plan.all(kind.id))
      if (std::ranges::find(alike, element->id()) == alike.end()) answers.push_back(sameAs(shown, name, element->id()));
  }
  std::stable_sort(answers.begin() + others, answers.end(),
                   [](const ImportAnswer& a, const ImportAnswer& b) { return a.label < b.label; });
  return answers;
}

/// The same as a name in a row before, else as any name.
std::vector<ImportAnswer> spellingAnswers(const ImportShown& shown, const tables::SpellingQuestion& question) {
  std::vector<ImportAnswer> answers;
  if (question.alike.empty())
    for (const std::string& other : question.alikeNames)
      answers.push_back({shown.speech.say({tr("It is the same as “{name}”"), {{"name", other}}}),
                         [name = question.name, other](ImportRequest& request) {
                           request.mapping.names[name] = {{}, {}, other};
                         }});
  for (ImportAnswer& answer : nameAnswers(shown, question.name, question.kinds, question.alike))
    answers.push_back(std::move(answer));
  return answers;
}

std::optional<KindId> kindOfSheet(const tables::Import& import, const std::string& sheet) {
  const auto found = std::ranges::find(import.sheets, sheet, &tables::SheetReport::name);
  return found == import.sheets.end() ? std::nullopt : found->kind;
}

std::string placeText(const ImportShown& shown, const tables::Place& place) {
  return shown.speech.say(tables::whereOf(place));
}

/// Can it be answered here, and not only in the spreadsheet?
bool canAnswer(const ImportShown& shown, const Problem& problem) {
  using tables::Remedy;
  if (problem.remedy == Remedy::mend) return false;
  const bool ofLayout = problem.remedy == Remedy::kind || problem.remedy == Remedy::column;
  if (!ofLayout) return true;
  if (shown.isForm) return false;  // its columns are known
  return problem.remedy == Remedy::kind || kindOfSheet(shown.import, problem.place.sheet).has_value();
}

/// What tells one question from others: the same word in many rows is asked about once.
std::string keyOf(const Problem& problem) {
  using tables::Remedy;
  std::string key = std::to_string(static_cast<int>(problem.remedy)) + '\n';
  if (problem.remedy == Remedy::word)
    return key + std::to_string(static_cast<int>(problem.asked.list)) + '\n' + problem.asked.text;
  if (problem.remedy == Remedy::name) return key + problem.asked.text;
  return key + problem.place.sheet + '\n' + std::to_string(problem.place.column);
}

/// Where it is answered in the window, nothing needs to be written into the spreadsheet.
std::string whatToDo(const ImportShown& shown, const Problem& problem) {
  if (problem.remedy == tables::Remedy::word)
    return shown.speech.word(tr("Choose the word that it stands for; every row that has it is read so."));
  if (problem.remedy == tables::Remedy::name)
    return shown.speech.word(tr("Choose whom or what it stands for, or that it is something new."));
  return shown.speech.say(problem.toDo, shown.import.plan);
}

ImportLine lineOf(const ImportShown& shown, const Problem& problem, About about) {
  const auto kind = kindOfSheet(shown.import, problem.place.sheet);
  ImportLine line{about};
  Message why = withLabels(problem.why, problem, kind);
  if (problem.remedy == tables::Remedy::column)
    why = {tr("“{head}”: {question}"), {{"head", problem.place.head}, {"question", std::vector<Message>{why}}}};
  line.text = shown.speech.say(why, shown.import.plan);
  line.where = placeText(shown, problem.place);
  line.details = whatToDo(shown, problem);
  return line;
}

std::vector<ImportAnswer> answersTo(const ImportShown& shown, const Problem& problem) {
  switch (problem.remedy) {
    case tables::Remedy::kind:
      return kindAnswers(shown, problem.place.sheet, problem.couldBeKinds);
    case tables::Remedy::column:
      return columnAnswers(shown, problem.place, *kindOfSheet(shown.import, problem.place.sheet), problem.couldBe);
    case tables::Remedy::word:
      return wordAnswers(shown, problem.asked);
    case tables::Remedy::name:
      return nameAnswers(shown, problem.asked.text, problem.asked.kinds, {});
    case tables::Remedy::mend:
      break;
  }
  return {};
}

ImportLine columnLine(const ImportShown& shown, const tables::SheetReport& sheet, const tables::ReadColumn& column) {
  ImportLine line{About::column};
  line.text = shown.speech.say(tables::columnText(column, sheet));
  line.where = placeText(shown, {sheet.name, 0, 0, {}});
  if (shown.isForm || !sheet.kind) return line;
  line.details = shown.speech.word(tr("If the column holds something else, say what."));
  line.answers = [shown, place = tables::Place{sheet.name, 0, column.column, column.head}, kind = *sheet.kind,
                  use = column.use] { return columnAnswers(shown, place, kind, {use}); };
  return line;
}

/// A word of some list by its label; one of the plan's own as it stands.
Message labelOf(const std::string& word) {
  for (const Vocabulary& list : vocabularies())
    if (findTerm(list.id, word)) return wordOf(list.id, word);
  return {"{word}", {{"word", word}}};
}

std::function<std::vector<ImportAnswer>()> askAgain(const ImportShown& shown,
                                                    std::function<void(ImportRequest&)> forget) {
  return [shown, forget = std::move(forget)] {
    return std::vector<ImportAnswer>{{shown.speech.word(tr("Ask about it again")), forget}};
  };
}

}  // namespace

std::vector<ImportLine> openQuestions(const ImportShown& shown) {
  std::vector<ImportLine> lines;
  std::map<std::string, std::pair<std::size_t, std::int64_t>> seen;  // by key: the line, and how often
  for (const Problem& problem : shown.import.problems) {
    if (!canAnswer(shown, problem)) continue;
    const auto [at, isNew] = seen.try_emplace(keyOf(problem), lines.size(), 0);
    ++at->second.second;
    if (!isNew) continue;
    lines.push_back(lineOf(shown, problem, About::question));
    lines.back().answers = [shown, &problem] { return answersTo(shown, problem); };
  }
  for (const auto& [key, found] : seen)
    if (found.second > 1)
      lines[found.first].where = shown.speech.say({tr("{place}, and {count} {count|other place|other places}"),
                                                   {{"place", lines[found.first].where}, {"count", found.second - 1}}});
  for (const tables::SpellingQuestion& question : shown.import.spellings) {
    ImportLine line{About::question};
    line.text = shown.speech.say(tables::questionOf(question));
    line.where = placeText(shown, question.place);
    line.answers = [shown, &question] { return spellingAnswers(shown, question); };
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<ImportLine> toMend(const ImportShown& shown) {
  std::vector<ImportLine> lines;
  for (const Problem& problem : shown.import.problems)
    if (!canAnswer(shown, problem)) lines.push_back(lineOf(shown, problem, About::mend));
  if (shown.import.moreProblems > 0)
    lines.push_back(
        {About::mend, shown.speech.say({tr("And {count} more."),
                                        {{"count", static_cast<std::int64_t>(shown.import.moreProblems)}}})});
  return lines;
}

std::vector<ImportLine> sheetsRead(const ImportShown& shown) {
  std::vector<ImportLine> lines;
  for (const tables::SheetReport& sheet : shown.import.sheets) {
    ImportLine line{About::sheet};
    line.text = shown.speech.say(tables::summaryOf(sheet));
    line.where = placeText(shown, {sheet.name, 0, 0, {}});
    for (const Message& note : sheet.notes)
      line.details += (line.details.empty() ? "" : "\n") + shown.speech.say(note, shown.work.plan);
    if (!shown.isForm)
      line.answers = [shown, &sheet] {
        return kindAnswers(shown, sheet.name, sheet.kind ? std::vector<KindId>{*sheet.kind} : std::vector<KindId>());
      };
    for (const tables::ReadColumn& column : sheet.columns) line.below.push_back(columnLine(shown, sheet, column));
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<ImportLine> answersGiven(const ImportShown& shown) {
  std::vector<ImportLine> lines;
  const auto add = [&](std::string text, std::function<void(ImportRequest&)> forget) {
    ImportLine line{About::answered, std::move(text)};
    line.answers = askAgain(shown, std::move(forget));
    lines.push_back(std::move(line));
  };
  const ImportRequest& answered = shown.work.request;
  for (const auto& [text, word] : answered.mapping.words)
    add(shown.speech.say(
            {tr("“{text}” stands for “{word}”."), {{"text", text}, {"word", std::vector<Message>{labelOf(word)}}}}),
        [key = text](ImportRequest& request) { request.mapping.words.erase(key); });
  for (const auto& [name, meaning] : answered.mapping.names) {
    const ElementId& element = meaning.element;
    if (!element.empty() && !shown.work.plan.find(element)) continue;  // of another plan
    const Message said =
        !meaning.sameAs.empty()
            ? Message{tr("“{name}” is the same as “{other}”."), {{"name", name}, {"other", meaning.sameAs}}}
        : element.empty() ? Message{tr("“{name}” is something new."), {{"name", name}}}
                          : Message{tr("“{name}” is {element}."), {{"name", name}, {"element", element}}};
    add(shown.speech.say(said, shown.work.plan),
        [key = name](ImportRequest& request) { request.mapping.names.erase(key); });
  }
  for (const KindId kind : answered.create)
    add(shown.speech.say({tr("Every name that is not in the plan is something new ({kind})."),
                          {{"kind", ownWord(kindOf(kind).label)}}}),
        [kind](ImportRequest& request) { std::erase(request.create, kind); });
  for (const auto& [name, sheet] : answered.mapping.sheets)
    if (!shown.isForm && !(sheet == tables::SheetMapping()))
      add(shown.speech.say({tr("What is said of the sheet “{sheet}”"), {{"sheet", name}}}),
          [key = name](ImportRequest& request) { request.mapping.sheet(key) = tables::SheetMapping(); });
  return lines;
}

}  // namespace trackloom::desktop
