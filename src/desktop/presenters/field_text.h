#pragma once

#include "desktop/presenters/speech.h"

#include <optional>
#include <string>
#include <vector>

namespace trackloom::desktop {

/// A value to choose from: how it is said, and how files write it.
struct Candidate {
  std::string text;
  std::string written;
};

/// The words or elements a field takes, as people read them, sorted as they stand in the vocabulary or by name.
std::vector<Candidate> candidates(const OpenPlan& open, const Speech& speech, const Field& field);

/// A value as it is typed: dates as the user's language writes them, elements by name, words by label. What files
/// write for lists of candidates is what `typedValue` reads back.
std::string editText(const OpenPlan& open, const Speech& speech, const Field& field, const Value& value);

/// What somebody typed as a value of the field: names and labels in their language or as files write them, dates as
/// people write them. Text that does not fit is `Unread`, so that nothing typed is lost. Nothing for empty text.
std::optional<Value> typedValue(const OpenPlan& open, const Speech& speech, const Field& field,
                                const std::string& text);

/// The same for a field of this kind: levels of single fields by the labels that fields and levels have on screen.
std::optional<Value> typedValue(const OpenPlan& open, const Speech& speech, const Kind& kind, const Field& field,
                                const std::string& text);

/// A text for a field.
struct Typed {
  FieldNumber field;
  std::string text;
};

/// The edit that gives elements of the open plan this text in a field; one without changes if they have it.
Edit setTyped(const OpenPlan& open, const Speech& speech, std::span<const ElementId> ids, const Typed& typed);

}  // namespace trackloom::desktop
