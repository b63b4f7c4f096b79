#include "documents/answers.h"
#include "plan/edits.h"
#include "plan/error.h"

namespace trackloom::documents {
namespace {

Edit editOf(const checks::Study& study, const checks::Item& element, std::optional<std::int64_t> days) {
  if (element.kind() == KindId::plan)
    throw Error(ErrorKind::usage, {tr("Everything depends on the plan itself."), {}}, {},
                {tr("Name one of its elements."), {}});
  if (!days) return removeWithLinks(study.plan(), std::vector{element.id()});
  if (element.kind() != KindId::activity)
    throw Error(ErrorKind::usage, {tr("Only an activity can end later."), {}}, {},
                {tr("Leave the days out to ask what happens without the element."), {}});
  if (study.progress(element) == checks::Progress::finished || study.progress(element) == checks::Progress::leftOut)
    throw Error(ErrorKind::usage, {tr("The activity has ended; it cannot end later."), {}}, {},
                {tr("Leave the days out, or look at the plan as of an earlier day."), {}});
  return checks::slip(study, element, *days);
}

AnswerPart findingsPart(Message heading, const std::vector<checks::Finding>& findings) {
  AnswerPart part{std::move(heading), {{tr("Rule")}, {tr("What was noticed")}}, {}, {tr("None."), {}}};
  for (const checks::Finding& finding : findings)
    part.rows.push_back({finding.elements.empty() ? ElementId() : finding.elements.front(),
                         {cellOf(std::string(finding.rule)), cellOf(finding.message)}});
  return part;
}

AnswerPart dependentsPart(const Impact& impact) {
  AnswerPart part{{tr("What depends on “{element}”"), {{"element", impact.element.id()}}},
                  {{tr("Kind")}, {tr("What")}, {tr("Through")}},
                  {},
                  {tr("Nothing in the plan depends on it."), {}}};
  for (const checks::Dependent& one : impact.dependents)
    part.rows.push_back(
        {one.item->id(),
         {cellOf(Message{std::string(one.item->element().definition().label), {}}), cellOf(one.item->id()),
          one.through == &impact.element ? AnswerCell{} : cellOf(one.through->id())}});
  return part;
}

AnswerPart shiftsPart(const Impact& impact, Message heading) {
  AnswerPart part{std::move(heading), {{tr("Activity")}, {tr("Finish now")}, {tr("Then")}}, {}, {tr("None."), {}}};
  for (const checks::DateShift& shift : impact.shifts)
    part.rows.push_back(
        {shift.activity->id(), {cellOf(shift.activity->id()), cellOf(shift.before), cellOf(shift.after)}});
  return part;
}

}  // namespace

Impact impactOf(const checks::Study& study, const checks::Item& element, std::optional<std::int64_t> days) {
  const checks::Study after(apply(study.plan(), editOf(study, element, days)), study.asOf());
  return {study,
          element,
          days,
          checks::dependents(study, element),
          checks::dateShifts(study, after),
          checks::findingsChange(study, after)};
}

Answer impactAnswer(const Impact& impact) {
  const auto heading = [&](const char* without, const char* later) {
    return Message{impact.days ? later : without, {{"days", impact.days.value_or(0)}}};
  };
  return {{},
          {dependentsPart(impact),
           shiftsPart(impact,
                      heading(tr("Dates that move without it"), tr("Dates that move if it ends {days} days later"))),
           findingsPart(
               heading(tr("Findings that appear without it"), tr("Findings that appear if it ends {days} days later")),
               impact.findings.appear),
           findingsPart(heading(tr("Findings that go without it"), tr("Findings that go if it ends {days} days later")),
                        impact.findings.go)},
          {}};
}

}  // namespace trackloom::documents
