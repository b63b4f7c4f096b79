#include "desktop/presenters/speech.h"

#include "documents/material.h"
#include "documents/wording.h"
#include "scene/text_measure.h"

namespace trackloom::desktop {
namespace {

documents::Material materialOf(const OpenPlan& open, const language::Language& language) {
  return {open.study(), Classification::core, {}, language};
}

}  // namespace

std::string Speech::say(const Message& message, const Plan& plan) const {
  return scene::oneLine(plainText(language_.localized(message), &plan));
}

std::string Speech::name(const OpenPlan& open, const ElementId& id) const {
  if (!open.plan().find(id)) return id.str();
  return scene::oneLine(documents::nameOf(materialOf(open, language_), id));
}

std::string Speech::value(const OpenPlan& open, const Field& field, const Value& value) const {
  return documents::spoken(materialOf(open, language_), field, value);
}

std::string Speech::term(const OpenPlan& open, VocabularyId vocabulary, const Choice& choice) const {
  return documents::labelOf(materialOf(open, language_), vocabulary, choice);
}

std::string Speech::state(const OpenPlan& open, const ElementId& id) const {
  const checks::Item* item = open.study().find(id);
  return item ? documents::stateLabel(materialOf(open, language_), *item) : std::string();
}

}  // namespace trackloom::desktop
