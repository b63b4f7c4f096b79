#pragma once

#include "sharing/other_ids.h"
#include "sharing/redact_names.h"

#include <set>
#include <span>

namespace trackloom::sharing {

/// Ids of elements and short names of own words that may say what readers may not see.
struct TellingIds {
  std::set<ElementId> elements;
  std::set<ElementId> words;
};

/// Those in what readers see that may say what they do not see, of one plan or of several versions of it together: a
/// word, a short form or the id of an actor, the whole id of something else, a word that was masked in the element's
/// own texts. A word that the element's own texts or those of what it names say anyway tells nothing more.
TellingIds tellingIds(std::span<const Sight> sights);

/// Ids that tell nothing in place of these, counted (`masked-1`) and new to the plans.
OtherIds insteadOf(const TellingIds& telling, std::span<const Plan> plans);

}  // namespace trackloom::sharing
