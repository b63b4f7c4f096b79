#pragma once

#include "documents/material.h"

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
/// `all` are the findings of the same study. Values are said in the language of the material.
std::vector<ExplainedPart> explainFinding(const Material& material, std::span<const checks::Finding> all,
                                          const checks::Finding& finding);

/// What is recorded of an element; why an activity's dates are what they are, back to a record or a planned date; who
/// names it, links among them; and which findings are about it.
std::vector<ExplainedPart> explainElement(const Material& material, std::span<const checks::Finding> all,
                                          const checks::Item& item);

/// What a rule asks and how, its numbers, its source, what clears it and what it reads.
std::vector<ExplainedPart> explainRule(const checks::Rule& rule);

/// How a level is said: Contradiction, Look at, Question.
const char* levelWord(checks::Level level);

}  // namespace trackloom::documents
