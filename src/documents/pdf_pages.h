#pragma once

#include "documents/programs.h"

#include <cstddef>
#include <string>
#include <vector>

namespace trackloom::documents {

// The pages of a PDF as they will be printed, for the screen.

struct PageSize {
  double width = 0;  ///< points
  double height = 0;
};

/// The sizes of all pages. Throws what running programs throws.
std::vector<PageSize> pageSizes(const std::string& pdf, Programs& programs);

/// A page, counted from 0, as a PNG. Throws what running programs throws.
std::string pagePicture(const std::string& pdf, std::size_t page, int dotsPerInch, Programs& programs);

}  // namespace trackloom::documents
