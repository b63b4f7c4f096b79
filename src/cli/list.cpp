#include "cli/commands.h"
#include "cli/plain_text.h"
#include "documents/list_table.h"
#include "plan/suggestions.h"

namespace trackloom::cli {
namespace {

using documents::listTitle;
using documents::Table;

struct Options {
  std::string file;
  std::string kind;
  std::string format = "text";
};

std::vector<const Kind*> wantedKinds(const Plan& plan, const std::string& name) {
  if (!name.empty()) {
    if (const Kind* kind = findKind(name)) return {kind};
    throw Error(ErrorKind::usage, {tr("There is no kind {name}."), {{"name", name}}}, {},
                {tr("trackloom-cli kinds lists them."), {}});
  }
  std::vector<const Kind*> used;
  for (const Kind& kind : kinds())
    if (!plan.all(kind.id).empty()) used.push_back(&kind);
  return used;
}

std::string overview(const Plan& plan, std::span<const Kind* const> used, const Terminal& terminal) {
  Table counts{{{tr("Kind")}, {tr("Number"), documents::Side::right}}, {}};
  for (const Kind* kind : used)
    counts.rows.push_back({std::string(kind->pluralLabel), std::to_string(plan.all(kind->id).size())});
  std::string out = alignedText(counts, terminal.width);
  for (const Kind* kind : used) {
    Table table{{{"id"}, {std::string(kind->label)}}, {}};
    for (const ElementPtr& element : plan.all(kind->id)) {
      const std::string title = oneLine(listTitle(plan, *element));
      table.rows.push_back({element->id().str(), isSuggested(*element)
                                                     ? plainText({tr("{title} (suggested)"), {{"title", title}}})
                                                     : title});
    }
    out += '\n' + terminal.toned(Tone::heading, kind->pluralLabel) + '\n' + alignedText(table, terminal.width);
  }
  return out;
}

/// The short fields that any element of the kind has, each as a column.
std::string inColumns(const Plan& plan, const Kind& kind, const Terminal& terminal) {
  constexpr std::size_t widestCell = 40;
  Table table{{{"id"}, {std::string(kind.label)}}, {}};
  std::vector<const Field*> shown;
  for (const Field& field : kind.fields) {
    const bool isTitle = field.number == key::title.number || field.number == key::name.number;
    if (isTitle || field.form == Form::prose) continue;
    for (const ElementPtr& element : plan.all(kind.id)) {
      if (!element->has(field.number)) continue;
      shown.push_back(&field);
      table.columns.push_back({std::string(field.name)});
      break;
    }
  }
  for (const ElementPtr& element : plan.all(kind.id)) {
    std::vector<std::string> row{element->id().str(), oneLine(listTitle(plan, *element))};
    for (const Field* field : shown) {
      const Value* value = element->find(field->number);
      row.push_back(value ? shortened(oneLine(valueText(*field, *value)), widestCell) : std::string());
    }
    table.rows.push_back(std::move(row));
  }
  return alignedText(table, terminal.width);
}

ExitCode run(Shell& shell, const Options& options) {
  static_cast<void>(wantedKinds(Plan(), options.kind));
  const LoadedPlan loaded = shell.loadNoting(options.file);
  const std::vector<const Kind*> wanted = wantedKinds(loaded.plan, options.kind);
  if (options.format == "json") {
    shell.print(jsonText(documents::listJson(loaded.plan, wanted)));
  } else if (options.format == "csv") {
    shell.print(csv(documents::listTable(loaded.plan, wanted)));
  } else if (options.kind.empty()) {
    shell.print(overview(loaded.plan, wanted, shell.terminal()));
  } else {
    shell.print(inColumns(loaded.plan, *wanted.front(), shell.terminal()));
  }
  return ExitCode::fine;
}

}  // namespace

Run declareList(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.option("--kind", options->kind, "KIND", tr("Only elements of this kind, such as activity."));
  arguments.oneOf("--format", options->format, {"text", "json", "csv"}, tr("For people, programs or spreadsheets."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
