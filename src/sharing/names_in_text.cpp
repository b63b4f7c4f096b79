#include "sharing/names_in_text.h"

#include "sharing/forms_of_address.h"

#include <algorithm>
#include <set>

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

/// The forms a word of a text may stand for besides what is written onto it in figures, itself first.
std::vector<std::u32string> letterFormsOf(const std::u32string& word) {
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

/// "testperson2021" without its figures; empty where none stand before or behind it, or too little is left.
std::u32string withoutFigures(const std::u32string& word) {
  static constexpr std::u32string_view figures = U"0123456789";
  constexpr std::size_t shortest = 3;
  const std::size_t from = word.find_first_not_of(figures);
  if (from == word.npos) return {};
  const std::u32string left = word.substr(from, word.find_last_not_of(figures) + 1 - from);
  return left.size() < shortest || left.size() == word.size() ? std::u32string() : left;
}

/// The forms a word of a text may stand for, itself first.
std::vector<std::u32string> formsOf(const std::u32string& word) {
  std::vector<std::u32string> forms = letterFormsOf(word);
  if (const std::u32string left = withoutFigures(word); !left.empty())
    for (std::u32string& form : letterFormsOf(left)) forms.push_back(std::move(form));
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

/// A text with its percent escapes as what they mean, and where each byte of it stands.
struct Unescaped {
  std::string text;
  std::vector<std::size_t> places;  ///< bytes; one more than the text has
};

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Is there an escape behind the percent sign?
bool isEscape(std::string_view text, std::size_t sign) {
  return sign + 2 < text.size() && hexDigit(text[sign + 1]) >= 0 && hexDigit(text[sign + 2]) >= 0;
}

Unescaped unescaped(std::string_view text) {
  constexpr std::string_view percent = "25";
  Unescaped made;
  for (std::size_t at = 0; at < text.size();) {
    made.places.push_back(at);
    if (text[at] != '%' || !isEscape(text, at)) {
      made.text += text[at++];
      continue;
    }
    if (text.substr(at + 1, 2) == percent && isEscape(text, at + 2)) at += 2;  // escaped twice
    made.text += static_cast<char>(hexDigit(text[at + 1]) * 16 + hexDigit(text[at + 2]));
    at += 3;
  }
  made.places.push_back(text.size());
  return made;
}

std::vector<FoldedWord> wordsAsMeant(std::string_view text) {
  if (text.find('%') == text.npos) return language::foldedWords(text);
  const Unescaped meant = unescaped(text);
  std::vector<FoldedWord> words = language::foldedWords(meant.text);
  for (FoldedWord& word : words) {
    word.from = meant.places[word.from];
    word.to = meant.places[word.to];
  }
  return words;
}

/// Is a word broken behind what stands there of it: by a hyphen, which the end of a line may follow?
bool isBroken(std::string_view text, const FoldedWord& word, const FoldedWord& next) {
  static constexpr std::string_view softHyphen = "\u00AD";
  if (word.hyphenBehind) return true;
  const bool hyphenIn = text.substr(0, word.to).ends_with(softHyphen);
  std::string_view gap = text.substr(word.to, next.from - word.to);
  if (!hyphenIn) {
    const bool hyphen = gap.starts_with('-');
    const bool longHyphen = gap.starts_with("\u2010") || gap.starts_with("\u2011");
    if (!hyphen && !longHyphen) return false;
    gap.remove_prefix(hyphen ? 1 : 3);
  }
  return gap.find_first_not_of(" \t\r\n") == gap.npos;
}

/// Where other words begin within one that is written in one: at "Z" and "T" of "metZarqunTestperson", at "S" of
/// "LNASaleh".
std::vector<std::size_t> humpsIn(std::string_view word) {
  const auto isCapital = [&](std::size_t at) { return at < word.size() && word[at] >= 'A' && word[at] <= 'Z'; };
  const auto isSmall = [&](std::size_t at) { return at < word.size() && word[at] >= 'a' && word[at] <= 'z'; };
  std::vector<std::size_t> humps;
  for (std::size_t at = 1; at < word.size(); ++at)
    if (isCapital(at) && (!isCapital(at - 1) || isSmall(at + 1))) humps.push_back(at);
  return humps;
}

/// The words that one is made of, and none where it is a single one.
std::vector<FoldedWord> wordsWithin(const FoldedWord& word, std::string_view text) {
  std::vector<FoldedWord> words;
  const std::string_view whole = text.substr(word.from, word.to - word.from);
  std::vector<std::size_t> humps = humpsIn(whole);
  if (humps.empty()) return words;
  humps.push_back(whole.size());
  std::size_t from = 0;
  for (const std::size_t to : humps) {
    for (FoldedWord& part : language::foldedWords(whole.substr(from, to - from))) {
      part.from += word.from + from;
      part.to += word.from + from;
      words.push_back(std::move(part));
    }
    from = to;
  }
  return words;
}

bool has(const std::vector<std::u32string>& forms, const std::u32string& word) {
  return std::ranges::find(forms, word) != forms.end();
}

}  // namespace

std::u32string lettersLookedFor(const std::u32string& word) {
  const std::u32string form = lookedFor(word);
  return isArabic(form) ? form : letterFormsOf(form).back();
}

bool isArabic(std::u32string_view word) { return !word.empty() && word.front() >= 0x0600 && word.front() <= 0x06FF; }

std::vector<FoldedWord> nameWords(std::string_view text) {
  std::vector<FoldedWord> all = wordsAsMeant(text);
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

std::vector<std::u32string> joinedSpellings(std::string_view name) {
  constexpr std::size_t mostTurned = 4;  // words; nobody writes the last word of longer names in front
  std::vector<std::u32string> bare;
  for (const FoldedWord& word : nameWords(name)) bare.push_back(lettersLookedFor(word.letters));
  if (bare.size() < 2) return {};
  std::vector<std::u32string> written;
  for (FoldedWord& word : language::foldedWords(name)) written.push_back(std::move(word.letters));
  std::set<std::u32string> joined;
  for (const auto& words : {bare, written}) {
    std::u32string inOrder;
    for (const std::u32string& word : words) inOrder += word;
    const std::size_t last = words.back().size();
    if (inOrder.size() < (isArabic(inOrder) ? 5 : 6)) continue;
    if (words.size() <= mostTurned) joined.insert(words.back() + inOrder.substr(0, inOrder.size() - last));
    joined.insert(std::move(inOrder));
  }
  return {joined.begin(), joined.end()};
}

bool NameSearch::add(std::string_view name, std::size_t number, Stands stands) {
  std::vector<std::u32string> words;
  std::size_t letters = 0;
  for (const FoldedWord& word : nameWords(name)) {
    words.push_back(lettersLookedFor(word.letters));
    letters += words.back().size();
  }
  if (letters < 2) return false;
  addSpelling(std::move(words), number, stands);
  for (std::u32string& joined : joinedSpellings(name)) addSpelling({std::move(joined)}, number, stands);
  return true;
}

void NameSearch::addSpelling(std::vector<std::u32string> words, std::size_t number, Stands stands) {
  byFirstWord_.emplace(words.front(), names_.size());
  names_.push_back({std::move(words), number, stands});
}

const NameSearch::Name* NameSearch::longestAt(const Words& words, std::size_t at) const {
  const Name* best = nullptr;
  for (const std::u32string& form : lastFormsOf(words[at].letters)) {
    const auto [first, last] = byFirstWord_.equal_range(form);
    for (auto it = first; it != last; ++it) {
      const Name& name = names_[it->second];
      if (!says(words, at, name)) continue;
      const std::size_t length = best ? best->words.size() : 0;
      if (name.words.size() > length || (name.words.size() == length && &name < best)) best = &name;
    }
  }
  return best;
}

void NameSearch::findIn(const Words& words, std::string_view text, std::vector<FoundName>& found) const {
  for (std::size_t at = 0; at < words.size();) {
    if (const Name* name = longestAt(words, at)) {
      const std::size_t length = name->words.size();
      found.push_back({words[at].from, words[at + length - 1].to, name->number});
      at += length;
    } else if (const std::size_t parts = findBroken(words, at, text, found)) {
      at += parts;
    } else {
      if (const Words within = wordsWithin(words[at], text); within.size() > 1) findIn(within, text, found);
      ++at;
    }
  }
}

/// Looks for a name of one word whose parts stand from a place on. How many parts it has there; 0 if it is none.
std::size_t NameSearch::findBroken(const Words& words, std::size_t at, std::string_view text,
                                   std::vector<FoundName>& found) const {
  constexpr std::size_t mostParts = 4;
  if (at + 1 >= words.size() || !isBroken(text, words[at], words[at + 1])) return 0;
  Words whole(words.begin() + static_cast<std::ptrdiff_t>(at - std::min<std::size_t>(at, 1)),
              words.begin() + static_cast<std::ptrdiff_t>(at + 1));
  const std::size_t end = std::min(words.size(), at + mostParts);
  for (std::size_t last = at + 1; last < end && isBroken(text, words[last - 1], words[last]); ++last) {
    whole.back().letters += words[last].letters;
    const Name* name = longestAt(whole, whole.size() - 1);
    if (!name) continue;
    found.push_back({words[at].from, words[last].to, name->number});
    return last + 1 - at;
  }
  return 0;
}

std::vector<FoundName> NameSearch::find(std::string_view text) const {
  std::vector<FoundName> found;
  if (!names_.empty()) findIn(nameWords(text), text, found);
  return found;
}

}  // namespace trackloom::sharing
