#include "plan/vocabulary.h"

#include "plan/bytes.h"
#include "plan/vocabularies/chapters.h"

#include <algorithm>
#include <array>
#include <bit>
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

/// The first eight characters of a name as a number: that tells nearly all words of a list apart. Names of up to eight
/// characters that have this number and as many characters are the same.
std::uint64_t headOf(std::string_view name) {
  if (name.size() >= 8) return eightAt(name.data());
  if (name.size() >= 4) return fourAt(name.data()) | std::uint64_t{fourAt(name.data() + name.size() - 4)} << 32U;
  std::uint64_t head = 0;
  for (const char c : name) head = head << 8U | static_cast<unsigned char>(c);
  return head;
}

/// The places of a vocabulary's terms in a table open at its ends, a power of two at most half full.
struct Index {
  struct Slot {
    std::uint64_t head = 0;
    std::uint16_t term = noTerm;
    std::uint16_t length = 0;
  };
  std::span<const Term> terms;
  std::vector<Slot> slots;

  explicit Index(std::span<const Term> all = {}) : terms(all), slots(std::bit_ceil(2 * all.size() + 2)) {
    for (std::uint16_t place = 0; place < terms.size(); ++place) {
      const std::string_view name = terms[place].name;
      slots[find(name)] = {headOf(name), place, static_cast<std::uint16_t>(name.size())};
    }
  }

  /// The slot of a name, or the empty one where it would stand.
  std::size_t find(std::string_view name) const {
    const std::uint64_t head = headOf(name);
    std::size_t slot = (head * 0x9E3779B97F4A7C15U) >> 40U;
    for (slot &= slots.size() - 1; slots[slot].term != noTerm && !(slots[slot].head == head && isAt(slot, name));)
      slot = (slot + 1) & (slots.size() - 1);
    return slot;
  }

  /// Whether a name with the same head is the one in a slot.
  bool isAt(std::size_t slot, std::string_view name) const {
    if (slots[slot].length != name.size()) return false;
    return name.size() <= sizeof(Slot::head) || terms[slots[slot].term].name == name;
  }
};

std::array<Index, vocabularyCount> indexTerms() {
  std::array<Index, vocabularyCount> indexes;
  for (std::size_t v = 0; v < vocabularyCount; ++v) indexes[v] = Index(table()[v].terms);
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

std::uint16_t placeOfTerm(VocabularyId id, std::string_view name) {
  static const auto indexes = indexTerms();
  const auto place = placeOf(id);
  if (!place) return noTerm;
  const Index& index = indexes[*place];
  return index.slots[index.find(name)].term;
}

}  // namespace trackloom
