#pragma once

#include "plan/names.h"
#include "plan/vocabulary.h"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace trackloom {

enum class FieldType : std::uint8_t { text, integer, number, flag, date, choice, money, ref, refs, texts, terms };

/// How much a plan needs the field. Links whose required end goes away go with it.
enum class Presence : std::uint8_t { optional, recommended, required };

/// What the order of a list means.
enum class Order : std::uint8_t { set, sequence, firstIsPrimary };

/// Where files write the field.
enum class Form : std::uint8_t { attribute, prose };

/// What a redacted copy does with the field.
enum class Redaction : std::uint8_t { name, date, number, text, structural };

/// A set of kinds, for the targets of references.
class KindSet {
 public:
  constexpr KindSet() = default;
  constexpr KindSet(std::initializer_list<KindId> kinds) {
    for (const KindId kind : kinds) bits_ |= bit(kind);
  }
  static constexpr KindSet any() {
    KindSet all;
    all.bits_ = ~std::uint64_t{0};
    return all;
  }
  constexpr bool has(KindId kind) const { return (bits_ & bit(kind)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

 private:
  static constexpr std::uint64_t bit(KindId kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }
  std::uint64_t bits_ = 0;
};

/// One field of a kind: everything that reading, writing, forms, documents, merging and redaction need to know.
struct Field {
  FieldNumber number;
  std::string_view name;
  std::string_view label;
  std::string_view help;
  FieldType type = FieldType::text;
  VocabularyId vocabulary = VocabularyId::none;
  KindSet targets;
  Presence presence = Presence::optional;
  Order order = Order::set;
  Form form = Form::attribute;
  Redaction redaction = Redaction::text;
  bool translatable = false;
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
};

/// Does a field name other elements, one or several?
inline bool isReference(const Field& field) { return field.type == FieldType::ref || field.type == FieldType::refs; }

/// One kind of element.
struct Kind {
  KindId id;
  std::string_view name;         ///< the XML element: `activity`
  std::string_view section;      ///< the XML section: `activities`
  std::string_view label;        ///< "Activity"
  std::string_view pluralLabel;  ///< "Activities"
  std::string_view help;
  std::string_view level;     ///< classification of a new element: `team` or `core`
  std::vector<Field> fields;  ///< in the order of forms and files; the fields common to all kinds come last

  /// The place of a field in `fields`, or -1.
  int position(FieldNumber number) const;
  const Field* find(FieldNumber number) const;
  const Field* find(std::string_view fieldName) const;
  /// Links are elements whose required references tie two or more other elements together.
  bool isLink() const;
};

/// So many fields a kind may have.
inline constexpr int mostFields = 56;
inline constexpr std::int8_t noPlace = -1;
/// For each kind and field number the place of the field in `Kind::fields`, or `noPlace`. Filled by `kinds()`.
extern std::array<std::array<std::int8_t, fieldNames.size()>, kindCount> fieldPlaces;

std::span<const Kind> kinds();
const Kind& kindOf(KindId id);
const Kind* findKind(std::string_view name);
const Kind* findKindBySection(std::string_view section);

}  // namespace trackloom
