#include "process/process.h"

#include <charconv>

namespace trackloom::process {
namespace {

constexpr std::size_t maxTexts = 1'000'000;

}  // namespace

std::string packed(const std::vector<std::string_view>& texts) {
  std::string bytes;
  for (const std::string_view text : texts) bytes.append(std::to_string(text.size())).append("\n").append(text);
  return bytes;
}

std::optional<std::vector<std::string_view>> unpacked(std::string_view bytes) {
  std::vector<std::string_view> texts;
  while (!bytes.empty()) {
    std::size_t size = 0;
    const char* const end = bytes.data() + bytes.size();
    const auto [stop, problem] = std::from_chars(bytes.data(), end, size);
    if (problem != std::errc() || stop == end || *stop != '\n' || texts.size() >= maxTexts) return std::nullopt;
    bytes.remove_prefix(static_cast<std::size_t>(stop - bytes.data()) + 1);
    if (size > bytes.size()) return std::nullopt;
    texts.push_back(bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  return texts;
}

}  // namespace trackloom::process
