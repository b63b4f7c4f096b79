#pragma once

#include "plan/message.h"
#include "plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace trackloom::documents {

/// The language a plan is mainly written in: the first of those it names; English if it names none.
std::string mainLanguage(const Plan& plan);

/// A plan with its texts in a language where it has them, and, for the author, what it has not, a line a kind.
struct PlanInLanguage {
  Plan plan;
  std::vector<Message> untranslated;
};

/// Texts that are not there in the language stay in the main one, kept apart from what stands around them by
/// isolating characters.
PlanInLanguage inLanguage(const Plan& plan, std::string_view language);

/// The page with what is kept apart so marked as text of another language.
std::string withOtherLanguageMarked(const std::string& html, const std::string& other);

}  // namespace trackloom::documents
