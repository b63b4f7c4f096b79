#include "sharing/paper_plan.h"

#include "plan/suggestions.h"
#include "sharing/redact.h"

namespace trackloom::sharing {

PaperPlan planForPaper(const Plan& whole, const PaperReaders& readers) {
  const Plan plan = keptPlan(whole);
  if (readers.audience.seesAll()) return {plan, {}};
  RedactionReport report;
  PaperPlan paper{withNamesMasked(plan, {readers.audience, readers.asOf, {}, readers.keep}, report), {}};
  for (const NamePlace& place : report.places) {
    if (!place.masked) continue;
    const Field* field = plan.find(place.element)->definition().find(place.field);
    paper.notes.push_back({tr("{element}, {field}: “{found}” is masked; these readers may not see whose name it is."),
                           {{"element", place.element}, {"field", ownWord(field->label)}, {"found", place.found}}});
  }
  return paper;
}

}  // namespace trackloom::sharing
