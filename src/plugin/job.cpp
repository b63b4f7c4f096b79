#include "plugin/job.h"

#include "checks/outward.h"
#include "checks/study.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>

using namespace trackloom;

/// What stands behind the opaque handle that plugins carry around.
struct TrackloomJob {
  TrackloomJob(const plugin::Shown& shown, std::size_t maxOutput_)
      : study(shown.plan, shown.asOf), view(shown.view), maxOutput(maxOutput_) {}

  /// Keeps a text until the run is over.
  const char* keep(std::string text) { return texts.insert(std::move(text)).first->c_str(); }

  checks::Study study;
  scene::View view;
  std::size_t maxOutput;
  std::string_view input;                        // of an importer
  std::vector<plugin::Sheet> sheets;             // of an importer
  std::size_t cells = 0;                         // in these
  std::span<const plugin::WrittenTable> tables;  // for a writer of tables
  std::unordered_set<std::string> texts;
  plugin::Result result;
  bool failed = false;
};

namespace trackloom::plugin {
namespace {

constexpr std::size_t maxNotes = 1'000;

const Element& elementOf(const TrackloomElement* element) { return *reinterpret_cast<const Element*>(element); }
const TrackloomElement* handleOf(const Element* element) { return reinterpret_cast<const TrackloomElement*>(element); }

/// Runs what stands behind a function of the host. No exception gets out into the plugin: the run counts as failed.
template <class Answer, class Function>
Answer answering(TrackloomJob* job, Answer none, Function function) noexcept {
  try {
    return function();
  } catch (...) {
    job->failed = true;
    return none;
  }
}

/// Fills as much of the plugin's struct as the plugin knows.
template <class Struct>
void fill(Struct* target, Struct filled) {
  const std::size_t size = target->size;
  filled.size = size;
  std::memcpy(target, &filled, std::min(size, sizeof filled));
}

const char* kindName(TrackloomJob*, std::size_t index) {
  return index < kinds().size() ? kinds()[index].name.data() : nullptr;
}

const char* fieldName(TrackloomJob*, const char* kind, std::size_t index) {
  const Kind* found = findKind(kind);
  return found && index < found->fields.size() ? found->fields[index].name.data() : nullptr;
}

std::size_t count(TrackloomJob* job, const char* kind) {
  const Kind* found = findKind(kind);
  return found ? job->study.plan().all(found->id).size() : 0;
}

const TrackloomElement* element(TrackloomJob* job, const char* kind, std::size_t index) {
  const Kind* found = findKind(kind);
  if (!found || index >= job->study.plan().all(found->id).size()) return nullptr;
  return handleOf(job->study.plan().all(found->id)[index].get());
}

const TrackloomElement* find(TrackloomJob* job, const char* id) {
  const auto parsed = ElementId::parse(id);
  const checks::Item* item = parsed ? job->study.find(*parsed) : nullptr;
  return item ? handleOf(&item->element()) : nullptr;
}

const char* id(TrackloomJob* job, const TrackloomElement* element_) {
  return answering<const char*>(job, nullptr, [&] { return job->keep(elementOf(element_).id().str()); });
}

const char* kind(TrackloomJob*, const TrackloomElement* element_) {
  return elementOf(element_).definition().name.data();
}

const char* title(TrackloomJob* job, const TrackloomElement* element_) {
  return answering<const char*>(job, nullptr, [&] { return job->keep(std::string(elementOf(element_).title())); });
}

const char* field(TrackloomJob* job, const TrackloomElement* element_, const char* name) {
  return answering<const char*>(job, nullptr, [&]() -> const char* {
    const Field* known = elementOf(element_).definition().find(std::string_view(name));
    const Value* value = known ? elementOf(element_).find(known->number) : nullptr;
    return value ? job->keep(valueText(*known, *value)) : nullptr;
  });
}

const char* translation(TrackloomJob*, const TrackloomElement* element_, const char* name, const char* language) {
  for (const Translation& translated : elementOf(element_).extras().translations)
    if (translated.field.name() == name && translated.language == language) return translated.text.c_str();
  return nullptr;
}

const char* translatedInto(TrackloomJob*, const TrackloomElement* element_, const char* name, std::size_t index) {
  for (const Translation& translated : elementOf(element_).extras().translations)
    if (translated.field.name() == name && index-- == 0) return translated.language.c_str();
  return nullptr;
}

const char* asOf(TrackloomJob* job) {
  return answering<const char*>(job, nullptr, [&] { return job->keep(isoText(job->study.asOf())); });
}

const char* language(TrackloomJob* job) {
  const Texts* languages = job->study.plan().root().get(key::languages);
  return languages && !languages->empty() ? languages->front().c_str() : nullptr;
}

const char* status(TrackloomJob* job, const TrackloomElement* element_) {
  return answering<const char*>(job, nullptr, [&]() -> const char* {
    const checks::Item* item = job->study.find(elementOf(element_).id());
    const VocabularyId words = statusVocabulary(elementOf(element_).kind());
    if (!item || words == VocabularyId::none) return nullptr;
    const State state = job->study.state(*item);
    if (state.term >= vocabulary(words).terms.size()) return nullptr;
    return job->keep(std::string(vocabulary(words).terms[state.term].name));
  });
}

int span(TrackloomJob* job, const char* text, TrackloomSpan* filled) {
  return answering(job, 0, [&] {
    const auto date = Date::parse(text);
    if (!date) return 0;
    fill(filled, {0, job->keep(isoText(date->first())), job->keep(isoText(date->last())),
                  date->precision() != Precision::day, date->approximate()});
    return 1;
  });
}

/// Do the days of an activity rest on a date in the plan: its own, or that of what it waits for?
bool isDated(const checks::Task& task, const checks::Times& times) {
  if (task.plannedStart || task.plannedEnd) return true;
  return task.progress == checks::Progress::notStarted ? !times.undated : !task.assumed;
}

/// What readers outside the team may learn.
void fillOutward(TrackloomJob& job, const checks::Item& activity, TrackloomTimes& answer) {
  const auto span = checks::outwardSpan(job.study, activity);
  if (!span) return;
  answer.first = job.keep(isoText(checks::firstDay(span->from)));
  answer.last = job.keep(isoText(checks::lastDay(span->from, span->to)));
  answer.milestone = span->from == span->to;
  answer.dated = 1;
  answer.lengthKnown = job.study.times(activity).known;
}

int times(TrackloomJob* job, const TrackloomElement* activity, TrackloomTimes* filled) {
  return answering(job, 0, [&] {
    const checks::Item* item = job->study.find(KindId::activity, elementOf(activity).id());
    if (!item) return 0;
    const checks::Times& days = job->study.times(*item);
    const auto progress = job->study.progress(*item);
    TrackloomTimes answer{};
    answer.progress = static_cast<int>(progress);
    if (job->view == scene::View::outward) {
      fillOutward(*job, *item, answer);
    } else if (progress != checks::Progress::leftOut) {
      const checks::Task& task = job->study.network().tasks[item->number()];
      answer.forecast = progress != checks::Progress::finished && checks::startIsForeseen(task, days);
      answer.first = job->keep(isoText(checks::firstDay(days.es)));
      answer.last = job->keep(isoText(checks::lastDay(days.es, days.ef)));
      answer.milestone = days.es == days.ef;
      answer.dated = isDated(task, days);
      answer.open = days.open;
      answer.lengthKnown = days.known;
    }
    fill(filled, answer);
    return 1;
  });
}

const char* deadlineDay(TrackloomJob* job, const TrackloomElement* deadline) {
  return answering<const char*>(job, nullptr, [&]() -> const char* {
    const checks::Item* item = job->study.find(KindId::deadline, elementOf(deadline).id());
    const bool outward = job->view == scene::View::outward;
    const auto day = !item     ? std::nullopt
                     : outward ? checks::outwardDay(job->study, *item)
                               : job->study.deadlineDay(*item);
    return day ? job->keep(isoText(*day)) : nullptr;
  });
}

int write(TrackloomJob* job, const char* bytes, std::size_t size) {
  return answering(job, 0, [&] {
    if (size > job->maxOutput - job->result.bytes.size()) {
      job->result.ending = Ending::tooLarge;
      return 0;
    }
    job->result.bytes.append(bytes, size);
    return 1;
  });
}

void note(TrackloomJob* job, const char* sentence) {
  answering(job, 0, [&] {
    if (job->result.notes.size() < maxNotes) job->result.notes.emplace_back(sentence);
    return 1;
  });
}

void fail(TrackloomJob* job, const char* sentence) {
  job->failed = true;
  answering(job, 0, [&] {
    job->result.reason = sentence;
    return 1;
  });
}

const char* input(TrackloomJob* job, std::size_t* size) {
  *size = job->input.size();
  return job->input.data();
}

int tooLarge(TrackloomJob* job) {
  fail(job, "The file has more sheets, rows, columns or cells than are read.");
  return 0;
}

int beginTable(TrackloomJob* job, const char* name, int hidden) {
  constexpr std::size_t mostTables = 256;
  return answering(job, 0, [&] {
    if (job->sheets.size() >= mostTables) return tooLarge(job);
    job->sheets.push_back({name, hidden == 1, {}});
    return 1;
  });
}

int putCell(TrackloomJob* job, std::size_t row, std::size_t column, int cell, const char* text) {
  return answering(job, 0, [&] {
    if (job->sheets.empty() || cell < TRACKLOOM_TEXT || cell > TRACKLOOM_FAILED) return 0;
    const bool fits = put(job->sheets.back(), row, column, {text, static_cast<CellKind>(cell)}, job->cells);
    return fits ? 1 : tooLarge(job);
  });
}

const WrittenTable* tableAt(const TrackloomJob* job, std::size_t table) {
  return table < job->tables.size() ? &job->tables[table] : nullptr;
}

int table(TrackloomJob* job, std::size_t index, TrackloomTable* filled) {
  const WrittenTable* written = tableAt(job, index);
  if (!written) return 0;
  fill(filled, TrackloomTable{0, written->name.c_str(), written->lines.size(), written->columns.size(),
                              written->rows.size(), written->rightToLeft});
  return 1;
}

const char* tableLine(TrackloomJob* job, std::size_t index, std::size_t line) {
  const WrittenTable* written = tableAt(job, index);
  return written && line < written->lines.size() ? written->lines[line].c_str() : nullptr;
}

const TableColumn* columnAt(const TrackloomJob* job, std::size_t index, std::size_t column) {
  const WrittenTable* written = tableAt(job, index);
  return written && column < written->columns.size() ? &written->columns[column] : nullptr;
}

const char* tableHead(TrackloomJob* job, std::size_t index, std::size_t column) {
  const TableColumn* there = columnAt(job, index, column);
  return there ? there->head.c_str() : nullptr;
}

int tableMayChange(TrackloomJob* job, std::size_t index, std::size_t column) {
  const TableColumn* there = columnAt(job, index, column);
  return there && there->mayChange ? 1 : 0;
}

const char* tableChoice(TrackloomJob* job, std::size_t index, std::size_t column, std::size_t choice) {
  const TableColumn* there = columnAt(job, index, column);
  return there && choice < there->choices.size() ? there->choices[choice].c_str() : nullptr;
}

const char* tableCell(TrackloomJob* job, std::size_t index, std::size_t row, std::size_t column, int* kind_) {
  const WrittenTable* written = tableAt(job, index);
  if (!written || row >= written->rows.size() || column >= written->rows[row].size()) return nullptr;
  const Cell& cell = written->rows[row][column];
  *kind_ = static_cast<int>(cell.kind);
  return cell.text.c_str();
}

static_assert(static_cast<int>(CellKind::text) == TRACKLOOM_TEXT);
static_assert(static_cast<int>(CellKind::number) == TRACKLOOM_NUMBER);
static_assert(static_cast<int>(CellKind::day) == TRACKLOOM_DAY);
static_assert(static_cast<int>(CellKind::failed) == TRACKLOOM_FAILED);
static_assert(static_cast<int>(checks::Progress::notStarted) == TRACKLOOM_NOT_STARTED);
static_assert(static_cast<int>(checks::Progress::ongoing) == TRACKLOOM_UNDER_WAY);
static_assert(static_cast<int>(checks::Progress::finished) == TRACKLOOM_FINISHED);
static_assert(static_cast<int>(checks::Progress::leftOut) == TRACKLOOM_LEFT_OUT);

constexpr TrackloomHost host = {sizeof(TrackloomHost),
                                TRACKLOOM_PLUGIN_API,
                                kindName,
                                fieldName,
                                count,
                                element,
                                find,
                                id,
                                kind,
                                title,
                                field,
                                translation,
                                asOf,
                                language,
                                status,
                                span,
                                times,
                                deadlineDay,
                                write,
                                note,
                                fail,
                                input,
                                beginTable,
                                putCell,
                                table,
                                tableLine,
                                tableHead,
                                tableMayChange,
                                tableChoice,
                                tableCell,
                                translatedInto};

using Work = int (*)(const TrackloomHost*, TrackloomJob*);

/// Runs one function of a plugin to its end, whatever end that is.
void run(Work work, TrackloomJob& job) {
  job.result.ending = work ? Ending::fine : Ending::nonsense;
  if (!work) return;
  const bool fine = work(&host, &job) == 1 && !job.failed;
  if (job.result.ending == Ending::fine && !fine)
    job.result.ending = job.result.reason.empty() ? Ending::nonsense : Ending::reported;
  if (job.result.ending != Ending::fine) job.result.bytes.clear();
}

}  // namespace

Result runExporter(const TrackloomPlugin& plugin, const Shown& shown, std::size_t maxOutput) {
  TrackloomJob job(shown, maxOutput);
  run(plugin.exportPlan, job);
  return std::move(job.result);
}

Result runImporter(const TrackloomPlugin& plugin, std::string_view file, std::size_t maxOutput) {
  const Plan none;
  TrackloomJob job({none, Day{}}, maxOutput);
  job.input = file;
  run(plugin.readTables, job);
  if (job.result.ending != Ending::fine) return std::move(job.result);
  job.result.bytes = packedSheets(job.sheets);
  if (job.result.bytes.size() > maxOutput) {
    job.result.ending = Ending::tooLarge;
    job.result.bytes.clear();
  }
  return std::move(job.result);
}

Result runTableWriter(const TrackloomPlugin& plugin, const std::vector<WrittenTable>& tables, const Shown& shown,
                      std::size_t maxOutput) {
  TrackloomJob job(shown, maxOutput);
  job.tables = tables;
  run(plugin.writeTables, job);
  return std::move(job.result);
}

}  // namespace trackloom::plugin
