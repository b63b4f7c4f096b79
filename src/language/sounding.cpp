#include "language/sounding.h"

#include "language/folded_words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace trackloom::language {
namespace {

struct Sound {
  std::u32string_view letters;
  std::string_view sound;
};

// The longer ones first. Vowels, and w and y, which Arabic writes for vowels too, have no sound here.
constexpr Sound sounds[] = {
    {U"sch", "S"}, {U"tch", "S"}, {U"kh", "x"}, {U"gh", "k"}, {U"sh", "S"}, {U"ch", "S"}, {U"th", "t"}, {U"dh", "d"},
    {U"dj", "j"},  {U"ph", "f"},  {U"ck", "k"}, {U"b", "b"},  {U"c", "k"},  {U"d", "d"},  {U"f", "f"},  {U"g", "k"},
    {U"h", "h"},   {U"j", "j"},   {U"k", "k"},  {U"l", "l"},  {U"m", "m"},  {U"n", "n"},  {U"p", "b"},  {U"q", "k"},
    {U"r", "r"},   {U"s", "s"},   {U"t", "t"},  {U"v", "f"},  {U"x", "ks"}, {U"z", "z"},  {U"ب", "b"},  {U"ت", "t"},
    {U"ث", "t"},   {U"ج", "j"},   {U"ح", "h"},  {U"خ", "x"},  {U"د", "d"},  {U"ذ", "d"},  {U"ر", "r"},  {U"ز", "z"},
    {U"س", "s"},   {U"ش", "S"},   {U"ص", "s"},  {U"ض", "d"},  {U"ط", "t"},  {U"ظ", "z"},  {U"غ", "k"},  {U"ف", "f"},
    {U"ق", "k"},   {U"ك", "k"},   {U"ل", "l"},  {U"م", "m"},  {U"ن", "n"},  {U"ه", "h"},
};

constexpr std::array<std::u32string_view, 12> articles = {U"al", U"el", U"the", U"le",  U"la", U"les",
                                                          U"de", U"du", U"des", U"los", U"of", U"del"};

std::string soundOf(std::u32string_view word) {
  constexpr std::size_t shortest = 5;
  if (word.size() >= shortest && word.starts_with(U"ال")) word.remove_prefix(2);
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    std::size_t taken = 1;
    for (const Sound& sound : sounds)
      if (word.substr(at).starts_with(sound.letters)) {
        taken = sound.letters.size();
        for (const char c : sound.sound)
          if (out.empty() || out.back() != c) out += c;
        break;
      }
    if (word[at] >= U'0' && word[at] <= U'9') out += static_cast<char>(word[at]);
    at += taken;
  }
  while (out.ends_with('h')) out.pop_back();  // taa marbuta is written -a and -ah
  return out;
}

}  // namespace

std::string sounding(std::string_view name) {
  constexpr std::size_t fewest = 3;
  std::vector<std::string> words;
  std::size_t consonants = 0;
  for (const FoldedWord& word : foldedWords(name)) {
    if (std::ranges::find(articles, word.letters) != articles.end()) continue;
    words.push_back(soundOf(word.letters));
    consonants += words.back().size();
  }
  if (consonants < fewest) return {};
  std::ranges::sort(words);
  std::string out;
  for (const std::string& word : words)
    if (!word.empty()) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace trackloom::language
