#include "cli/answer_text.h"
#include "cli/commands.h"
#include "cli/derived.h"
#include "cli/plain_text.h"
#include "documents/answers.h"
#include "documents/json.h"

namespace trackloom::cli {
namespace {

using checks::ExpertMatch;
using checks::ExpertNeed;
using documents::Json;

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

std::string text(const Plan& plan, const documents::Answer& answer, const Terminal& terminal) {
  std::string out;
  for (const Message& sentence : answer.said) out += plainText(sentence) + '\n';
  for (const documents::AnswerPart& part : answer.parts)
    out += terminal.toned(Tone::heading, part.heading.pattern) + '\n' + partText(part, plan, terminal.width) + '\n';
  for (const Message& note : answer.notes) out += sentenceText(note, plan, terminal.width);
  return out;
}

ExitCode run(Shell& shell, const DerivedOptions& options) {
  const ShownPlan shown = options.load(shell);
  const checks::Study study(shown.roles.plan, shown.asOf);
  const ExpertMatch match = checks::expertMatch(study);
  if (options.format() == "json") {
    shell.print(jsonText(json(match)));
  } else {
    shell.print(heading(shown, study, shell.terminal()) +
                text(study.plan(), documents::expertsAnswer(match), shell.terminal()));
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
