#include "tables/known_names.h"

#include "language/folding.h"
#include "language/sounding.h"

#include <algorithm>

namespace trackloom::tables {

std::string foldedTitle(std::string_view title) {
  std::string out;
  bool space = false;
  const std::string letters = language::folded(title);
  const auto isLetter = [&](std::size_t at) {
    return at < letters.size() &&
           (static_cast<unsigned char>(letters[at]) >= 0x80 || (letters[at] >= 'a' && letters[at] <= 'z'));
  };
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const char c = letters[at];
    if (c == '.' && at > 0 && isLetter(at - 1)) continue;  // U.G.T.T. is UGTT; 1.5 stays
    const bool white = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (white) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

KnownNames::KnownNames(const Plan& plan) {
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) add(*element);
}

void KnownNames::add(const Element& element) {
  for (const Key<Text> key : {key::title, key::name}) {
    add(element, element.text(key));
    for (const Translation& translation : element.extras().translations)
      if (translation.field == key.number) add(element, translation.text);
  }
  if (const Texts* aliases = element.get(key::aliases))
    for (const std::string& alias : *aliases) add(element, alias);
}

void KnownNames::add(const Element& element, std::string_view name) {
  const std::string title = foldedTitle(name);
  if (title.empty()) return;
  byTitle_.emplace(title, Known{element.kind(), element.id(), std::string(name)});
  const auto sounds = [&](std::string_view part) {
    if (const std::string sound = language::sounding(part); !sound.empty())
      bySound_.emplace(sound, Known{element.kind(), element.id(), std::string(name)});
  };
  sounds(name);
  // People are called by their last name alone, in other spellings too.
  const std::size_t last = title.rfind(' ');
  if (element.kind() == KindId::actor && last != title.npos) sounds(std::string_view(title).substr(last + 1));
}

std::vector<ElementId> KnownNames::called(const KindSet& kinds, std::string_view name) const {
  std::vector<ElementId> out;
  const auto [first, last] = byTitle_.equal_range(foldedTitle(name));
  for (auto at = first; at != last; ++at)
    if (kinds.has(at->second.kind) && std::ranges::find(out, at->second.element) == out.end())
      out.push_back(at->second.element);
  std::ranges::sort(out);
  return out;
}

std::vector<KnownNames::Alike> KnownNames::soundingLike(const KindSet& kinds, std::string_view name) const {
  std::vector<Alike> out;
  const std::string sound = language::sounding(name);
  if (sound.empty()) return out;
  const auto [first, last] = bySound_.equal_range(sound);
  for (auto at = first; at != last; ++at)
    if (kinds.has(at->second.kind) && std::ranges::find(out, at->second.element, &Alike::element) == out.end())
      out.push_back({at->second.element, at->second.name});
  std::ranges::sort(out, {}, &Alike::element);
  return out;
}

}  // namespace trackloom::tables
