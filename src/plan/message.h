#pragma once

#include "plan/dates.h"
#include "plan/element_id.h"
#include "plan/vocabulary.h"

#include <cstdint>
#include <functional>
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
/// shown the name, in the language and at the level of openness, that is theirs. What stands in a place as messages is
/// of the program's own and translated with the sentence: the label of a field, another finding.
/// `{days|day|days}` is the form that goes with the number in the place `days`, and `#` in a form is the number itself:
/// Arabic has six forms and says one and two without a number, `{days|# يوم|يوم واحد|يومان|# أيام|# يومًا|# يوم}`.
struct Message {
  using Argument =
      std::variant<std::string, std::int64_t, Day, Date, ElementId, std::vector<ElementId>, std::vector<Message>>;
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

/// A word of the program's own, such as the label of a field, or several of them, to stand in a place.
Message::Argument ownWord(std::string_view english);
Message::Argument ownWords(const std::vector<std::string_view>& english);
/// A word of a vocabulary by its label; one that is not in it as it stands.
Message wordOf(VocabularyId vocabulary, std::string_view name);

/// The pattern with one form wherever it has several for a number. `choose` says which, of how many.
std::string withForms(const Message& message, const std::function<std::size_t(std::int64_t, std::size_t)>& choose);

/// What an element is called: by its title or name, a link by its kind and what it ties together, and by its id if it
/// has neither or is not in the plan.
Message calledBy(const Plan& plan, const ElementId& id);
/// The message with what its elements are called in their places.
Message withNames(const Message& message, const Plan& plan);

/// The sentence in the pattern's own language, with the forms English has for its numbers: elements as they are called
/// in the plan (by id without one), dates as ISO, numbers plain. `between` parts what several stand in one place.
std::string plainText(const Message& message, const Plan* plan = nullptr, std::string_view between = ", ");

}  // namespace trackloom
