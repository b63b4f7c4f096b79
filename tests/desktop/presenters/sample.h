#pragma once

#include "desktop/presenters/open_plan.h"
#include "desktop/presenters/speech.h"
#include "support/plan_text.h"

#include <memory>

namespace trackloom::desktop::test {

/// Two tracks with an activity on each, two actors, an issue.
inline Plan smallPlan() {
  return trackloom::testing::planAsRead(R"(
      <track id="t1" name="Official talks" level="1"/>
      <track id="t2" name="Women's forum" level="3"/>
      <issue id="i1" title="Land"/>
      <actor id="a1" name="Convening office"/>
      <actor id="a2" name="Forum, the"/>
      <activity id="v1" title="Round 1" tracks="t1" planned-start="2026-06-10" planned-finish="2026-06-14"/>
      <activity id="v2" title="Consultation" tracks="t2" planned-start="2026-06-20" planned-finish="2026-06-24"/>
  )");
}

inline constexpr std::string_view today = "2026-06-01";

inline ElementId id(std::string_view text) { return *ElementId::parse(text); }

/// A field of an element as files write it; empty if it is not there.
inline std::string written(const OpenPlan& open, std::string_view element, FieldNumber field) {
  const Element* found = open.plan().find(id(element));
  const Value* value = found ? found->find(field) : nullptr;
  return value ? valueText(*found->definition().find(field), *value) : std::string();
}

}  // namespace trackloom::desktop::test
