#pragma once

#include "plan/suggestions.h"
#include "scene/scene.h"
#include "scene/words.h"

namespace trackloom::scene {

/// How the lines of what is only suggested look; its areas are as pale as the paper.
Style suggestedLine(double width);

/// Draws what is only suggested in the plan pale and dotted, and says so of each. Only drawings to work on hold any.
void markSuggested(Scene& scene, const Plan& plan, const Words& words);

/// What a legend says of that look.
const char* suggestedMeaning();
/// What such a shape says beside its own description.
const char* suggestedSentence();

}  // namespace trackloom::scene
