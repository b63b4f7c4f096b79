#include "plan/vocabulary.h"

#include "plan/terms.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace trackloom;

namespace {

constexpr std::size_t idCount = static_cast<std::size_t>(VocabularyId::count_);

/// The enumerator's name as written, or a text with a parenthesis where the value has no enumerator.
template <auto Value>
constexpr std::string_view enumeratorName() {
  std::string_view name = __PRETTY_FUNCTION__;
  name = name.substr(name.find("Value = ") + 8);
  name = name.substr(0, name.find_first_of(";]"));
  const auto colons = name.rfind("::");
  return colons == std::string_view::npos ? name : name.substr(colons + 2);
}

constexpr bool isEnumerator(std::string_view name) { return name.find(')') == std::string_view::npos; }

template <class Enum, std::size_t... Values>
constexpr auto namesOf(std::index_sequence<Values...>) {
  return std::array<std::string_view, sizeof...(Values)>{enumeratorName<static_cast<Enum>(Values)>()...};
}

std::string kebabCase(std::string_view camelCase) {
  std::string kebab;
  for (const char c : camelCase) {
    if (std::isupper(static_cast<unsigned char>(c)) && !kebab.empty()) kebab += '-';
    kebab += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return kebab;
}

/// Words that no identifier can have, or that keep the spelling of their field.
std::string wordOf(VocabularyId id, std::string_view enumerator) {
  using Exceptions = std::map<std::string_view, std::string>;
  static const std::map<VocabularyId, Exceptions> exceptions = {
      {VocabularyId::trackLevel,
       {{"official", "1"}, {"semiOfficial", "1.5"}, {"influential", "2"}, {"community", "3"}}},
      {VocabularyId::dependencyType, {{"FS", "FS"}, {"SS", "SS"}, {"FF", "FF"}, {"SF", "SF"}}},
      {VocabularyId::classification, {{"open", "public"}}},
      {VocabularyId::agreementStage,
       {{"preNegotiation", "Pre"},
        {"ceasefire", "Cea"},
        {"partial", "SubPar"},
        {"comprehensive", "SubComp"},
        {"implementation", "Imp"},
        {"renewal", "Ren"},
        {"other", "Oth"}}}};
  const auto ofId = exceptions.find(id);
  if (ofId != exceptions.end() && ofId->second.count(enumerator)) return ofId->second.at(enumerator);
  return kebabCase(enumerator);
}

template <class Enum>
void compareWithTerms() {
  constexpr auto id = vocabularyOf<Enum>;
  const auto terms = vocabulary(id).terms;
  CAPTURE(vocabulary(id).name);
  constexpr auto names = namesOf<Enum>(std::make_index_sequence<64>());
  const auto count = static_cast<std::size_t>(std::ranges::find_if_not(names, isEnumerator) - names.begin());
  REQUIRE(count >= 2);
  REQUIRE(terms.size() == count);
  for (std::size_t i = 0; i < count; ++i) CHECK(terms[i].name == wordOf(id, names[i]));
}

bool keepsForeignSpelling(VocabularyId id) {
  return id == VocabularyId::dependencyType || id == VocabularyId::agreementStage ||
         id == VocabularyId::agreementSubstage;
}

bool isWellFormed(std::string_view name, VocabularyId id) {
  if (name.empty() || name.size() > 40 || name.front() == '-' || name.back() == '-') return false;
  if (name.find("--") != std::string_view::npos) return false;
  return std::ranges::all_of(name, [id](char c) {
    if (c >= 'A' && c <= 'Z') return keepsForeignSpelling(id);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

bool isOneSentence(std::string_view help) {
  if (help.size() < 2 || help.back() != '.' || help.front() == ' ') return false;
  return help.substr(0, help.size() - 1).find_first_of(".!?\n") == std::string_view::npos;
}

std::string lowerCase(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

bool judges(std::string_view text) {
  const auto words = {"spoiler", "blocker", "obstacle", "capture", "crowd", "excluded"};
  return std::ranges::any_of(words, [&](const char* word) { return lowerCase(text).find(word) != std::string::npos; });
}

bool startsSentenceCase(std::string_view text) {
  return !text.empty() && std::isupper(static_cast<unsigned char>(text[0]));
}

}  // namespace

TEST_CASE("every vocabulary id has a vocabulary, in the order of the ids") {
  REQUIRE(vocabularies().size() == idCount - 1);
  constexpr auto names = namesOf<VocabularyId>(std::make_index_sequence<idCount>());
  std::set<std::string_view> seen;
  for (std::size_t i = 1; i < idCount; ++i) {
    const Vocabulary& words = vocabularies()[i - 1];
    CAPTURE(words.name);
    CHECK(static_cast<std::size_t>(words.id) == i);
    CHECK(words.name == kebabCase(names[i]));
    CHECK(seen.insert(words.name).second);
    CHECK(startsSentenceCase(words.label));
    CHECK_FALSE(judges(words.label));
    CHECK(words.terms.size() >= 2);
    CHECK(&vocabulary(words.id) == &words);
    CHECK(findVocabulary(words.name) == &words);
  }
}

TEST_CASE("no vocabulary, an id beyond the last and an unknown name give nothing") {
  CHECK(vocabulary(VocabularyId::none).terms.empty());
  CHECK(vocabulary(VocabularyId::count_).terms.empty());
  CHECK(vocabulary(static_cast<VocabularyId>(255)).terms.empty());
  CHECK(findVocabulary("") == nullptr);
  CHECK(findVocabulary("none") == nullptr);
  CHECK(findVocabulary("Actor-type") == nullptr);
  CHECK_FALSE(findTerm(VocabularyId::none, "open"));
  CHECK_FALSE(findTerm(VocabularyId::none, ""));
  CHECK_FALSE(findTerm(VocabularyId::count_, "open"));
}

TEST_CASE("the names of terms are well-formed and unique in their vocabulary") {
  for (const Vocabulary& words : vocabularies()) {
    std::set<std::string_view> names;
    std::set<std::string> labels;
    for (const Term& term : words.terms) {
      CAPTURE(words.name, term.name);
      CHECK(isWellFormed(term.name, words.id));
      CHECK(names.insert(term.name).second);
      CHECK(labels.insert(lowerCase(term.label)).second);
    }
  }
}

TEST_CASE("every term has a label and one sentence of help, neither of which judges anybody") {
  for (const Vocabulary& words : vocabularies()) {
    for (const Term& term : words.terms) {
      CAPTURE(words.name, term.name, term.help);
      CHECK(startsSentenceCase(term.label));
      CHECK(term.label.back() != '.');
      CHECK(startsSentenceCase(term.help));
      CHECK(isOneSentence(term.help));
      CHECK_FALSE(judges(term.name));
      CHECK_FALSE(judges(term.label));
      CHECK_FALSE(judges(term.help));
    }
  }
}

TEST_CASE("the words that code reasons about stand at the place of their enumerator") {
  compareWithTerms<ActivityStatus>();
  compareWithTerms<TrackLevel>();
  compareWithTerms<DependencyType>();
  compareWithTerms<DependencyNature>();
  compareWithTerms<TransferDirection>();
  compareWithTerms<TransferStatus>();
  compareWithTerms<TransferContent>();
  compareWithTerms<ParticipationStatus>();
  compareWithTerms<DayCount>();
  compareWithTerms<AnchorEnd>();
  compareWithTerms<StrandType>();
  compareWithTerms<AgreementStage>();
  compareWithTerms<Classification>();
}

TEST_CASE("a term is found by its exact name at its place, and nothing else is") {
  for (const Vocabulary& words : vocabularies()) {
    for (std::size_t i = 0; i < words.terms.size(); ++i) {
      const std::string name(words.terms[i].name);
      CAPTURE(words.name, name);
      CHECK(findTerm(words.id, name) == static_cast<std::uint16_t>(i));
      CHECK_FALSE(findTerm(words.id, name + "x"));
      CHECK_FALSE(findTerm(words.id, " " + name));
    }
    CHECK_FALSE(findTerm(words.id, ""));
    CHECK_FALSE(findTerm(words.id, "\x01"));
    CHECK_FALSE(findTerm(words.id, "zzzz"));
  }
  CHECK_FALSE(findTerm(VocabularyId::activityStatus, "Planned"));
  CHECK_FALSE(findTerm(VocabularyId::activityStatus, "core"));
}

TEST_CASE("the lines of the conflict map that other programs rely on come first") {
  const auto lines = vocabulary(VocabularyId::relationType).terms;
  const auto known = {"close", "alliance", "informal", "influence", "conflict", "broken", "shadow"};
  REQUIRE(lines.size() >= known.size());
  CHECK(std::ranges::equal(known, lines.first(known.size()), {}, {}, &Term::name));
}

TEST_CASE("the lists of published methods have the published number of words") {
  CHECK(vocabulary(VocabularyId::commitmentTheme).terms.size() == 51);
  CHECK(vocabulary(VocabularyId::humanSecurityDimension).terms.size() == 7);
  CHECK(vocabulary(VocabularyId::inclusionModality).terms.size() == 7);
  CHECK(vocabulary(VocabularyId::rppCell).terms.size() == 4);
  CHECK(vocabulary(VocabularyId::agreementStage).terms.size() == 7);
  CHECK(vocabulary(VocabularyId::agreementSubstage).terms.size() == 23);
  CHECK(vocabulary(VocabularyId::parliamentaryFunction).terms.size() == 5);
  CHECK(vocabulary(VocabularyId::implementationScore).terms.size() == 4);
}
