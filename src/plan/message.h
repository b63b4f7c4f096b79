#pragma once

#include "plan/dates.h"
#include "plan/element_id.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace trackloom {

class Plan;

/// Marks a sentence that a user reads, so that translators find it. The shell translates it.
constexpr const char* tr(const char* text) { return text; }

/// A sentence for a user: a pattern with named places, and what stands in them.
/// `{tr("{track} has had no movement since {day}."), {{"track", track.id()}, {"day", day}}}`
/// Whole sentences only: no message is made by joining pieces. Elements stand in it by id, so that each reader is
/// shown the name, in the language and at the level of openness, that is theirs.
struct Message {
  using Argument = std::variant<std::string, std::int64_t, Day, Date, ElementId, std::vector<ElementId>>;
  struct Place {
    const char* name;
    Argument value;
    friend bool operator==(const Place& a, const Place& b) {
      return std::string_view(a.name) == b.name && a.value == b.value;
    }
  };

  std::string pattern;
  std::vector<Place> places;

  friend bool operator==(const Message&, const Message&) = default;
};

/// The sentence in the pattern's own language: elements by their titles in the plan (by id without one), several of
/// them with commas between, dates as ISO, numbers plain.
std::string plainText(const Message& message, const Plan* plan = nullptr);

}  // namespace trackloom
