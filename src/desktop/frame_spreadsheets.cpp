#include "desktop/frame.h"
#include "desktop/presenters/partner_form.h"
#include "desktop/presenters/readers.h"
#include "desktop/work_page.h"
#include "installation/catalogues.h"
#include "tables/spreadsheet.h"
#include "xml/disk_files.h"

namespace trackloom::desktop {

// Spreadsheets that come into the plan, and forms that go out to partners and come back.

void Frame::bringInSpreadsheet() {
  const auto path = prompts().openFile(
      {speech_.word(tr("Bring in a spreadsheet")), {}, planFolder(), "xlsx", speech_.word(tr("Spreadsheets")), "csv"});
  if (path) readSpreadsheet(*path);
}

/// Reads it beside the window: a workbook is read in a process of its own, which may take a while.
void Frame::readSpreadsheet(const std::string& path) {
  if (!open_) {
    warn(speech_.word(tr("Open the plan first that is to take the rows of the spreadsheet.")));
    return;
  }
  say(speech_.say({tr("Being read: {file}"), {{"file", path}}}));
  reading_.start([this, path, program = installation_.executable](std::stop_token) -> std::function<void()> {
    DiskFiles files;
    plugin::PluginHost host(plugin::standardPlaces(program));
    auto read = std::make_shared<tables::ReadFile>(tables::readSpreadsheetFile(files, path, {}, host));
    return [this, path, read] { reviewSpreadsheet(path, read); };
  });
}

/// The answers that were kept beside a spreadsheet; nothing at all if the user thought better of it.
std::optional<tables::Mapping> Frame::keptAnswers(const std::string& spreadsheet) {
  const std::string file = tables::mappingFileOf(spreadsheet);
  if (!files_.state(file)) return tables::Mapping();
  try {
    return tables::readMapping(files_.read(file), file);
  } catch (const Error& error) {
    const std::size_t answer = prompts().choose(
        speech_.say({tr("The answers that were kept for this spreadsheet cannot be read ({file}): {reason}"),
                     {{"file", error.where()}, {"reason", speech_.say(error.message())}}}),
        {speech_.word(tr("Go on without them")), speech_.word(tr("Cancel"))});
    return answer == 0 ? std::optional(tables::Mapping()) : std::nullopt;
  }
}

void Frame::reviewSpreadsheet(const std::string& path, const std::shared_ptr<const tables::ReadFile>& file) {
  if (open_->isTryingOut() && !endTrying()) return;
  auto answers = keptAnswers(path);
  if (!answers) return;
  ImportWork work{open_->real().plan(),
                  open_->asOf(),
                  file,
                  std::make_shared<const std::vector<language::Language>>(installedLanguages(installation_)),
                  installedLanguage(installation_, speech_.language().tag()).value_or(language::Language()),
                  {}};
  work.request.mapping = *std::move(answers);
  SpreadsheetImport import(path, std::move(work), speech_);
  if (isSeparatedValues(path))
    import.readAs = [ this, path ](const tables::CsvForm& form) { return tables::readCsv(files_.read(path), form, path);
};
import.keepAnswers(!file_.isSealed());  // they name what the plan holds
if (!prompts().reviewImport(import)) {
  say(speech_.word(tr("Nothing was brought in.")));
  return;
}
perform(import.edit());
work_->showChanges();
if (import.keepsAnswers()) replaceSafely(files_, import.answersFile(), import.answersText());
}  // namespace trackloom::desktop

void Frame::partnerForm() {
  if (open_->isTryingOut() && !endTrying()) return;
  const Plan& plan = open_->real().plan();
  const auto takers = tables::formTakers(plan);
  if (takers.empty()) {
    prompts().tell(
        speech_.word(tr("A form for a partner")),
        speech_.word(tr("Nobody leads or carries out an activity in this plan yet. Enter organisations as lead "
                        "or implementing partner of activities first.")));
    return;
  }
  const auto taker = prompts().search(speech_.word(tr("Whose activities are to be brought up to date?")),
                                      takerLines(plan, takers, speech_));
  if (!taker) return;
  const ElementId organisation = takers[*taker].organisation;
  const std::vector<Reader> list = readersOfPapers(plan, speech_);
  std::vector<std::string> names;
  for (const Reader& reader : list) names.push_back(reader.name);
  const auto reader = prompts().search(
      speech_.say(
          {tr("Who reads the form at {organisation}? It holds what they may see."), {{"organisation", organisation}}},
          plan),
      names);
  if (!reader) return;
  const Audience& audience = list[*reader].certain();
  const tables::PartnerForm form = tables::partnerForm(plan, {organisation, audience, open_->asOf()},
                                                       languageFor(installation_, {}, plan, audience));
  if (const auto nothing = tables::nothingToFill(form, organisation)) {
    prompts().tell(speech_.word(tr("A form for a partner")),
                   speech_.say(nothing->why, plan) + "\n\n" + speech_.say(nothing->toDo, plan));
    return;
  }
  const std::size_t answer = prompts().choose(formReport(form, plan, organisation, speech_),
                                              {speech_.word(tr("Save the form …")), speech_.word(tr("Cancel"))});
  if (answer != 0) return;
  const auto path =
      prompts().saveFile({speech_.word(tr("Save the form")), formName(plan, organisation, speech_) + ".xlsx",
                          planFolder(), "xlsx", speech_.word(tr("Spreadsheets")), "csv"});
  if (!path) return;
  plugin::PluginHost host(plugin::standardPlaces(installation_.executable));
  replaceSafely(files_, *path, tables::formFile(form, *path, open_->asOf(), host));
  say(speech_.say({tr("Written: {file}"), {{"file", *path}}}));
}

}  // namespace trackloom::desktop
