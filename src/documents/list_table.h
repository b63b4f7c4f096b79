#pragma once

#include "documents/json.h"
#include "documents/tables.h"
#include "plan/plan.h"

#include <span>
#include <string>

namespace trackloom::documents {

/// An element as an object: `id`, `kind`, its fields by their file names, and `translations` by field and language.
/// Numbers stay numbers and flags truth values; lists become arrays; everything else is text as files write it.
Json elementJson(const Element& element);

/// The elements of the kinds, in the order given and by id.
Json listJson(const Plan& plan, std::span<const Kind* const> kinds);

/// The same as a table: `id`, `kind` if there are several kinds, then a column for every field of the kinds, and
/// behind it one for each further language that any of them has it in: `title:ar`.
Table listTable(const Plan& plan, std::span<const Kind* const> kinds);

/// What to call an element in a list: its title, or for a link without one the titles of what it ties together.
std::string listTitle(const Plan& plan, const Element& element);

}  // namespace trackloom::documents
