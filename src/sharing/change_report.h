#pragma once

#include "documents/document.h"
#include "sharing/comparison.h"
#include "sharing/paper_plan.h"

namespace trackloom::sharing {

/// A version of a plan as its readers may see it, with the names they are told (`versionsForPaper`).
struct SeenVersion {
  SeenVersion(PaperPlan made, Day asOf, const language::Language& language);

  PaperPlan paper;  ///< its notes are for the author
  Plan shown;
  checks::Study study;
  documents::Material material;
};

/// For whom a report of changes is, in which language, and as what.
struct ReportRequest {
  PaperReaders readers;
  language::Language language = {};
  documents::DocumentFormat format = documents::DocumentFormat::html;
};

/// What changed from one version to the other, to be handed out. `look` holds the page to fill, its style and the
/// reference documents. What the wanted format could not be made of is kept as HTML.
documents::DocumentResult changeReport(const Plan& before, const Plan& after, const ReportRequest& request,
                                       const documents::Template& look, documents::Programs& programs);

}  // namespace trackloom::sharing
