#pragma once

#include "desktop/presenters/speech.h"
#include "house_rules/rule_file.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trackloom::desktop {

/// What a mediator can ask of a plan.
enum class QuestionId : std::uint8_t {
  carriers,
  handOvers,
  waiting,
  ways,
  experts,
  without,
  late,
  dates,
  decides,
  rule,
  element,
  contents,
  reading,
  houseRules,
  plugins
};

/// What has to be known before a question can be asked.
enum class Needs : std::uint8_t { nothing, element, activity, activityAndDays, twoEnds, rule, rulesFile };

/// Of how many elements that is.
std::size_t elementsNeeded(Needs needs);

/// A question as menus and the pane of answers offer it.
struct Question {
  QuestionId id;
  const char* action;  ///< of the list of actions
  const char* title;   ///< the question itself, with & before the letter that chooses it
  const char* help;    ///< one sentence: what the answer is made of
  Needs needs = Needs::nothing;
};

/// All questions, in the order of `QuestionId`, in which they are offered.
std::span<const Question> questions();
const Question& question(QuestionId id);

/// A question with what it is about.
struct Asked {
  QuestionId question = QuestionId::carriers;
  std::vector<ElementId> about{};
  std::int64_t days = 0;
  std::string rule{};                                         ///< the id of a rule
  std::shared_ptr<const house_rules::RuleFile> houseRules{};  ///< as the user let them be asked
};

/// The question in the user's language, without the mark of its letter.
std::string plainTitle(const Speech& speech, const Question& question);

/// The most days that an activity can be supposed to be late.
inline constexpr std::int64_t longestSlip = 36525;
/// A number of days as somebody typed it; nothing for anything else.
std::optional<std::int64_t> daysIn(std::string_view text);

/// Whether somebody can ask a question about an element.
bool canBeAsked(const checks::Study& study, const Question& question, const ElementId& about);

/// Whether what is chosen answers what the question needs, as far as it is about elements.
std::vector<ElementId> fromSelection(const OpenPlan& open, const Question& question);

}  // namespace trackloom::desktop
