#pragma once

#include "plan/plan.h"

#include <deque>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace trackloom::xml {

// Where the canonical form puts XML that this version does not know. What stands before and behind the plan element
// itself is kept as pieces of the section `plan`, whose one element it is.

/// How far a line is indented: what belongs to the document, to the plan, to a section or to an element.
enum class Indent : std::size_t { document = 0, plan = 2, section = 4, element = 6 };

/// Adds a further piece of XML on a line of its own.
void joinLines(std::string& xml, std::string_view further, Indent indent);

/// Sorts pieces into the order in which they are written: section, between sections or in them, element before it.
std::tuple<std::size_t, int, ElementId> canonicalPlace(const ForeignXml::Piece& piece);

Indent indentOf(const ForeignXml::Piece& piece);

/// Collects what a reader does not know and keeps it in place.
class ForeignPieces {
 public:
  /// Keeps a piece; its `xml` may be empty, which keeps nothing.
  void keep(ForeignXml::Piece piece);
  /// Keeps an attribute of a section; false if it had one of this name already.
  bool keepAttribute(KindId section, const std::string& name, const std::string& written);
  /// Everything in canonical order, beside the elements of the plan.
  ForeignXml finish(const Plan& plan);

 private:
  std::deque<ForeignXml::Piece> pieces_;  // grows without copying: there may be as many as elements
  std::set<std::pair<KindId, std::string>> attributeNames_;
  std::vector<std::string> attributes_ = std::vector<std::string>(kindCount);
};

}  // namespace trackloom::xml
