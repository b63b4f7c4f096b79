#pragma once

#include "plan/plan.h"
#include "xml/field_reader.h"
#include "xml/foreign.h"
#include "xml/ids.h"

#include <array>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::xml {

/// Makes a plan from the text of a file.
class PlanReader {
 public:
  PlanReader(std::string_view text, Problems& problems);

  /// Takes in the whole file; says why not if it is not well-formed or no plan of a version that is read.
  std::optional<Refusal> read();
  /// The version that was found, if it is an earlier one: the file must be migrated first.
  std::optional<int> earlierVersion() const { return earlierVersion_; }
  /// The plan that was read.
  Plan finish();

 private:
  /// Elements are made in blocks that they share with their fields: few allocations for many, and neighbours lie
  /// together.
  struct Block {
    static constexpr std::size_t elementCount = 128;
    static constexpr std::size_t usualFields = 4;

    Block() { elements.reserve(elementCount); }

    std::pmr::monotonic_buffer_resource memory{elementCount * usualFields * sizeof(Element::Slot)};
    std::vector<Element> elements;
  };

  std::optional<Refusal> readRoot();
  std::optional<Refusal> checkRoot();
  void readRootContent(FieldReader& fields);
  void readSection(const Kind& kind);
  void readSectionAttributes(const Kind& kind);
  /// Reads one element; false if it is of another namespace.
  bool readElement(const Kind& kind);
  template <class Take, class KeepRest>
  void readContent(const Element* inside, Take take, KeepRest keepRest);
  ElementId idFor(const Kind& kind);
  ElementId idOfRoot();
  std::shared_ptr<Element> newElement(KindId kind, ElementId id);
  void add(std::shared_ptr<const Element> element);
  void decide();

  /// Keeps what was gone over since `from` as it stands.
  void keep(std::size_t from, ForeignXml::Piece place);
  void sayMisplaced(std::string_view name, std::size_t at);
  void sayStray(const Element* inside);

  Problems& problems_;
  Tokens tokens_;
  ReadingContext context_;
  Ids ids_;
  std::string remark_;  // on the id of the element that begins
  std::shared_ptr<Block> block_;
  std::array<std::vector<ElementPtr>, kindCount> elements_;
  std::array<bool, kindCount> outOfOrder_{};
  std::array<std::size_t, kindCount> met_{};
  ForeignPieces foreign_;
  std::optional<int> earlierVersion_;
};

}  // namespace trackloom::xml
