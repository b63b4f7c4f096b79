#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace trackloom::sharing {

/// Invented names: names of stones, which belong to no person, people or place of talks. Under one seed the same thing
/// always has the same name and no two things share one.
class Pseudonyms {
 public:
  explicit Pseudonyms(std::string_view seed) : seed_(seed) {}

  /// The name for what is told apart from others by this text.
  const std::string& nameFor(const std::string& what);

 private:
  std::string seed_;
  std::map<std::string, std::string> names_;
  std::set<std::string> taken_;
};

}  // namespace trackloom::sharing
