#include "cli/answer_text.h"
#include "cli/commands.h"
#include "cli/derived.h"
#include "cli/plain_text.h"
#include "documents/answers.h"
#include "documents/json.h"

#include <charconv>

namespace trackloom::cli {
namespace {

using checks::Item;
using documents::Impact;
using documents::Json;

struct Options {
  DerivedOptions derived;
  std::string element;
  std::optional<std::string> slip;

  std::optional<std::int64_t> days() const {
    if (!slip) return std::nullopt;
    std::int64_t days = 0;
    const auto [end, error] = std::from_chars(slip->data(), slip->data() + slip->size(), days);
    if (error == std::errc() && end == slip->data() + slip->size() && days >= 1 && days <= 36525) return days;
    throw Error(ErrorKind::usage, {tr("“{text}” behind --slip is not a number of days."), {{"text", *slip}}}, {},
                {tr("Write a whole number from 1 to 36525."), {}});
  }
};

std::string findingsText(const documents::AnswerPart& part, const Plan& plan, std::size_t width) {
  std::string out;
  for (const documents::AnswerRow& row : part.rows)
    out += wrapped("  " + cellText(row.cells.front(), plan) + "  ", cellText(row.cells.back(), plan), 4, width);
  return out.empty() ? "  " + part.none.pattern + '\n' : out;
}

std::string text(const documents::Answer& answer, const Plan& plan, const Terminal& terminal) {
  const std::size_t width = terminal.width;
  std::string out;
  for (std::size_t i = 0; i < answer.parts.size(); ++i) {
    const documents::AnswerPart& part = answer.parts[i];
    if (i) out += '\n';
    out += terminal.toned(Tone::heading, oneLine(plainText(part.heading, &plan))) + '\n';
    const bool indented = i == 1 && part.rows.empty();
    out += i > 1 ? findingsText(part, plan, width) : (indented ? "  " : "") + partText(part, plan, width);
  }
  return out;
}

Json findingsJson(const std::vector<checks::Finding>& findings, const Plan& plan) {
  Json list = Json::array();
  for (const checks::Finding& finding : findings) {
    Json elements = Json::array();
    for (const ElementId& id : finding.elements) elements.add(id.text());
    list.add(Json()
                 .put("id", finding.id)
                 .put("rule", finding.rule)
                 .put("elements", std::move(elements))
                 .put("message", plainText(finding.message, &plan)));
  }
  return list;
}

Json json(const Impact& impact) {
  Json dependents = Json::array();
  for (const checks::Dependent& one : impact.dependents)
    dependents.add(Json()
                       .put("id", one.item->id().text())
                       .put("kind", one.item->element().definition().name)
                       .put("through", one.through->id().text()));
  Json shifts = Json::array();
  for (const checks::DateShift& shift : impact.shifts)
    shifts.add(Json()
                   .put("id", shift.activity->id().text())
                   .put("finish", isoText(shift.before))
                   .put("then", isoText(shift.after)));
  Json json;
  json.put("element", impact.element.id().text())
      .put("slip", impact.days)
      .put("dependents", std::move(dependents))
      .put("dates", std::move(shifts))
      .put("appear", findingsJson(impact.findings.appear, impact.before.plan()))
      .put("go", findingsJson(impact.findings.go, impact.before.plan()));
  return json;
}

ExitCode run(Shell& shell, const Options& options) {
  const auto days = options.days();
  const ShownPlan shown = options.derived.load(shell);
  const checks::Study before(shown.roles.plan, shown.asOf);
  const Item& element = shown.element(before, options.element);
  const documents::Impact impact = documents::impactOf(before, element, days);
  if (options.derived.format() == "json") {
    shell.print(jsonText(json(impact)));
  } else {
    shell.print(heading(shown, before, shell.terminal()) +
                text(documents::impactAnswer(impact), before.plan(), shell.terminal()));
  }
  return ExitCode::fine;
}

}  // namespace

Run declareImpact(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  options->derived.declare(arguments, {"text", "json"});
  arguments.required("ELEMENT", options->element, tr("The id of what may leave, be dropped or be late."));
  arguments.option("--slip", options->slip, "DAYS",
                   tr("Ask what happens if this activity ends so many days later, instead of without it."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
