#include "desktop/presenters/speech.h"

#include "documents/material.h"
#include "documents/wording.h"
#include "plan/suggestions.h"
#include "scene/text_measure.h"
#include "sharing/local_time.h"

namespace trackloom::desktop {
namespace {

documents::Material materialOf(const OpenPlan& open, const language::Language& language) {
  return {open.study(), Classification::core, {}, language};
}

/// Nobody reads a name of a page; windows take long to lay one out.
std::string shortened(std::string text) {
  constexpr std::size_t longest = 300;  // bytes
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return text.substr(0, end) + "…";
}

/// What stands in the places of a sentence is on one line, and keeps its own direction: a path, a name in other
/// letters.
void holdTogether(Message& said, scene::Direction page) {
  for (auto& place : said.places)
    if (auto* text = std::get_if<std::string>(&place.value))
      *text = scene::isolated(scene::oneLine(*text), page);
    else if (auto* own = std::get_if<std::vector<Message>>(&place.value))
      for (Message& one : *own) holdTogether(one, page);
}

}  // namespace

std::string Speech::say(const Message& message, const Plan& plan) const {
  Message said = language_.localized(withNames(message, plan));
  holdTogether(said, language_.rightToLeft() ? scene::Direction::rightToLeft : scene::Direction::leftToRight);
  return plainText(said, nullptr, word(tr(", ")));
}

std::string Speech::moment(std::int64_t nanoseconds) const {
  const sharing::LocalTime local = sharing::localTime(nanoseconds);
  return say({tr("{day}, {time}"), {{"day", local.day}, {"time", language_.digits(local.clock)}}});
}

std::string Speech::beside(std::string_view first, std::string_view second) const {
  return std::string(first) + word(tr(" · ")) + std::string(second);  // no dot where it would read as a zero
}

std::vector<documents::ExplainedPart> Speech::explained(const OpenPlan& open, const checks::Finding& finding) const {
  return documents::explainFinding({open.kept(), Classification::core, {}, language_}, open.findings(), finding);
}

std::vector<documents::ExplainedPart> Speech::explained(const OpenPlan& open, const checks::Item& item) const {
  return documents::explainElement({open.kept(), Classification::core, {}, language_}, open.findings(), item);
}

std::string Speech::name(const OpenPlan& open, const ElementId& id) const {
  const checks::Item* item = open.study().find(id);
  if (!item && !open.plan().find(id)) return id.str();
  if (item && (item->element().has(key::title.number) || item->element().has(key::name.number)))
    return shortened(scene::oneLine(item->element().title()));
  return shortened(scene::oneLine(documents::nameOf(materialOf(open, language_), id)));
}

std::string Speech::value(const OpenPlan& open, const Field& field, const Value& value) const {
  return documents::spoken(materialOf(open, language_), field, value);
}

std::string Speech::term(const OpenPlan& open, VocabularyId vocabulary, const Choice& choice) const {
  return documents::labelOf(materialOf(open, language_), vocabulary, choice);
}

std::string Speech::state(const OpenPlan& open, const ElementId& id) const {
  const checks::Item* item = open.study().find(id);
  if (item && isSuggested(item->element())) return word(tr("suggested"));
  return item ? documents::stateLabel(materialOf(open, language_), *item) : std::string();
}

}  // namespace trackloom::desktop
