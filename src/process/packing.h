#pragma once

#include <string_view>

namespace trackloom::process {

/// How a request to a child process begins.
constexpr std::string_view requestMark = "trackloom-request-2";

}  // namespace trackloom::process
