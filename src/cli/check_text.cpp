#include "cli/check_text.h"

#include "cli/plain_text.h"
#include "cli/problems.h"
#include "documents/findings_json.h"
#include "plan/suggestions.h"

#include <algorithm>
#include <map>

namespace trackloom::cli {
namespace {

using checks::Finding;
using checks::Level;
using checks::Verdict;

/// How a level is said: a heading, a letter before each finding, a tone that repeats it.
struct LevelWords {
  Level level;
  const char* heading;
  const char* letter;
  Tone tone;
};

constexpr LevelWords levels[] = {
    {Level::error, tr("Contradiction ({count})"), "C", Tone::contradiction},
    {Level::warning, tr("Look at ({count})"), "L", Tone::lookAt},
    {Level::info, tr("Question ({count})"), "Q", Tone::question},
};

class Report {
 public:
  Report(const CheckResult& result, const Terminal& terminal)
      : result_(result), plan_(result.loaded.plan), terminal_(terminal) {}

  std::string write() {
    title();
    problems();
    for (const LevelWords& words : levels) level(words);
    unknown();
    accepted();
    suggested();
    summary();
    return std::move(out_);
  }

 private:
  std::string said(const Message& message) const { return cli::said(result_.language, message, &plan_); }

  std::string word(const char* english) const { return result_.language.translated(english); }

  void line(std::string_view text) { out_ += wrapped("", text, 0, terminal_.width); }
  void item(std::string_view lead, std::string_view text, std::size_t indent) {
    out_ += wrapped(lead, text, indent, terminal_.width);
  }
  void heading(Tone tone, const char* pattern, std::size_t count) {
    const Message message{pattern, {{"count", static_cast<std::int64_t>(count)}}};
    out_ += '\n' + terminal_.toned(tone, said(message)) + '\n';
  }

  void title() {
    const Message message{tr("{plan}, as of {day}"),
                          {{"plan", std::string(plan_.root().title())}, {"day", result_.asOf}}};
    out_ += terminal_.toned(Tone::heading, said(message)) + '\n';
    roughDay();
  }

  /// A plan may name its day only roughly; then its last day is meant.
  void roughDay() {
    const Date* date = plan_.root().get(key::asOf);
    if (!date || date->precision() == Precision::day || date->last() != result_.asOf) return;
    line(said(
        {tr("As the day to look at it the plan says only {date}; the last day of it is taken."), {{"date", *date}}}));
  }

  void problems() {
    if (result_.loaded.problemCount() == 0) return;
    heading(Tone::heading, tr("Could not be read as it stands ({count})"), result_.loaded.problemCount());
    for (const std::string& problem : problemLines(result_.loaded)) item("  ", problem, 4);
  }

  template <class Wanted>
  std::vector<const Finding*> where(Wanted wanted) const {
    std::vector<const Finding*> found;
    for (const Finding& finding : result_.findings)
      if (wanted(finding)) found.push_back(&finding);
    return found;
  }

  static bool isOpenProblem(const Finding& finding) { return finding.verdict == Verdict::problem && !finding.accepted; }

  void level(const LevelWords& words) {
    const auto found = where([&](const Finding& f) { return f.level == words.level && isOpenProblem(f); });
    if (found.empty()) return;
    heading(words.tone, words.heading, found.size());
    for (const Finding* finding : found) {
      if (!finding->root.empty()) continue;  // stands below what it follows from
      item("  " + mark(*finding) + "  ", said(finding->message), 6);
      for (const Message& reason : finding->because) item("      ", said(reason), 8);
      if (!finding->clears.pattern.empty()) item("      ", said(finding->clears), 8);
      followers(*finding);
    }
  }

  std::string mark(const Finding& finding) const {
    for (const LevelWords& words : levels)
      if (words.level == finding.level)
        return terminal_.toned(words.tone, std::string(words.letter) + ' ' + finding.id);
    return finding.id;
  }

  /// What only follows from a finding, one line each; of many the first.
  void followers(const Finding& root) {
    constexpr std::size_t most = 5;
    const auto found = where([&](const Finding& f) { return f.root == root.id && isOpenProblem(f); });
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i)
      item("      " + said({tr("Follows from it:"), {}}) + ' ' + mark(*found[i]) + "  ", said(found[i]->message), 8);
    if (found.size() > most)
      item("      ",
           said({tr("{count} more follow from it; trackloom-cli explain names them."),
                 {{"count", static_cast<std::int64_t>(found.size() - most)}}}),
           8);
  }

  /// One line a rule: how often, and the first of them.
  void unknown() {
    const auto found = where([](const Finding& f) { return f.verdict == Verdict::cannotTell && !f.accepted; });
    if (found.empty()) return;
    heading(Tone::heading, tr("What we do not know yet ({count})"), found.size());
    std::map<std::string_view, std::vector<const Finding*>> byRule;
    for (const Finding* finding : found) byRule[finding->rule].push_back(finding);
    for (const auto& [rule, findings] : byRule) {
      const Message message{tr("{rule} ({count})"),
                            {{"rule", std::string(rule)}, {"count", static_cast<std::int64_t>(findings.size())}}};
      item("  " + said(message) + "  ", said(findings.front()->message), 6);
    }
  }

  void accepted() {
    const auto found = where([](const Finding& finding) { return finding.accepted.has_value(); });
    if (found.empty()) return;
    heading(Tone::quiet, tr("Accepted by the team ({count})"), found.size());
    for (const Finding* finding : found) {
      const checks::Acceptance& by = *finding->accepted;
      const Message message{tr("{finding} Accepted by {who} on {date}: {reason}"),
                            {{"finding", said(finding->message)},
                             {"who", by.who.empty() ? word(tr("somebody")) : by.who},
                             {"date", by.date.empty() ? word(tr("a day not recorded")) : by.date},
                             {"reason", by.reason.empty() ? word(tr("no reason recorded")) : by.reason}}};
      item("  " + finding->id + "  ", said(message), 6);
    }
  }

  void suggested() {
    const Message message = aboutSuggestions(plan_);
    if (message.pattern.empty()) return;
    out_ += '\n';
    line(said(message));
  }

  void summary() {
    if (nothingIsKept(plan_) && result_.findings.empty()) return;
    out_ += '\n';
    const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    if (result_.findings.empty()) {
      line(said({tr("Rules asked: {rules}; elements in the plan: {elements}. Nothing to report. That is no proof that "
                    "all is well."),
                 {{"rules", number(result_.rulesAsked)}, {"elements", number(keptPlan(plan_).size())}}}));
      return;
    }
    const documents::FindingCounts counts = documents::countFindings(result_.findings);
    line(said(
        {tr("Contradictions: {error}. To look at: {warning}. Questions: {info}. Not known yet: {unknown}. Accepted: "
            "{accepted}. Rules asked: {rules}."),
         {{"error", number(counts.error)},
          {"warning", number(counts.warning)},
          {"info", number(counts.info)},
          {"unknown", number(counts.cannotTell)},
          {"accepted", number(counts.accepted)},
          {"rules", number(result_.rulesAsked)}}}));
  }

  const CheckResult& result_;
  const Plan& plan_;
  const Terminal& terminal_;
  std::string out_;
};

}  // namespace

std::string checkText(const CheckResult& result, const Terminal& terminal) { return Report(result, terminal).write(); }

}  // namespace trackloom::cli
