#include "checks/rule.h"
#include "cli/commands.h"
#include "cli/plain_text.h"
#include "documents/explanation.h"
#include "documents/findings_json.h"

#include <charconv>

namespace trackloom::cli {
namespace {

using documents::Json;

Json ruleJson(const checks::Rule& rule) {
  Json thresholds = Json::array();
  for (const checks::ThresholdDefault& threshold : rule.thresholds) {
    Json one;
    one.put("name", threshold.name).put("value", threshold.value).put("help", threshold.help);
    thresholds.add(std::move(one));
  }
  Json json;
  json.put("id", rule.id)
      .put("title", rule.title)
      .put("help", rule.help)
      .put("source", rule.source)
      .put("level", documents::levelName(rule.level))
      .put("family", rule.family)
      .put("clears", rule.clears)
      .put("thresholds", std::move(thresholds));
  return json;
}

std::string json() {
  Json list = Json::array();
  for (const checks::Rule& rule : checks::rules()) list.add(ruleJson(rule));
  return jsonText(list);
}

std::string numberText(double number) {
  char digits[32];
  return {digits, std::to_chars(digits, digits + sizeof digits, number).ptr};
}

std::string text(const Terminal& terminal) {
  std::string out;
  for (const checks::Rule& rule : checks::rules()) {
    if (!out.empty()) out += '\n';
    out += wrapped(terminal.toned(Tone::heading, rule.id) + "  ", rule.title, 4, terminal.width);
    out += wrapped("    ", rule.help, 4, terminal.width);
    out += wrapped("    ",
                   plainText({tr("Said as: {level}."), {{"level", std::string(documents::levelWord(rule.level))}}}), 4,
                   terminal.width);
    for (const checks::ThresholdDefault& threshold : rule.thresholds) {
      const Message message{tr("Number {name}: {value}. {help}"),
                            {{"name", std::string(threshold.name)},
                             {"value", numberText(threshold.value)},
                             {"help", std::string(threshold.help)}}};
      out += wrapped("    ", plainText(message), 6, terminal.width);
    }
    out +=
        wrapped("    ", plainText({tr("Source: {source}"), {{"source", std::string(rule.source)}}}), 6, terminal.width);
  }
  return out;
}

}  // namespace

Run declareRules(Arguments& arguments) {
  const auto format = std::make_shared<std::string>("text");
  arguments.oneOf("--format", *format, {"text", "json"}, tr("For people or programs."));
  return [format](Shell& shell) {
    shell.print(*format == "json" ? json() : text(shell.terminal()));
    return ExitCode::fine;
  };
}

}  // namespace trackloom::cli
