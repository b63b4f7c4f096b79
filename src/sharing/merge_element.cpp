#include "sharing/merge_element.h"

#include "sharing/merge_field.h"
#include "sharing/merge_levels.h"
#include "sharing/merge_unknown.h"
#include "xml/foreign.h"
#include "xml/revisions.h"

#include <set>
#include <string>
#include <utility>

namespace trackloom::sharing {
namespace {

constexpr FieldNumber classification{"classification"};
constexpr FieldNumber fieldLevels{"field-levels"};
constexpr FieldNumber revisions{"revisions"};

std::optional<Value> valueIn(const Element* element, FieldNumber field) {
  const Value* value = element ? element->find(field) : nullptr;
  return value ? std::optional(*value) : std::nullopt;
}

using TranslationPlace = std::pair<int, std::string>;  // field's position in its kind, language

std::optional<Value> translationIn(const Element* element, const TranslationPlace& place) {
  if (!element) return std::nullopt;
  for (const Translation& translation : element->extras().translations)
    if (element->definition().position(translation.field) == place.first && translation.language == place.second)
      return Value(translation.text);
  return std::nullopt;
}

std::optional<Value> attributeIn(const UnknownAttributes& attributes, const std::string& name) {
  const auto at = attributes.find(name);
  return at == attributes.end() ? std::nullopt : std::optional(Value(at->second));
}

class ElementMerge {
 public:
  ElementMerge(const ThreeWay<const Element*>& versions, std::vector<Conflict>& conflicts)
      : versions_(versions),
        kind_(versions.ours->definition()),
        conflicts_(conflicts),
        merged_(kind_.id, versions.ours->id()) {}

  Element merge() {
    for (const Field& field : kind_.fields)
      if (versions_.ours->has(field.number) || versions_.theirs->has(field.number)) mergeField(field);
    mergeTranslations();
    mergeAttributes();
    extras_.unknownChildren =
        mergedUnknown({versions_.base ? versions_.base->extras().unknownChildren : std::string(),
                       versions_.ours->extras().unknownChildren, versions_.theirs->extras().unknownChildren},
                      static_cast<std::size_t>(xml::Indent::element));
    merged_.setExtras(std::move(extras_));
    return std::move(merged_);
  }

 private:
  FieldVersions versionsOf(FieldNumber field) const {
    return {valueIn(versions_.base, field), valueIn(versions_.ours, field), valueIn(versions_.theirs, field)};
  }

  /// Nothing for a field that does not say who sees what.
  std::optional<MergedLevel> mergedLevel(const Field& field) const {
    if (field.number == classification) return mergedClassification(versions_);
    if (field.number == fieldLevels) return mergedFieldLevels(versions_);
    return mergedReaders(field, versions_);
  }

  void mergeField(const Field& field) {
    const FieldVersions versions = versionsOf(field.number);
    if (const auto level = mergedLevel(field)) {
      if (level->contested) contest(Conflict::Kind::levelLowered, field, versions);
      if (level->value) merged_.set(field.number, *level->value);
      return;
    }
    if (field.number == revisions && versions.ours != versions.theirs) return mergeRevisions(versions);
    MergedField merged = mergedField(field, versions);
    if (merged.contested) contest(Conflict::Kind::bothChanged, field, {versions.base, merged.value, merged.theirs});
    if (merged.value) merged_.set(field.number, *std::move(merged.value));
  }

  /// Both pasts, so that the merged plan is known to come from either.
  void mergeRevisions(const FieldVersions& versions) {
    const auto listOf = [](const std::optional<Value>& value) {
      const Texts* list = value ? std::get_if<Texts>(&*value) : nullptr;
      return list ? *list : Texts();
    };
    Texts all = listOf(versions.ours);
    Texts others = listOf(versions.theirs);
    if (others < all) std::swap(all, others);
    for (const std::string& revision : others)
      if (std::ranges::find(all, revision) == all.end()) all.push_back(revision);
    merged_.set(revisions, std::move(all));
  }

  void mergeTranslations() {
    std::set<TranslationPlace> places;
    for (const Element* side : {versions_.ours, versions_.theirs})
      for (const Translation& translation : side->extras().translations)
        places.emplace(kind_.position(translation.field), translation.language);
    for (const TranslationPlace& place : places) {
      const Field& field = kind_.fields[static_cast<std::size_t>(place.first)];
      const FieldVersions versions{translationIn(versions_.base, place), translationIn(versions_.ours, place),
                                   translationIn(versions_.theirs, place)};
      MergedField merged = mergedField(field, versions);
      if (merged.contested)
        contest(Conflict::Kind::bothChanged, field, {versions.base, merged.value, merged.theirs}).part = place.second;
      if (merged.value) extras_.translations.push_back({field.number, place.second, std::get<Text>(*merged.value)});
    }
  }

  void mergeAttributes() {
    const auto base = attributesOf(versions_.base ? versions_.base->extras().unknownAttributes : std::string_view());
    const auto ours = attributesOf(versions_.ours->extras().unknownAttributes);
    const auto theirs = attributesOf(versions_.theirs->extras().unknownAttributes);
    if (ours == theirs || theirs == base) {
      extras_.unknownAttributes = versions_.ours->extras().unknownAttributes;
      return;
    }
    if (ours == base) {
      extras_.unknownAttributes = versions_.theirs->extras().unknownAttributes;
      return;
    }
    UnknownAttributes all = ours;
    all.insert(theirs.begin(), theirs.end());
    for (const auto& [name, ignored] : all) {
      const FieldVersions versions{attributeIn(base, name), attributeIn(ours, name), attributeIn(theirs, name)};
      const std::optional<Value>* value = agreed(versions);
      if (!value) {
        Conflict& conflict = conflicts_.emplace_back(begun(Conflict::Kind::bothChanged, versions));
        conflict.part = name;
        value = &versions.ours;
      }
      if (*value) extras_.unknownAttributes += std::get<Text>(**value);
    }
  }

  Conflict begun(Conflict::Kind kind, const FieldVersions& versions) const {
    Conflict conflict;
    conflict.kind = kind;
    conflict.elementKind = kind_.id;
    conflict.element = merged_.id();
    conflict.base = versions.base;
    conflict.ours = versions.ours;
    conflict.theirs = versions.theirs;
    conflict.answers = {Answer::ours, Answer::theirs};
    return conflict;
  }

  Conflict& contest(Conflict::Kind kind, const Field& field, const FieldVersions& versions) {
    Conflict& conflict = conflicts_.emplace_back(begun(kind, versions));
    conflict.field = field.number;
    if (kind == Conflict::Kind::bothChanged && bothValues(field, versions.ours, versions.theirs))
      conflict.answers.push_back(Answer::both);
    return conflict;
  }

  ThreeWay<const Element*> versions_;
  const Kind& kind_;
  std::vector<Conflict>& conflicts_;
  Element merged_;
  Extras extras_;
};

}  // namespace

Element mergedElement(const ThreeWay<const Element*>& versions, std::vector<Conflict>& conflicts) {
  return ElementMerge(versions, conflicts).merge();
}

}  // namespace trackloom::sharing
