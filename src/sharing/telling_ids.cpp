#include "sharing/telling_ids.h"

#include "language/folded_words.h"
#include "plan/mentions.h"

#include <algorithm>
#include <unordered_set>

namespace trackloom::sharing {
namespace {

using Word = std::u32string;

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::u32string_view word) const { return std::hash<std::u32string_view>()(word); }
};
using Words = std::unordered_set<Word, WordHash, std::equal_to<>>;

/// Shorter ones are in too many other words.
constexpr std::size_t shortest = 3;
constexpr std::size_t shortestInside = 5;

bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// What an id is put together of, in small letters: "meetTarhuni_2" of meet, tarhuni and 2.
std::vector<Word> partsOf(std::string_view id) {
  std::vector<Word> parts(1);
  for (std::size_t i = 0; i < id.size(); ++i) {
    const char c = id[i];
    const bool parting = c == '-' || c == '_' || c == '.';
    const bool humped = isCapital(c) && i > 0 && !isCapital(id[i - 1]);
    if ((parting || humped) && !parts.back().empty()) parts.emplace_back();
    if (!parting) parts.back() += static_cast<char32_t>(isCapital(c) ? c - 'A' + 'a' : c);
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

/// "lna2" says what "lna" says.
Word withoutNumber(Word part) {
  while (!part.empty() && part.back() < 0x80 && isDigit(static_cast<char>(part.back()))) part.pop_back();
  return part;
}

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  for (language::FoldedWord& word : language::foldedWords(text)) words.push_back(std::move(word.letters));
  return words;
}

/// The words and short forms by which ids may say a name: Libyan, National, Army, LNA.
void addWordsOf(std::string_view name, Words& words) {
  Word initials;
  for (Word& word : wordsOf(name)) {
    initials += word.front();
    words.insert(std::move(word));
  }
  words.insert(std::move(initials));
}

/// As files write an own word; nothing for other elements.
std::optional<ElementId> shortName(const Element& element) {
  if (element.kind() != KindId::term) return std::nullopt;
  return ElementId::parse(element.text(key::name));
}

/// What ids may say, and readers of the plan may not see.
class Hidden {
 public:
  explicit Hidden(std::span<const Sight> sights) {
    for (const Sight& sight : sights) add(sight);
    std::erase_if(words_, [](const Word& word) { return word.size() < shortest; });
  }

  bool isToldBy(const Sight& sight, const Element& element, const ElementId& id) const {
    const std::vector<Word> parts = partsOf(id.text());
    std::set<Word> told;
    for (const Word& part : parts) addSaid(part, told);
    addMasked(sight, element, parts, told);
    if (!told.empty()) {
      for (const Word& word : openlySaid(sight.seen, element)) told.erase(word);
      if (!told.empty()) return true;
    }
    return saysHiddenId(parts);
  }

 private:
  void add(const Sight& sight) {
    for (const std::string& name : hiddenPeople(sight)) addWordsOf(name, words_);
    Words usual;  // what ids of actors are made of here: "actor", "party"
    for (const ElementPtr& actor : sight.seen.all(KindId::actor))
      for (Word& part : partsOf(actor->id().text())) usual.insert(std::move(part));
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : sight.source.all(kind.id))
        if (!sight.seen.find(kind.id, element->id())) addId(*element, usual);
  }

  void addId(const Element& element, const Words& usual) {
    std::vector<Word> parts = partsOf(element.id().text());
    if (element.kind() == KindId::actor) {
      for (const Word& part : parts)
        if (!usual.contains(part)) words_.insert(withoutNumber(part));
    } else if (parts.size() > 1) {
      Word whole;
      for (const Word& part : parts) whole.append(part).append(1, U'-');
      ids_.insert(std::move(whole));
    }
  }

  bool saysHiddenId(const std::vector<Word>& parts) const {
    for (std::size_t from = 0; from < parts.size(); ++from) {
      Word joined;
      for (std::size_t at = from; at < parts.size(); ++at)
        if (ids_.contains(joined.append(parts[at]).append(1, U'-'))) return true;
    }
    return false;
  }

  void addSaid(const Word& part, std::set<Word>& told) const {
    if (const Word word = withoutNumber(part); words_.contains(word)) told.insert(word);
    const std::u32string_view letters = part;
    for (std::size_t from = 0; from + shortestInside <= part.size(); ++from)
      for (std::size_t size = shortestInside; from + size <= part.size(); ++size)
        if (const auto word = letters.substr(from, size); words_.contains(word)) told.emplace(word);
  }

  /// Parts of the id that the element's own texts said before names were masked in them.
  static void addMasked(const Sight& sight, const Element& element, const std::vector<Word>& parts,
                        std::set<Word>& told) {
    const Element& source = *sight.source.find(element.kind(), element.id());
    withTexts(source, [&](const Field& field, const std::string&, const std::string& text) {
      if (element.has(field.number))
        for (const Word& word : wordsOf(text))
          if (word.size() >= shortestInside && std::ranges::find(parts, word) != parts.end()) told.insert(word);
      return text;
    });
  }

  /// What readers are told of the element and of what it names.
  static std::vector<Word> openlySaid(const Plan& seen, const Element& element) {
    std::vector<Word> said = textsOf(element);
    for (const Element::Slot& slot : element.slots())
      for (const ElementId& id : mentionsIn(slot.value))
        if (const Element* named = seen.find(id))
          for (Word& word : textsOf(*named)) said.push_back(std::move(word));
    return said;
  }

  static std::vector<Word> textsOf(const Element& element) {
    std::vector<Word> said;
    withTexts(element, [&](const Field&, const std::string&, const std::string& text) {
      for (Word& word : wordsOf(text)) said.push_back(std::move(word));
      return text;
    });
    return said;
  }

  Words words_;
  Words ids_;  ///< of parts with a hyphen behind each
};

/// What elements and own words are called in some plans.
std::set<ElementId> idsIn(std::span<const Plan> plans) {
  std::set<ElementId> ids;
  for (const Plan& plan : plans)
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id)) {
        ids.insert(element->id());
        if (const auto word = shortName(*element)) ids.insert(*word);
      }
  return ids;
}

}  // namespace

TellingIds tellingIds(std::span<const Sight> sights) {
  const Hidden hidden(sights);
  TellingIds telling;
  const auto look = [&](const Sight& sight, const Element& element) {
    if (element.kind() != KindId::plan && hidden.isToldBy(sight, element, element.id()))
      telling.elements.insert(element.id());
    if (const auto word = shortName(element); word && hidden.isToldBy(sight, element, *word))
      telling.words.insert(*word);
  };
  for (const Sight& sight : sights)
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : sight.seen.all(kind.id)) look(sight, *element);
  return telling;
}

OtherIds insteadOf(const TellingIds& telling, std::span<const Plan> plans) {
  OtherIds others;
  if (telling.elements.empty() && telling.words.empty()) return others;
  const std::set<ElementId> taken = idsIn(plans);
  std::size_t count = 0;
  const auto next = [&] {
    std::optional<ElementId> id;
    do {
      id = ElementId::parse("masked-" + std::to_string(++count));
    } while (taken.contains(*id));
    return *id;
  };
  for (const ElementId& id : telling.elements) others.elements.emplace(id, next());
  for (const ElementId& word : telling.words) others.words.emplace(word, next());
  return others;
}

}  // namespace trackloom::sharing
