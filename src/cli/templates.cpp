#include "cli/commands.h"
#include "cli/plain_text.h"
#include "documents/json.h"
#include "installation/document_templates.h"
#include "installation/plan_templates.h"

namespace trackloom::cli {
namespace {

using documents::Json;

/// One template of either sort, as lists show it.
struct Row {
  std::string id;
  std::string_view sort;  ///< `plan` or `document`
  std::string title;
  std::string help;
  std::string_view audience;  ///< empty for plans
};

std::vector<Row> rows(const Shell& shell, const std::string& folder) {
  std::vector<Row> list;
  for (const std::string& id : planTemplateIds(shell.installation())) {
    const LoadedPlan loaded = shell.load(planTemplate(shell.installation(), id).string());
    const Element& root = loaded.plan.root();
    const bool titled = root.has(key::title.number);
    list.push_back({id, "plan", titled ? std::string(root.title()) : id, std::string(root.text(key::notes)), {}});
  }
  const auto levels = vocabulary(VocabularyId::classification).terms;
  const documents::TemplateList documents = documentTemplates(shell.installation(), folder);
  for (const Error& problem : documents.problems) shell.report(problem);
  for (const documents::Template& one : documents.templates)
    list.push_back({one.id, "document", one.title, one.help, levels[static_cast<std::size_t>(one.audience)].name});
  return list;
}

std::string json(const std::vector<Row>& list) {
  Json all = Json::array();
  for (const Row& row : list) {
    Json one;
    one.put("id", row.id)
        .put("kind", row.sort)
        .put("title", row.title)
        .put("help", row.help)
        .put("audience", row.audience.empty() ? Json() : Json(row.audience));
    all.add(std::move(one));
  }
  return jsonText(all);
}

std::string text(const std::vector<Row>& list, const Terminal& terminal) {
  documents::Table table{{{tr("Template")}, {tr("Begins a")}, {tr("For")}, {tr("What it is")}}, {}};
  for (const Row& row : list)
    table.rows.push_back({oneLine(row.id), std::string(row.sort), std::string(row.audience), oneLine(row.title)});
  return alignedText(table, terminal.width);
}

}  // namespace

Run declareTemplates(Arguments& arguments) {
  const auto format = std::make_shared<std::string>("text");
  const auto folder = std::make_shared<std::string>();
  arguments.oneOf("--format", *format, {"text", "json"}, tr("For people or programs."));
  arguments.option("--templates", *folder, "DIR", tr("Also the document templates in the folders of this one."));
  return [format, folder](Shell& shell) {
    const std::vector<Row> list = rows(shell, *folder);
    shell.print(*format == "json" ? json(list) : text(list, shell.terminal()));
    return ExitCode::fine;
  };
}

}  // namespace trackloom::cli
