#pragma once

#include "plan/dates.h"
#include "plan/element_id.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace trackloom {

struct Field;

using Text = std::string;
using Integer = std::int64_t;
using Number = double;

struct Flag {
  bool on = false;
  friend bool operator==(Flag, Flag) = default;
};

/// A word of the field's vocabulary. A team's own word keeps its name in `own`; `term` then is the standard word it
/// behaves like, or `unlisted` where it behaves like none.
struct Choice {
  static constexpr std::uint16_t unlisted = 0xFFFF;
  std::uint16_t term = unlisted;
  ElementId own;
  friend bool operator==(const Choice&, const Choice&) = default;
};

/// An amount in thousandths of a currency named by its ISO 4217 code.
struct Money {
  std::int64_t thousandths = 0;
  std::array<char, 3> currency{};
  friend bool operator==(const Money&, const Money&) = default;
};

using Ref = ElementId;
using Refs = std::vector<ElementId>;
/// Several short texts (other names) or several words of one vocabulary.
using Texts = std::vector<std::string>;

/// Text that does not read as its field's type. Kept and written back; checks cannot tell anything from it.
struct Unread {
  std::string text;
  friend bool operator==(const Unread&, const Unread&) = default;
};

using Value = std::variant<Integer, Text, Number, Flag, Date, Choice, Money, Ref, Refs, Texts, Unread>;

/// What a team's own words of a vocabulary behave like.
class OwnTerms {
 public:
  virtual ~OwnTerms() = default;
  /// The choice for a word that the built-in vocabulary does not have; `Choice{}` if the plan has no such word either.
  virtual Choice find(const Field& field, std::string_view name) const = 0;
};

/// Reads a value as files write it. What does not fit the field's type, vocabulary or range becomes `Unread`.
Value parseValue(const Field& field, std::string_view text, const OwnTerms* ownTerms = nullptr);
/// The same, made in the place where it will stay.
void parseValueInto(Value& out, const Field& field, std::string_view text, const OwnTerms* ownTerms = nullptr);
/// Appends the value as files write it: numbers in the C locale, dates ISO, lists with their separator.
void appendValue(std::string& out, const Field& field, const Value& value);
std::string valueText(const Field& field, const Value& value);
/// What the field expects, as the end of a sentence: "a date such as 2013, 2013-Q2, 2013-05 or 2013-05-14".
std::string expectedForm(const Field& field);

}  // namespace trackloom
