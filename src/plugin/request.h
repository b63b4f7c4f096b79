#pragma once

#include "plan/plan.h"
#include "plugin/result.h"
#include "scene/drawing_options.h"

#include <filesystem>
#include <string>

namespace trackloom::plugin {

/// What a child process is asked to do.
struct Request {
  enum class Task : std::uint8_t { exportPlan, readTables };
  Task task = Task::exportPlan;
  std::filesystem::path library;
  Day asOf;
  Limits limits;
  scene::View view = scene::View::team;
};

/// `content` is the plan as XML, or the file that is to be read.
std::string packedRequest(const Request& request, std::string_view content);

struct ReadRequest {
  Request request;
  std::string_view content;  ///< lies in the bytes that were read
};

/// Nothing if the bytes are no request.
std::optional<ReadRequest> unpackedRequest(std::string_view bytes);

}  // namespace trackloom::plugin
