#pragma once

#include "checks/study.h"
#include "scene/calendar_axis.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"
#include "scene/words.h"

#include <vector>

namespace trackloom::scene {

using TimelineOptions = DrawingOptions;

/// The swimlane timeline: a lane for each track, plans against what happened and what is forecast, agreements, events,
/// deadlines, hand-overs between lanes, dependencies, the as-of day. In the team's view also forecasts, and the stalled
/// spans that findings of STALL-TRACK and STALL-ACT tell of (their message's `since`, up to the as-of day).
/// Everything with a date in the period is shown once; what has no date is listed below. Plans whose language runs from
/// right to left give the exact mirror image. What is above the readers' level must not be in the study's plan.
Scene timeline(const checks::Study& study, const TimelineOptions& options = {});

/// The same on several pages that lie across: slices of time, and as many lanes on each as can be read, with their
/// heads and the axis on every page. What goes over a cut stands on both sides of it; links that lead to another page
/// are counted there. Empty for a plan without dates.
std::vector<Scene> timelinePages(const checks::Study& study, const TimelineOptions& options, SheetRoom room);

/// A timeline to work on: the drawing, and where days and lanes lie in it.
struct Board {
  struct Lane {
    ElementId track;  ///< empty for what concerns all tracks and for what has none
    double top = 0;
    double bottom = 0;
  };

  Scene scene;
  TimeScale scale{{0, 1}, 0, 1};
  std::vector<Lane> lanes;
  double headWidth = 0;  ///< of the lanes' heads, with the margin beside them
  double top = 0;        ///< of the first lane; the axis lies above it
  double bottom = 0;     ///< of the last lane

  /// The day at a place from the left of the drawing, whichever way time runs in it.
  Day dayAt(double x) const;
  /// The left edge of a day, or the right one where time runs from right to left.
  double xOf(Day day) const;
  const Lane* laneAt(double y) const;
};

/// The timeline of a plan with all its lanes, also before anything has a date: then over the year from the as-of day.
/// Nothing is said yet of its entries and lines: `saidOfEntry` does, once somebody points at one.
Board timelineBoard(const checks::Study& study, const TimelineOptions& options = {});

/// What a timeline says of an entry or a line; nothing of what is neither.
Said saidOfEntry(const checks::Study& study, const TimelineOptions& options, const ElementId& id);

}  // namespace trackloom::scene
