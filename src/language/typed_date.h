#pragma once

#include "language/language.h"
#include "plan/dates.h"

#include <optional>
#include <string_view>

namespace trackloom::language {

/// A date as people type it, in the language or in English: `12 May`, `12 May 2026`, `May 2026`, `12/5/2026` (the day
/// first, as everywhere these languages are written but in the United States), `Q2 2026`, `~2026`, and as files write
/// it. A day without a year is the one nearest ahead of `near`, or at most a quarter of a year back. Nothing for what
/// is no date, or could be two.
std::optional<Date> typedDate(const Language& language, std::string_view text, Day near);

}  // namespace trackloom::language
