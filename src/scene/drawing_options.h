#pragma once

#include "checks/finding.h"
#include "scene/scene.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::scene {

/// Who a drawing is for. Stalled spans and forecasts are the team's own; outward drawings show what is planned and what
/// has happened.
enum class View : std::uint8_t { outward, team };

/// Gives a sentence in the reader's language; places in braces stay as they are.
using Translate = std::function<std::string(std::string_view)>;

struct DrawingOptions {
  std::optional<Day> firstDay;  ///< without one, the period holds everything that has a date
  std::optional<Day> lastDay;
  double width = 900;  ///< points
  View view = View::outward;
  std::string language;                ///< of titles and names; empty for the plan's main language
  std::optional<Direction> direction;  ///< empty for that of the language
  std::vector<checks::Finding> findings;
  Translate translate;  ///< without one, the drawing's own words are English
  /// Gives a message in the reader's language, its numbers and dates written out; without it, see `translate`.
  std::function<Message(const Message&)> localize = {};
};

}  // namespace trackloom::scene
