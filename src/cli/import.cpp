#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/kept_versions.h"
#include "cli/plain_text.h"
#include "installation/catalogues.h"
#include "tables/form.h"
#include "tables/report.h"
#include "tables/spreadsheet.h"
#include "xml/revisions.h"
#include "xml/write.h"

#include <algorithm>

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::string plan;
  std::string kind;
  std::string map;
  std::string saveMap;
  std::vector<std::string> columns;
  std::vector<std::string> same;
  std::vector<std::string> fresh;
  std::vector<std::string> words;
  std::vector<std::string> create;
  std::string empty = "keep";
  std::string encoding;
  std::string separator;
  bool hidden = false;
  bool understood = false;
  bool dryRun = false;
  std::string format = "text";
  std::string out;
  AsOf asOf;
};

Error usage(const char* what, const std::string& text, const char* toDo) {
  return {ErrorKind::usage, {what, {{"text", text}}}, {}, {toDo, {}}};
}

KindId kindNamed(const std::string& name) {
  if (const Kind* kind = findKind(name)) return kind->id;
  throw Error(ErrorKind::usage, {tr("There is no kind {name}."), {{"name", name}}}, {},
              {tr("trackloom-cli kinds lists them."), {}});
}

/// What stands before and behind the last `=`.
std::pair<std::string, std::string> parted(const std::string& text) {
  const std::size_t at = text.rfind('=');
  if (at == std::string::npos || at == 0 || at + 1 == text.size())
    throw usage(
        tr("“{text}” has nothing before or behind an equals sign."), text,
        tr("Write it as in: --column \"Start=planned-start\", --same \"Hiftar=haftar\", --word \"running=ongoing\"."));
  return {text.substr(0, at), text.substr(at + 1)};
}

/// The answers on the command line go before those in the mapping.
void addAnswers(tables::Mapping& mapping, const Options& options, const std::vector<tables::Sheet>& sheets) {
  for (const std::string& text : options.columns) {
    const auto [head, name] = parted(text);
    const auto use = tables::columnUseNamed(name);
    if (!use) throw usage(tr("“{text}” names no field."), text, tr("trackloom-cli kinds lists the fields of a kind."));
    for (const tables::Sheet& sheet : sheets) {
      auto& columns = mapping.sheet(sheet.name).columns;
      std::erase_if(columns, [&](const auto& column) { return column.first == head; });
      columns.emplace_back(head, *use);
    }
  }
  for (const std::string& text : options.same) {
    const auto [name, id] = parted(text);
    const auto parsed = ElementId::parse(id);
    if (!parsed) throw usage(tr("“{text}” does not end in an id."), text, tr("trackloom-cli list shows the ids."));
    mapping.names[name] = {*parsed};
  }
  for (const std::string& name : options.fresh) mapping.names[name] = {};
  for (const std::string& text : options.words) {
    const auto [word, meaning] = parted(text);
    mapping.words[word] = meaning;
  }
}

tables::CsvForm formOf(const Options& options) {
  tables::CsvForm form;
  if (!options.encoding.empty()) {
    form.encoding = language::encodingNamed(options.encoding);
    if (!form.encoding)
      throw usage(tr("“{text}” is no encoding that is read."), options.encoding,
                  tr("Write UTF-8, UTF-16LE, UTF-16BE, windows-1252 or windows-1256."));
  }
  if (!options.separator.empty())
    form.separator = options.separator == "comma" ? ',' : options.separator == "semicolon" ? ';' : '\t';
  return form;
}

/// The mapping that is named, or the one that lies beside the spreadsheet.
tables::Mapping mappingFor(const Shell& shell, const Options& options) {
  const std::string beside = tables::mappingFileOf(options.file);
  if (!options.map.empty()) return tables::readMapping(shell.files().read(options.map), options.map);
  if (!shell.files().state(beside)) return {};
  shell.note({tr("Using the answers in {file}."), {{"file", beside}}});
  return tables::readMapping(shell.files().read(beside), beside);
}

class TextReport {
 public:
  TextReport(const tables::Import& import, const Plan& plan, const Terminal& terminal)
      : import_(import), plan_(plan), terminal_(terminal) {}

  std::string text(const std::vector<Message>& notes, const std::vector<sharing::ToldPart>& changes) {
    for (const Message& note : notes) line("", note);
    for (const tables::SheetReport& sheet : import_.sheets) addSheet(sheet);
    addProblems();
    addSpellings();
    addAnswers();
    for (const sharing::ToldPart& part : changes) {
      heading(sentenceLine(part.heading));
      for (const sharing::ToldSentence& each : part.sentences)
        out_ += wrapped("  ", sentenceLine(each.text), 4, terminal_.width);
    }
    return out_;
  }

 private:
  void line(const char* lead, const Message& message) {
    out_ += wrapped(lead, oneLine(plainText(message, &plan_)), std::string_view(lead).size() + 2, terminal_.width);
  }
  void heading(const std::string& words) { out_ += '\n' + terminal_.toned(Tone::heading, words) + '\n'; }

  void addSheet(const tables::SheetReport& sheet) {
    heading(oneLine(plainText(summaryOf(sheet))));
    for (const tables::ReadColumn& column : sheet.columns) line("  ", columnText(column, sheet));
    for (const Message& note : sheet.notes) line("  ", note);
  }

  void addProblems() {
    if (import_.problems.empty()) return;
    heading(tr("Not understood"));
    for (const tables::Problem& problem : import_.problems) {
      line("  ", whereOf(problem.place));
      line("    ", problem.why);
      line("    ", problem.toDo);
    }
    if (import_.moreProblems > 0)
      line("  ", {tr("And {count} more."), {{"count", static_cast<std::int64_t>(import_.moreProblems)}}});
  }

  void addSpellings() {
    if (import_.spellings.empty()) return;
    heading(tr("The same under another spelling?"));
    for (const tables::SpellingQuestion& question : import_.spellings) {
      line("  ", whereOf(question.place));
      line("    ", questionOf(question));
      if (question.alike.empty())
        line("    ", {tr("If so, write both alike; if not: --new \"{name}\""), {{"name", question.name}}});
      else
        line("    ", {tr("If so: --same \"{name}={id}\"; if not: --new \"{name}\""),
                      {{"name", question.name}, {"id", question.alike.front().str()}}});
    }
  }

  /// How to answer what can be answered.
  void addAnswers() {
    constexpr std::pair<tables::Remedy, const char*> answers[] = {
        {tables::Remedy::kind, tr("To say what the rows of a sheet are: --kind KIND")},
        {tables::Remedy::column,
         tr("To say what a column holds: --column \"HEAD=FIELD\", or \"HEAD=-\" to leave it out; "
            "trackloom-cli kinds lists the fields.")},
        {tables::Remedy::word, tr("To say which word of a list a text stands for: --word \"TEXT=WORD\"")},
        {tables::Remedy::name,
         tr("To say whom a name stands for: --same \"NAME=ID\"; to have it made: --create KIND")}};
    bool any = false;
    for (const auto& [remedy, answer] : answers) {
      if (std::ranges::find(import_.problems, remedy, &tables::Problem::remedy) == import_.problems.end()) continue;
      if (!any) out_ += '\n';
      any = true;
      line("", {answer, {}});
    }
  }

  const tables::Import& import_;
  const Plan& plan_;
  const Terminal& terminal_;
  std::string out_;
};

void saveMapping(Shell& shell, const Options& options, const tables::Mapping& mapping) {
  if (options.saveMap.empty()) return;
  shell.writeOutput(options.saveMap, mappingText(mapping));
  shell.note({tr("The answers are saved in {file}."), {{"file", options.saveMap}}});
}

/// Saves the plan, or says why not.
void save(Shell& shell, const Options& options, const LoadedPlan& loaded, const tables::Import& import) {
  const std::string& file = options.out.empty() ? loaded.file : options.out;
  if (!import.complete() && !options.understood) {
    shell.note({tr("Nothing was saved: not everything was understood. Mend the spreadsheet or answer, and import it "
                   "again; with --understood the other rows are taken."),
                {}});
    return;
  }
  if (options.dryRun) return shell.note({tr("Nothing was saved: this was a dry run."), {}});
  if (import.edit.changes.empty() && options.out.empty())
    return shell.note({tr("Nothing was saved: the plan has all of it already."), {}});
  const bool inPlace = loaded.stamp && (options.out.empty() || shell.areSameFile(loaded.file, file));
  const Plan changed = xml::withRevision(loaded.plan, import.plan);
  shell.savePlan(file, xml::write(changed), inPlace ? loaded.stamp : std::nullopt);
  keepVersions(shell, {loaded.plan, changed});
  shell.note(
      {inPlace ? tr("Saved in {file}; the version before is {file}~.") : tr("Saved in {file}."), {{"file", file}}});
}

void verify(const Options& options) {
  options.asOf.verify();
  if (options.plan == "-" || options.out == "-" || options.saveMap == "-")
    throw Error(ErrorKind::usage,
                {tr("The report goes to the standard output, the plan and the answers into files."), {}}, {},
                {tr("Name files with --to, -o and --save-map."), {}});
}

ExitCode run(Shell& shell, const Options& options) {
  verify(options);
  tables::ImportRequest request;
  if (!options.kind.empty()) request.kind = kindNamed(options.kind);
  for (const std::string& kind : options.create) request.create.push_back(kindNamed(kind));
  request.emptyCells = options.empty == "clear" ? tables::EmptyCells::clear : tables::EmptyCells::keep;
  request.otherRows = options.understood ? tables::OtherRows::take : tables::OtherRows::wait;
  request.hiddenSheets = options.hidden;
  const tables::CsvForm form = formOf(options);
  const LoadedPlan loaded = shell.loadNoting(options.plan);
  plugin::PluginHost host(plugin::standardPlaces(shell.installation().executable));
  const tables::ReadFile file = tables::readSpreadsheetFile(shell.files(), options.file, form, host);
  request.mapping = mappingFor(shell, options);
  addAnswers(request.mapping, options, file.sheets);

  const tables::Import import =
      tables::importFile(loaded.plan, file.sheets, request, installedLanguages(shell.installation()));
  const Day day = options.asOf.dayFor(loaded.plan, shell);
  const language::Language language = languageFor(shell.installation(), {}, loaded.plan, Classification::core);
  const auto changes = tables::toldChanges(loaded.plan, import.plan, day, language);
  shell.print(options.format == "json" ? jsonText(tables::importJson(import, changes))
                                       : TextReport(import, import.plan, shell.terminal()).text(file.notes, changes));
  saveMapping(shell, options, import.mapping);
  save(shell, options, loaded, import);
  return import.complete() ? ExitCode::fine : ExitCode::findings;
}

void declareAnswers(Arguments& arguments, Options& options) {
  arguments.option("--column", options.columns, "HEAD=FIELD",
                   tr("What a column holds, or - to leave it out; may be given several times."));
  arguments.option("--same", options.same, "NAME=ID",
                   tr("A name of the spreadsheet is another spelling of this element; may be given several times."));
  arguments.option("--new", options.fresh, "NAME",
                   tr("A name of the spreadsheet is of something new; may be given several times."));
  arguments.option("--word", options.words, "TEXT=WORD",
                   tr("A text of the spreadsheet stands for this word of a list; may be given several times."));
  arguments.option("--create", options.create, "KIND",
                   tr("Make elements of this kind that cells only name; may be given several times."));
  arguments.option("--map", options.map, "FILE", tr("Answers that were saved before; else FILE.map if it is there."));
  arguments.option("--save-map", options.saveMap, "FILE", tr("Save what columns and names mean, for the next time."));
}

}  // namespace

Run declareImport(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The spreadsheet: CSV or XLSX."));
  arguments.requiredOption("--to", options->plan, "PLAN", tr("The plan that takes its rows."));
  arguments.option("--kind", options->kind, "KIND", tr("What the rows are, such as activity; else their sheet tells."));
  declareAnswers(arguments, *options);
  arguments.oneOf("--empty", options->empty, {"keep", "clear"},
                  tr("Whether an empty cell keeps or clears what the plan has."));
  arguments.option("--encoding", options->encoding, "NAME", tr("How a CSV file writes letters; else it is found out."));
  arguments.oneOf("--separator", options->separator, {"comma", "semicolon", "tab"},
                  tr("What stands between cells of a CSV file; else it is found out."));
  arguments.flag("--hidden-sheets", options->hidden, tr("Read hidden sheets, too."));
  arguments.flag("--understood", options->understood, tr("Take the rows that are understood although others are not."));
  arguments.flag("--dry-run", options->dryRun, tr("Only report; save nothing."));
  arguments.oneOf("--format", options->format, {"text", "json"}, tr("The report for people or programs."));
  options->asOf.declare(arguments);
  arguments.option("-o,--output", options->out, "OUT", tr("Where to write the plan; else back into its own file."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
