#include "checks/impact.h"

#include "cli/commands.h"
#include "cli/derived.h"
#include "cli/plain_text.h"
#include "documents/list_table.h"
#include "plan/edits.h"

#include <charconv>

namespace trackloom::cli {
namespace {

using checks::Item;
using documents::Json;
using documents::Table;

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

/// Everything that a question about one element is answered with.
struct Impact {
  const checks::Study& before;
  const checks::Study& after;
  const Item& element;
  std::optional<std::int64_t> days;
  std::vector<checks::Dependent> dependents;
  std::vector<checks::DateShift> shifts;
  checks::FindingsChange findings;
};

Edit editOf(const checks::Study& study, const Item& element, std::optional<std::int64_t> days) {
  if (!days) return removeWithLinks(study.plan(), std::vector{element.id()});
  if (element.kind() != KindId::activity)
    throw Error(ErrorKind::usage, {tr("Only an activity can end later."), {}}, {},
                {tr("Leave --slip out to ask what happens without the element."), {}});
  if (study.progress(element) == checks::Progress::finished || study.progress(element) == checks::Progress::leftOut)
    throw Error(ErrorKind::usage, {tr("The activity has ended; it cannot end later."), {}}, {},
                {tr("Leave --slip out, or name an earlier day with --as-of."), {}});
  return checks::slip(study, element, *days);
}

std::string titleOf(const Plan& plan, const Item& item) { return oneLine(documents::listTitle(plan, item.element())); }

std::string dependentsText(const Impact& impact, std::size_t width) {
  if (impact.dependents.empty()) return std::string(tr("Nothing in the plan depends on it.")) + '\n';
  Table table{{{tr("Id")}, {tr("Kind")}, {tr("What")}, {tr("Through")}}, {}};
  const Plan& plan = impact.before.plan();
  for (const checks::Dependent& one : impact.dependents)
    table.rows.push_back({one.item->id().str(), std::string(one.item->element().definition().label),
                          titleOf(plan, *one.item), one.through == &impact.element ? "" : titleOf(plan, *one.through)});
  return alignedText(table, width);
}

std::string findingsText(const std::vector<checks::Finding>& findings, const Plan& plan, std::size_t width) {
  std::string out;
  for (const checks::Finding& finding : findings)
    out += wrapped("  " + std::string(finding.rule) + "  ", oneLine(plainText(finding.message, &plan)), 4, width);
  return out.empty() ? "  " + std::string(tr("None.")) + '\n' : out;
}

std::string shiftsText(const Impact& impact, std::size_t width) {
  if (impact.shifts.empty()) return "  " + std::string(tr("None.")) + '\n';
  Table table{{{tr("Id")}, {tr("Activity")}, {tr("Finish now")}, {tr("Then")}}, {}};
  for (const checks::DateShift& shift : impact.shifts)
    table.rows.push_back({shift.activity->id().str(), oneLine(shift.activity->element().title()), isoText(shift.before),
                          isoText(shift.after)});
  return alignedText(table, width);
}

std::string text(const Impact& impact, const Terminal& terminal) {
  const auto heading = [&](const char* pattern) {
    const Message message{pattern, {{"element", impact.element.id()}, {"days", impact.days.value_or(0)}}};
    return '\n' + terminal.toned(Tone::heading, oneLine(plainText(message, &impact.before.plan()))) + '\n';
  };
  const std::size_t width = terminal.width;
  return heading(tr("What depends on “{element}”")).substr(1) + dependentsText(impact, width) +
         heading(impact.days ? tr("Dates that move if it ends {days} {days|day|days} later")
                             : tr("Dates that move without it")) +
         shiftsText(impact, width) +
         heading(impact.days ? tr("Findings that appear if it ends {days} {days|day|days} later")
                             : tr("Findings that appear without it")) +
         findingsText(impact.findings.appear, impact.after.plan(), width) +
         heading(impact.days ? tr("Findings that go if it ends {days} {days|day|days} later")
                             : tr("Findings that go without it")) +
         findingsText(impact.findings.go, impact.before.plan(), width);
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
      .put("appear", findingsJson(impact.findings.appear, impact.after.plan()))
      .put("go", findingsJson(impact.findings.go, impact.before.plan()));
  return json;
}

ExitCode run(Shell& shell, const Options& options) {
  const auto days = options.days();
  const ShownPlan shown = options.derived.load(shell);
  const checks::Study before(shown.roles.plan, shown.asOf);
  const Item& element = shown.element(before, options.element);
  if (element.kind() == KindId::plan)
    throw Error(ErrorKind::usage, {tr("Everything depends on the plan itself."), {}}, {},
                {tr("Name one of its elements."), {}});
  const checks::Study after(apply(before.plan(), editOf(before, element, days)), shown.asOf);
  const Impact impact{before,
                      after,
                      element,
                      days,
                      checks::dependents(before, element),
                      checks::dateShifts(before, after),
                      checks::findingsChange(before, after)};
  if (options.derived.format() == "json") {
    shell.print(jsonText(json(impact)));
  } else {
    shell.print(options.derived.heading(before, shell.terminal()) + text(impact, shell.terminal()));
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
