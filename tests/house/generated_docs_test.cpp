#include "checks/rule.h"
#include "plan/kind.h"
#include "support/golden.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

// docs/rules.md and docs/file-format-tables.md are written from the tables the program itself uses.
// `./dev approve "house"` writes them anew.

using namespace trackloom;

namespace {

std::string text(std::string_view view) { return std::string(view); }

std::string levelWord(checks::Level level) {
  return level == checks::Level::error ? "Contradiction" : level == checks::Level::warning ? "Look at" : "Question";
}

std::string rulesPage() {
  std::ostringstream page;
  page << "# Checks\n\n"
          "What Trackloom asks of a plan. Generated from the rules themselves; `trackloom-cli rules` prints the same "
          "list.\n\n"
          "A finding has a level: *Contradiction* (the plan cannot be right), *Look at* (something is missing or does "
          "not move),\n"
          "*Question* (worth asking). Where the data do not suffice, a rule says that it cannot tell; it never says "
          "that all is well.\n\n"
          "| id | family | title | level |\n|---|---|---|---|\n";
  for (const checks::Rule& rule : checks::rules())
    page << "| [" << rule.id << "](#" <<
        [&] {
          std::string anchor = text(rule.id);
          for (char& c : anchor) c = static_cast<char>(std::tolower(c));
          return anchor;
        }()
         << ") | " << rule.family << " | " << rule.title << " | " << levelWord(rule.level) << " |\n";
  for (const checks::Rule& rule : checks::rules()) {
    page << "\n## " << rule.id << "\n\n**" << rule.title << "** · " << rule.family << " · " << levelWord(rule.level)
         << "\n\n"
         << rule.help << "\n\n";
    page << "*Clears when:* " << rule.clears << "\n\n*Rests on:* " << rule.source << "\n";
    if (!rule.thresholds.empty()) page << "\n| number | default | what it counts |\n|---|---|---|\n";
    for (const checks::ThresholdDefault& threshold : rule.thresholds)
      page << "| `" << threshold.name << "` | " << threshold.value << " | " << threshold.help << " |\n";
  }
  return page.str();
}

std::string typeWord(const Field& field) {
  switch (field.type) {
    case FieldType::text:
      return field.form == Form::prose ? "prose" : "text";
    case FieldType::integer:
      return "whole number";
    case FieldType::number:
      return "number";
    case FieldType::flag:
      return "yes/no";
    case FieldType::date:
      return "date";
    case FieldType::choice:
      return "one of [" + text(vocabulary(field.vocabulary).name) + "](#" + text(vocabulary(field.vocabulary).name) +
             ")";
    case FieldType::money:
      return "amount";
    case FieldType::ref:
      return "id";
    case FieldType::refs:
      return "ids";
    case FieldType::texts:
      return "texts";
    case FieldType::terms:
      return "some of [" + text(vocabulary(field.vocabulary).name) + "](#" + text(vocabulary(field.vocabulary).name) +
             ")";
  }
  return "";
}

std::string targets(const Field& field) {
  if (field.targets.empty()) return "";
  std::string names;
  std::size_t count = 0;
  for (const Kind& kind : kinds())
    if (field.targets.has(kind.id)) names += (names.empty() ? "" : ", ") + text(kind.name), ++count;
  return count == kindCount ? " of anything" : " of " + names;
}

std::string formatTables() {
  std::ostringstream page;
  page << "# File format: kinds, fields and words\n\n"
          "Generated from the table of kinds. How they are written is told in [file-format.md](file-format.md).\n";
  for (const Kind& kind : kinds()) {
    page << "\n## " << kind.name << "\n\n" << kind.help;
    if (kind.id != KindId::plan) page << " Section `<" << kind.section << ">`.";
    page << " New ones are at level *" << kind.level << "*.\n\n| field | type | what it is |\n|---|---|---|\n";
    for (const Field& field : kind.fields)
      page << "| `" << field.name << "`" << (field.presence == Presence::required ? " (required)" : "") << " | "
           << typeWord(field) << targets(field) << (field.translatable ? ", translatable" : "") << " | " << field.help
           << " |\n";
  }
  page << "\n# Words\n";
  for (const Vocabulary& list : vocabularies()) {
    if (list.id == VocabularyId::none) continue;
    page << "\n## " << list.name << "\n\n" << list.label << ".";
    if (!list.source.empty()) page << " After: " << list.source << ".";
    page << "\n\n| word | label | meaning |\n|---|---|---|\n";
    for (const Term& term : list.terms)
      page << "| `" << term.name << "` | " << term.label << " | " << term.help << " |\n";
  }
  return page.str();
}

}  // namespace

TEST_CASE("the page of checks is what the rules say") { checkGolden("docs/rules.md", rulesPage()); }

TEST_CASE("the tables of the file format are what the table of kinds says") {
  checkGolden("docs/file-format-tables.md", formatTables());
}
