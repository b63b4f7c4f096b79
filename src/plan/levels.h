#pragma once

#include "plan/message.h"
#include "plan/plan.h"

#include <optional>
#include <string_view>
#include <vector>

namespace trackloom {

/// What becomes of names, exact dates, amounts and texts that an audience is given.
enum class Generalisation : std::uint16_t { remove, generalise, pseudonym };
template <>
inline constexpr VocabularyId vocabularyOf<Generalisation> = VocabularyId::generalisation;

/// Readers for whom a paper or copy is made. A level alone is one: `Audience(Classification::partners)`.
struct Audience {
  Audience(Classification level_) : level(level_) {}  // NOLINT: a level is an audience

  Classification level;
  std::vector<ElementId> include{};           ///< may be seen although their level is higher
  std::vector<ElementId> exclude{};           ///< may not be seen although their level allows it
  std::optional<Generalisation> treatment{};  ///< nothing: what may be seen is seen as it is

  /// An element one of whose `field-levels` names no field that it has is seen by core alone: nobody can tell what was
  /// meant to be hidden.
  bool sees(const Element& element) const;
  /// Everything of every plan.
  bool seesAll() const { return level == Classification::core && exclude.empty(); }
};

/// What an element of kind `audience` lays down. A level that does not read counts as public: nobody is shown more than
/// was meant.
Audience audienceOf(const Element& audience);

/// Why nobody can tell whom an audience must not see: it leaves out what is not in the plan, or something about it does
/// not read. Nothing may be made for it then. Nothing if that is plain.
std::optional<Message> doubtAbout(const Plan& plan, const Element& audience);

/// The level of an element: its own, and for a link the highest of itself and of what it ties together.
Classification levelOf(const Plan& plan, const Element& element);

/// One entry of `field-levels`, such as `venue:core`: a field and the lowest level of its readers.
struct FieldLevel {
  const Field* field = nullptr;  ///< null where the entry names no field of the kind
  Classification level = Classification::core;
  bool levelReads = false;  ///< else it counts as core
  std::string written;      ///< as files write it; what names no field stands as it was found
};

/// What `field-levels` of an element says. Entries with commas or spaces between them, capitals and the labels of
/// fields are read as well.
std::vector<FieldLevel> fieldLevels(const Element& element);

/// What is wrong with an entry, what follows and what to write instead. Nothing if it reads.
std::optional<Message> doubtAbout(const Element& element, const FieldLevel& entry);

/// The plan as an audience may see it: elements and fields above its level are gone, with the links that need them and
/// every mention of them. The plan element stays with its title, languages, as-of day and rest days, which no paper can
/// do without, and keeps the rest only for its own level. Nobody is shown what is only suggested. Outputs are made from
/// this.
Plan visibleTo(const Plan& plan, const Audience& audience);

}  // namespace trackloom
