#pragma once

#include "plan/message.h"

#include <cstddef>
#include <utility>

namespace trackloom::xml {

/// Why a file cannot be read, with the place and what to do about it.
struct Refusal {
  Message what;
  Message toDo;
  std::size_t at = 0;    ///< offset in the text
  bool damaged = false;  ///< see `Reading::damaged`
};

/// A file that is damaged.
inline Refusal refusalOfDamaged(Message what, std::size_t at = 0) {
  return {std::move(what), {tr("Have the file sent again."), {}}, at, true};
}

}  // namespace trackloom::xml
