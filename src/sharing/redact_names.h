#pragma once

#include "sharing/redact.h"
#include "sharing/secret_names.h"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace trackloom::sharing {

/// A plan, and what of it some readers see.
struct Sight {
  const Plan& source;
  const Plan& seen;
};

/// The names of what readers do not see, of one plan or of several versions of it together.
class HiddenNames {
 public:
  /// Those in `keep` may stand, in any spelling.
  HiddenNames(std::span<const Sight> sights, std::span<const std::string> keep);

  /// Those of `keep` that stand in no name and no text of the plans.
  const std::vector<std::string>& keptInVain() const { return keptInVain_; }

  /// The plan with masks in what readers see of it, wherever such a name stands in texts and names. Each place goes
  /// into the report, also those that stay because the name is kept, and what of the names is left.
  Plan maskedIn(const Plan& plan, const Plan& seen, RedactionReport& report) const;

 private:
  std::string maskedText(const Element& element, const Translation& text, RedactionReport& report) const;
  void maskOddValues(Element& made, const Element& shown, RedactionReport& report) const;
  bool isKept(std::string_view text, const FoundName& place) const;

  SecretNames names_;
  NameSearch keep_;
  std::vector<std::string> keptInVain_;
  std::vector<std::string> tooShort_;
};

/// Tells of a name that was to be kept and is not there.
Message nothingToKeep(const std::string& name);

/// The names of actors and people that the source has and readers do not see, as they are written.
std::set<std::string> hiddenPeople(const Sight& sight);

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
