#include "sharing/change_report.h"

#include "documents/context.h"
#include "documents/convert.h"
#include "documents/fill.h"
#include "documents/plan_language.h"
#include "documents/template_words.h"

namespace trackloom::sharing {
SeenVersion::SeenVersion(PaperPlan made, Day asOf, const language::Language& language)
    : paper(std::move(made)),
      shown(paper.audience.seesAll() ? paper.plan : documents::shownTo(paper.plan, paper.audience, asOf)),
      study(documents::inLanguage(shown, language.tag()).plan, asOf, checks::Suggestions::shown),
      material{study, paper.audience.level,
               documents::findingsFor(paper.plan, checks::Study(shown, asOf), paper.audience.level), language} {}

documents::DocumentResult changeReport(const Plan& before, const Plan& after, const ReportRequest& request,
                                       const documents::Template& look, documents::Programs& programs) {
  auto versions = versionsForPaper(before, after, request.readers);
  const SeenVersion old(std::move(versions[0]), request.readers.asOf, request.language);
  const SeenVersion now(std::move(versions[1]), request.readers.asOf, request.language);
  documents::Node node = comparisonNode(compare(old.material, now.material, diff(old.shown, now.shown)));
  node.set("style", documents::Markup{look.style});
  documents::DocumentResult result;
  result.bytes = documents::withOtherLanguageMarked(
      fill(documents::templateIn(request.language, look.html), node, look.id), documents::mainLanguage(now.shown));
  result.notes = now.paper.notes.of(result.bytes);
  documents::DocumentRequest wanted;
  wanted.format = request.format;
  wanted.asOf = request.readers.asOf;
  convertResult(result, look, wanted, programs);
  return result;
}

}  // namespace trackloom::sharing
