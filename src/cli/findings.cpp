#include "cli/findings.h"

#include "cli/kept_versions.h"
#include "cli/plain_text.h"
#include "plan/suggestions.h"
#include "xml/revisions.h"
#include "xml/write.h"

#include <algorithm>

namespace trackloom::cli {
namespace {

constexpr std::size_t mostNamed = 6;

[[noreturn]] void refuseMany(const std::string& name, const std::vector<const checks::Finding*>& found) {
  std::string ids;
  for (std::size_t i = 0; i < std::min(found.size(), mostNamed); ++i) ids += (i ? ", " : "") + found[i]->id;
  if (found.size() > mostNamed) ids += " …";
  throw Error(ErrorKind::usage,
              {tr("“{name}” could be any of {count} findings: {ids}."),
               {{"name", oneLine(name)}, {"count", static_cast<std::int64_t>(found.size())}, {"ids", ids}}},
              {}, {tr("Write more of the one you mean."), {}});
}

}  // namespace

Judged judge(const Shell& shell, const std::string& file, const AsOf& asOf, HouseRules& house) {
  asOf.verify();
  house.read(shell);
  Judged judged{shell.loadNoting(file), nullptr, {}};
  judged.study = std::make_unique<checks::Study>(judged.loaded.plan, asOf.dayFor(judged.loaded.plan, shell));
  judged.findings = check(*judged.study);
  house.addFindings(shell, *judged.study, judged.findings);
  return judged;
}

const checks::Finding* findFinding(const Judged& judged, const std::string& name) {
  std::vector<const checks::Finding*> ofRule, begins;
  for (const checks::Finding& finding : judged.findings) {
    if (finding.id == name) return &finding;
    if (finding.rule == name) ofRule.push_back(&finding);
    if (!name.empty() && finding.id.starts_with(name)) begins.push_back(&finding);
  }
  const std::vector<const checks::Finding*>& found = ofRule.empty() ? begins : ofRule;
  if (found.size() > 1) refuseMany(name, found);
  return found.empty() ? nullptr : found.front();
}

const checks::Finding& needFinding(const Judged& judged, const std::string& name) {
  if (const checks::Finding* finding = findFinding(judged, name)) return *finding;
  throw Error(
      ErrorKind::usage,
      {tr("There is no finding “{name}” as of {day}."), {{"name", oneLine(name)}, {"day", judged.study->asOf()}}}, {},
      {tr("trackloom-cli check lists them with their ids; another day has others (--as-of)."), {}});
}

Error onlySuggested(const ElementId& id) {
  return Error(ErrorKind::usage,
               {tr("{id} is only suggested: nothing is told of it until it is kept."), {{"id", id.str()}}}, {},
               {tr("trackloom-cli keep FILE {id} keeps it, with all that it names."), {{"id", id.str()}}});
}

void saveChanged(Shell& shell, const LoadedPlan& loaded, const Edit& edit, const std::string& out) {
  const std::string& file = out.empty() ? loaded.file : out;
  const bool inPlace = loaded.stamp && file != "-" && (out.empty() || shell.areSameFile(loaded.file, file));
  const Plan edited = apply(loaded.plan, keepingWhatItTouches(loaded.plan, edit));
  const Plan changed = xml::withRevision(loaded.plan, edited);
  shell.savePlan(file, xml::write(changed), inPlace ? loaded.stamp : std::nullopt);
  if (file == "-") return;
  keepVersions(shell, {loaded.plan, changed});
  shell.note(edit.label, &changed);
  shell.note(
      {inPlace ? tr("Saved in {file}; the version before is {file}~.") : tr("Saved in {file}."), {{"file", file}}});
}

}  // namespace trackloom::cli
