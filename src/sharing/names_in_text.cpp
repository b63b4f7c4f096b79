#include "sharing/names_in_text.h"

#include "language/folded_words.h"

#include <algorithm>
#include <optional>
#include <span>

namespace trackloom::sharing {
namespace {

using language::FoldedWord;

constexpr std::u32string_view article = U"ال";

bool isArabic(std::u32string_view word) { return !word.empty() && word.front() >= 0x0600 && word.front() <= 0x06FF; }

/// Words written in Latin letters that may be an Arabic article, alone or before one of the letters it takes on.
bool isLatinArticle(const FoldedWord& word) {
  static constexpr std::u32string_view always[] = {U"al", U"el", U"ul"};
  static constexpr std::u32string_view hyphened[] = {U"a", U"ad", U"adh", U"an", U"ar", U"as", U"ash", U"at", U"az"};
  return std::ranges::find(always, word.letters) != std::end(always) ||
         (word.hyphenBehind && std::ranges::find(hyphened, word.letters) != std::end(hyphened));
}

/// The words of a text, articles with the word they stand before.
std::vector<FoldedWord> wordsOf(std::string_view text) {
  std::vector<FoldedWord> all = language::foldedWords(text);
  std::vector<FoldedWord> words;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i + 1 < all.size() && isLatinArticle(all[i])) {
      all[i + 1].from = all[i].from;
      continue;
    }
    words.push_back(std::move(all[i]));
  }
  return words;
}

std::u32string withoutArticle(std::u32string_view word) {
  const bool hasOne = word.starts_with(article) && word.size() >= article.size() + 2;
  return std::u32string(hasOne ? word.substr(article.size()) : word);
}

/// The forms a word of a text may stand for, itself first.
std::vector<std::u32string> formsOf(const std::u32string& word) {
  std::vector<std::u32string> forms{word};
  const auto add = [&](std::u32string_view form) { forms.emplace_back(form); };
  if (!isArabic(word)) {
    if ((word.starts_with(U"al") || word.starts_with(U"el")) && word.size() >= 6) add(word.substr(2));
    return forms;
  }
  if (withoutArticle(word) != word) add(withoutArticle(word));
  static constexpr std::u32string_view particles = U"وفبكل";
  if (particles.find(word.front()) == std::u32string_view::npos || word.size() < 4) return forms;
  const std::u32string rest = word.substr(1);
  add(rest);
  if (withoutArticle(rest) != rest) add(withoutArticle(rest));
  if (word.starts_with(U"لل")) add(word.substr(2));  // for the …
  if (rest.starts_with(U"لل") && rest.size() >= 4) add(rest.substr(2));
  return forms;
}

/// Also without the ending of a plural or genitive.
std::vector<std::u32string> lastFormsOf(const std::u32string& word) {
  std::vector<std::u32string> forms = formsOf(word);
  const std::size_t count = forms.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::u32string form = forms[i];
    if (form.size() < 5) continue;
    if (form.ends_with(U"s")) forms.push_back(form.substr(0, form.size() - 1));
    for (const std::u32string_view ending : {U"ون", U"ين", U"ات"})
      if (form.ends_with(ending)) forms.push_back(form.substr(0, form.size() - 2));
  }
  return forms;
}

bool has(const std::vector<std::u32string>& forms, const std::u32string& word) {
  return std::ranges::find(forms, word) != forms.end();
}

/// Do the words from a place on say the name?
bool says(std::span<const FoldedWord> words, const std::vector<std::u32string>& name) {
  if (words.size() < name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool last = i + 1 == name.size();
    if (!has(last ? lastFormsOf(words[i].letters) : formsOf(words[i].letters), name[i])) return false;
  }
  return true;
}

}  // namespace

bool NameSearch::add(std::string_view name, std::size_t number) {
  std::vector<std::u32string> words;
  std::size_t letters = 0;
  for (const FoldedWord& word : wordsOf(name)) {
    std::u32string form = withoutArticle(word.letters);
    // “Alhouthi” is looked for as “al-Houthi” is.
    if (const auto forms = formsOf(form); !isArabic(form) && forms.size() > 1) form = forms.back();
    letters += form.size();
    words.push_back(std::move(form));
  }
  if (letters < 2) return false;
  byFirstWord_.emplace(words.front(), names_.size());
  names_.push_back({std::move(words), number});
  return true;
}

std::vector<FoundName> NameSearch::find(std::string_view text) const {
  std::vector<FoundName> found;
  if (names_.empty()) return found;
  const std::vector<FoldedWord> words = wordsOf(text);
  for (std::size_t at = 0; at < words.size();) {
    std::optional<std::size_t> best;
    for (const std::u32string& form : lastFormsOf(words[at].letters)) {
      const auto [first, last] = byFirstWord_.equal_range(form);
      for (auto it = first; it != last; ++it) {
        const Name& name = names_[it->second];
        if (!says(std::span(words).subspan(at), name.words)) continue;
        const std::size_t length = best ? names_[*best].words.size() : 0;
        if (name.words.size() > length || (name.words.size() == length && it->second < *best)) best = it->second;
      }
    }
    if (!best) {
      ++at;
      continue;
    }
    const std::size_t length = names_[*best].words.size();
    found.push_back({words[at].from, words[at + length - 1].to, names_[*best].number});
    at += length;
  }
  return found;
}

namespace {

/// "Secretary General of the Conference" is nobody's name: its last word says of what.
bool isOffice(std::span<const FoldedWord> words) {
  static constexpr std::u32string_view joining[] = {U"of", U"for", U"to", U"du", U"des"};
  const auto joins = [](const FoldedWord& word) {
    return word.letters.starts_with(U"لل") || std::ranges::find(joining, word.letters) != std::end(joining);
  };
  return std::ranges::any_of(words, joins);
}

}  // namespace

std::vector<std::string> waysToCall(std::string_view name) {
  std::vector<std::string> ways{std::string(name)};
  const std::size_t open = name.find('(');
  const std::size_t close = name.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return ways;
  ways.push_back(std::string(name.substr(0, open)).append(1, ' ').append(name.substr(close + 1)));
  const std::string_view inside = name.substr(open + 1, close - open - 1);
  const bool isAbbreviation = inside.size() > 1 && std::ranges::all_of(inside, [](char c) {
                                return (c >= 'A' && c <= 'Z') || c == '-' || c == '.';
                              });
  if (isAbbreviation) ways.emplace_back(inside);
  return ways;
}

std::string calledBy(std::string_view name) {
  const std::vector<FoldedWord> words = wordsOf(name);
  if (words.size() < 2 || isOffice(words)) return {};
  const FoldedWord& last = words.back();
  const std::size_t least = isArabic(last.letters) ? 3 : 4;
  const bool hasDigit = last.letters.find_first_of(U"0123456789") != std::u32string::npos;
  if (hasDigit || withoutArticle(last.letters).size() < least) return {};
  return std::string(name.substr(last.from, last.to - last.from));
}

}  // namespace trackloom::sharing
