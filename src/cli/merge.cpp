#include "sharing/merge.h"

#include "cli/commands.h"
#include "cli/common_version.h"
#include "cli/kept_versions.h"
#include "cli/plain_text.h"
#include "documents/wording.h"
#include "sharing/conflict_json.h"
#include "sharing/question.h"
#include "xml/revisions.h"
#include "xml/write.h"

#include <algorithm>
#include <map>
#include <utility>

namespace trackloom::cli {
namespace {

using sharing::Answer;
using sharing::Conflict;
using sharing::Merge;
using sharing::Side;

struct Options {
  std::vector<std::string> files;
  std::string out;
  std::string format = "text";
  std::vector<std::string> take;
};

constexpr std::pair<Answer, std::string_view> answerWords[] = {
    {Answer::ours, "ours"}, {Answer::theirs, "theirs"}, {Answer::both, "both"}};

std::string wordOf(Answer answer) {
  return std::string(std::ranges::find(answerWords, answer, &std::pair<Answer, std::string_view>::first)->second);
}

std::optional<Answer> answerCalled(std::string_view word) {
  const auto* found = std::ranges::find(answerWords, word, &std::pair<Answer, std::string_view>::second);
  return found == std::end(answerWords) ? std::nullopt : std::optional(found->first);
}

/// What --take says: answers to single questions by their names, and one side for the others.
struct Taken {
  std::map<std::string, Answer> single;
  std::optional<Side> others;
};

Taken takenFrom(const std::vector<std::string>& words) {
  Taken taken;
  for (const std::string& word : words) {
    const std::size_t sign = word.rfind('=');
    const auto answer = answerCalled(sign == std::string::npos ? word : word.substr(sign + 1));
    bool fits = answer.has_value();
    if (fits && sign != std::string::npos) {
      const auto [known, fresh] = taken.single.emplace(word.substr(0, sign), *answer);
      fits = fresh || known->second == *answer;
    } else if (fits) {
      const Side side = *answer == Answer::ours ? Side::ours : Side::theirs;
      fits = *answer != Answer::both && taken.others.value_or(side) == side;
      taken.others = side;
    }
    if (!fits)
      throw Error(ErrorKind::usage,
                  {tr("--take is ours or theirs for all, or NAME=ours, NAME=theirs or NAME=both for one, each said "
                      "once; not “{word}”."),
                   {{"word", oneLine(word)}}},
                  {}, {tr("Leave it out to see what is to be decided."), {}});
  }
  return taken;
}

void verify(const Options& options) {
  if (options.files.size() != 2 && options.files.size() != 3)
    throw Error(ErrorKind::usage, {tr("merge takes two or three plans."), {}}, {},
                {tr("Write: merge OURS THEIRS, or merge BASE OURS THEIRS."), {}});
}

/// The words a question can be answered with: "ours, theirs".
std::string wordsFor(const Conflict& conflict) {
  std::string words;
  for (const Answer answer : conflict.answers) words += (words.empty() ? "" : ", ") + wordOf(answer);
  return words;
}

/// The answers to all questions, as far as there are any. Throws an `Error` for a name that no question has, and for an
/// answer that a question does not take.
sharing::Answers answersTo(const Merge& merge, const Taken& taken) {
  sharing::Answers answers =
      taken.others ? sharing::answersOf(merge, *taken.others) : sharing::Answers(merge.conflicts.size());
  for (const auto& [name, answer] : taken.single) {
    const auto found = std::ranges::find(merge.conflicts, name, [](const Conflict& each) { return nameOf(each); });
    if (found == merge.conflicts.end())
      throw Error(ErrorKind::usage, {tr("No question is called “{name}”."), {{"name", oneLine(name)}}}, {},
                  {tr("Leave --take out to see what is to be decided, each with its name."), {}});
    if (std::ranges::find(found->answers, answer) == found->answers.end())
      throw Error(ErrorKind::usage,
                  {tr("“{name}” cannot be answered with {word}."), {{"name", name}, {"word", wordOf(answer)}}}, {},
                  {tr("It takes: {words}."), {{"words", wordsFor(*found)}}});
    answers[static_cast<std::size_t>(found - merge.conflicts.begin())] = answer;
  }
  return answers;
}

/// Does a question wait for its answer? An answer for all leaves levels as they are, and they count as decided.
bool isOpen(const Taken& taken, const std::optional<Answer>& answer) { return !answer && !taken.others; }

/// The questions that are open, one below the other, and what can be done; on the standard error, as the plan may go to
/// the output.
void tell(const Shell& shell, const documents::Material& material, const Merge& merge, const Taken& taken,
          const sharing::Answers& answers) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < merge.conflicts.size(); ++i) {
    if (!isOpen(taken, answers[i])) continue;
    const Conflict& conflict = merge.conflicts[i];
    shell.note({tr("{name} ({answers}): {question}"),
                {{"name", nameOf(conflict)},
                 {"answers", wordsFor(conflict)},
                 {"question", std::vector<Message>{question(material, conflict)}}}},
               &material.plan());
    ++count;
  }
  shell.note({tr("{count} {count|thing is|things are} to be decided, and nothing was written. Change one of the plans, "
                 "or say --take NAME=ours or NAME=theirs for each, or --take ours or --take theirs for all."),
              {{"count", count}}});
}

/// Carries the answers out, and says what they decide.
Plan decided(const Shell& shell, const documents::Material& material, const Merge& merge,
             const sharing::Answers& answers) {
  std::int64_t kept = 0;
  for (std::size_t i = 0; i < merge.conflicts.size(); ++i) {
    if (!answers[i]) {
      ++kept;
      continue;
    }
    shell.note({tr("Decided for {side}: {decision}"),
                {{"side", wordOf(*answers[i])},
                 {"decision", std::vector<Message>{decision(material, merge.conflicts[i], *answers[i])}}}},
               &material.plan());
  }
  if (kept > 0)
    shell.note(
        {tr("Where levels differ the one that shows it to fewer readers was kept ({count})."), {{"count", kept}}});
  return resolveAll(merge, answers);
}

/// What our file was like, if the merged plan goes back into it.
std::optional<FileStamp> expected(const Shell& shell, const LoadedPlan& ours, const std::string& out) {
  const bool inPlace = ours.stamp && !out.empty() && out != "-" && shell.areSameFile(ours.file, out);
  return inPlace ? ours.stamp : std::nullopt;
}

/// The version that was named as the one both sides come from. Another plan in its place would have everything taken
/// out that is not in it.
Plan namedBase(const Shell& shell, const std::string& file, const LoadedPlan& ours, const LoadedPlan& theirs) {
  Plan base = shell.loadNoting(file).plan;
  for (const LoadedPlan* side : {&ours, &theirs})
    if (!sharing::comesFrom(side->plan, base))
      throw Error(ErrorKind::usage,
                  {tr("{side} holds next to nothing of {base}, so it does not come from it. Nothing was written."),
                   {{"side", side->file}, {"base", file}}},
                  {}, {tr("Name the version both come from, yours and the other one: merge BASE OURS THEIRS."), {}});
  if (diff(base, ours.plan).empty() && !diff(base, theirs.plan).empty())
    shell.note({tr("Nothing was changed in {ours} since {base}, so that everything is taken as it is in {theirs}."),
                {{"ours", ours.file}, {"base", file}, {"theirs", theirs.file}}});
  return base;
}

ExitCode run(Shell& shell, const Options& options) {
  verify(options);
  const Taken taken = takenFrom(options.take);
  const std::size_t first = options.files.size() - 2;
  const LoadedPlan ours = shell.loadNoting(options.files[first]);
  const LoadedPlan theirs = shell.loadNoting(options.files[first + 1]);
  const Plan base = first == 1 ? namedBase(shell, options.files[0], ours, theirs) : commonVersion(shell, ours, theirs);
  const Merge merge = sharing::mergePlans(base, ours.plan, theirs.plan);
  const sharing::Answers answers = answersTo(merge, taken);

  const checks::Study study(merge.plan, asOfDay(merge.plan).value_or(shell.today()), checks::Suggestions::shown);
  const documents::Material material{study, Classification::core};
  if (options.format == "json") shell.print(jsonText(conflictsJson(material, merge)));
  if (std::ranges::any_of(answers, [&](const auto& answer) { return isOpen(taken, answer); })) {
    if (options.format == "text") tell(shell, material, merge, taken, answers);
    return ExitCode::findings;
  }
  const Plan merged = decided(shell, material, merge, answers);
  if (options.format == "json" && options.out.empty()) return ExitCode::fine;
  const Plan whole = xml::withMergedRevisions(ours.plan, theirs.plan, merged);
  shell.savePlan(options.out, xml::write(whole), expected(shell, ours, options.out));
  if (!options.out.empty() && options.out != "-") keepVersions(shell, {ours.plan, theirs.plan, whole});
  return ExitCode::fine;
}

}  // namespace

Run declareMerge(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILES", options->files,
                     tr("The version both come from, yours and the other one; or the last two only."));
  arguments.option("-o,--output", options->out, "OUT",
                   tr("Where to write the merged plan, your own file if you like; else to the standard output."));
  arguments.oneOf("--format", options->format, {"text", "json"},
                  tr("What is to be decided for people, or for programs on the standard output."));
  arguments.option("--take", options->take, "[NAME=]SIDE",
                   tr("Decide everything for one side, ours or theirs; or one question by its name, NAME=ours, "
                      "NAME=theirs or NAME=both; may be given several times."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
