#include "desktop/presenters/papers.h"

#include "plan/levels.h"
#include "plan/suggestions.h"
#include "scene/drawings.h"
#include "sharing/paper_plan.h"

#include <algorithm>
#include <filesystem>

namespace trackloom::desktop {

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
                    one.audience});
  for (const scene::Drawing& drawing : scene::drawings())
    list.push_back({Paper::Sort::drawing,
                    std::string(drawing.id),
                    speech.word(drawing.title),
                    speech.word(drawing.help),
                    {"pdf", "svg", "png"}});
  for (const plugin::Format& format : plugin::formats(host))
    if (!format.isDrawing)
      list.push_back(
          {Paper::Sort::other, format.id, speech.word(format.title), speech.word(format.help), {format.extension}});
  return list;
}

MadePaper PaperMaker::make(const Plan& plan, const Paper& paper, const PaperWish& wish) {
  if (paper.sort == Paper::Sort::document) {
    documents::DocumentRequest request;
    request.templateId = paper.id;
    request.format = documents::formatNamed(wish.format).value_or(documents::DocumentFormat::html);
    request.completeness = wish.completeness;
    request.asOf = wish.asOf;
    request.audience = std::clamp(wish.audience, paper.least, paper.most);
    request.language = wish.language;
    const sharing::PaperPlan shown = sharing::planForPaper(plan, {*request.audience, request.asOf});
    request.audience = shown.audience;
    documents::DocumentResult result = documents::makeDocument(shown.plan, request, templates_, programs_);
    if (result.failure) throw *result.failure;
    const std::vector<Message> notes = shown.notes.of(result.said);
    result.notes.insert(result.notes.end(), notes.begin(), notes.end());
    return {std::move(result.bytes), std::string(documents::formatName(result.format)), std::move(result.notes)};
  }
  plugin::ExportRequest request;
  request.format = paper.sort == Paper::Sort::drawing ? paper.id + '.' + wish.format : paper.id;
  request.asOf = wish.asOf;
  request.audience = wish.audience;
  request.language = wish.language;
  if (paper.sort == Paper::Sort::drawing && wish.format == "pdf") request.sheet = render::SheetSize::a4;
  const sharing::PaperPlan shown = sharing::planForPaper(plan, {request.audience, request.asOf});
  request.audience = shown.audience;
  plugin::Exported exported = plugin::exportPlan(shown.plan, request, host_);
  return {std::move(exported.bytes), wish.format, shown.notes.of(exported.said)};
}

std::string whatIsSeen(const Plan& plan, Classification audience, const Speech& speech) {
  if (audience >= Classification::team) return {};
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
