#pragma once

#include "xml/refusal.h"

#include <optional>
#include <string_view>

namespace trackloom::xml {

/// Why a file whose first element has this name and default namespace is no plan, if so.
std::optional<Refusal> refusalOfRoot(std::string_view name, std::string_view space);

}  // namespace trackloom::xml
