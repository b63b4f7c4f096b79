#pragma once

#include "checks/finding.h"
#include "checks/study.h"
#include "plan/scope.h"
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

/// Whether a drawing says what it is; on the screen the window does.
enum class Heading : std::uint8_t { shown, left };

/// Gives a sentence in the reader's language; places in braces stay as they are.
using Translate = std::function<std::string(std::string_view)>;

/// The room for a drawing on a sheet of paper, in points.
struct SheetRoom {
  double shortSide;
  double longSide;
};

/// How many points a drawing for a sheet is wide, by point of the sheet: text of 8.5 points still is read at 7.
inline constexpr double roomierThanPaper = 1.2;

struct DrawingOptions {
  std::optional<Day> firstDay;  ///< without one, the period holds everything that has a date
  std::optional<Day> lastDay;
  double width = 900;  ///< points
  View view = View::outward;
  Heading heading = Heading::shown;
  std::string language;                ///< of titles and names; empty for the plan's main language
  std::optional<Direction> direction;  ///< empty for that of the language
  std::vector<checks::Finding> findings;
  std::optional<Plan> part;  ///< what of the study's plan is shown; all of it without one
  Scope scope;               ///< the tracks and issues to which `part` is narrowed
  Translate translate;       ///< without one, the drawing's own words are English
  /// Gives a message in the reader's language, its numbers and dates written out; without it, see `translate`.
  std::function<Message(const Message&)> localize = {};
};

/// The elements of a kind that are to be shown, by id.
std::vector<const checks::Item*> shown(const checks::Study& study, const DrawingOptions& options, KindId kind);
bool isShown(const checks::Item& item, const DrawingOptions& options);

}  // namespace trackloom::scene
