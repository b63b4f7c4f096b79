#pragma once

#include "plan/edits.h"

namespace trackloom {

// What a template suggests and nobody has kept yet. It is in the plan and in its file, and shown where the plan is
// worked on; it is neither checked nor handed out.

/// Whether an element is only suggested.
bool isSuggested(const Element& element);
/// What is only suggested, by kind and id.
std::vector<ElementId> suggestions(const Plan& plan);

/// The plan as it was kept: without what is only suggested, the links that need it and every mention of it. Shares
/// everything else; a plan without suggestions is the same plan.
Plan keptPlan(const Plan& plan);

/// Whether all of the plan but its tracks is only suggested, so that nothing can be told of it yet.
bool nothingIsKept(const Plan& plan);
/// How many entries are only suggested and what follows from that; an empty message where none is.
Message aboutSuggestions(const Plan& plan);

/// Keeps suggestions, with all that they name: what is kept is kept as it stands. Nothing for what is no suggestion.
Edit keepSuggestions(const Plan& plan, std::span<const ElementId> ids);
Edit keepAllSuggestions(const Plan& plan);
/// Removes what is still only suggested.
Edit dropSuggestions(const Plan& plan);

/// An edit as somebody makes it by hand: what it changes or links to is kept. Left as they are: suggestions that only
/// no longer mention what goes, and those that the edit itself brings in.
Edit keepingWhatItTouches(const Plan& plan, Edit edit);

}  // namespace trackloom
