#pragma once

#include "desktop/presenters/plan_file.h"
#include "desktop/presenters/questions.h"
#include "desktop/presenters/speech.h"
#include "documents/answer.h"
#include "installation/installation.h"
#include "plugin/plugin_list.h"

#include <stop_token>
#include <string>
#include <vector>

namespace trackloom::desktop {

/// A line of an answer as it is read, with lines below it.
struct AnswerLine {
  std::vector<std::string> cells;
  ElementId element{};   ///< what it is about; may be empty
  std::string plugin{};  ///< the id of a plugin from outside, which can be allowed
  std::vector<AnswerLine> below{};
  enum class Look : std::uint8_t { plain, heading } look = Look::plain;

  friend bool operator==(const AnswerLine&, const AnswerLine&) = default;
};

struct AnswerHeading {
  std::string title;
  documents::Side side = documents::Side::left;

  friend bool operator==(const AnswerHeading&, const AnswerHeading&) = default;
};

/// An answer as it is read.
struct ShownAnswer {
  std::string title;                      ///< the question, with what it is about
  std::string sentence;                   ///< the answer in a sentence or two
  std::vector<AnswerHeading> headings{};  ///< a column each; none: lines of text
  std::vector<AnswerLine> lines{};
  std::string restsOn{};  ///< what it rests on, and what it does not tell

  friend bool operator==(const ShownAnswer&, const ShownAnswer&) = default;
};

/// Whether an answer follows from the plan and the day alone, so that it can be worked out beside the user.
bool followsFromPlan(QuestionId id);

/// With what house rules are asked: the words that start the process for it, and when to give up.
struct Means {
  std::vector<std::string> child{};
  std::stop_token stop{};
};

/// Such an answer, in words that nobody has said yet. Works on any thread. What cannot be asked of this plan is said.
documents::Answer answered(const checks::Study& study, const Asked& asked, const Means& means);

/// The files of house rules that come with Trackloom.
std::vector<std::string> houseRuleFiles(const Installation& installation);
/// Throws an `Error` for a file that is not there or holds no rules.
house_rules::RuleFile readHouseRules(const std::string& path);

/// An answer in the user's language, with the names of the open plan.
ShownAnswer shownAnswer(const OpenPlan& open, const Speech& speech, const Asked& asked,
                        const documents::Answer& answer);

/// Answers that are at hand: what is known of an element, or of a rule.
ShownAnswer explainedElement(const OpenPlan& open, const Speech& speech, const Asked& asked);
ShownAnswer explainedRule(const OpenPlan& open, const Speech& speech, const Asked& asked);
ShownAnswer planContents(const OpenPlan& open, const Speech& speech);
/// What in the plan's file could not be taken as it stands.
ShownAnswer readingProblems(const OpenPlan& open, const Speech& speech, const PlanFile& file);
/// The plugins, with whether and how far they may do what they do.
ShownAnswer pluginsShown(const OpenPlan& open, const Speech& speech, const std::vector<plugin::PluginEntry>& plugins);

/// The answer as spreadsheets take it from the clipboard: title and sentence, then cells between tabs, rows on lines.
std::string tabSeparated(const ShownAnswer& answer, const Speech& speech);

}  // namespace trackloom::desktop
