#pragma once

#include "plan/message.h"
#include "plan/plan.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace trackloom {

/// Something a person did to a plan, under a name they would give it. Undo is the same with before and after
/// exchanged. Consecutive edits with the same merge key (typing into one field) count as one.
struct Edit {
  Message label;
  std::vector<Change> changes;
  std::string mergeKey;
};

Plan apply(const Plan& plan, const Edit& edit);
Edit inverse(const Edit& edit);

/// An id that no element of the plan has, from random bits the caller supplies.
ElementId freshId(const Plan& plan, std::uint64_t randomBits);
/// An id that no element of the plan has, derived from a text: two people who make the same edit make the same element.
ElementId derivedId(const Plan& plan, std::string text);

// Pure edits: each says what would change and changes nothing. An edit without changes changes nothing.

Edit addElement(const Plan& plan, Element element);
Edit setField(const Plan& plan, const ElementId& id, FieldNumber field, Value value);
Edit clearField(const Plan& plan, const ElementId& id, FieldNumber field);
/// Removes elements, the links that need them (and links of those), and mentions of them elsewhere.
Edit removeWithLinks(const Plan& plan, std::span<const ElementId> ids);
/// A copy of an element under a new id; its links stay with the original.
Edit duplicate(const Plan& plan, const ElementId& id, const ElementId& newId);
/// Moves the planned dates of elements by whole days; what has happened stays where it is.
Edit moveInTime(const Plan& plan, std::span<const ElementId> ids, std::int64_t days);

}  // namespace trackloom
