#include "random_triples.h"
#include "sharing/merge.h"
#include "xml/read.h"
#include "xml/write.h"

#include <random>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using namespace trackloom::testing;

// Files that people and other programs damaged: whatever the reader makes of them merges.

namespace {

class Damage {
 public:
  explicit Damage(std::uint64_t seed) : random_(seed) {}

  /// The text with some lines doubled, dropped or exchanged and some of their characters changed.
  std::string done(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      lines.push_back(text.substr(at, end - at));
      at = end == std::string::npos ? text.size() : end + 1;
    }
    for (int left = static_cast<int>(random_() % 3); left > 0; --left) damageOne(lines);
    std::string out;
    for (const std::string& line : lines) out += line + '\n';
    return out;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  void damageOne(std::vector<std::string>& lines) {
    if (lines.size() < 4) return;
    const std::size_t place = 2 + below(lines.size() - 3);
    std::string& line = lines[place];
    if (!line.starts_with("    <") || !line.ends_with("/>")) return;
    switch (below(4)) {
      case 0:
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(place), std::string(line));
        break;
      case 1:
        std::swap(line, lines[2 + below(lines.size() - 3)]);
        break;
      case 2:
        if (const std::size_t id = line.find(" id=\""); id != std::string::npos) line.erase(id, 4 + below(6));
        break;
      default:
        if (!line.empty()) line[below(line.size())] = "x \"<>&=/1"[below(10)];
    }
  }

  std::mt19937_64 random_;
};

void mergeDamaged(std::uint64_t seed, int count) {
  RandomTriples triples(seed, {.perKind = 2});
  Damage damage(seed);
  int merged = 0;
  for (int i = 0; i < count; ++i) {
    INFO("triple " << i << " of seed " << seed);
    const auto triple = triples.next();
    const auto base = xml::read(damage.done(xml::write(triple.base)));
    const auto ours = xml::read(damage.done(xml::write(triple.ours)));
    const auto theirs = xml::read(damage.done(xml::write(triple.theirs)));
    if (!base.plan || !ours.plan || !theirs.plan) continue;
    ++merged;
    const Merge merge = mergePlans(*base.plan, *ours.plan, *theirs.plan);
    const Merge mirror = mergePlans(*base.plan, *theirs.plan, *ours.plan);
    REQUIRE(merge.conflicts.size() == mirror.conflicts.size());
    for (const Side side : {Side::ours, Side::theirs}) {
      const Plan settled = resolveAll(merge, side);
      const auto again = xml::read(xml::write(settled));
      REQUIRE(again.plan);
      REQUIRE(xml::write(*again.plan) == xml::write(settled));
    }
  }
  CHECK(merged > count / 10);
}

}  // namespace

TEST_CASE("damaged files merge into files that read") { mergeDamaged(1, 300); }

TEST_CASE("many damaged files merge", "[.long]") { mergeDamaged(2, 10'000); }
