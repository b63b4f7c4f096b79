#pragma once

#include "documents/context.h"

namespace trackloom::documents {

/// The drawings, each as `figure-<id>`: a figure with its caption, as markup. Nothing for drawings with nothing to
/// show.
void addFigures(Node& root, const Material& material);

}  // namespace trackloom::documents
