#pragma once

#include "xml/read.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace trackloom::xml {

/// Collects what a reader could not take as it stood, by its place in the text; lines are counted only at the end.
class Problems {
 public:
  /// Adds what `make` says; it is not asked once there are more than anybody reads.
  template <class Make>
  void add(std::size_t at, const ElementId& element, Make make) {
    if (found_.size() >= maxProblems) {
      ++more_;
    } else {
      found_.push_back({at, {make(), 0, element}});
    }
  }

  /// Hands over what was found, by line.
  void moveTo(Reading& reading, std::string_view text);

 private:
  struct Found {
    std::size_t at = 0;
    Problem problem;
  };
  std::vector<Found> found_;
  std::size_t more_ = 0;
};

/// The line, from 1, that an offset lies in.
int lineAt(std::string_view text, std::size_t at);

/// At most 40 characters of a text, on one line, with an ellipsis where it was longer.
std::string shortened(std::string_view text);

}  // namespace trackloom::xml
