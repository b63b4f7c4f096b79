#pragma once

#include "documents/context.h"
#include "scene/drawing_options.h"

namespace trackloom::documents {

/// The drawings that a template asks for, each as `figure-<id>`: a figure with its caption, as markup.
void addFigures(Node& root, const Material& material, const std::string& page);

/// Lets a drawing speak a language; the language has to outlive the options.
void speak(scene::DrawingOptions& options, const language::Language& language);

}  // namespace trackloom::documents
