#pragma once

#include "checks/study.h"
#include "language/language.h"

#include <span>
#include <vector>

namespace trackloom::documents {

/// Lines under a heading.
struct ExplainedPart {
  Message heading;
  std::vector<Message> lines;
  std::vector<ElementId> about;  ///< the element each line leads to; empty where there is none
};

/// Everything one can argue with: what a finding says, the numbers and records it rests on, by which definition and
/// guidance, from what it follows and what follows from it, what would clear it, and which safe edits there are.
/// `all` are the findings of the same study. Words within the sentences are in the language these will be said in; null
/// for the plain English of the command line.
std::vector<ExplainedPart> explainFinding(const checks::Study& study, std::span<const checks::Finding> all,
                                          const checks::Finding& finding, const language::Language* language = nullptr);

/// What is recorded of an element; why an activity's dates are what they are, back to a record or a planned date; who
/// names it, links among them; and which findings are about it.
std::vector<ExplainedPart> explainElement(const checks::Study& study, std::span<const checks::Finding> all,
                                          const checks::Item& item, const language::Language* language = nullptr);

/// What a rule asks and how, its numbers, its source, what clears it and what it reads.
std::vector<ExplainedPart> explainRule(const checks::Rule& rule, const language::Language* language = nullptr);

/// How a level is said: Contradiction, Look at, Question.
const char* levelWord(checks::Level level);

}  // namespace trackloom::documents
