#pragma once

#include "desktop/presenters/speech.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// Something a step asks for, whether it is there, and where one goes to add it.
struct StepItem {
  std::string text;
  enum class Standing : std::uint8_t { done, missing } standing = Standing::missing;
  KindId kind = KindId::activity;
  ElementId element{};  ///< where it is a field that is asked for: the first element without it; empty if there is none
  FieldNumber field = key::title.number;
};

/// One step of planning: its questions, what is done and what is missing.
struct Step {
  std::string title;
  std::string question;
  std::vector<StepItem> items;
  std::size_t findings = 0;  ///< open findings of the rules that belong to it

  std::size_t done() const;
};

/// The steps, in the order one usually goes through them: understand, map actors, design tracks, link tracks, check
/// inclusion, secure the ceasefire, resource it, review do-no-harm, prepare documents.
std::vector<Step> steps(const OpenPlan& open, const Speech& speech);

/// What nobody confirmed since a day, the longest unconfirmed first: for an update round.
std::vector<ElementId> unconfirmedSince(const OpenPlan& open, Day day);
/// The edit that says an activity still stands as it is recorded.
Edit confirmed(const OpenPlan& open, const ElementId& id);

}  // namespace trackloom::desktop
