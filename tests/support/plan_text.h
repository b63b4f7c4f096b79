#pragma once

#include "plan/plan.h"
#include "xml/read.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>

namespace trackloom::testing {

/// Lines one after the other.
inline std::string together(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text.append(part).append(1, '\n');
  return text;
}

/// A line with each `#` replaced by a number.
inline std::string numbered(std::string_view pattern, std::size_t number) {
  std::string line;
  for (const char c : pattern) c == '#' ? line.append(std::to_string(number)) : line.append(1, c);
  return line.append(1, '\n');
}

/// The plan of a few elements as files write them, one on a line, in any order. What does not read stays unread.
inline Plan planAsRead(std::string_view lines) {
  std::array<std::string, kindCount> sections;
  while (!lines.empty()) {
    std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (line.find('<') == std::string_view::npos) continue;
    line.remove_prefix(line.find('<'));
    const std::string_view name = line.substr(1, line.find_first_of(" />") - 1);
    const Kind* kind = findKind(name);
    if (!kind) throw std::invalid_argument("no such kind: " + std::string(name));
    sections[static_cast<std::size_t>(kind->id)].append(line).append(1, '\n');
  }
  std::string text = R"(<plan xmlns="urn:trackloom:plan:1" version="1" title="Test">)";
  for (const Kind& kind : kinds()) {
    const std::string& items = sections[static_cast<std::size_t>(kind.id)];
    if (items.empty()) continue;
    text.append("<").append(kind.section).append(">\n").append(items).append("</").append(kind.section).append(">\n");
  }
  xml::Reading reading = xml::read(text + "</plan>\n");
  if (!reading.plan) throw std::invalid_argument("not a plan: " + plainText(reading.refusal->what));
  return *std::move(reading.plan);
}

}  // namespace trackloom::testing
