#include "sharing/standing_words.h"

#include <algorithm>

namespace trackloom::sharing {
namespace {

/// What still stands of one name.
struct Standing {
  std::string name;
  std::vector<Message> words;
  std::vector<Message> places;
};

void add(std::vector<Message>& list, Message message) {
  if (std::ranges::find(list, message) == list.end()) list.push_back(std::move(message));
}

Message lineOf(const Standing& standing) {
  constexpr std::size_t most = 3;
  if (standing.places.size() <= most)
    return {tr("{name}: {words} – {places}"),
            {{"name", standing.name}, {"words", standing.words}, {"places", standing.places}}};
  const std::vector<Message> first(standing.places.begin(), standing.places.begin() + most);
  return {tr("{name}: {words} – {places}, and {more} more {more|place|places}"),
          {{"name", standing.name},
           {"words", standing.words},
           {"places", first},
           {"more", static_cast<std::int64_t>(standing.places.size() - most)}}};
}

}  // namespace

std::vector<Message> standingWords(const Plan& plan, const std::vector<NamePlace>& standing) {
  std::vector<Standing> names;
  for (const NamePlace& place : standing) {
    const Element* element = plan.find(place.element);
    const Field* field = element ? element->definition().find(place.field) : nullptr;
    if (!field) continue;
    auto name = std::ranges::find(names, place.name, &Standing::name);
    if (name == names.end()) name = names.insert(names.end(), {place.name, {}, {}});
    add(name->words, {tr("“{word}”"), {{"word", place.found}}});
    add(name->places, {tr("{element}, {field}"), {{"element", place.element}, {"field", ownWord(field->label)}}});
  }
  std::vector<Message> lines;
  for (const Standing& name : names) lines.push_back(lineOf(name));
  return lines;
}

}  // namespace trackloom::sharing
