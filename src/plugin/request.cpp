#include "plugin/request.h"

#include <charconv>

namespace trackloom::plugin {
namespace {

constexpr std::string_view requestMark = "trackloom-plugin-request-4";
constexpr std::string_view taskNames[] = {"export", "read"};
constexpr std::string_view viewNames[] = {"outward", "team"};

}  // namespace

std::string packedRequest(const Request& request, std::string_view content) {
  return process::packed({requestMark, request.library.string(), isoText(request.asOf),
                          std::to_string(request.limits.output), viewNames[static_cast<std::size_t>(request.view)],
                          taskNames[static_cast<std::size_t>(request.task)], content});
}

std::optional<ReadRequest> unpackedRequest(std::string_view bytes) {
  const auto texts = process::unpacked(bytes);
  if (!texts || texts->size() != 7 || texts->front() != requestMark) return std::nullopt;
  ReadRequest read;
  const auto day = parseDay(texts->at(2));
  const std::string_view output = texts->at(3);
  const auto [stop, problem] =
      std::from_chars(output.data(), output.data() + output.size(), read.request.limits.output);
  if (!day || problem != std::errc() || stop != output.data() + output.size()) return std::nullopt;
  read.request.library = texts->at(1);
  read.request.asOf = *day;
  read.request.view = texts->at(4) == viewNames[1] ? scene::View::team : scene::View::outward;
  read.request.task = texts->at(5) == taskNames[1] ? Request::Task::readTables : Request::Task::exportPlan;
  read.content = texts->at(6);
  return read;
}

}  // namespace trackloom::plugin
