#include "sharing/name_forms.h"

#include "sharing/forms_of_address.h"
#include "sharing/redact_names.h"

#include <algorithm>

namespace trackloom::sharing {
namespace {

using language::FoldedWord;
using Words = std::vector<FoldedWord>;

bool hasDigit(const FoldedWord& word) { return word.letters.find_first_of(U"0123456789") != std::u32string::npos; }

/// The letters of a word without the Arabic article.
std::u32string bare(const FoldedWord& word) {
  const bool hasArticle = word.letters.starts_with(U"ال") && word.letters.size() >= 4;
  return hasArticle ? word.letters.substr(2) : word.letters;
}

/// Shorter ones stand in too many texts.
std::size_t least(const FoldedWord& word) { return isArabic(word.letters) ? 3 : 4; }

/// "Secretary General of the Conference" is nobody's name: its last word says of what.
bool isOffice(const Words& words) {
  static constexpr std::u32string_view joins[] = {U"of", U"for", U"to", U"du", U"des"};
  return std::ranges::any_of(words, [](const FoldedWord& word) {
    return word.letters.starts_with(U"لل") || std::ranges::find(joins, word.letters) != std::end(joins);
  });
}

/// Words in which the program speaks of plans: "ministry", "front", "round"; and of days, which have a capital as names
/// do.
const std::set<std::u32string>& ownWordsOfProgram() {
  static const std::set<std::u32string> words = [] {
    std::set<std::u32string> all{U"january",  U"february", U"march",    U"april",     U"may",
                                 U"june",     U"july",     U"august",   U"september", U"october",
                                 U"november", U"december", U"monday",   U"tuesday",   U"wednesday",
                                 U"thursday", U"friday",   U"saturday", U"sunday"};
    const auto add = [&](std::string_view text, bool isLabel) {
      for (FoldedWord& word : nameWords(text))
        if (isLabel || word.small) all.insert(std::move(word.letters));
    };
    for (const Kind& kind : kinds()) {
      for (const std::string_view label : {kind.label, kind.pluralLabel}) add(label, true);
      add(kind.help, false);
      for (const Field& field : kind.fields) {
        add(field.label, true);
        add(field.help, false);
      }
    }
    for (const Vocabulary& list : vocabularies())
      for (const Term& term : list.terms) {
        add(term.label, true);
        add(term.help, false);
      }
    return all;
  }();
  return words;
}

bool isOwnWord(const std::u32string& word) { return ownWordsOfProgram().contains(word); }

/// A part of a name between commas and brackets.
struct Phrase {
  std::string_view text;
  bool behindComma = false;
};

std::vector<Phrase> phrasesOf(std::string_view name) {
  static constexpr std::string_view commas[] = {",", ";", "،", "؛"};
  static constexpr std::string_view brackets[] = {"(", ")", "[", "]", "/"};
  std::vector<Phrase> phrases;
  std::size_t from = 0;
  bool behindComma = false;
  const auto isAt = [&](auto& signs, std::size_t at) {
    const auto sign = std::ranges::find_if(signs, [&](auto each) { return name.substr(at).starts_with(each); });
    return sign == std::end(signs) ? std::size_t{0} : sign->size();
  };
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t comma = isAt(commas, at);
    const std::size_t bracket = comma ? 0 : isAt(brackets, at);
    if (comma || bracket) {
      phrases.push_back({name.substr(from, at - from), behindComma});
      behindComma = comma > 0;
      from = at + comma + bracket;
    }
    at += std::max<std::size_t>(1, comma + bracket);
  }
  phrases.push_back({name.substr(from), behindComma});
  return phrases;
}

std::string_view between(std::string_view text, const FoldedWord& first, const FoldedWord& last) {
  return text.substr(first.from, last.to - first.from);
}

bool isAbbreviation(std::string_view name) {
  return name.size() > 1 &&
         std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || c == '.'; });
}

/// "P.G.T."
std::string withPoints(std::string_view abbreviation) {
  std::string made;
  for (const char c : abbreviation)
    if (c >= 'A' && c <= 'Z') made.append(1, c).append(1, '.');
  return made;
}

/// Collects the forms of one name.
class Forms {
 public:
  Forms(std::string_view name, Bearer bearer, const CommonWords& common)
      : name_(name),
        common_(common),
        isUnknown_(bearer == Bearer::unknown),
        isOrganisation_(bearer == Bearer::organisation || (isUnknown_ && isCalledAsOrganisationsAre(name))) {
    for (std::string& way : waysToCall(name)) {
      const std::string points = isAbbreviation(way) ? withPoints(way) : std::string();
      add(std::move(way), Stands::anywhere, Stands::anywhere);
      if (!points.empty()) add(points, Stands::anywhere, std::nullopt);
    }
  }

  std::vector<NameForm> ofPerson() && {
    addPersonForms();
    return std::move(forms_);
  }

  std::vector<NameForm> ofOrganisation() && {
    addOrganisationForms();
    return std::move(forms_);
  }

  std::vector<NameForm> ofUnknown() && {
    addPersonForms();
    addOrganisationForms();
    return std::move(forms_);
  }

  std::vector<NameForm> ofOther() && {
    constexpr std::size_t telling = 3;
    const Words words = nameWords(name_);
    NameForm whole{std::string(name_), std::nullopt, Stands::capital};
    const bool tellsAlone = std::ranges::any_of(words, [&](const FoldedWord& word) { return tells(word); });
    if (words.size() >= telling || tellsAlone) whole.masked = Stands::anywhere;
    std::vector<NameForm> forms{std::move(whole)};
    for (const FoldedWord& word : words)
      if (words.size() > 1 && tells(word))
        forms.push_back({std::string(between(name_, word, word)), std::nullopt, Stands::capital});
    return forms;
  }

 private:
  void add(std::string text, std::optional<Stands> masked, std::optional<Stands> told) {
    forms_.push_back({std::move(text), masked, told});
  }

  void addPersonForms() {
    const bool allSmall = std::ranges::all_of(nameWords(name_), &FoldedWord::small);
    const std::vector<Phrase> phrases = phrasesOf(name_);
    if (!isOrganisation_) addLast(phrases);
    for (const Phrase& phrase : phrases) {
      Words words = nameWords(phrase.text);
      if (allSmall)
        for (FoldedWord& word : words) word.small = false;
      const bool isDescription =
          words.empty() || words.front().small || (phrase.behindComma && isArabic(words.front().letters));
      if (!isDescription && !isOffice(words)) addPerson(phrase.text, words);
    }
  }

  void addOrganisationForms() {
    const Words words = nameWords(name_);
    for (std::size_t from = 0; from < words.size(); ++from) {
      addOrganisationWord(words[from]);
      if (isJoining(words[from].letters)) continue;
      bool telling = false;
      for (std::size_t to = from; to < words.size(); ++to) {
        telling = telling || tells(words[to]);
        if (to > from && telling && !isJoining(words[to].letters))
          add(std::string(between(name_, words[from], words[to])), Stands::anywhere, std::nullopt);
      }
    }
  }

  /// The family name: the last word, or the one before a comma where it stands alone.
  void addLast(const std::vector<Phrase>& phrases) {
    const std::string_view first = phrases.front().text;
    const Words words = nameWords(first);
    const bool alone = phrases.size() > 1 && words.size() == 1 && bare(words.front()).size() >= least(words.front());
    std::string last = alone ? std::string(first) : calledBy(first);
    const Words family = nameWords(last);
    if (!family.empty() && !(isUnknown_ && isOrdinary(family.back().letters)))
      add(std::move(last), Stands::anywhere, Stands::anywhere);
  }

  static bool isOfName(const FoldedWord& word) {
    return !word.small && !hasDigit(word) && word.letters.size() > 1 && !isFormOfAddress(word.letters) &&
           !isJoining(word.letters);
  }

  void addPerson(std::string_view text, const Words& words) {
    for (std::size_t from = 0; from < words.size(); ++from) {
      if (isOfName(words[from])) addPersonWord(text, words[from]);
      if (isOrganisation_) continue;
      std::size_t ofName = 0;
      for (std::size_t to = from; to < words.size() && !isFormOfAddress(words[to].letters); ++to) {
        if (!isOfName(words[to])) continue;
        if (++ofName > 1 || to > from) add(std::string(between(text, words[from], words[to])), Stands::anywhere, {});
        if (ofName > 1 && isOfName(words[from])) addInitial(text, words[from], words[to]);
      }
    }
  }

  /// "Q. Zubaydi"
  void addInitial(std::string_view text, const FoldedWord& first, const FoldedWord& last) {
    if (isArabic(first.letters) || first.letters.front() >= 0x80) return;
    std::string initial(1, static_cast<char>(first.letters.front()));
    add(initial.append(1, ' ').append(between(text, last, last)), Stands::anywhere, {});
  }

  /// May a word of somebody's name as well be one like others?
  bool isOrdinary(const std::u32string& word) const {
    return common_.isOrdinary(word) || (isUnknown_ && (common_.isTopic(word) || common_.isFrequent(word)));
  }

  void addPersonWord(std::string_view text, const FoldedWord& word) {
    constexpr std::size_t shortest = 3;
    NameForm form{std::string(between(text, word, word)), Stands::anywhere, Stands::anywhere};
    if (isOrganisation_ || isOrdinary(word.letters) || isArabic(word.letters) || word.letters.size() < shortest)
      form.masked = Stands::addressed;
    if (common_.isOpen(word.letters)) form.masked.reset();
    if (standsInMany(word.letters) || word.letters.size() <= shortest) form.told = Stands::capital;
    if (!isOrganisation_ || form.told == Stands::anywhere) forms_.push_back(std::move(form));
  }

  /// Where such words are written small they are no name.
  bool standsInMany(const std::u32string& word) const {
    return isOwnWord(word) || common_.isFrequent(word) || common_.isTopic(word);
  }

  /// Does a word of an organisation's name or of a title say which one it is?
  bool tells(const FoldedWord& word) const { return mayTell(word) && !common_.isEverSmall(word.letters); }

  /// The same, or is it that in most texts?
  bool mayTell(const FoldedWord& word) const {
    return !isArabic(word.letters) && word.letters.size() >= least(word) && !hasDigit(word) && !word.small &&
           !isFormOfAddress(word.letters) && !isJoining(word.letters) && !common_.isOrdinary(word.letters) &&
           !common_.isOpen(word.letters) && !common_.isTopic(word.letters) && !common_.isFrequent(word.letters);
  }

  void addOrganisationWord(const FoldedWord& word) {
    std::string text(between(name_, word, word));
    if (tells(word)) {
      add(std::move(text), Stands::anywhere, Stands::anywhere);
    } else if (mayTell(word) && !isOfOrganisations(word.letters)) {
      add(std::move(text), std::nullopt, Stands::anywhere);
    } else if (isArabic(word.letters) && bare(word).size() >= least(word) && !common_.isOpen(word.letters) &&
               !common_.isFrequent(word.letters)) {
      add(std::move(text), std::nullopt, Stands::anywhere);
    }
  }

  std::string_view name_;
  const CommonWords& common_;
  bool isUnknown_;
  bool isOrganisation_;
  std::vector<NameForm> forms_;
};

}  // namespace

Bearer bearerOf(const Element& element) {
  if (element.kind() != KindId::actor) return Bearer::other;
  const Choice* type = element.get(key::type);
  if (!type || type->term == Choice::unlisted) return Bearer::unknown;
  const std::string_view word = vocabulary(VocabularyId::actorType).terms[type->term].name;
  if (word == "other") return Bearer::unknown;
  return word == "person" ? Bearer::person : Bearer::organisation;
}

bool isCalledAsOrganisationsAre(std::string_view name) {
  return std::ranges::any_of(nameWords(phrasesOf(name).front().text),
                             [](const FoldedWord& word) { return !word.small && isOfOrganisations(word.letters); });
}

void CommonWords::addOpenName(std::string_view name) {
  for (FoldedWord& word : nameWords(name)) open_.insert(std::move(word.letters));
}

namespace {

/// Does the word stand between spaces and signs of a sentence, and not in an address of the web or a name of a file?
bool isAlone(std::string_view text, const FoldedWord& word) {
  static constexpr std::string_view spaces = " \t\r\n";
  static constexpr std::string_view inside = "./_@-:\\%#+=&?";
  const std::size_t before = text.substr(0, word.from).find_last_of(spaces);
  const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
  if (text.substr(from, word.from - from).find_first_of(inside) != std::string_view::npos) return false;
  const std::size_t sign = text.find_first_not_of(inside, word.to);
  return sign == word.to || sign == std::string_view::npos || spaces.find(text[sign]) != std::string_view::npos;
}

}  // namespace

void CommonWords::addTexts(const Element& element) {
  std::set<std::u32string> words;
  withTexts(element, [&](const Field& field, const std::string&, const std::string& text) {
    const bool isTopic = element.kind() == KindId::plan && field.number == key::title.number;
    for (FoldedWord& word : nameWords(text)) {
      if (isTopic) topic_.insert(word.letters);
      if (!word.small)
        ++written_[word.letters].capital;
      else if (isAlone(text, word))
        ++written_[word.letters].small;
      words.insert(std::move(word.letters));
    }
    return text;
  });
  for (const std::u32string& word : words) ++elements_[word];
}

void CommonWords::addOrganisation(const std::set<std::string>& names) {
  std::set<std::u32string> words;
  for (const std::string& name : names)
    for (FoldedWord& word : nameWords(name)) words.insert(std::move(word.letters));
  for (const std::u32string& word : words) ++organisations_[word];
}

bool CommonWords::isOrdinary(const std::u32string& word) const {
  const auto found = written_.find(word);
  return isOwnWord(word) || (found != written_.end() && found->second.small > found->second.capital);
}

bool CommonWords::isEverSmall(const std::u32string& word) const {
  const auto found = written_.find(word);
  return isOwnWord(word) || (found != written_.end() && found->second.small > 0);
}

bool CommonWords::isFrequent(const std::u32string& word) const {
  const auto isAbove = [&](const auto& counts, std::size_t most) {
    const auto found = counts.find(word);
    return found != counts.end() && found->second > most;
  };
  return isAbove(elements_, many) || isAbove(organisations_, 1);
}

std::vector<NameForm> formsOf(std::string_view name, Bearer bearer, const CommonWords& common) {
  Forms forms(name, bearer, common);
  switch (bearer) {
    case Bearer::person:
      return std::move(forms).ofPerson();
    case Bearer::unknown:
      return std::move(forms).ofUnknown();
    case Bearer::organisation:
      return std::move(forms).ofOrganisation();
    case Bearer::other:
      break;
  }
  return std::move(forms).ofOther();
}

std::vector<std::string> waysToCall(std::string_view name) {
  std::vector<std::string> ways{std::string(name)};
  const std::size_t open = name.find('(');
  const std::size_t close = name.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return ways;
  ways.push_back(std::string(name.substr(0, open)).append(1, ' ').append(name.substr(close + 1)));
  const std::string_view inside = name.substr(open + 1, close - open - 1);
  if (isAbbreviation(inside)) ways.emplace_back(inside);
  return ways;
}

std::string calledBy(std::string_view name) {
  const Words words = nameWords(name);
  if (words.size() < 2 || isOffice(words)) return {};
  const FoldedWord& last = words.back();
  if (hasDigit(last) || bare(last).size() < least(last)) return {};
  return std::string(between(name, last, last));
}

}  // namespace trackloom::sharing
