#include "sharing/merge_levels.h"

#include "plan/levels.h"

#include <map>
#include <string>

namespace trackloom::sharing {
namespace {

constexpr FieldNumber fieldLevelsNumber{"field-levels"};

std::optional<Value> valueIn(const Element* element, FieldNumber field) {
  const Value* value = element ? element->find(field) : nullptr;
  return value ? std::optional(*value) : std::nullopt;
}

/// The level of each field that has one of its own, by name, as it is written.
struct Entry {
  Classification level = Classification::open;
  std::string written;
};
using Entries = std::map<std::string, Entry>;

Entries entriesOf(const Element* element) {
  Entries entries;
  if (!element) return entries;
  for (const FieldLevel& said : fieldLevels(*element)) {
    Entry& entry = entries[said.field ? std::string(said.field->name) : said.written];
    if (entry.written.empty() || said.level > entry.level) entry = {said.level, said.written};
  }
  return entries;
}

Entry entryAt(const Entries& entries, const std::string& field) {
  const auto at = entries.find(field);
  return at == entries.end() ? Entry() : at->second;
}

/// The higher of two; of two alike the one that sorts last, whichever side it comes from.
const Entry& higher(const Entry& a, const Entry& b) {
  return a.level != b.level ? (a.level > b.level ? a : b) : (a.written < b.written ? b : a);
}

/// Did one side alone raise it?
bool onlyRaised(const ThreeWay<Classification>& levels) {
  return (levels.ours == levels.base || levels.theirs == levels.base) &&
         std::max(levels.ours, levels.theirs) > levels.base;
}

}  // namespace

MergedLevel mergedClassification(const ThreeWay<const Element*>& versions) {
  const ThreeWay<Classification> levels{versions.base ? classificationOf(*versions.base) : Classification::open,
                                        classificationOf(*versions.ours), classificationOf(*versions.theirs)};
  const ThreeWay<std::optional<Value>> values{valueIn(versions.base, key::classification.number),
                                              valueIn(versions.ours, key::classification.number),
                                              valueIn(versions.theirs, key::classification.number)};
  if (levels.ours == levels.theirs) {
    const std::optional<Value>* value = agreed(values);
    return {value ? *value : values.ours, value == nullptr};
  }
  const std::optional<Value>& higherValue = levels.ours > levels.theirs ? values.ours : values.theirs;
  return {higherValue, !versions.base || !onlyRaised(levels)};
}

MergedLevel mergedFieldLevels(const ThreeWay<const Element*>& versions) {
  const ThreeWay<std::optional<Value>> values{valueIn(versions.base, fieldLevelsNumber),
                                              valueIn(versions.ours, fieldLevelsNumber),
                                              valueIn(versions.theirs, fieldLevelsNumber)};
  for (const std::optional<Value>& value : {values.ours, values.theirs})
    if (value && !std::holds_alternative<Texts>(*value)) {
      const std::optional<Value>* whole = agreed(values);
      return {whole ? *whole : values.ours, whole == nullptr};
    }
  if (values.ours == values.theirs) return {values.ours, false};
  const Entries base = entriesOf(versions.base);
  const Entries ours = entriesOf(versions.ours);
  const Entries theirs = entriesOf(versions.theirs);
  Entries all = ours;
  all.insert(theirs.begin(), theirs.end());
  Texts merged;
  bool contested = false;
  for (const auto& [field, ignored] : all) {
    const ThreeWay<Entry> entry{entryAt(base, field), entryAt(ours, field), entryAt(theirs, field)};
    const ThreeWay<Classification> levels{entry.base.level, entry.ours.level, entry.theirs.level};
    if (levels.ours != levels.theirs && !onlyRaised(levels)) contested = true;
    if (const Entry& kept = higher(entry.ours, entry.theirs); !kept.written.empty()) merged.push_back(kept.written);
  }
  if (!contested && values.theirs == values.base) return {values.ours, false};
  if (!contested && values.ours == values.base) return {values.theirs, false};
  return {Value(std::move(merged)), contested};
}

}  // namespace trackloom::sharing
