#include "sharing/pseudonyms.h"

#include "sharing/redact_ids.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace trackloom::sharing {
namespace {

constexpr auto stones = std::to_array<std::string_view>(
    {"Agate",    "Alabaster",  "Amber",    "Amethyst", "Andesite",  "Apatite",   "Aragonite",  "Azurite",
     "Barite",   "Basalt",     "Bauxite",  "Beryl",    "Borax",     "Calcite",   "Carnelian",  "Chalk",
     "Chert",    "Citrine",    "Corundum", "Diorite",  "Dolomite",  "Feldspar",  "Flint",      "Fluorite",
     "Gabbro",   "Galena",     "Garnet",   "Gneiss",   "Granite",   "Graphite",  "Gypsum",     "Halite",
     "Hematite", "Hornblende", "Jade",     "Jasper",   "Kyanite",   "Limestone", "Magnetite",  "Malachite",
     "Marble",   "Marl",       "Mica",     "Obsidian", "Olivine",   "Onyx",      "Opal",       "Peridot",
     "Pumice",   "Pyrite",     "Quartz",   "Rhyolite", "Sandstone", "Schist",    "Selenite",   "Serpentine",
     "Shale",    "Slate",      "Sodalite", "Spinel",   "Talc",      "Topaz",     "Travertine", "Zircon"});

}  // namespace

const std::string& Pseudonyms::nameFor(const std::string& what) {
  const auto [known, isNew] = names_.try_emplace(what);
  if (!isNew) return known->second;
  const std::string hash = keyedHash(seed_, "name " + what);
  std::uint32_t number = 0;
  std::from_chars(hash.data(), hash.data() + 8, number, 16);
  const std::string word(stones[number % stones.size()]);
  std::string name = word;
  for (int next = 2; !taken_.insert(name).second; ++next) name = word + ' ' + std::to_string(next);
  return known->second = name;
}

}  // namespace trackloom::sharing
