#include "plan/vocabulary.h"

#include "plan/vocabularies/chapters.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

namespace trackloom {

namespace {

constexpr std::size_t vocabularyCount = static_cast<std::size_t>(VocabularyId::count_) - 1;  // all but `none`

using Table = std::array<Vocabulary, vocabularyCount>;

Table joinChapters() {
  Table table{};
  auto end = table.begin();
  for (const auto chapter : {words::planAndTracks(), words::issuesAndObjectives(), words::actors(), words::activities(),
                             words::bodies(), words::takingPart(), words::links(), words::agreements(),
                             words::commitments(), words::meansAndRisks(), words::teamsOwn()}) {
    assert(static_cast<std::size_t>(table.end() - end) >= chapter.size());
    end = std::copy(chapter.begin(), chapter.end(), end);
  }
  assert(end == table.end());
  return table;
}

const Table& table() {
  static const Table joined = joinChapters();
  return joined;
}

/// The places of a vocabulary's terms, sorted by name.
using Index = std::vector<std::uint16_t>;

std::array<Index, vocabularyCount> sortTerms() {
  std::array<Index, vocabularyCount> indexes;
  for (std::size_t v = 0; v < vocabularyCount; ++v) {
    const auto terms = table()[v].terms;
    for (std::size_t place = 0; place < terms.size(); ++place) indexes[v].push_back(static_cast<std::uint16_t>(place));
    std::ranges::sort(indexes[v], {}, [terms](std::uint16_t place) { return terms[place].name; });
  }
  return indexes;
}

std::optional<std::size_t> placeOf(VocabularyId id) {
  if (id == VocabularyId::none || id >= VocabularyId::count_) return std::nullopt;
  return static_cast<std::size_t>(id) - 1;
}

}  // namespace

std::span<const Vocabulary> vocabularies() { return table(); }

const Vocabulary& vocabulary(VocabularyId id) {
  static constexpr Vocabulary empty{};
  const auto place = placeOf(id);
  return place ? table()[*place] : empty;
}

const Vocabulary* findVocabulary(std::string_view name) {
  const auto found = std::ranges::find(table(), name, &Vocabulary::name);
  return found == table().end() ? nullptr : &*found;
}

std::optional<std::uint16_t> findTerm(VocabularyId id, std::string_view name) {
  static const auto indexes = sortTerms();
  const auto place = placeOf(id);
  if (!place) return std::nullopt;
  const auto terms = table()[*place].terms;
  const auto nameOf = [terms](std::uint16_t term) { return terms[term].name; };
  const auto found = std::ranges::lower_bound(indexes[*place], name, {}, nameOf);
  if (found == indexes[*place].end() || nameOf(*found) != name) return std::nullopt;
  return *found;
}

}  // namespace trackloom
