#pragma once

#include "installation/installation.h"
#include "language/language.h"
#include "plan/levels.h"

#include <optional>
#include <string>
#include <vector>

namespace trackloom {

/// A language by its tag: `ar-TN`. Nothing if no words of it are installed; English needs none.
std::optional<language::Language> installedLanguage(const Installation& installation, const std::string& tag);

/// English and every other language that words are installed of.
std::vector<language::Language> installedLanguages(const Installation& installation);

/// The language that is asked for, as the plan's country writes it; without one the plan's main language. A country
/// that the audience may not see does not count: months and digits would tell it. Throws `Error` (usage) if it is asked
/// for and there are no words in it.
language::Language languageFor(const Installation& installation, const std::string& asked, const Plan& plan,
                               const Audience& audience);

}  // namespace trackloom
