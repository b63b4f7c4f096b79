#pragma once

#include "desktop/presenters/speech.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// A line as somebody types it.
struct QuickLine {
  std::string text;
  ElementId newId;
  language::Language ofPlan{};  ///< types can be named in it as in the user's own language
};

/// A type of activity, and what it is called in the user's language.
struct NamedType {
  Choice type;
  std::string label;
};

/// The types of which a line may mean one or another, so that none is taken: `consultation` is the end of two names.
/// Empty where it names one, none, or so many that naming them helps nobody.
std::vector<NamedType> possibleTypes(const OpenPlan& open, const Speech& speech, const QuickLine& line);

/// Such a line, `consultation women Aden 12 May 3d`, as an activity: a date with or without a year, a length in days
/// (3d) or weeks (2w), a type by its label or its first word where that is one only, a track that is named; all else is
/// its title. Without a date it stands without one. No changes for an empty line.
Edit quickAdd(const OpenPlan& open, const Speech& speech, const QuickLine& line);

}  // namespace trackloom::desktop
