#include "scene/words.h"

#include "plan/suggestions.h"
#include "plan/writing.h"
#include "scene/text_measure.h"

namespace trackloom::scene {
namespace {

std::string languageOf(const Plan& plan, const DrawingOptions& options) {
  if (!options.language.empty()) return options.language;
  const Texts* languages = plan.root().get(key::languages);
  return languages && !languages->empty() ? languages->front() : std::string("en");
}

}  // namespace

Words::Words(const Plan& plan, const DrawingOptions& options)
    : plan_(plan), translate_(options.translate), localize_(options.localize), language_(languageOf(plan, options)) {
  const auto usual = writtenRightToLeft(language_) ? Direction::rightToLeft : Direction::leftToRight;
  direction_ = options.direction.value_or(usual);
}

std::string Words::isolated(std::string text) const { return scene::isolated(std::move(text), direction_); }

std::string Words::say(const Message& message) const {
  Message said = localize_ ? localize_(message) : message;
  if (translate_ && !localize_) said.pattern = translate_(said.pattern);
  for (auto& place : said.places) {
    if (const auto* id = std::get_if<ElementId>(&place.value)) {
      place.value = isolated(name(*id));
    } else if (const auto* ids = std::get_if<std::vector<ElementId>>(&place.value)) {
      place.value = isolated(names(*ids));
    } else if (const auto* own = std::get_if<std::vector<Message>>(&place.value)) {
      place.value = isolated(plainText({"{it}", {{"it", *own}}}, &plan_, between()));
    } else if (const auto* text = std::get_if<std::string>(&place.value)) {
      place.value = isolated(oneLine(*text));
    } else if (direction_ == Direction::rightToLeft && !std::holds_alternative<std::int64_t>(place.value)) {
      place.value = isolated(plainText({"{it}", {{"it", place.value}}}));
    }
  }
  return plainText(said, &plan_);
}

std::string Words::number(std::size_t number) const {
  return say({"{number}", {{"number", static_cast<std::int64_t>(number)}}});
}

std::string Words::name(const Element& element) const {
  std::string title = oneLine(element.title(language_));
  // In front, where it is not cut off.
  return isSuggested(element) ? say({tr("(suggested) {title}"), {{"title", std::move(title)}}}) : title;
}

std::string Words::name(const ElementId& id) const {
  const Element* element = plan_.find(id);
  return element ? name(*element) : id.str();
}

std::string Words::between() const { return translate_ ? translate_(tr(", ")) : tr(", "); }

std::string Words::names(std::span<const ElementId> ids) const {
  std::string list;
  for (const ElementId& id : ids) list += (list.empty() ? std::string() : between()) + name(id);
  return list;
}

std::string Words::text(const Element& element, Key<Text> key) const { return oneLine(element.text(key, language_)); }

std::string Words::word(const Choice* choice, VocabularyId id) const {
  if (!choice) return {};
  if (!choice->own.empty()) return choice->own.str();
  const auto terms = vocabulary(id).terms;
  if (choice->term >= terms.size()) return {};
  const std::string label(terms[choice->term].label);
  return translate_ ? translate_(label) : label;
}

namespace {

std::string periodText(const Words& words, const DrawingOptions& options) {
  if (options.firstDay && options.lastDay)
    return words.say({tr("{first} to {last}"), {{"first", *options.firstDay}, {"last", *options.lastDay}}});
  if (options.firstDay) return words.say({tr("from {first} on"), {{"first", *options.firstDay}}});
  return words.say({tr("until {last}"), {{"last", *options.lastDay}}});
}

}  // namespace

std::string captionOf(const Words& words, const DrawingOptions& options, std::string drawing, Periods periods) {
  std::vector<std::string> parts;
  if (!options.scope.tracks.empty()) parts.push_back(words.names(options.scope.tracks));
  if (!options.scope.issues.empty()) parts.push_back(words.names(options.scope.issues));
  if (periods == Periods::shown && (options.firstDay || options.lastDay)) parts.push_back(periodText(words, options));
  if (parts.empty()) return drawing;
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return words.say({tr("A part only – {part}. {drawing}"), {{"part", all}, {"drawing", drawing}}});
}

}  // namespace trackloom::scene
