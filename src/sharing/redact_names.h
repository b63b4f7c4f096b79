#pragma once

#include "sharing/redact.h"

#include <set>
#include <string>

namespace trackloom::sharing {

/// The plan with the names of what the source has beyond it masked wherever they stand in its texts and names; each
/// place goes into the report, also those that stay because the request keeps the name.
Plan masked(const Plan& source, const Plan& plan, const RedactionRequest& request, RedactionReport& report);

/// The names of actors and people that the source has and the plan has not, as they are written.
std::set<std::string> peopleOnlyIn(const Plan& source, const Plan& plan);

/// Does somebody's own wording stand in the field: a text or name, no word of a list and nothing of the form of a file?
bool isWritten(const Field& field);

/// The element with each text that somebody wrote, in all languages, as `change(field, language, text)` gives it.
template <class Change>
Element withTexts(const Element& element, Change change) {
  Element made = element;
  for (const Element::Slot& slot : element.slots()) {
    const Field& field = element.definition().fields[slot.position];
    if (!isWritten(field)) continue;
    if (const Text* whole = std::get_if<Text>(&slot.value)) {
      made.set(slot.number, change(field, std::string(), *whole));
    } else if (const Texts* texts = std::get_if<Texts>(&slot.value)) {
      Texts changed;
      for (const std::string& text : *texts) changed.push_back(change(field, std::string(), text));
      made.set(slot.number, std::move(changed));
    }
  }
  Extras extras = element.extras();
  for (Translation& translation : extras.translations)
    if (const Field* field = element.definition().find(translation.field))
      translation.text = change(*field, translation.language, translation.text);
  made.setExtras(std::move(extras));
  return made;
}

}  // namespace trackloom::sharing
