#pragma once

#include "desktop/presenters/links.h"
#include "desktop/workplace.h"

class wxWindow;

namespace trackloom::desktop {

/// A menu of the links that make sense between two elements, where the mouse is; what is chosen is made.
void offerLinks(Workplace& place, wxWindow& window, LinkEnds ends);

/// Asks by keyboard: first what the chosen element is to be linked with, then how.
void askForLink(Workplace& place, const ElementId& from);

}  // namespace trackloom::desktop
