#pragma once

#include "plan/plan.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::testing {

/// What a random plan may hold.
struct Variety {
  bool unread = true;   ///< values that do not read as their field's type
  bool unknown = true;  ///< XML that this version does not know
  int perKind = 3;      ///< elements of a kind, at most
};

/// Makes plans over the whole table of kinds, the same for a seed on every machine: the distributions of the standard
/// library differ between implementations, so none are used.
class RandomPlans {
 public:
  explicit RandomPlans(std::uint64_t seed, Variety variety = {}) : random_(seed), variety_(variety) {}

  Plan next() {
    Plan plan;
    ids_.clear();
    ownWords_.clear();
    makeIds();
    adoptTerms(plan);
    for (const Kind& kind : kinds()) {
      if (kind.id == KindId::term) continue;
      std::vector<ElementPtr> elements;
      for (const ElementId& id : ids_[static_cast<std::size_t>(kind.id)])
        elements.push_back(std::make_shared<const Element>(element(kind, id)));
      if (!elements.empty()) plan.adopt(kind.id, std::move(elements));
    }
    if (variety_.unknown) addForeign(plan);
    return plan;
  }

 private:
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  bool oneIn(std::uint64_t chances) { return below(chances) == 0; }
  template <class T>
  const T& anyOf(const std::vector<T>& all) {
    return all[below(all.size())];
  }

  void makeIds() {
    ids_.resize(kindCount);
    std::uint64_t number = 0;
    for (std::size_t k = 0; k < kindCount; ++k) {
      ids_[k].clear();
      const std::uint64_t count = k == 0 ? 1 : below(static_cast<std::uint64_t>(variety_.perKind) + 1);
      for (std::uint64_t i = 0; i < count; ++i) {
        const std::string unique = std::to_string(number++);
        ids_[k].push_back(k == 0 ? Plan().root().id() : *ElementId::parse("x" + unique + (oneIn(2) ? "-A.b_" : "")));
      }
      std::sort(ids_[k].begin(), ids_[k].end());
    }
    if (oneIn(5)) ids_[0].front() = *ElementId::parse("another");
  }

  /// Own words first: the others may use them.
  void adoptTerms(Plan& plan) {
    static constexpr Key<Text> list{"vocabulary"};
    static constexpr Key<Text> like{"like"};
    std::vector<ElementPtr> terms;
    for (const ElementId& id : ids_[static_cast<std::size_t>(KindId::term)]) {
      Element term(KindId::term, id);
      const Vocabulary& words = vocabularies()[below(vocabularies().size())];
      const std::string name = "own" + std::to_string(terms.size());
      term.set(list, Text(words.name)).set(key::name, Text(name));
      Choice choice{Choice::unlisted, *ElementId::parse(name)};
      if (oneIn(2)) {
        choice.term = static_cast<std::uint16_t>(below(words.terms.size()));
        term.set(like, Text(words.terms[choice.term].name));
      }
      ownWords_.push_back({words.id, choice});
      terms.push_back(std::make_shared<const Element>(std::move(term)));
    }
    plan.adopt(KindId::term, std::move(terms));
  }

  Element element(const Kind& kind, const ElementId& id) {
    Element element(kind.id, id);
    const std::uint64_t chances = 1 + below(4);
    for (const Field& field : kind.fields)
      if (oneIn(field.number == key::suggested.number ? 20 : chances)) element.set(field.number, value(field));
    Extras extras;
    for (const Field& field : kind.fields)
      if (field.translatable && oneIn(4))
        for (const char* language : {"ar", "en-GB", "fr"})
          if (oneIn(2)) extras.translations.push_back({field.number, language, text()});
    if (variety_.unknown) addUnknown(kind, extras);
    element.setExtras(std::move(extras));
    return element;
  }

  /// Of fields that every kind has; where odd values are wanted some name no field.
  Texts fieldLevels() {
    Texts levels;
    for (const char* field : {"notes", "source", "confidence"})
      if (oneIn(2)) levels.push_back(std::string(field) + (oneIn(2) ? ":core" : ":team"));
    if (levels.empty()) levels.push_back("notes:partners");
    if (variety_.unread && oneIn(12)) levels.push_back("nots:core");
    return levels;
  }

  Value value(const Field& field) {
    if (variety_.unread && oneIn(12))
      for (const char* odd : {"?? & \"odd\" <", "", " 12x\n"})
        if (const Value read = parseValue(field, odd); std::holds_alternative<Unread>(read) && oneIn(2)) return read;
    switch (field.type) {
      case FieldType::text:
        return text();
      case FieldType::integer:
        return Integer(static_cast<Integer>(inRange(field)));
      case FieldType::number:
        return Number(inRange(field));
      case FieldType::flag:
        return Flag{oneIn(2)};
      case FieldType::date:
        return date();
      case FieldType::choice:
        return choice(field);
      case FieldType::money:
        return money();
      case FieldType::ref:
        return reference();
      case FieldType::refs:
        return references();
      case FieldType::texts:
        return field.name == "field-levels" ? fieldLevels() : texts();
      case FieldType::terms:
        return terms(field);
    }
    return Text();
  }

  Text text() {
    static const std::vector<std::string> pieces{"a",
                                                 "Z",
                                                 "0",
                                                 " ",
                                                 "  ",
                                                 "\n",
                                                 "\t",
                                                 "\r",
                                                 "&",
                                                 "<",
                                                 ">",
                                                 "\"",
                                                 "'",
                                                 "]]>",
                                                 "&amp;",
                                                 "&x;",
                                                 "é",
                                                 "سلام",
                                                 "\xF0\x9F\x95\x8A",
                                                 "word",
                                                 "<!--",
                                                 "=",
                                                 ";",
                                                 "\\",
                                                 "\xEF\xBF\xBD"};
    Text text;
    for (std::uint64_t left = below(12); left > 0; --left) text += anyOf(pieces);
    return text;
  }

  double inRange(const Field& field) {
    static const std::vector<double> numbers{0,   1,      2,         3,  5,     17,    99,   100,
                                             0.1, 1e-300, 1.0 / 3.0, -1, -7.25, 36525, 1e15, 123456789.125};
    for (;;) {
      const double number = anyOf(numbers);
      const bool whole = number == static_cast<double>(static_cast<std::int64_t>(number));
      if (number >= field.least && number <= field.most && (whole || field.type == FieldType::number)) return number;
    }
  }

  Date date() {
    const std::string day = isoText(Day{static_cast<std::int64_t>(below(40000)) - 10000});
    const std::string quarter = day.substr(0, 5) + "Q" + std::to_string(1 + below(4));
    const std::vector<std::string> forms{day, day.substr(0, 7), day.substr(0, 4), quarter};
    return *Date::parse(anyOf(forms) + (oneIn(4) ? "~" : ""));
  }

  Choice choice(const Field& field) {
    for (const auto& [list, own] : ownWords_)
      if (list == field.vocabulary && oneIn(2)) return own;
    return {static_cast<std::uint16_t>(below(vocabulary(field.vocabulary).terms.size())), {}};
  }

  Money money() {
    const char currency = static_cast<char>('A' + below(26));
    return {static_cast<std::int64_t>(below(1000) * (oneIn(2) ? 1 : 1'000'000'000)), {currency, 'U', 'R'}};
  }

  ElementId reference() {
    for (;;)
      if (const auto& all = ids_[below(kindCount)]; !all.empty()) return anyOf(all);
  }

  Refs references() {
    Refs refs;
    for (std::uint64_t left = 1 + below(4); left > 0; --left) refs.push_back(reference());
    return refs;
  }

  Texts texts() {
    static const std::vector<std::string> all{"one", "a; b", "back\\slash", "ends with ;", "é \" & <", "line\nline"};
    Texts texts;
    for (std::uint64_t left = 1 + below(3); left > 0; --left) texts.push_back(anyOf(all));
    return texts;
  }

  Texts terms(const Field& field) {
    Texts words;
    for (std::uint64_t left = 1 + below(3); left > 0; --left) {
      const Choice word = choice(field);
      words.emplace_back(word.own.empty() ? vocabulary(field.vocabulary).terms[word.term].name : word.own.text());
    }
    return words;
  }

  void addUnknown(const Kind& kind, Extras& extras) {
    const bool root = kind.id == KindId::plan;
    if (root) extras.unknownAttributes = " xmlns:x=\"urn:other\"";
    if (oneIn(6)) extras.unknownAttributes += " x:seen=\"a &amp; b\"";
    if (!root && oneIn(6)) extras.unknownChildren = unknown(6);
  }

  std::string unknown(std::size_t indent) {
    static const std::vector<std::string> pieces{"<x:thing at='1'>text &amp; <b>more</b>\n  lines</x:thing>",
                                                 "<!-- a remark -->", "<?do it?>", "<x:empty/>",
                                                 "<x:d><![CDATA[<raw> & ]]></x:d>"};
    std::string xml = anyOf(pieces);
    if (oneIn(3)) xml += "\n" + std::string(indent, ' ') + anyOf(pieces);
    return xml;
  }

  /// Unknown content in the order of files.
  void addForeign(Plan& plan) {
    ForeignXml foreign;
    if (oneIn(4)) foreign.pieces.push_back({KindId::plan, KindId::plan, {}, "<!-- before -->"});
    if (oneIn(3)) foreign.pieces.push_back({std::nullopt, KindId::plan, {}, unknown(2)});
    for (std::size_t k = 1; k < kindCount; ++k) {
      const auto kind = static_cast<KindId>(k);
      bool written = !ids_[k].empty();
      if (oneIn(6)) foreign.sectionAttributes.emplace_back(kind, " x:note=\"n\""), written = true;
      if (oneIn(6)) foreign.pieces.push_back({kind, KindId::plan, {}, unknown(4)}), written = true;
      for (const ElementId& id : ids_[k])
        if (oneIn(8)) foreign.pieces.push_back({kind, KindId::plan, id, unknown(4)});
      if (written && oneIn(6)) foreign.pieces.push_back({std::nullopt, kind, {}, unknown(2)});
    }
    if (oneIn(4)) foreign.pieces.push_back({KindId::plan, KindId::plan, ids_[0].front(), "<!-- behind -->"});
    plan.setForeign(std::move(foreign));
  }

  struct OwnWord {
    VocabularyId list;
    Choice choice;
  };

  std::mt19937_64 random_;
  Variety variety_;
  std::vector<std::vector<ElementId>> ids_;  // by kind
  std::vector<OwnWord> ownWords_;
};

}  // namespace trackloom::testing
