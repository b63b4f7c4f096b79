#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xlsx_import {

/// What a number format makes of a number.
enum class Shown { number, day, month, year, percent, time };

/// By the format's number where it is one of those built in (ECMA-376 part 1, 18.8.30), else by its code.
Shown shownAs(std::size_t format, std::string_view code);

/// From which day the file counts.
enum class Counted { from1900, from1904 };

/// `2026-05-14` for the number of a day, `2026-05`, `2026`; nothing for what is no day. Times of day are left out.
std::optional<std::string> dateText(double serial, Shown shown, Counted counted);

/// `12.5`: shortest, in the C locale.
std::string numberText(double number);

}  // namespace xlsx_import
