#include "sharing/names_in_text.h"

#include "sharing/forms_of_address.h"

#include <algorithm>
#include <optional>

namespace trackloom::sharing {
namespace {

using language::FoldedWord;

constexpr std::u32string_view article = U"ال";

/// Words written in Latin letters that may be an Arabic article, alone or before one of the letters it takes on.
bool isLatinArticle(const FoldedWord& word) {
  static constexpr std::u32string_view always[] = {U"al", U"el", U"ul"};
  static constexpr std::u32string_view hyphened[] = {U"a", U"ad", U"adh", U"an", U"ar", U"as", U"ash", U"at", U"az"};
  return std::ranges::find(always, word.letters) != std::end(always) ||
         (word.hyphenBehind && std::ranges::find(hyphened, word.letters) != std::end(hyphened));
}

std::u32string withoutArticle(std::u32string_view word) {
  const bool hasOne = word.starts_with(article) && word.size() >= article.size() + 2;
  return std::u32string(hasOne ? word.substr(article.size()) : word);
}

/// A word without what Arabic writes before it: “and”, “so”, then “in”, “as” or “for”; each step of it.
std::vector<std::u32string> withoutParticles(const std::u32string& word) {
  static constexpr std::u32string_view joining = U"وف";
  static constexpr std::u32string_view particles = U"وفبكل";
  constexpr std::size_t shortest = 4;
  std::vector<std::u32string> forms{word};
  bool mayFollow = true;
  while (mayFollow && forms.back().size() >= shortest && particles.find(forms.back().front()) != particles.npos) {
    mayFollow = joining.find(forms.back().front()) != joining.npos && forms.size() < 2;
    forms.push_back(forms.back().substr(1));
  }
  return forms;
}

/// The word of a name as it is looked for: without the article, and what is written before it.
std::u32string lookedFor(const std::u32string& word) {
  if (isArabic(word))
    for (const std::u32string& form : withoutParticles(word))
      if (withoutArticle(form) != form) return withoutArticle(form);
  return withoutArticle(word);
}

/// The forms a word of a text may stand for, itself first.
std::vector<std::u32string> formsOf(const std::u32string& word) {
  std::vector<std::u32string> forms{word};
  const auto add = [&](std::u32string_view form) { forms.emplace_back(form); };
  if (!isArabic(word)) {
    if ((word.starts_with(U"al") || word.starts_with(U"el")) && word.size() >= 6) add(word.substr(2));
    return forms;
  }
  for (const std::u32string& form : withoutParticles(word)) {
    if (form != word) add(form);
    if (withoutArticle(form) != form) add(withoutArticle(form));
    if (form.starts_with(U"لل") && form.size() >= 4) add(form.substr(2));  // for the …
  }
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

}  // namespace

bool isArabic(std::u32string_view word) { return !word.empty() && word.front() >= 0x0600 && word.front() <= 0x06FF; }

std::vector<FoldedWord> nameWords(std::string_view text) {
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

/// Do the words from a place on say the name?
bool NameSearch::says(std::span<const FoldedWord> words, std::size_t at, const Name& name) const {
  if (words.size() - at < name.words.size()) return false;
  if (name.stands == Stands::capital && words[at].small) return false;
  if (name.stands == Stands::addressed && (at == 0 || words[at].small || !isFormOfAddress(words[at - 1].letters)))
    return false;
  for (std::size_t i = 0; i < name.words.size(); ++i) {
    const bool last = i + 1 == name.words.size();
    const std::u32string& word = words[at + i].letters;
    if (!has(last ? lastFormsOf(word) : formsOf(word), name.words[i])) return false;
  }
  return true;
}

bool NameSearch::add(std::string_view name, std::size_t number, Stands stands) {
  std::vector<std::u32string> words;
  std::size_t letters = 0;
  for (const FoldedWord& word : nameWords(name)) {
    std::u32string form = lookedFor(word.letters);
    // “Alhouthi” is looked for as “al-Houthi” is.
    if (const auto forms = formsOf(form); !isArabic(form) && forms.size() > 1) form = forms.back();
    letters += form.size();
    words.push_back(std::move(form));
  }
  if (letters < 2) return false;
  byFirstWord_.emplace(words.front(), names_.size());
  names_.push_back({std::move(words), number, stands});
  return true;
}

std::vector<FoundName> NameSearch::find(std::string_view text) const {
  std::vector<FoundName> found;
  if (names_.empty()) return found;
  const std::vector<FoldedWord> words = nameWords(text);
  for (std::size_t at = 0; at < words.size();) {
    std::optional<std::size_t> best;
    for (const std::u32string& form : lastFormsOf(words[at].letters)) {
      const auto [first, last] = byFirstWord_.equal_range(form);
      for (auto it = first; it != last; ++it) {
        const Name& name = names_[it->second];
        if (!says(words, at, name)) continue;
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

}  // namespace trackloom::sharing
