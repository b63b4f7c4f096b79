#pragma once

#include "plan/plan.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::tables {

/// A title or name as two of them are compared: letters folded, white space as one space, no points
/// behind letters.
std::string foldedTitle(std::string_view title);

/// Finds elements by what they are called: their titles in every language, and their other names.
class KnownNames {
 public:
  explicit KnownNames(const Plan& plan);
  void add(const Element& element);

  /// The elements of the kinds that have exactly this title or name, letters folded.
  std::vector<ElementId> called(const KindSet& kinds, std::string_view name) const;
  struct Alike {
    ElementId element;
    std::string name;  ///< as it is written there
  };
  /// Those whose names sound like it.
  std::vector<Alike> soundingLike(const KindSet& kinds, std::string_view name) const;

 private:
  void add(const Element& element, std::string_view name);

  struct Known {
    KindId kind;
    ElementId element;
    std::string name;
  };
  std::multimap<std::string, Known> byTitle_;
  std::multimap<std::string, Known> bySound_;
};

}  // namespace trackloom::tables
