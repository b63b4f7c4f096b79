#pragma once

#include "desktop/presenters/open_plan.h"
#include "documents/explanation.h"
#include "language/language.h"

#include <string>
#include <string_view>

namespace trackloom::desktop {

/// How the desktop says things: its own words in the user's language, names and values of the open plan as people read
/// them.
class Speech {
 public:
  Speech() = default;
  explicit Speech(language::Language language) : language_(std::move(language)) {}

  const language::Language& language() const { return language_; }
  std::string word(std::string_view english) const { return language_.translated(english); }
  /// A sentence; elements by their names in the plan, on one line.
  std::string say(const Message& message, const Plan& plan) const;
  /// What can be argued about a finding.
  std::vector<documents::ExplainedPart> explained(const OpenPlan& open, const checks::Finding& finding) const;
  /// What is recorded of an element of `open.kept()`, what names it and what follows.
  std::vector<documents::ExplainedPart> explained(const OpenPlan& open, const checks::Item& item) const;
  /// A sentence that names no element.
  std::string say(const Message& message) const { return say(message, Plan()); }
  /// Two things on a line, one beside the other.
  std::string beside(std::string_view first, std::string_view second) const;
  std::string date(Day day) const { return language_.date(day); }
  /// A moment by the clock of this machine, to the minute; in nanoseconds since 1970.
  std::string moment(std::int64_t nanoseconds) const;
  /// What an element is called; a link by what it ties together.
  std::string name(const OpenPlan& open, const ElementId& id) const;
  /// A value as people read it.
  std::string value(const OpenPlan& open, const Field& field, const Value& value) const;
  /// A word of a vocabulary by its label.
  std::string term(const OpenPlan& open, VocabularyId vocabulary, const Choice& choice) const;
  /// What an element stands at on the day the plan is looked at; of what is only suggested, that it is.
  std::string state(const OpenPlan& open, const ElementId& id) const;

 private:
  language::Language language_;
};

}  // namespace trackloom::desktop
