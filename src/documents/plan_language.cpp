#include "documents/plan_language.h"

#include "documents/tags.h"
#include "plan/edits.h"

#include <algorithm>

namespace trackloom::documents {
namespace {

constexpr std::string_view isolate = "\u2068";
constexpr std::string_view endOfIsolate = "\u2069";

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

const Text* translationOf(const Element& element, FieldNumber field, std::string_view language) {
  for (const Translation& translation : element.extras().translations)
    if (translation.field == field && primary(translation.language) == primary(language) && !translation.text.empty())
      return &translation.text;
  return nullptr;
}

/// Each line by itself, as documents part texts into lines and paragraphs.
std::string keptApart(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos)
      out.append(isolate).append(line).append(endOfIsolate);
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// Whether all of the element's texts are there in the language.
bool putInLanguage(Element& element, std::string_view language) {
  bool all = true;
  for (const Field& field : element.definition().fields) {
    if (!field.translatable) continue;
    const Value* value = element.find(field.number);
    const Text* text = value ? std::get_if<Text>(value) : nullptr;
    if (!text || text->empty()) continue;
    const Text* other = translationOf(element, field.number, language);
    all = all && other;
    const Text shown = other ? *other : keptApart(*text);
    element.set(field.number, Value(shown));
  }
  return all;
}

}  // namespace

std::string mainLanguage(const Plan& plan) {
  const Texts* languages = plan.root().get(key::languages);
  if (!languages || languages->empty()) return "en";
  return languages->front().substr(0, languages->front().find_first_of(" ,"));  // some plans list them with spaces
}

PlanInLanguage inLanguage(const Plan& plan, std::string_view language) {
  if (primary(mainLanguage(plan)) == primary(language)) return {plan, {}};
  Edit edit;
  std::vector<Message> untranslated;
  for (const Kind& kind : kinds()) {
    std::vector<ElementId> missing;
    const auto take = [&](const ElementPtr& element) {
      Element changed = *element;
      if (!putInLanguage(changed, language)) missing.push_back(element->id());
      if (!(changed == *element))
        edit.changes.push_back({element, std::make_shared<const Element>(std::move(changed))});
    };
    for (const ElementPtr& element : plan.all(kind.id)) take(element);
    if (!missing.empty())
      untranslated.push_back(
          {tr("Not in {language} yet ({kind}): {elements}"),
           {{"language", std::string(language)}, {"kind", ownWord(kind.label)}, {"elements", std::move(missing)}}});
  }
  return {apply(plan, edit), std::move(untranslated)};
}

std::string withOtherLanguageMarked(const std::string& html, const std::string& other) {
  std::string out;
  std::size_t at = 0;
  bool page = true;
  const auto addText = [&](std::string_view text) {
    for (std::size_t from = text.find(isolate); page && from != std::string_view::npos; from = text.find(isolate)) {
      const std::size_t end = text.find(endOfIsolate, from);
      if (end == std::string_view::npos) break;
      out.append(text.substr(0, from)).append("<span class=\"other-language\" dir=\"auto\" lang=\"" + other + "\">");
      out.append(text.substr(from + isolate.size(), end - from - isolate.size())).append("</span>");
      text.remove_prefix(end + endOfIsolate.size());
    }
    out.append(text);
  };
  while (const auto tag = nextTag(html, at)) {
    addText(std::string_view(html).substr(at, tag->begin - at));
    out.append(html, tag->begin, tag->end - tag->begin);
    if (tag->name == "svg" || tag->name == "head") page = tag->closing;  // drawings keep names apart themselves
    at = tag->end;
  }
  addText(std::string_view(html).substr(at));
  return out;
}

}  // namespace trackloom::documents
