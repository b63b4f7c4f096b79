#include "sharing/redact.h"

#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/plain_text.h"
#include "cli/readers.h"
#include "documents/json.h"
#include "plan/edits.h"
#include "sharing/copy_note.h"
#include "sharing/standing_words.h"
#include "xml/revisions.h"
#include "xml/write.h"

namespace trackloom::cli {
namespace {

using documents::Json;
using sharing::RedactedValues;
using sharing::RedactionReport;

struct Options {
  std::string file;
  std::string audience;
  std::string out;
  std::string seed;
  std::string format = "text";
  std::string log;
  std::vector<std::string> keep;
  AsOf asOf;
};

void verify(const Options& options, const Shell& shell) {
  options.asOf.verify();
  if (options.out == "-")
    throw Error(ErrorKind::usage, {tr("The report goes to the standard output, the copy into a file."), {}}, {},
                {tr("Name a file with -o."), {}});
  if (options.file != "-" && shell.areSameFile(options.file, options.out))
    throw Error(ErrorKind::usage, {tr("The copy would replace the plan it is made from."), {}}, options.out,
                {tr("Name another file with -o."), {}});
  if (!options.log.empty() && options.file == "-")
    throw Error(ErrorKind::usage, {tr("There is no file to note in who received the copy."), {}}, {},
                {tr("Name the plan's file, or leave out --log."), {}});
}

struct ValueCount {
  const char* name;  ///< in JSON
  const char* label;
  std::size_t RedactedValues::*count;
};

constexpr ValueCount valueCounts[] = {
    {"higherFields", tr("Fields above the level, or the team's own"), &RedactedValues::higherFields},
    {"unknown", tr("What does not read or is not known"), &RedactedValues::unknown},
    {"mentions", tr("Mentions of what is not in the copy"), &RedactedValues::mentions},
    {"names", tr("Names left out or replaced"), &RedactedValues::names},
    {"dates", tr("Exact dates left out or made general"), &RedactedValues::dates},
    {"amounts", tr("Amounts left out or rounded"), &RedactedValues::amounts},
    {"texts", tr("Texts left out"), &RedactedValues::texts}};

Json json(const sharing::NamePlace& place) {
  return Json::object()
      .put("element", place.element.str())
      .put("field", place.field.name())
      .put("language", place.language.empty() ? Json() : Json(place.language))
      .put("name", place.name)
      .put("found", place.found);
}

Json json(const RedactionReport& report, const Readers& readers, const Plan& plan) {
  Json root = Json::object();
  root.put("plan", std::string(plan.root().title())).put("audience", readers.name);
  root.put("level", std::string(termOf(readers.audience.level).name));
  Json removed = Json::object();
  for (const Kind& kind : kinds())
    if (const std::size_t count = report.removed[static_cast<std::size_t>(kind.id)]) removed.put(kind.name, count);
  Json values = Json::object();
  for (const ValueCount& value : valueCounts) values.put(value.name, report.values.*value.count);
  Json places = Json::array();
  for (const sharing::NamePlace& place : report.places)
    places.add(json(place).put("decision", place.masked ? "mask" : "keep"));
  Json standing = Json::array();
  for (const sharing::NamePlace& place : report.standing) standing.add(json(place));
  Json risks = Json::array();
  for (const Message& risk : report.risks) risks.add(plainText(risk, &plan));
  return root.put("removed", std::move(removed))
      .put("values", std::move(values))
      .put("places", std::move(places))
      .put("standing", std::move(standing))
      .put("risks", std::move(risks))
      .put("textsLeft", report.textsLeft);
}

/// The report for people, part by part; parts without anything to say are left out.
class TextReport {
 public:
  TextReport(const RedactionReport& report, const Plan& plan, const Terminal& terminal)
      : report_(report), plan_(plan), terminal_(terminal) {}

  std::string text(const Readers& readers) {
    out_ = terminal_.toned(Tone::heading,
                           oneLine(plainText({tr("A copy of {plan} for: {audience} (level {level})"),
                                              {{"plan", std::string(plan_.root().title())},
                                               {"audience", readers.name},
                                               {"level", std::string(termOf(readers.audience.level).label)}}}))) +
           '\n';
    line(tr("This report tells what the copy does not: do not send it along."));
    addCounts();
    addPlaces();
    addStanding();
    addRisks();
    out_ += '\n';
    line({tr("Texts in the copy that stand as somebody wrote them: {count}. Read it before you send it."),
          {{"count", static_cast<std::int64_t>(report_.textsLeft)}}});
    return out_;
  }

 private:
  void line(const Message& message) { out_ += wrapped("", oneLine(plainText(message, &plan_)), 0, terminal_.width); }
  void line(const char* sentence) { line(Message{sentence, {}}); }
  void item(const Message& message) { out_ += wrapped("  ", oneLine(plainText(message, &plan_)), 4, terminal_.width); }
  void heading(const char* words) { out_ += '\n' + terminal_.toned(Tone::heading, words) + '\n'; }

  void addCounts() {
    documents::Table removed{{{tr("Removed")}, {tr("Number"), documents::Side::right}}, {}};
    for (const Kind& kind : kinds())
      if (const std::size_t count = report_.removed[static_cast<std::size_t>(kind.id)])
        removed.rows.push_back({std::string(kind.pluralLabel), std::to_string(count)});
    documents::Table values{{{tr("In what stays")}, {tr("Number"), documents::Side::right}}, {}};
    for (const ValueCount& value : valueCounts)
      if (const std::size_t count = report_.values.*value.count)
        values.rows.push_back({value.label, std::to_string(count)});
    for (const documents::Table* table : {&removed, &values})
      if (!table->rows.empty()) out_ += '\n' + alignedText(*table, terminal_.width);
  }

  void addPlaces() {
    if (report_.places.empty()) return;
    heading(tr("Names of what was removed, found in texts"));
    for (const sharing::NamePlace& place : report_.places) {
      const Element* element = plan_.find(place.element);
      const Field* field = element ? element->definition().find(place.field) : nullptr;
      if (!field) continue;
      item({place.masked ? tr("{element}, {field}: “{found}” is masked.") : tr("{element}, {field}: “{found}” stays."),
            {{"element", place.element}, {"field", std::string(field->label)}, {"found", place.found}}});
    }
    line(tr("To let a name stand, make the copy again with --keep NAME."));
  }

  void addStanding() {
    if (report_.standing.empty()) return;
    heading(tr("Words of removed names, or words that sound like them, that still stand in it"));
    for (const Message& words : standingWords(plan_, report_.standing)) item(words);
    line(tr("Look at them before you send it."));
  }

  void addRisks() {
    if (report_.risks.empty()) return;
    heading(tr("What may still be deduced"));
    for (const Message& risk : report_.risks) item(risk);
  }

  const RedactionReport& report_;
  const Plan& plan_;
  const Terminal& terminal_;
  std::string out_;
};

/// Notes in the plan itself who received which version of it.
void logCopy(Shell& shell, const LoadedPlan& loaded, const Options& options, const Readers& readers) {
  const Plan logged = apply(loaded.plan, sharing::noteCopy(loaded.plan, {options.log, shell.today(), readers.element}));
  try {
    shell.savePlan(loaded.file, xml::write(xml::withRevision(loaded.plan, logged)), loaded.stamp);
  } catch (const Error& error) {
    throw Error(error.kind(),
                {tr("The copy stands in {copy}, but the plan does not note that {recipient} received it: {reason}"),
                 {{"copy", options.out},
                  {"recipient", oneLine(options.log)},
                  {"reason", std::vector<Message>{error.message()}}}},
                error.where(), error.toDo());
  }
  shell.note({tr("Noted in {file}: {recipient} received this copy."),
              {{"file", loaded.file}, {"recipient", oneLine(options.log)}}});
}

ExitCode run(Shell& shell, const Options& options) {
  verify(options, shell);
  const LoadedPlan loaded = shell.loadNoting(options.file);
  const Readers readers = readersNamed(options.audience, loaded.plan);
  const sharing::Redacted copy =
      sharing::redact(loaded.plan, {readers.audience, options.asOf.dayFor(loaded.plan, shell),
                                    options.seed.empty() ? sharing::freshSeed() : options.seed, options.keep});
  shell.saveOpenPlan(options.out, xml::write(copy.plan));
  for (const Message& name : copy.report.notFound) shell.note(name);
  if (!options.log.empty()) logCopy(shell, loaded, options, readers);
  shell.print(options.format == "json" ? jsonText(json(copy.report, readers, loaded.plan))
                                       : TextReport(copy.report, loaded.plan, shell.terminal()).text(readers));
  return ExitCode::fine;
}

}  // namespace

Run declareRedact(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.requiredOption("--audience", options->audience, "AUDIENCE",
                           tr("For whom: public, partners, team or core, or the id of an audience of the plan."));
  arguments.requiredOption("-o,--output", options->out, "OUT", tr("The file for the copy."));
  arguments.option(
      "--seed", options->seed, "SEED",
      tr("What ids and invented names follow from, to make the same copy again; else chance. Keep it secret."));
  arguments.option("--keep", options->keep, "NAME",
                   tr("A name that may stand where it is found in texts; may be given several times."));
  arguments.option("--log", options->log, "RECIPIENT", tr("Note in the plan who receives the copy."));
  arguments.oneOf("--format", options->format, {"text", "json"}, tr("The report for people or programs."));
  options->asOf.declare(arguments);
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
