#include "checks/experts.h"
#include "cli/commands.h"
#include "cli/derived.h"
#include "cli/plain_text.h"
#include "documents/json.h"

namespace trackloom::cli {
namespace {

using checks::ExpertMatch;
using checks::ExpertNeed;
using documents::Json;
using documents::Table;

Json wordsJson(const std::vector<std::string>& words) {
  Json list = Json::array();
  for (const std::string& word : words) list.add(word);
  return list;
}

Json needsJson(const std::vector<ExpertNeed>& needs) {
  Json list = Json::array();
  for (const ExpertNeed& need : needs)
    list.add(Json().put("activity", need.activity->id().text()).put("lacking", wordsJson(need.lacking)));
  return list;
}

Json json(const ExpertMatch& match) {
  Json pairs = Json::array();
  for (const checks::Candidate& pair : match.pairs)
    pairs.add(Json()
                  .put("activity", pair.activity->id().text())
                  .put("expert", pair.expert->id().text())
                  .put("expertise", wordsJson(pair.expertise)));
  Json json;
  json.put("pairs", std::move(pairs)).put("unmatched", needsJson(match.unmatched)).put("later", needsJson(match.later));
  return json;
}

/// Words of the list of expertise as people read them; a team's own as it stands.
std::string wordsText(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    const auto term = findTerm(VocabularyId::expertise, word);
    text.append(text.empty() ? "" : ", ");
    text.append(term ? vocabulary(VocabularyId::expertise).terms[*term].label : word);
  }
  return oneLine(text);
}

std::string title(const checks::Item& item) { return oneLine(item.element().title()); }

std::string needsText(const std::vector<ExpertNeed>& needs, std::size_t width) {
  Table table{{{tr("Id")}, {tr("Activity")}, {tr("Lacking")}}, {}};
  for (const ExpertNeed& need : needs)
    table.rows.push_back({need.activity->id().str(), title(*need.activity), wordsText(need.lacking)});
  return alignedText(table, width);
}

std::string text(const ExpertMatch& match, const Terminal& terminal) {
  if (match.pairs.empty() && match.unmatched.empty())
    return std::string(tr("Nothing to show: no activity that is still to come lacks expertise it says it needs.")) +
           '\n';
  const auto heading = [&](const char* words) { return terminal.toned(Tone::heading, words) + '\n'; };
  std::string out;
  if (!match.pairs.empty()) {
    Table table{{{tr("Id")}, {tr("Activity")}, {tr("Expert")}, {tr("For")}}, {}};
    for (const checks::Candidate& pair : match.pairs)
      table.rows.push_back(
          {pair.activity->id().str(), title(*pair.activity), title(*pair.expert), wordsText(pair.expertise)});
    out += heading(tr("Who could be asked")) + alignedText(table, terminal.width) + '\n';
  }
  if (!match.unmatched.empty())
    out += heading(tr("Nobody free has what is lacking, or is needed more elsewhere")) +
           needsText(match.unmatched, terminal.width) + '\n';
  if (!match.later.empty())
    out += heading(tr("Too many to look at together; ask again when the others are settled")) +
           needsText(match.later, terminal.width) + '\n';
  return out + wrapped("",
                       tr("One expert for one activity, so that as much lacking expertise as possible is covered; of "
                          "two who fit alike the one with fewer assignments. Whether they want to is theirs to say."),
                       0, terminal.width);
}

ExitCode run(Shell& shell, const DerivedOptions& options) {
  const ShownPlan shown = options.load(shell);
  const checks::Study study(shown.roles.plan, shown.asOf);
  const ExpertMatch match = checks::expertMatch(study);
  if (options.format() == "json") {
    shell.print(jsonText(json(match)));
  } else {
    shell.print(options.heading(study, shell.terminal()) + text(match, shell.terminal()));
  }
  return ExitCode::fine;
}

}  // namespace

Run declareMatch(Arguments& arguments) {
  const auto options = std::make_shared<DerivedOptions>();
  options->declare(arguments, {"text", "json"});
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
