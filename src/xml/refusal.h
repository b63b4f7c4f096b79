#pragma once

#include "plan/message.h"

#include <cstddef>

namespace trackloom::xml {

/// Why a file cannot be read, with the place and what to do about it.
struct Refusal {
  Message what;
  Message toDo;
  std::size_t at = 0;  ///< offset in the text
};

/// What to do about a file that is damaged.
inline Message openPreviousVersion() {
  return {tr("Open the version before it, which stands beside it with ~ at the end of its name, or have the file sent "
             "again."),
          {}};
}

}  // namespace trackloom::xml
