#pragma once

#include "desktop/presenters/field_text.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// What a field is edited with.
enum class Editor : std::uint8_t { line, prose, choice, several };

/// One field of the chosen elements.
struct InspectorField {
  FieldNumber number;
  std::string label;
  std::string help;
  std::string text;  ///< as it is typed; empty where several elements differ
  std::string hint;  ///< what is expected, for an empty field
  Editor editor = Editor::line;
  std::vector<Candidate> candidates;  ///< to choose from; of fields that name elements they are listed when asked for
  std::string problem;                ///< why what stands there is not clear
  bool differs = false;               ///< several elements, several values
};

/// Something that names the chosen element, or that it names.
struct InspectorLink {
  ElementId element;
  std::string text;
};

/// Everything the inspector shows of what is chosen.
struct Inspected {
  std::vector<ElementId> elements;
  std::string kind;
  std::string title;
  std::string note;        ///< how many are chosen, or the state on the day
  std::string suggestion;  ///< what follows from its being only suggested; empty if it is not
  std::vector<InspectorField> first;
  std::vector<InspectorField> more;
  std::vector<InspectorLink> links;
  std::vector<std::size_t> findings;  ///< by place in `OpenPlan::findings()`
};

/// What is chosen; with nothing chosen, the plan itself. Several elements show the fields they have in common.
Inspected inspected(const OpenPlan& open, const Speech& speech);

/// One field anew, after it was edited.
InspectorField inspectedField(const OpenPlan& open, const Speech& speech, std::span<const ElementId> ids,
                              const Field& field);

}  // namespace trackloom::desktop
