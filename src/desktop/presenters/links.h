#pragma once

#include "desktop/presenters/speech.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// A link that makes sense from one element to another, and the edit that makes it.
struct LinkOffer {
  std::string group;  ///< offers of one kind with the same heading; empty for one that stands alone
  std::string text;
  Edit edit;
};

/// The two elements somebody drew a line between.
struct LinkEnds {
  ElementId from;
  ElementId to;
};

/// The links that may be made, the likeliest first: what waits for what, hand-overs by their mechanism, taking part,
/// relations, and every field of either that takes the other. `newId` becomes the id of a new link.
std::vector<LinkOffer> linkOffers(const OpenPlan& open, const Speech& speech, LinkEnds ends, const ElementId& newId);

}  // namespace trackloom::desktop
