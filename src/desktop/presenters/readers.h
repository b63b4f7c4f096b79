#pragma once

#include "desktop/presenters/speech.h"
#include "plan/levels.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// For whom copies and papers are made: a level below core, or an audience of the plan.
struct Reader {
  std::string name;
  Audience audience;
  ElementId element{};             ///< of the plan
  std::optional<Message> doubt{};  ///< why nothing may be made for them (`doubtAbout`)

  /// Throws where nobody can tell whom they must not see.
  const Audience& certain() const;
};

/// All that the plan knows, levels first.
std::vector<Reader> readers(const Plan& plan, const Speech& speech);
/// Those who are shown names and dates as they are, as in papers; the others need a copy of their own.
std::vector<Reader> readersOfPapers(const Plan& plan, const Speech& speech);

}  // namespace trackloom::desktop
