#include "sharing/word_parts.h"

namespace trackloom::sharing {
namespace {

constexpr std::size_t shortest = 5;
constexpr std::size_t shortestInside = 6;
constexpr std::size_t longest = 64;

}  // namespace

void WordParts::add(std::u32string_view part, std::size_t number) {
  if (part.size() < shortest || part.size() > longest) return;
  std::size_t at = 0;
  for (const char32_t letter : part) {
    const auto [next, isNew] = letters_[at].next.try_emplace(letter, letters_.size());
    at = next->second;
    if (isNew) letters_.emplace_back();
  }
  if (!letters_[at].number) letters_[at].number = number;
}

std::optional<std::size_t> WordParts::in(std::u32string_view word) const {
  for (std::size_t from = 0; from + shortest <= word.size(); ++from)
    if (const auto number = beginningAt(word, from)) return number;
  return std::nullopt;
}

std::optional<std::size_t> WordParts::beginningAt(std::u32string_view word, std::size_t from) const {
  std::size_t at = 0;
  for (std::size_t to = from; to < word.size(); ++to) {
    const auto next = letters_[at].next.find(word[to]);
    if (next == letters_[at].next.end()) return std::nullopt;
    at = next->second;
    const std::size_t size = to + 1 - from;
    const bool isLong = size >= shortestInside || from == 0 || to + 1 == word.size();
    if (letters_[at].number && isLong && size < word.size()) return letters_[at].number;
  }
  return std::nullopt;
}

}  // namespace trackloom::sharing
