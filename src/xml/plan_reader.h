#pragma once

#include "plan/plan.h"
#include "xml/field_reader.h"
#include "xml/foreign.h"
#include "xml/ids.h"
#include "xml/source.h"

#include <array>
#include <optional>
#include <vector>

namespace trackloom::xml {

/// Makes a plan from the tree of a file.
class PlanReader {
 public:
  PlanReader(const Source& source, Problems& problems);

  /// Takes everything from the tree, which is not needed afterwards.
  void take(const pugi::xml_node& root);
  /// The plan that was taken.
  Plan finish();

 private:
  void readOwnTerms(const pugi::xml_node& root);
  void readRoot(const pugi::xml_node& root);
  void readDocument(const pugi::xml_node& root);
  void readSection(const pugi::xml_node& section, const Kind& kind);
  /// Reads one element; false if it is of another namespace.
  bool readElement(const pugi::xml_node& node, const Kind& kind);
  void add(std::shared_ptr<const Element> element);
  ElementId idFor(const pugi::xml_node& node, const Kind& kind);
  void keepForeign(const pugi::xml_node& node, ForeignXml::Piece place);
  void sayMisplaced(const pugi::xml_node& node);

  const Source& source_;
  Problems& problems_;
  FieldOrders orders_;
  Ids ids_;
  std::optional<PlanTerms> ownTerms_;
  std::array<std::vector<ElementPtr>, kindCount> elements_;
  std::array<bool, kindCount> inOrder_;  // whether they came by id
  std::array<std::size_t, kindCount> met_{};
  ForeignPieces foreign_;
};

}  // namespace trackloom::xml
