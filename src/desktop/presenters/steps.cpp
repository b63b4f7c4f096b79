#include "desktop/presenters/steps.h"

#include "checks/rule.h"

#include <algorithm>
#include <limits>

namespace trackloom::desktop {
namespace {

/// What a step asks for: enough elements of a kind, or a field that is filled in on all of them.
struct Wanted {
  KindId kind;
  std::size_t least;  ///< elements; 0: the field on every element
  const char* text;
  FieldNumber field = "title";
};

struct StepDefinition {
  const char* title;
  const char* question;
  std::vector<Wanted> wanted;
  std::vector<std::string_view> families;  ///< of rules
};

std::vector<StepDefinition> definitions() {
  using enum KindId;
  return {
      {tr("Understand the conflict"),
       tr("What is it about, what keeps it going, and what must change?"),
       {{plan, 0, tr("The plan says what it is about"), "context"},
        {issue, 3, tr("Three issues or more are named")},
        {objective, 1, tr("An objective says what the process is for")}},
       {"Design", "Strategy"}},
      {tr("Map the actors"),
       tr("Who decides, who can stop it, who is trusted by whom, and who is not heard?"),
       {{actor, 5, tr("Five actors or more are named")},
        {relation, 1, tr("Relations between actors are drawn")},
        {assessment, 1, tr("Somebody's view of an actor is recorded")}},
       {"Actors", "Consent"}},
      {tr("Design the tracks"),
       tr("Which tracks run, what happens on each, and when?"),
       {{track, 2, tr("Two tracks or more are named")},
        {activity, 3, tr("Three activities or more are planned")},
        {activity, 0, tr("Every activity has a planned start"), "planned-start"}},
       {"Structure", "Dates", "Stalls", "National dialogue"}},
      {tr("Link the tracks"),
       tr("How does what is said on one track reach the others, and how does the answer come back?"),
       {{transfer, 1, tr("A hand-over between tracks is planned")},
        {dependency, 1, tr("What waits for what is recorded")}},
       {"Links"}},
      {tr("Check inclusion"),
       tr("Who sits where it is decided: women, youth, displaced people, minorities?"),
       {{group, 1, tr("Groups are named")},
        {participation, 1, tr("Who takes part is recorded")},
        {seat, 1, tr("Seats are counted")}},
       {"Inclusion"}},
      {tr("Secure the ceasefire"),
       tr("Who watches, who decides on violations, and who pays for it?"),
       {{agreement, 1, tr("An agreement is recorded")}, {commitment, 1, tr("Its commitments are recorded")}},
       {"Ceasefires", "Implementation"}},
      {tr("Resource it"),
       tr("Who does it, with which experts and which money?"),
       {{activity, 0, tr("Every activity has a lead"), "lead"},
        {fund, 1, tr("Funds are recorded")},
        {assignment, 1, tr("Experts are assigned")}},
       {"Funding", "Experts", "Deadlines"}},
      {tr("Review for harm"),
       tr("Whom could this put in danger, and what is done about it?"),
       {{review, 1, tr("A do-no-harm review is recorded")}, {risk, 1, tr("Risks are recorded")}},
       {"Do no harm", "Risks", "Early warning"}},
      {tr("Prepare the papers"),
       tr("Who has to read what before the next meeting?"),
       {{plan, 0, tr("The plan has a title"), "title"}, {plan, 0, tr("The convener is named"), "conveners"}},
       {"Follow-up"}},
  };
}

StepItem itemOf(const OpenPlan& open, const Speech& speech, const Wanted& wanted) {
  using enum StepItem::Standing;
  StepItem item{speech.word(wanted.text), missing, wanted.kind, {}, wanted.field};
  const auto all = open.kept().plan().all(wanted.kind);
  if (wanted.least > 0) {
    if (all.size() >= wanted.least) item.standing = done;
    return item;
  }
  const auto lacking = std::ranges::find_if(all, [&](const ElementPtr& each) { return !each->has(wanted.field); });
  if (!all.empty() && lacking == all.end()) item.standing = done;
  if (!all.empty()) item.element = (lacking == all.end() ? all.front() : *lacking)->id();
  return item;
}

bool isOf(std::string_view ruleId, const std::vector<std::string_view>& families) {
  const checks::Rule* rule = checks::findRule(ruleId);
  return rule && std::find(families.begin(), families.end(), rule->family) != families.end();
}

std::size_t findingsOf(const OpenPlan& open, const StepDefinition& step) {
  return static_cast<std::size_t>(
      std::count_if(open.findings().begin(), open.findings().end(), [&](const checks::Finding& finding) {
        return !finding.accepted && finding.verdict == checks::Verdict::problem && isOf(finding.rule, step.families);
      }));
}

}  // namespace

std::size_t Step::done() const {
  return static_cast<std::size_t>(std::count_if(
      items.begin(), items.end(), [](const StepItem& item) { return item.standing == StepItem::Standing::done; }));
}

std::vector<Step> steps(const OpenPlan& open, const Speech& speech) {
  std::vector<Step> list;
  for (const StepDefinition& definition : definitions()) {
    Step step{speech.word(definition.title), speech.word(definition.question), {}, findingsOf(open, definition)};
    for (const Wanted& wanted : definition.wanted) step.items.push_back(itemOf(open, speech, wanted));
    list.push_back(std::move(step));
  }
  return list;
}

std::vector<ElementId> unconfirmedSince(const OpenPlan& open, Day day) {
  std::vector<std::pair<std::int64_t, ElementId>> found;
  for (const checks::Item& activity : open.kept().all(KindId::activity)) {
    const auto progress = open.kept().progress(activity);
    if (progress == checks::Progress::finished || progress == checks::Progress::leftOut) continue;
    const Date* updated = activity.element().get(key::updated);
    if (updated && updated->first() >= day) continue;
    found.emplace_back(updated ? updated->first().number : std::numeric_limits<std::int64_t>::min(), activity.id());
  }
  std::sort(found.begin(), found.end());
  std::vector<ElementId> ids;
  for (const auto& [when, id] : found) ids.push_back(id);
  return ids;
}

Edit confirmed(const OpenPlan& open, const ElementId& id) {
  Edit edit = setField(open.plan(), id, "updated", Date(open.asOf()));
  edit.label = {tr("Confirm {activity} as it stands"), {{"activity", id}}};
  return edit;
}

}  // namespace trackloom::desktop
