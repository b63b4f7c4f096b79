#include "sharing/secret_names.h"

#include "language/sounding.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace trackloom::sharing {
namespace {

bool isWhole(const std::vector<FoundName>& places, std::string_view text) {
  return places.size() == 1 && places[0].from == 0 && places[0].to == text.size();
}

/// The last of some places, from left to right, that begins before the end of another one; null if none does.
const FoundName* lastBeforeEnd(const std::vector<FoundName>& places, const FoundName& place) {
  const auto behind = std::ranges::lower_bound(places, place.to, {}, &FoundName::from);
  return behind == places.begin() ? nullptr : &*std::prev(behind);
}

bool overlapsAny(const std::vector<FoundName>& places, const FoundName& place) {
  const FoundName* other = lastBeforeEnd(places, place);
  return other && place.from < other->to;
}

/// Does the place lie in the longer name of somebody else?
bool isPartOfAny(const std::vector<FoundName>& places, const FoundName& place) {
  const FoundName* other = lastBeforeEnd(places, place);
  return other && other->from <= place.from && place.to <= other->to && other->to - other->from > place.to - place.from;
}

}  // namespace

void SecretNames::addOpen(std::string_view name) {
  for (const std::string& way : waysToCall(name)) open_.add(way, 0);
}

bool SecretNames::add(const std::string& name, Bearer bearer, std::size_t number) {
  bool isLookedFor = true;
  bool isName = true;
  for (NameForm& form : formsOf(name, bearer, common_)) {
    const std::size_t at = forms_.size();
    const bool isSeen = isWhole(open_.find(form.text), form.text);
    if (form.masked && !isSeen && !masked_.add(form.text, at, *form.masked) && isName) isLookedFor = false;
    isName = false;
    addTold(form, bearer, at);
    addParts(form, name, bearer, at);
    forms_.push_back({name, std::move(form.text), number});
  }
  return isLookedFor;
}

void SecretNames::addWhole(const std::string& name, Bearer bearer, std::size_t number) {
  if (masked_.add(name, forms_.size())) forms_.push_back({name, name, number});
  add(name, bearer, number);
}

void SecretNames::addAmbiguous(const std::string& name, Bearer bearer) {
  for (NameForm& form : formsOf(name, bearer, common_)) {
    addTold(form, bearer, forms_.size());
    addParts(form, name, bearer, forms_.size());
    forms_.push_back({name, std::move(form.text), 0});
  }
}

void SecretNames::addTold(const NameForm& form, Bearer bearer, std::size_t number) {
  if (!form.told) return;
  told_.add(form.text, number, *form.told);
  const auto words = nameWords(form.text);
  if (bearer == Bearer::other || words.size() != 1 || common_.isOpen(words.front().letters)) return;
  if (std::string sound = language::sounding(form.text); !sound.empty()) sounds_.emplace(std::move(sound), number);
}

void SecretNames::addParts(const NameForm& form, const std::string& name, Bearer bearer, std::size_t number) {
  const bool mayBePerson = bearer == Bearer::unknown && !isCalledAsOrganisationsAre(name);
  if (bearer != Bearer::person && !mayBePerson) return;
  for (const std::u32string& joined : joinedSpellings(form.text)) parts_.add(joined, number);
  const auto words = nameWords(form.text);
  const bool isTold = words.size() == 1 && form.told == Stands::anywhere;
  if (isTold && !tellsNobody(words.front().letters)) parts_.add(lettersLookedFor(words.front().letters), number);
}

/// Is it a word like others in texts, or one that readers see in names?
bool SecretNames::tellsNobody(const std::u32string& word) const {
  return common_.isOpen(word) || common_.isTopic(word) || common_.isOrdinary(word) || common_.isFrequent(word);
}

std::vector<FoundName> SecretNames::standing(std::string_view text, const std::vector<FoundName>& found) const {
  if (forms_.empty()) return {};
  const std::vector<FoundName> open = open_.find(text);
  std::vector<FoundName> places = told_.find(text);
  std::vector<FoundName> alike;
  for (const language::FoldedWord& word : nameWords(text))
    if (const auto number = soundingLike(word, text))
      alike.push_back({word.from, word.to, *number});
    else if (const auto part = inside(word))
      alike.push_back({word.from, word.to, *part});
  std::erase_if(alike, [&](const FoundName& place) { return overlapsAny(places, place); });
  places.insert(places.end(), alike.begin(), alike.end());
  std::erase_if(places, [&](const FoundName& place) { return overlapsAny(found, place) || isPartOfAny(open, place); });
  std::ranges::sort(places, {}, &FoundName::from);
  return places;
}

std::optional<std::size_t> SecretNames::soundingLike(const language::FoldedWord& word, std::string_view text) const {
  constexpr std::size_t shortest = 4;
  if (word.small || word.letters.size() < shortest || sounds_.empty() || common_.isOpen(word.letters) ||
      common_.isTopic(word.letters) || common_.isOrdinary(word.letters))
    return std::nullopt;
  const std::string sound = language::sounding(text.substr(word.from, word.to - word.from));
  const auto alike = sounds_.find(sound);
  if (sound.empty() || alike == sounds_.end()) return std::nullopt;
  // Three consonants are a root in Arabic, of a dozen words that have nothing to do with each other.
  const auto said = nameWords(forms_[alike->second].text);
  const bool isLatin = !isArabic(word.letters) && !isArabic(said.front().letters);
  if (!isLatin && sound.size() < shortest) return std::nullopt;
  return alike->second;
}

/// Whose name a longer word has in it, if readers see the word in no name and the plan does not often say it.
std::optional<std::size_t> SecretNames::inside(const language::FoldedWord& word) const {
  if (common_.isOpen(word.letters) || common_.isTopic(word.letters) || common_.isFrequent(word.letters))
    return std::nullopt;
  return parts_.in(word.letters);
}

}  // namespace trackloom::sharing
