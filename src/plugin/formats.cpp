#include "plugin/formats.h"

#include "documents/context.h"
#include "documents/figures.h"
#include "documents/plan_language.h"
#include "documents/view_page.h"
#include "plan/error.h"
#include "render/svg.h"
#include "scene/drawings.h"

#include <algorithm>
#include <iterator>

namespace trackloom::plugin {
namespace {

Error unknownFormat(std::string_view id, const std::vector<Format>& known) {
  std::string names;
  for (const Format& format : known) names += (names.empty() ? "" : ", ") + format.id;
  return Error(ErrorKind::usage, {tr("There is no format \"{format}\"."), {{"format", std::string(id)}}}, {},
               {tr("Formats: {known}"), {{"known", names}}});
}

constexpr const char* viewFormat = "html-view";

/// What a drawing can be written as.
struct Medium {
  std::string_view extension;
  std::string_view mediaType;
  std::string (*write)(std::span<const scene::Scene>, const ExportRequest&);
};

const scene::Palette& paletteOf(const ExportRequest& request) {
  return scene::palette(request.theme.value_or(scene::Theme::colour));
}

std::string asSvg(std::span<const scene::Scene> pages, const ExportRequest& request) {
  return render::svg(pages.front(), {paletteOf(request), "t"});
}

std::string asPdf(std::span<const scene::Scene> pages, const ExportRequest& request) {
  return render::pdf(pages, {paletteOf(request), request.sheet, request.asOf});
}

std::string asPng(std::span<const scene::Scene> pages, const ExportRequest& request) {
  return render::png(pages.front(), {paletteOf(request)});
}

constexpr Medium media[] = {
    {"svg", "image/svg+xml", asSvg}, {"pdf", "application/pdf", asPdf}, {"png", "image/png", asPng}};

std::string idOf(const scene::Drawing& drawing, const Medium& medium) {
  return std::string(drawing.id).append(".").append(medium.extension);
}

/// The drawing and what it is to be written as, if the format is one.
std::optional<std::pair<const scene::Drawing*, const Medium*>> drawingNamed(std::string_view format) {
  for (const scene::Drawing& drawing : scene::drawings())
    for (const Medium& medium : media)
      if (idOf(drawing, medium) == format) return std::pair(&drawing, &medium);
  return std::nullopt;
}

scene::View viewOf(const ExportRequest& request) {
  return request.audience.level < Classification::team ? scene::View::outward : scene::View::team;
}

scene::DrawingOptions optionsOf(const ExportRequest& request, const Plan& whole, const checks::Study& study) {
  scene::DrawingOptions options;
  options.view = viewOf(request);
  options.findings = documents::findingsFor(whole, study, request.audience.level);
  documents::speak(options, request.language);
  options.firstDay = request.from;
  options.lastDay = request.until;
  if (request.direction) options.direction = request.direction;
  if (request.width) options.width = *request.width;
  if (request.scope.isAll()) return options;
  options.part = narrowedTo(study.plan(), request.scope);
  options.scope = request.scope;
  return options;
}

/// The drawing: on as many sheets as it takes where it is written as pages, else whole.
std::vector<scene::Scene> drawn(const scene::Drawing& drawing, const Medium& medium, const Plan& whole,
                                const ExportRequest& request) {
  const checks::Study study(documents::shownTo(whole, request.audience, request.asOf), request.asOf);
  const scene::DrawingOptions options = optionsOf(request, whole, study);
  std::vector<scene::Scene> pages;
  if (!request.sheet) {
    pages.push_back(drawing.draw(study, options));
    return pages;
  }
  const auto [shortSide, longSide] = render::roomOn(*request.sheet);
  const scene::SheetRoom room{shortSide, longSide};
  if (medium.write == asPdf) return scene::onSheets(drawing, study, options, room);
  pages.push_back(scene::laidOut(drawing, study, options, room).scene);
  return pages;
}

/// For the author: what stands in another language than the rest.
std::vector<Message> untranslated(const Plan& visible, const ExportRequest& request) {
  return documents::inLanguage(narrowedTo(visible, request.scope), request.language.tag()).untranslated;
}

/// What is to be read on the pages of a drawing.
std::string textOf(std::span<const scene::Scene> pages) {
  std::string text;
  for (const scene::Scene& page : pages) {
    text.append(page.title).append(1, '\n').append(page.description).append(1, '\n');
    for (const scene::Shape& shape : page.shapes)
      if (const auto* label = std::get_if<scene::Label>(&shape.form)) text.append(label->text).append(1, '\n');
  }
  return text;
}

bool isText(std::string_view bytes) { return bytes.find('\0') == bytes.npos; }

/// Other formats than drawings show the whole plan, as it is.
void refuseLook(const ExportRequest& request) {
  const bool isDrawn =
      request.from || request.until || request.theme || request.sheet || request.width || request.direction;
  if (!isDrawn) return;
  throw Error(ErrorKind::usage,
              {tr("Only drawings have a period, a theme, a size and a direction; \"{format}\" is none."),
               {{"format", request.format}}},
              {}, {tr("Leave these out, or choose a drawing."), {}});
}

/// The findings of the page follow from the whole plan.
void refusePart(const ExportRequest& request) {
  if (request.scope.isAll()) return;
  throw Error(ErrorKind::usage, {tr("The page to send shows the whole plan, with filters of its own."), {}}, {},
              {tr("Leave out tracks and issues, or choose a drawing."), {}});
}

void verify(const Plan& plan, const ExportRequest& request) {
  if (request.from && request.until && *request.until < *request.from)
    throw Error(ErrorKind::usage,
                {tr("The period ends on {until}, before it begins on {from}."),
                 {{"until", *request.until}, {"from", *request.from}}},
                {}, {tr("Exchange the two days."), {}});
  const auto mustBe = [&](KindId kind, const std::vector<ElementId>& ids, const char* sentence) {
    for (const ElementId& id : ids)
      if (!plan.find(kind, id))
        throw Error(ErrorKind::usage, {sentence, {{"id", id.str()}}}, {},
                    {tr("Write the id of one that the plan has."), {}});
  };
  mustBe(KindId::track, request.scope.tracks, tr("The plan has no track with the id \"{id}\"."));
  mustBe(KindId::issue, request.scope.issues, tr("The plan has no issue with the id \"{id}\"."));
}

}  // namespace

std::vector<Format> formats(const PluginHost& host) {
  std::vector<Format> list;
  for (const scene::Drawing& drawing : scene::drawings())
    for (const Medium& medium : media)
      list.push_back({idOf(drawing, medium), drawing.title, drawing.help, std::string(medium.extension),
                      std::string(medium.mediaType), "trackloom", true});
  list.push_back({viewFormat, tr("Page to send"),
                  tr("One HTML file for people without Trackloom: drawings, tables, search and filters."), "html",
                  "text/html", "trackloom"});
  for (const PluginEntry& plugin : host.plugins())
    if (plugin.usable() && plugin.kind == PluginEntry::exporter)
      list.push_back({plugin.format, plugin.title, plugin.help, plugin.extension, plugin.mediaType, plugin.id});
  return list;
}

std::vector<Format> formatsNamed(std::string_view text, const PluginHost& host) {
  const std::string ending = "." + std::string(text);
  const std::vector<Format> all = formats(host);
  std::vector<Format> list;
  std::ranges::copy_if(all, std::back_inserter(list), [&](const Format& format) {
    return text.empty() || format.id == text || format.id.ends_with(ending);
  });
  if (list.empty())
    std::ranges::copy_if(all, std::back_inserter(list), [&](const Format& format) { return format.extension == text; });
  if (list.empty()) throw unknownFormat(text, all);
  return list;
}

scene::Scene drawingToShow(const Plan& plan, const ExportRequest& request) {
  verify(documents::shownTo(plan, request.audience, request.asOf), request);
  const auto named = drawingNamed(request.format);
  if (!named) throw unknownFormat(request.format, {});
  ExportRequest whole = request;
  whole.sheet.reset();
  return std::move(drawn(*named->first, *named->second, plan, whole).front());
}

Exported exportPlan(const Plan& plan, const ExportRequest& request, PluginHost& host) {
  const Plan visible = documents::shownTo(plan, request.audience, request.asOf);
  verify(visible, request);
  if (const auto named = drawingNamed(request.format)) {
    const auto& [drawing, medium] = *named;
    const std::vector<scene::Scene> pages = drawn(*drawing, *medium, plan, request);
    std::string bytes = medium->write(pages, request);
    std::string said = medium->write == asSvg ? bytes : textOf(pages);
    return {std::move(bytes), untranslated(visible, request), std::move(said)};
  }
  if (request.format == viewFormat) {
    refuseLook(request);
    refusePart(request);
    std::string page = documents::viewPage(plan, {request.asOf, request.audience, request.language});
    return {page, untranslated(visible, request), page};
  }
  for (const PluginEntry& plugin : host.plugins())
    if (plugin.format == request.format && plugin.kind == PluginEntry::exporter && !plugin.problem) {
      refuseLook(request);
      Exported exported = host.run(plugin, {narrowedTo(visible, request.scope), request.asOf, viewOf(request)});
      if (isText(exported.bytes)) exported.said = exported.bytes;
      return exported;
    }
  for (const PluginEntry& plugin : host.plugins())  // says what is wrong with it
    if ((plugin.format == request.format || plugin.id == request.format) && plugin.kind != PluginEntry::importer)
      return host.run(plugin, {visible, request.asOf, viewOf(request)});
  const std::vector<Format> ofFilesSoCalled = formatsNamed(request.format, host);
  if (ofFilesSoCalled.size() != 1) throw unknownFormat(request.format, formats(host));
  ExportRequest same = request;
  same.format = ofFilesSoCalled.front().id;
  return exportPlan(plan, same, host);
}

}  // namespace trackloom::plugin
