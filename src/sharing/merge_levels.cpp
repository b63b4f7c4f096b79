#include "sharing/merge_levels.h"

#include "plan/levels.h"

#include <algorithm>
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

constexpr FieldNumber include{"include"};
constexpr FieldNumber exclude{"exclude"};

/// How much readers see by a level or a treatment. One that does not read counts as the most careful.
int opennessOf(FieldNumber field, const std::optional<Value>& value) {
  constexpr int asItIs = 3;
  const Choice* choice = value ? std::get_if<Choice>(&*value) : nullptr;
  if (choice && choice->term != Choice::unlisted) return choice->term;
  return field == key::level.number || value ? 0 : asItIs;
}

Refs idsIn(const std::optional<Value>& value) {
  const Refs* ids = value ? std::get_if<Refs>(&*value) : nullptr;
  return ids ? *ids : Refs();
}

bool holdsMore(const Refs& list, const Refs& other) {
  return std::ranges::any_of(list, [&](const ElementId& id) { return std::ranges::find(other, id) == other.end(); });
}

/// Do readers see something by the second value that they do not see by the first?
bool opens(FieldNumber field, const std::optional<Value>& from, const std::optional<Value>& to) {
  if (field == include) return holdsMore(idsIn(to), idsIn(from));
  if (field == exclude) return holdsMore(idsIn(from), idsIn(to));
  return opennessOf(field, to) > opennessOf(field, from);
}

/// What readers see by both.
std::optional<Value> narrower(FieldNumber field, const ThreeWay<std::optional<Value>>& values) {
  if (field != include && field != exclude)
    return opens(field, values.ours, values.theirs) ? values.ours : values.theirs;
  const ThreeWay<Refs> lists{idsIn(values.base), idsIn(values.ours), idsIn(values.theirs)};
  Refs all = lists.base;
  for (const Refs* side : {&lists.ours, &lists.theirs}) all.insert(all.end(), side->begin(), side->end());
  const Refs everything = mergedSet(ThreeWay<Refs>{lists.base, all, all});
  Refs left = field == include ? mergedSet(ThreeWay<Refs>{everything, lists.ours, lists.theirs}) : everything;
  return left.empty() ? std::nullopt : std::optional(Value(std::move(left)));
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

std::optional<MergedLevel> mergedReaders(const Field& field, const ThreeWay<const Element*>& versions) {
  static constexpr FieldNumber deciding[] = {key::level.number, include, exclude, FieldNumber("generalise")};
  if (versions.ours->kind() != KindId::audience || std::ranges::find(deciding, field.number) == std::end(deciding))
    return std::nullopt;
  const ThreeWay<std::optional<Value>> values{valueIn(versions.base, field.number),
                                              valueIn(versions.ours, field.number),
                                              valueIn(versions.theirs, field.number)};
  if (values.ours == values.theirs) return MergedLevel{values.ours, false};
  const bool narrows =
      opens(field.number, values.ours, values.theirs) || opens(field.number, values.theirs, values.ours);
  if (!narrows) return std::nullopt;
  const bool opened = !versions.base || opens(field.number, values.base, values.ours) ||
                      opens(field.number, values.base, values.theirs);
  if (!opened && values.theirs == values.base) return MergedLevel{values.ours, false};
  if (!opened && values.ours == values.base) return MergedLevel{values.theirs, false};
  return MergedLevel{narrower(field.number, values), opened};
}

}  // namespace trackloom::sharing
