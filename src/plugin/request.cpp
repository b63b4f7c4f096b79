#include "plugin/child_process.h"

#include <charconv>

namespace trackloom::plugin {
namespace {

constexpr std::string_view requestMark = "trackloom-plugin-request-1";

template <class Number>
bool parsed(std::string_view text, Number& number) {
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc() && stop == text.data() + text.size();
}

}  // namespace

std::string packedRequest(const Request& request, std::string_view planXml) {
  const Limits& limits = request.limits;
  return packed({requestMark, request.library.string(), isoText(request.asOf), std::to_string(limits.seconds),
                 std::to_string(limits.processorSeconds), std::to_string(limits.memory), std::to_string(limits.output),
                 planXml});
}

std::optional<ReadRequest> unpackedRequest(std::string_view bytes) {
  const auto texts = unpacked(bytes);
  if (!texts || texts->size() != 8 || texts->front() != requestMark) return std::nullopt;
  ReadRequest read;
  Limits& limits = read.request.limits;
  const auto day = parseDay(texts->at(2));
  if (!day || !parsed(texts->at(3), limits.seconds) || !parsed(texts->at(4), limits.processorSeconds) ||
      !parsed(texts->at(5), limits.memory) || !parsed(texts->at(6), limits.output))
    return std::nullopt;
  read.request.library = texts->at(1);
  read.request.asOf = *day;
  read.planXml = texts->at(7);
  return read;
}

}  // namespace trackloom::plugin
