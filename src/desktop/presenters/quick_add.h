#pragma once

#include "desktop/presenters/speech.h"

#include <string>

namespace trackloom::desktop {

/// A line as somebody types it, `consultation women Aden 12 May 3d`, as an activity: a date with or without a year, a
/// length in days (3d) or weeks (2w), the type its first word begins to name, a track that is named; all else is its
/// title. Without a date it stands without one. No changes for an empty line.
Edit quickAdd(const OpenPlan& open, const Speech& speech, const std::string& line, const ElementId& newId);

}  // namespace trackloom::desktop
