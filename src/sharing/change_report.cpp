#include "sharing/change_report.h"

#include "documents/context.h"
#include "documents/convert.h"
#include "documents/fill.h"
#include "documents/plan_language.h"
#include "documents/template_words.h"

namespace trackloom::sharing {
namespace {

/// The plan with the actors of the other version whom these readers may not see: its texts may hold their names. They
/// are not shown, so nothing else comes of it.
Plan withHiddenOf(const Plan& plan, const Plan& other, const Audience& audience) {
  Plan all = plan;
  for (const ElementPtr& actor : other.all(KindId::actor))
    if (!audience.sees(*actor) && !plan.find(actor->id())) all = all.with(*actor);
  return all;
}

}  // namespace

SeenVersion::SeenVersion(const Plan& whole, const Plan& other, const PaperReaders& readers,
                         const language::Language& language)
    : paper(readers.audience.seesAll() ? PaperPlan{whole, {}}
                                       : planForPaper(withHiddenOf(whole, other, readers.audience), readers)),
      shown(readers.audience.seesAll() ? paper.plan : documents::shownTo(paper.plan, readers.audience, readers.asOf)),
      study(documents::inLanguage(shown, language.tag()).plan, readers.asOf, checks::Suggestions::shown),
      material{study, readers.audience.level,
               documents::findingsFor(paper.plan, checks::Study(shown, readers.asOf), readers.audience.level),
               language} {}

documents::DocumentResult changeReport(const Plan& before, const Plan& after, const ReportRequest& request,
                                       const documents::Template& look, documents::Programs& programs) {
  const SeenVersion old(before, after, request.readers, request.language);
  const SeenVersion now(after, before, request.readers, request.language);
  documents::Node node = comparisonNode(compare(old.material, now.material, diff(old.shown, now.shown)));
  node.set("style", documents::Markup{look.style});
  documents::DocumentResult result;
  result.notes = now.paper.notes;
  result.bytes = documents::withOtherLanguageMarked(
      fill(documents::templateIn(request.language, look.html), node, look.id), documents::mainLanguage(now.shown));
  documents::DocumentRequest wanted;
  wanted.format = request.format;
  wanted.asOf = request.readers.asOf;
  convertResult(result, look, wanted, programs);
  return result;
}

}  // namespace trackloom::sharing
