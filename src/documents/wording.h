#pragma once

#include "documents/material.h"
#include "plan/message.h"

#include <string>

namespace trackloom::documents {

/// A sentence or word of ours in the language of the document, dates and numbers as its country writes them.
std::string said(const Material& material, const Message& message);
std::string said(const Material& material, std::string_view word);

/// Dates as people write them: `4 November 2013`, `May 2013`, `second quarter of 2013`, `about 2013`.
std::string spoken(const Material& material, Day day);
std::string spoken(const Material& material, const Date& date);
/// `4–6 November 2013`, `28 October – 2 November 2013`, one date if both are the same.
std::string spoken(const Material& material, Day first, Day last);
/// `1 250 000 TND`, decimals only where there are some.
std::string spoken(const Material& material, const Money& money);

/// A field's value as people read it: words by their labels, references by the titles of what they name.
std::string spoken(const Material& material, const Field& field, const Value& value);
/// The label of a word of a vocabulary, be it the plan's own; its name if it has none.
std::string labelOf(const Material& material, VocabularyId vocabulary, const Choice& choice);
/// What an element stands at on the study's day, by the label of its status; empty if nobody can tell.
std::string stateLabel(const Material& material, const checks::Item& item);
/// What an element is called: its title or name; a link by its kind and its ends.
std::string nameOf(const Material& material, const ElementId& id);
std::string namesOf(const Material& material, std::span<const ElementId> ids);

/// A text in its paragraphs, parted where there is an empty line.
std::vector<std::string> paragraphs(std::string_view text);

}  // namespace trackloom::documents
