#include "xml/problems.h"

#include <algorithm>

namespace trackloom::xml {
namespace {

int linesIn(std::string_view text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

void Problems::moveTo(Reading& reading, std::string_view text) {
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.at < b.at; });
  std::size_t at = 0;
  int line = 1;
  for (Found& found : found_) {
    const std::size_t here = std::min(found.at, text.size());
    line += linesIn(text.substr(at, here - at));
    at = here;
    found.problem.line = line;
    reading.problems.push_back(std::move(found.problem));
  }
  reading.moreProblems += more_;
  found_.clear();
}

int lineAt(std::string_view text, std::size_t at) { return 1 + linesIn(text.substr(0, at)); }

std::string shortened(std::string_view text) {
  constexpr int most = 40;
  std::string out;
  int characters = 0;
  for (const char c : text) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    if (begins && ++characters > most) return out + "…";
    out += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  }
  return out;
}

}  // namespace trackloom::xml
