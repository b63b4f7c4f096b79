#pragma once

#include "plan/key.h"
#include "plan/kind.h"
#include "plan/terms.h"
#include "plan/value.h"

#include <bit>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom {

/// A translatable text in a further language of the plan.
struct Translation {
  FieldNumber field;
  std::string language;
  Text text;
  friend bool operator==(const Translation&, const Translation&) = default;
};

/// What only few elements have: further languages, and XML that this version does not know, kept as it stood.
struct Extras {
  std::vector<Translation> translations;
  std::string unknownAttributes;  ///< each ` name="value"`, escaped as in the file
  std::string unknownChildren;    ///< child elements and comments, as XML
  bool empty() const { return translations.empty() && unknownAttributes.empty() && unknownChildren.empty(); }
  friend bool operator==(const Extras&, const Extras&) = default;
};

/// One thing of a plan: an id, a kind and a few fields. A value: changing it makes a new one.
class Element {
 public:
  struct Slot {
    FieldNumber number;
    std::uint8_t position;  ///< place of the field in its kind
    Value value;
    friend bool operator==(const Slot&, const Slot&) = default;
  };

  Element(KindId kind, ElementId id) : id_(id), kind_(kind) {}
  /// For readers: an element whose fields lie in memory that many share and that outlasts it. Its copies have their
  /// own.
  Element(KindId kind, ElementId id, std::pmr::memory_resource& shared) : id_(id), kind_(kind), slots_(&shared) {}

  const ElementId& id() const { return id_; }
  KindId kind() const { return kind_; }
  const Kind& definition() const { return kindOf(kind_); }

  /// The value under a key, or null if it is missing or did not read as the key's type.
  template <class T>
  const T* get(Key<T> key) const {
    const Value* value = find(key.number);
    return value ? std::get_if<T>(value) : nullptr;
  }
  const Value* find(FieldNumber number) const {
    // The places are filled before the first element has a field.
    const auto place = has_ != 0 ? fieldPlaces[static_cast<std::size_t>(kind_)][number.value] : noPlace;
    if (place == noPlace || (has_ >> place & 1) == 0) return nullptr;
    return &slots_[static_cast<std::size_t>(std::popcount(has_ & (bitAt(place) - 1)))].value;
  }
  bool has(FieldNumber number) const { return find(number) != nullptr; }
  bool unread(FieldNumber number) const;

  /// The word under a key as an enumerator; nothing if missing, unread, or a team's own word that behaves like none.
  template <class Enum>
  std::optional<Enum> word(Key<Choice> key) const {
    const Choice* choice = get(key);
    if (!choice || choice->term == Choice::unlisted) return std::nullopt;
    if (const Field* field = definition().find(key.number); !field || field->vocabulary != vocabularyOf<Enum>)
      return std::nullopt;
    return static_cast<Enum>(choice->term);
  }
  template <class Enum>
  bool is(Key<Choice> key, Enum word_) const {
    return word<Enum>(key) == word_;
  }
  /// References of a list field; empty if there are none.
  std::span<const ElementId> refs(Key<Refs> key) const;
  /// The reference under a key, or an empty id.
  ElementId ref(Key<Ref> key) const;
  /// Does a list of vocabulary words hold this word?
  bool hasTerm(Key<Texts> key, std::string_view term) const;
  /// The text under a key in a language, else in the main language, else empty.
  std::string_view text(Key<Text> key, std::string_view language = {}) const;
  /// The title or name people call it by; its id if it has none.
  std::string_view title(std::string_view language = {}) const;

  std::span<const Slot> slots() const { return slots_; }
  const Extras& extras() const;

  /// Sets or replaces a field. Precondition: the kind has the field.
  Element& set(FieldNumber number, Value value);
  template <class T>
  Element& set(Key<T> key, T value) {
    return set(key.number, Value(std::move(value)));
  }
  Element& clear(FieldNumber number);
  Element& translate(FieldNumber number, std::string_view language, Text text);
  Element& setExtras(Extras extras);
  /// Adds a field behind all others, for readers that meet fields in the order of the kind. Null if out of order.
  Value* append(FieldNumber number, std::uint8_t position) {
    if (!slots_.empty() && slots_.back().position >= position) return nullptr;
    has_ |= bitAt(position);
    Slot& slot = slots_.emplace_back();  // made in place: values are costly to move
    slot.number = number;
    slot.position = position;
    return &slot.value;
  }
  void reserve(std::size_t count) { slots_.reserve(count); }
  Element withId(ElementId id) const;

  friend bool operator==(const Element& a, const Element& b);

 private:
  static constexpr std::uint64_t bitAt(int place) { return std::uint64_t{1} << place; }

  ElementId id_;
  KindId kind_ : 8;
  std::uint64_t has_ : mostFields = 0;  // by position, whether a field is there: most questions are for what is not
  std::pmr::vector<Slot> slots_;        // by position
  std::shared_ptr<const Extras> extras_;
};

using ElementPtr = std::shared_ptr<const Element>;

/// The classification of an element, for kinds and elements that state none too. Unknown words count as core.
Classification classificationOf(const Element& element);

}  // namespace trackloom
