#include "cli/commands.h"
#include "cli/plain_text.h"
#include "documents/json.h"

#include <cmath>

namespace trackloom::cli {
namespace {

using documents::Json;

std::string_view typeName(FieldType type) {
  switch (type) {
    case FieldType::text:
      return "text";
    case FieldType::integer:
      return "integer";
    case FieldType::number:
      return "number";
    case FieldType::flag:
      return "flag";
    case FieldType::date:
      return "date";
    case FieldType::choice:
      return "choice";
    case FieldType::money:
      return "money";
    case FieldType::ref:
      return "ref";
    case FieldType::refs:
      return "refs";
    case FieldType::texts:
      return "texts";
    case FieldType::terms:
      return "terms";
  }
  return {};
}

std::string_view presenceName(Presence presence) {
  switch (presence) {
    case Presence::optional:
      return "optional";
    case Presence::recommended:
      return "recommended";
    case Presence::required:
      return "required";
  }
  return {};
}

std::string_view orderName(Order order) {
  switch (order) {
    case Order::set:
      return "set";
    case Order::sequence:
      return "sequence";
    case Order::firstIsPrimary:
      return "first-is-primary";
  }
  return {};
}

std::string_view redactionName(Redaction redaction) {
  switch (redaction) {
    case Redaction::name:
      return "name";
    case Redaction::date:
      return "date";
    case Redaction::number:
      return "number";
    case Redaction::text:
      return "text";
    case Redaction::structural:
      return "structural";
  }
  return {};
}

/// The kinds that a field may refer to; null for fields that refer to nothing.
Json targetsJson(const Field& field) {
  if (field.type != FieldType::ref && field.type != FieldType::refs) return {};
  Json targets = Json::array();
  for (const Kind& kind : kinds())
    if (field.targets.has(kind.id)) targets.add(kind.name);
  return targets;
}

Json fieldJson(const Field& field) {
  const bool hasWords = field.vocabulary != VocabularyId::none;
  const auto bound = [](double number) { return std::isfinite(number) ? Json(number) : Json(); };
  Json json;
  json.put("name", field.name)
      .put("label", field.label)
      .put("help", field.help)
      .put("type", typeName(field.type))
      .put("vocabulary", hasWords ? Json(vocabulary(field.vocabulary).name) : Json())
      .put("targets", targetsJson(field))
      .put("presence", presenceName(field.presence))
      .put("order", orderName(field.order))
      .put("form", field.form == Form::prose ? "prose" : "attribute")
      .put("redaction", redactionName(field.redaction))
      .put("translatable", field.translatable)
      .put("least", bound(field.least))
      .put("most", bound(field.most));
  return json;
}

Json kindJson(const Kind& kind) {
  Json fields = Json::array();
  for (const Field& field : kind.fields) fields.add(fieldJson(field));
  Json json;
  json.put("name", kind.name)
      .put("section", kind.section)
      .put("label", kind.label)
      .put("plural", kind.pluralLabel)
      .put("help", kind.help)
      .put("level", kind.level)
      .put("link", kind.isLink())
      .put("fields", std::move(fields));
  return json;
}

Json vocabularyJson(const Vocabulary& words) {
  Json terms = Json::array();
  for (const Term& term : words.terms) {
    Json one;
    one.put("name", term.name).put("label", term.label).put("help", term.help);
    terms.add(std::move(one));
  }
  Json json;
  json.put("name", words.name).put("label", words.label).put("source", words.source).put("terms", std::move(terms));
  return json;
}

std::string json() {
  Json all;
  Json kindList = Json::array();
  for (const Kind& kind : kinds()) kindList.add(kindJson(kind));
  Json wordLists = Json::array();
  for (const Vocabulary& words : vocabularies())
    if (words.id != VocabularyId::none) wordLists.add(vocabularyJson(words));
  all.put("kinds", std::move(kindList)).put("vocabularies", std::move(wordLists));
  return jsonText(all);
}

std::string text(const Terminal& terminal) {
  std::string out;
  for (const Kind& kind : kinds()) {
    if (!out.empty()) out += '\n';
    out += wrapped(terminal.toned(Tone::heading, kind.name) + "  ", kind.help, 4, terminal.width);
    documents::Table fields{{{tr("field")}, {tr("type")}, {tr("needed")}, {tr("meaning")}}, {}};
    for (const Field& field : kind.fields)
      fields.rows.push_back({std::string(field.name), std::string(typeName(field.type)),
                             std::string(presenceName(field.presence)), std::string(field.help)});
    out += alignedText(fields, terminal.width);
  }
  return out;
}

}  // namespace

Run declareKinds(Arguments& arguments) {
  const auto format = std::make_shared<std::string>("text");
  arguments.oneOf("--format", *format, {"text", "json"}, tr("For people or programs."));
  return [format](Shell& shell) {
    shell.print(*format == "json" ? json() : text(shell.terminal()));
    return ExitCode::fine;
  };
}

}  // namespace trackloom::cli
