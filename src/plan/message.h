#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "plan/dates.h"

namespace trackloom {

/// Marks a sentence that a user reads, so that translators find it. The shell translates it.
constexpr const char* tr(const char* text) { return text; }

/// A sentence for a user: a pattern with named places, and what stands in them.
/// `{"{track} has had no movement since {day}.", {{"track", title}, {"day", day}}}`
/// Whole sentences only: no message is made by joining pieces.
struct Message {
  using Argument = std::variant<std::string, std::int64_t, Day, Date>;
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

/// The sentence in the pattern's own language, dates as ISO, numbers plain.
std::string plainText(const Message& message);

}  // namespace trackloom
