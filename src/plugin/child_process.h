#pragma once

#include "plan/plan.h"
#include "plugin/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace trackloom::plugin {

/// What a child process is asked to do.
struct Request {
  std::filesystem::path library;
  Day asOf;
  Limits limits;
};

std::string packedRequest(const Request& request, std::string_view planXml);

struct ReadRequest {
  Request request;
  std::string_view planXml;  ///< lies in the bytes that were read
};

/// Nothing if the bytes are no request.
std::optional<ReadRequest> unpackedRequest(std::string_view bytes);

/// Runs a plugin in a process of its own, started with these words, and waits for its result. Whatever the plugin does
/// there, this returns when the limits are reached at the latest. Throws an `Error` if the process cannot be started.
Result runInChild(const std::vector<std::string>& command, const Request& request, std::string_view planXml);

}  // namespace trackloom::plugin
