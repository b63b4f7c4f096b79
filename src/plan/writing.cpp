#include "plan/writing.h"

#include <algorithm>
#include <iterator>

namespace trackloom {

bool writtenRightToLeft(std::string_view tag) {
  constexpr std::string_view codes[] = {"ar", "fa", "he", "ur", "ps", "sd", "ckb", "dv", "yi", "ug", "syr"};
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  return std::ranges::find(codes, primary) != std::end(codes);
}

}  // namespace trackloom
