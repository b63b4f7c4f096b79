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

/// One entry of `field-levels`: a field, null for one the kind does not have, and the lowest level of its readers.
struct FieldLevel {
  const Field* field;
  Classification level;
};
FieldLevel fieldLevel(const Kind& kind, std::string_view entry);

/// The plan as an audience may see it: elements and fields above its level are gone, with the links that need them and
/// every mention of them. The plan element stays with its title, languages, as-of day and rest days, which no paper can
/// do without, and keeps the rest only for its own level. Nobody is shown what is only suggested. Outputs are made from
/// this.
Plan visibleTo(const Plan& plan, const Audience& audience);

}  // namespace trackloom
