#include "plan/message.h"

#include "plan/plan.h"

#include <algorithm>
#include <optional>

namespace trackloom {
namespace {

struct ArgumentText {
  std::string_view between;

  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Day day) const { return isoText(day); }
  std::string operator()(const Date& date) const { return date.text(); }
  std::string operator()(const ElementId& id) const { return id.str(); }
  std::string operator()(const Message& message) const { return plainText(message, nullptr, between); }
  template <class Several>
  std::string operator()(const std::vector<Several>& several) const {
    std::string text;
    for (const Several& one : several) {
      if (&one != &several.front()) text += between;
      text += (*this)(one);
    }
    return text;
  }
};

const Message::Argument* find(const Message& message, std::string_view name) {
  const auto place = std::ranges::find_if(message.places, [&](const auto& one) { return name == one.name; });
  return place == message.places.end() ? nullptr : &place->value;
}

std::vector<std::string_view> split(std::string_view forms) {
  std::vector<std::string_view> all;
  for (std::size_t bar = forms.find('|'); bar != std::string_view::npos; bar = forms.find('|')) {
    all.push_back(forms.substr(0, bar));
    forms.remove_prefix(bar + 1);
  }
  all.push_back(forms);
  return all;
}

/// The pattern with each part between braces as `write` says it; where it says nothing, as it stands.
std::string filled(std::string_view pattern,
                   const std::function<std::optional<std::string>(std::string_view inside)>& write) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) return out.append(pattern.substr(at));
    const std::string_view whole = pattern.substr(open, close + 1 - open);
    out.append(pattern.substr(at, open - at));
    out.append(write(whole.substr(1, whole.size() - 2)).value_or(std::string(whole)));
    at = close + 1;
  }
  return out;
}

std::size_t englishForm(std::int64_t number, std::size_t count) { return number == 1 || number == -1 ? 0 : count - 1; }

}  // namespace

Message::Argument ownWord(std::string_view english) { return ownWords({english}); }

Message::Argument ownWords(const std::vector<std::string_view>& english) {
  std::vector<Message> words;
  for (const std::string_view word : english) words.push_back({std::string(word), {}});
  return words;
}

Message wordOf(VocabularyId id, std::string_view name) {
  const auto term = findTerm(id, name);
  return term ? Message{std::string(vocabulary(id).terms[*term].label), {}}
              : Message{"{word}", {{"word", std::string(name)}}};
}

std::string withForms(const Message& message, const std::function<std::size_t(std::int64_t, std::size_t)>& choose) {
  return filled(message.pattern, [&](std::string_view inside) -> std::optional<std::string> {
    const std::size_t bar = inside.find('|');
    if (bar == std::string_view::npos) return std::nullopt;
    const std::string_view name = inside.substr(0, bar);
    const Message::Argument* value = find(message, name);
    const auto* number = value ? std::get_if<std::int64_t>(value) : nullptr;
    if (!number) return std::nullopt;
    const std::vector<std::string_view> forms = split(inside.substr(bar + 1));
    std::string form(forms[std::min(choose(*number, forms.size()), forms.size() - 1)]);
    if (const std::size_t sign = form.find('#'); sign != std::string::npos)
      form.replace(sign, 1, "{" + std::string(name) + "}");
    return form;
  });
}

Message calledBy(const Plan& plan, const ElementId& id) {
  const Element* element = plan.find(id);
  if (!element) return {"{id}", {{"id", id.str()}}};
  const auto named = [](const Element& one) { return one.has(key::title.number) || one.has(key::name.number); };
  if (named(*element)) return {"{name}", {{"name", std::string(element->title())}}};
  std::vector<Message> ends;
  for (const auto& slot : element->slots())
    if (const Ref* end = std::get_if<Ref>(&slot.value); end && ends.size() < 2)
      if (const Element* other = plan.find(*end); other && named(*other))
        ends.push_back({"{name}", {{"name", std::string(other->title())}}});
  if (ends.empty()) return {"{id}", {{"id", id.str()}}};
  const Message::Argument kind = ownWord(element->definition().label);
  if (ends.size() == 1) return {tr("{kind}: {end}"), {{"kind", kind}, {"end", ends}}};
  return {tr("{kind}: {from} – {to}"),
          {{"kind", kind}, {"from", std::vector{ends.front()}}, {"to", std::vector{ends.back()}}}};
}

Message withNames(const Message& message, const Plan& plan) {
  Message named = message;
  for (auto& place : named.places) {
    std::vector<Message> own;
    if (const auto* id = std::get_if<ElementId>(&place.value))
      own.push_back(calledBy(plan, *id));
    else if (const auto* ids = std::get_if<std::vector<ElementId>>(&place.value))
      for (const ElementId& one : *ids) own.push_back(calledBy(plan, one));
    else if (const auto* messages = std::get_if<std::vector<Message>>(&place.value))
      for (const Message& one : *messages) own.push_back(withNames(one, plan));
    else
      continue;
    place.value = std::move(own);
  }
  return named;
}

std::string plainText(const Message& message, const Plan* plan, std::string_view between) {
  if (plan) return plainText(withNames(message, *plan), nullptr, between);
  return filled(withForms(message, englishForm), [&](std::string_view name) -> std::optional<std::string> {
    const Message::Argument* value = find(message, name);
    return value ? std::optional(std::visit(ArgumentText{between}, *value)) : std::nullopt;
  });
}

}  // namespace trackloom
