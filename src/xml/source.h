#pragma once

#include "xml/markup.h"
#include "xml/problems.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace pugi {
class xml_attribute;
class xml_document;
class xml_node;
}  // namespace pugi

namespace trackloom::xml {

/// The bytes of an XML file, checked and taken apart, with the way back from each node to where it stood.
class Source {
 public:
  /// Checks and parses; what was mended on the way becomes a problem. The bytes must outlive this.
  Source(std::string_view bytes, Problems& problems);
  ~Source();
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  /// Why there is no document.
  const std::optional<Refusal>& refusal() const { return refusal_; }
  const pugi::xml_document& document() const { return *document_; }
  /// No more elements than this stand in it.
  std::size_t elements() const { return elements_; }
  /// Gives the memory of the document back. The text stays.
  void releaseDocument();

  std::string_view text() const { return text_; }
  /// Where a node begins in the text.
  std::size_t placeOf(const pugi::xml_node& node) const;
  /// A node as it stands in the text, well-formed.
  std::string asWritten(const pugi::xml_node& node) const;
  /// ` name="value"`, the value as it stands in the text where that can be.
  std::string asWritten(const pugi::xml_attribute& attribute) const;

 private:
  bool checkBytes(std::string_view bytes, Problems& problems);
  bool checkDeclaration();
  bool checkTags(Problems& problems);
  void parse();
  bool refuse(Refusal refusal);
  std::size_t offset(const char* inBuffer) const;

  std::string_view text_;
  std::string repaired_;            // what `text_` views if something had to be mended
  std::unique_ptr<char[]> buffer_;  // the text again, for the parser to write into
  std::unique_ptr<pugi::xml_document> document_;
  std::optional<Refusal> refusal_;
  Outline outline_;
  std::size_t elements_ = 0;
};

}  // namespace trackloom::xml
