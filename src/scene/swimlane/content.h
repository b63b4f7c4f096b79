#pragma once

#include "checks/study.h"
#include "scene/calendar_axis.h"
#include "scene/drawing_options.h"
#include "scene/symbols.h"
#include "scene/words.h"

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

/// The swimlane timeline step by step: what it shows (content), where that sits (layout), what it looks like (drawing).
namespace trackloom::scene::swimlane {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

struct Lane {
  enum class Kind : std::uint8_t { general, track, noTrack };
  Kind kind = Kind::track;
  ElementId track;
  std::string name;
  std::string level;
  Hue hue;
};

enum class ItemKind : std::uint8_t { activity, agreement, event, deadline, port };
/// What became of a deadline; unclear once its day has passed and nobody can tell.
enum class Outcome : std::uint8_t { open, met, missed, unclear };

/// One thing that has a place in time, on one lane. A port is the end of a hand-over that is no activity.
struct Item {
  ElementId element;
  ItemKind kind = ItemKind::activity;
  std::size_t lane = 0;
  std::optional<Span> planned;
  std::optional<Span> actual;
  std::optional<Span> forecast;
  bool openEnded =
      false;  ///< waits behind what is stopped or a political precondition: the forecast is only "not before"
  bool leftOut = false;    ///< will not take place, or did not
  bool suggested = false;  ///< not kept yet; without dates it stands where it could
  Sign sign = Sign::none;
  Outcome outcome = Outcome::open;
  std::vector<std::size_t> alsoOn;  ///< further lanes
  std::string label;
  std::string title;
  std::string description;

  /// What its main shape shows: what was and what is forecast, else the plan.
  Span main() const;
  Span whole() const;
  bool isMoment() const { return main().from == main().to; }
};

/// What a hand-over carries, as far as lines tell it apart.
enum class Carried : std::uint8_t { people, texts, knowledge, influence, unsaid };
constexpr std::size_t carriedKinds = 5;

enum class End : std::uint8_t { start, finish };

struct Transfer {
  ElementId element;
  std::size_t from = nowhere;  ///< items
  std::size_t to = nowhere;
  std::optional<std::int64_t> day;
  Carried carried = Carried::unsaid;
  bool delivered = false;
  bool suggested = false;
  std::string title;
  std::string description;
};

struct Dependency {
  ElementId element;
  std::size_t from = nowhere;
  std::size_t to = nowhere;
  End leaves = End::finish;
  End enters = End::start;
  DependencyNature nature = DependencyNature::hard;
  std::string title;
  std::string description;
};

struct Stall {
  ElementId element;
  std::size_t lane = nowhere;
  std::size_t item = nowhere;  ///< of one activity; otherwise of the whole lane
  Span days;
  std::string label;
  std::string title;
};

/// A stretch of time that concerns all lanes: a phase of the process, or a pause of the calendar.
struct Band {
  enum class Kind : std::uint8_t { phase, pause };
  ElementId element;
  Kind kind = Kind::phase;
  Span days;  ///< far outside any period where an end is not recorded
  std::string label;
  std::string title;
  std::string description;
};

struct Undated {
  ElementId element;
  std::string name;
};

struct Content {
  std::vector<Lane> lanes;
  std::vector<Item> items;
  std::vector<Transfer> transfers;
  std::vector<Dependency> dependencies;
  std::vector<Stall> stalls;
  std::vector<Band> bands;       ///< phases, then pauses
  std::vector<Undated> undated;  ///< by kind and id
  std::size_t elsewhere = 0;     ///< links to what stands on other pages
  std::size_t outside = 0;       ///< links to what lies outside the part that is drawn
  std::size_t later = 0;         ///< entries that tell of days after the as-of day only
};

/// Everything of a study that a timeline shows. Items by kind, then id; nothing is left out for being outside a period.
/// What entries and links say beside their names is most of the work; where nobody reads it before pointing at one, it
/// can wait.
enum class Texts : std::uint8_t { all, names };
Content contentOf(const checks::Study& study, const DrawingOptions& options, const Words& words,
                  Texts texts = Texts::all);

/// What is said of an entry or a link; nothing of anything else.
Said saidOf(const checks::Study& study, const DrawingOptions& options, const Words& words, const checks::Item& item);

}  // namespace trackloom::scene::swimlane
