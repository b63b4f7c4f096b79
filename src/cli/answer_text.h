#pragma once

#include "documents/answer.h"
#include "plan/plan.h"

#include <string>

namespace trackloom::cli {

/// A cell as a terminal shows it, on one line.
std::string cellText(const documents::AnswerCell& cell, const Plan& plan);

/// The lines under each other with the ids of their elements first; where there are none, the sentence that says so.
std::string partText(const documents::AnswerPart& part, const Plan& plan, std::size_t width);

/// A sentence of an answer, as long as the terminal is wide.
std::string sentenceText(const Message& sentence, const Plan& plan, std::size_t width);

}  // namespace trackloom::cli
