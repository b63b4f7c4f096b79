#pragma once

#include "scene/swimlane/content.h"

namespace trackloom::scene::swimlane {

/// Lanes that follow each other, by their place from the top.
struct LaneRange {
  std::size_t first = 0;
  std::size_t count = 0;
};

/// What of a timeline's content falls into a period and onto some of its lanes. Links that lead elsewhere go and are
/// counted; what has no date stays where `undated` says so.
enum class WithUndated : std::uint8_t { no, yes };
Content partOf(const Content& whole, Span period, LaneRange lanes, WithUndated undated);

/// Does a span have a day in a period?
bool falls(Span span, Span period);

}  // namespace trackloom::scene::swimlane
