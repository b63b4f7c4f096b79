#include "plugin/request.h"

#include <charconv>

namespace trackloom::plugin {
namespace {

constexpr std::string_view requestMark = "trackloom-plugin-request-3";
constexpr std::string_view viewNames[] = {"outward", "team"};

}  // namespace

std::string packedRequest(const Request& request, std::string_view planXml) {
  return process::packed({requestMark, request.library.string(), isoText(request.asOf),
                          std::to_string(request.limits.output), viewNames[static_cast<std::size_t>(request.view)],
                          planXml});
}

std::optional<ReadRequest> unpackedRequest(std::string_view bytes) {
  const auto texts = process::unpacked(bytes);
  if (!texts || texts->size() != 6 || texts->front() != requestMark) return std::nullopt;
  ReadRequest read;
  const auto day = parseDay(texts->at(2));
  const std::string_view output = texts->at(3);
  const auto [stop, problem] =
      std::from_chars(output.data(), output.data() + output.size(), read.request.limits.output);
  if (!day || problem != std::errc() || stop != output.data() + output.size()) return std::nullopt;
  read.request.library = texts->at(1);
  read.request.asOf = *day;
  read.request.view = texts->at(4) == viewNames[1] ? scene::View::team : scene::View::outward;
  read.planXml = texts->at(5);
  return read;
}

}  // namespace trackloom::plugin
