#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"

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

}  // namespace trackloom::scene
