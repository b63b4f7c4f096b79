#pragma once

#include "plan/dates.h"
#include "plan/edits.h"

#include <string>

namespace trackloom::sharing {

/// That somebody received a copy of a plan on a day.
struct CopyNote {
  std::string recipient;
  Day day;
  ElementId audience{};  ///< the element of the plan that the copy was made for, if there is one
};

/// The edit that notes in the plan itself who received which version of it.
Edit noteCopy(const Plan& plan, const CopyNote& note);

}  // namespace trackloom::sharing
