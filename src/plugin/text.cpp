#include "plugin/text.h"

#include <cstdint>

namespace trackloom::plugin {
namespace {

/// How many bytes the UTF-8 character at the beginning takes; 0 if there is none (RFC 3629, section 4).
std::size_t characterLength(std::string_view bytes) {
  const auto at = [&](std::size_t i) {
    return i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : std::uint8_t{0};
  };
  const auto follows = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
  const std::uint8_t lead = at(0);
  if (lead > 0 && lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead < 0xF0) {
    const bool inRange = (lead != 0xE0 || at(1) >= 0xA0) && (lead != 0xED || at(1) < 0xA0);
    return inRange && follows(1) && follows(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead < 0xF5) {
    const bool inRange = (lead != 0xF0 || at(1) >= 0x90) && (lead != 0xF4 || at(1) < 0x90);
    return inRange && follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

bool isText(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = characterLength(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::string shownSentence(std::string_view sentence) {
  constexpr std::size_t longest = 1'000;
  std::string shown;
  while (!sentence.empty() && shown.size() < longest) {
    const std::size_t length = characterLength(sentence);
    const bool control =
        length == 1 && (static_cast<std::uint8_t>(sentence.front()) < 0x20 || sentence.front() == 0x7F);
    if (length > 0) shown += control ? std::string_view(" ") : sentence.substr(0, length);
    sentence.remove_prefix(length == 0 ? 1 : length);
  }
  return shown;
}

}  // namespace trackloom::plugin
