#include "desktop/presenters/papers.h"

#include "plan/levels.h"
#include "plan/suggestions.h"
#include "plan/vocabulary.h"
#include "scene/drawings.h"
#include "sharing/paper_plan.h"
#include "xml/disk_files.h"

#include <algorithm>
#include <filesystem>

namespace trackloom::desktop {

namespace {

std::vector<PaperDetail> detailsOf(const documents::Template& look) {
  std::vector<PaperDetail> details;
  if (look.isAboutActivity()) details.push_back(PaperDetail::about);
  if (look.tellsChanges()) details.push_back(PaperDetail::since);
  details.insert(details.end(), {PaperDetail::nonPaper, PaperDetail::reference});
  return details;
}

documents::DocumentRequest documentRequest(const Paper& paper, const PaperWish& wish) {
  documents::DocumentRequest request;
  request.templateId = paper.id;
  request.format = documents::formatNamed(wish.format).value_or(documents::DocumentFormat::html);
  request.completeness = wish.completeness;
  request.asOf = wish.asOf;
  request.attribution = wish.details.nonPaper ? documents::Attribution::nonPaper : documents::Attribution::named;
  request.since = wish.details.since;
  const bool office =
      request.format == documents::DocumentFormat::docx || request.format == documents::DocumentFormat::odt;
  if (office && !wish.details.reference.empty()) request.reference = DiskFiles().read(wish.details.reference);
  request.language = wish.language;
  return request;
}

plugin::ExportRequest exportRequest(const Paper& paper, const PaperWish& wish) {
  plugin::ExportRequest request;
  const bool drawn = paper.sort == Paper::Sort::drawing;
  request.format = drawn ? paper.id + '.' + wish.format : paper.id;
  request.asOf = wish.asOf;
  request.language = wish.language;
  if (std::ranges::count(paper.details, PaperDetail::tracks) > 0) request.scope = wish.details.scope;
  if (!drawn) return request;
  if (wish.format == "pdf") request.sheet = wish.details.sheet;
  request.from = wish.details.from;
  request.until = wish.details.until;
  request.theme = wish.details.theme;
  return request;
}

/// The request, asked of the plan that these readers may see, by its ids.
sharing::PaperPlan planFor(plugin::ExportRequest& request, const Plan& plan, const PaperWish& wish) {
  sharing::PaperPlan shown = sharing::planForPaper(plan, {wish.audience, wish.asOf});
  request.audience = shown.audience;
  for (auto* ids : {&request.scope.tracks, &request.scope.issues})
    for (ElementId& id : *ids) id = shown.ids.of(id);
  return shown;
}

}  // namespace

std::vector<Paper> papers(const Speech& speech, const documents::TemplateList& templates,
                          const plugin::PluginHost& host) {
  std::vector<Paper> list;
  for (const documents::Template& one : templates.templates)
    list.push_back({Paper::Sort::document,
                    one.id,
                    speech.word(one.title),
                    speech.word(one.help),
                    {"docx", "pdf", "odt", "html"},
                    one.least,
                    one.audience,
                    detailsOf(one)});
  for (const scene::Drawing& drawing : scene::drawings())
    list.push_back(
        {Paper::Sort::drawing,
         std::string(drawing.id),
         speech.word(drawing.title),
         speech.word(drawing.help),
         {"pdf", "svg", "png"},
         Classification::open,
         Classification::core,
         {PaperDetail::tracks, PaperDetail::issues, PaperDetail::period, PaperDetail::colours, PaperDetail::sheet}});
  for (const plugin::Format& format : plugin::formats(host))
    if (!format.isDrawing)
      list.push_back(
          {Paper::Sort::other, format.id, speech.word(format.title), speech.word(format.help), {format.extension}});
  return list;
}

std::string whyNotFor(const Paper& paper, const Audience& readers, const Speech& speech) {
  if (readers.level > paper.most)
    return speech.say(
        {tr("This paper is for this level at most: {level}. Choose it, or a lower one, or another paper."),
         {{"level", speech.word(termOf(paper.most).label)}}});
  if (readers.level < paper.least)
    return speech.say({tr("This paper is for this level at least: {level}. Others may see nothing of what it tells. "
                          "Choose that level, or another paper."),
                       {{"level", speech.word(termOf(paper.least).label)}}});
  return {};
}

std::string whatIsChosen(PaperDetail detail, const PaperDetails& details, const Plan& plan, const Speech& speech) {
  const auto ofThese = [&](const char* sentence, const std::vector<ElementId>& ids) {
    return ids.empty() ? speech.say({sentence, {{"names", speech.word(tr("all"))}}})
                       : speech.say({sentence, {{"names", ids}}}, plan);
  };
  const auto day = [&](const std::optional<Day>& chosen, const char* usual) {
    return chosen ? speech.date(*chosen) : speech.word(usual);
  };
  switch (detail) {
    case PaperDetail::about: {
      const Element* activity = plan.find(KindId::activity, details.about);
      return speech.say(
          {tr("About the activity: {name}"),
           {{"name", activity ? std::string(activity->title()) : speech.word(tr("the next that is planned"))}}});
    }
    case PaperDetail::since:
      return speech.say({tr("Changes since: {day}"), {{"day", day(details.since, tr("30 days before"))}}});
    case PaperDetail::nonPaper:
      return speech.word(tr("As a non-paper, without anything that tells where it comes from"));
    case PaperDetail::reference:
      return speech.say(
          {tr("In the look of a document of yours (DOCX, ODT): {file}"),
           {{"file", details.reference.empty() ? speech.word(tr("none"))
                                               : std::filesystem::path(details.reference).filename().string()}}});
    case PaperDetail::tracks:
      return ofThese(tr("Tracks: {names}"), details.scope.tracks);
    case PaperDetail::issues:
      return ofThese(tr("Issues: {names}"), details.scope.issues);
    case PaperDetail::period:
      return speech.say(
          {tr("Period: {from} to {until}"),
           {{"from", day(details.from, tr("the first day"))}, {"until", day(details.until, tr("the last day"))}}});
    case PaperDetail::colours: {
      static constexpr const char* themes[] = {tr("all"), tr("greys, for printing"),
                                               tr("those that colour-blind people tell apart")};
      return speech.say(
          {tr("Colours: {colours}"), {{"colours", speech.word(themes[static_cast<std::size_t>(details.theme)])}}});
    }
    case PaperDetail::sheet:
      return speech.say({tr("Sheet of PDF and print: {size}"),
                         {{"size", std::string(details.sheet == render::SheetSize::a4 ? "A4" : "A3")}}});
  }
  return {};
}

MadePaper PaperMaker::make(const Plan& plan, const Paper& paper, const PaperWish& wish) {
  if (paper.sort == Paper::Sort::document) {
    documents::DocumentRequest request = documentRequest(paper, wish);
    const sharing::PaperPlan shown = sharing::planForPaper(plan, {wish.audience, request.asOf});
    request.audience = shown.audience;
    request.about = shown.ids.of(wish.details.about);
    documents::DocumentResult result = documents::makeDocument(shown.plan, request, templates_, programs_);
    if (result.failure) throw *result.failure;
    const std::vector<Message> notes = shown.notes.of(result.said);
    result.notes.insert(result.notes.end(), notes.begin(), notes.end());
    return {std::move(result.bytes), std::string(documents::formatName(result.format)), std::move(result.notes)};
  }
  plugin::ExportRequest request = exportRequest(paper, wish);
  const sharing::PaperPlan shown = planFor(request, plan, wish);
  plugin::Exported exported = plugin::exportPlan(shown.plan, request, host_);
  const std::vector<Message> notes = shown.notes.of(exported.said);
  exported.notes.insert(exported.notes.end(), notes.begin(), notes.end());
  return {std::move(exported.bytes), wish.format, std::move(exported.notes)};
}

scene::Scene PaperMaker::drawing(const Plan& plan, const Paper& paper, const PaperWish& wish) {
  plugin::ExportRequest request = exportRequest(paper, wish);
  const sharing::PaperPlan shown = planFor(request, plan, wish);
  return plugin::drawingToShow(shown.plan, request);
}

std::string whatIsSeen(const Plan& plan, const Audience& audience, const Speech& speech) {
  if (audience.level >= Classification::team) return {};
  const auto count = [](const Plan& all) { return static_cast<std::int64_t>(all.size()) - 1; };
  return speech.say(
      {tr("Of {all} entries these readers may see {seen}. The field “{field}” of an entry says who may see it; "
          "choose several entries to change it for all of them."),
       {{"all", count(keptPlan(plan))},
        {"seen", count(visibleTo(plan, audience))},
        {"field", speech.word(kindOf(KindId::activity).find(key::classification.number)->label)}}});
}

std::string paperFileName(const std::string& planPath, const Paper& paper, const std::string& extension) {
  const std::string plan = std::filesystem::path(planPath).stem().string();
  return (plan.empty() ? std::string("plan") : plan) + '-' + paper.id + '.' + extension;
}

}  // namespace trackloom::desktop
