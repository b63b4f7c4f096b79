#pragma once

#include "documents/context.h"

namespace trackloom::documents {

/// The drawings that a template asks for, each as `figure-<id>`: a figure with its caption, as markup.
void addFigures(Node& root, const Material& material, const std::string& page);

}  // namespace trackloom::documents
