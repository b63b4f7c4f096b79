#pragma once

#include "xml/name_pool.h"
#include "xml/read.h"
#include "xml/refusal.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::xml {

/// An attribute as it stands in a start tag.
struct Attribute {
  std::string_view name;
  std::string_view raw;     ///< between the quotes
  NamePool::Number number;  ///< of the name, in the file
  bool plain;               ///< whether what stands between the quotes is the value itself
};

/// The value of an attribute; `scratch` holds it where it is not what stands there.
std::string_view valueOf(const Attribute& attribute, std::string& scratch);
/// ` name="value"`, the value as it stands there where that can be.
std::string asWritten(const Attribute& attribute);
/// The attribute with a name, or null.
const Attribute* find(std::span<const Attribute> attributes, std::string_view name);

/// Takes an XML file apart, piece by piece from its beginning, without recursion and in constant memory. It keeps the
/// limits of the format, never puts entities in place, and stops with a refusal at the first thing that is not
/// well-formed.
class Tokens {
 public:
  enum class Kind { start, end, text, characters, comment, instruction, doctype, nothing };

  /// Precondition: what no XML may hold has been replaced. The text must outlive this.
  explicit Tokens(std::string_view text) : text_(text) {}

  /// Goes on to the next piece and says what it is: `nothing` at the end, and where there is a refusal.
  Kind next();
  /// Goes behind the end of the element whose start tag this is.
  void skip();
  const std::optional<Refusal>& refusal() const { return refusal_; }

  Kind kind() const { return kind_; }
  /// The name of a start tag.
  std::string_view name() const { return name_; }
  /// The number of that name in the file.
  NamePool::Number nameNumber() const { return nameNumber_; }
  std::span<const Attribute> attributes() const { return {attributes_.data(), attributeCount_}; }
  /// Whether one of them declares a namespace for all that has no prefix.
  bool declaresNamespace() const { return declaresNamespace_; }
  /// Whether a start tag is an element without content, which no end tag follows.
  bool empty() const { return empty_; }
  /// Whether a text is nothing but spaces and line ends.
  bool blank() const { return kind_ == Kind::text && blank_; }
  /// Appends what a text or CDATA section says.
  void appendTextTo(std::string& out) const;

  /// Where the piece begins and ends in the text.
  std::size_t from() const { return from_; }
  std::size_t to() const { return at_; }
  std::string_view since(std::size_t from) const { return text_.substr(from, at_ - from); }

 private:
  Kind refuse(Message what, std::size_t at);
  Kind refuseLimit(const char* what, std::size_t most);
  Kind refuseBroken();
  Kind atEnd();
  Kind text();
  Kind markup();
  Kind through(Kind kind, std::size_t from, std::string_view close);
  Kind instruction();
  Kind doctype();
  Kind endTag();
  Kind startTag();
  const char* readAttribute(const char* p);
  const char* readAttributeName(const char* p, Attribute& attribute);
  const char* readValue(const char* p, Attribute& attribute);
  void readElementName();
  std::string_view readName();
  void skipSpaces();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t from_ = 0;
  Kind kind_ = Kind::nothing;
  NamePool names_;
  std::string_view name_;
  NamePool::Number nameNumber_ = NamePool::none;
  std::string_view content_;
  std::vector<Attribute> attributes_;  // of which the first are those of the present tag
  std::size_t attributeCount_ = 0;
  bool empty_ = false;
  bool declaresNamespace_ = false;
  bool blank_ = false;
  std::array<std::string_view, maxDepth> open_;  // the elements that are open
  std::size_t depth_ = 0;
  std::size_t elements_ = 0;
  std::optional<Refusal> refusal_;
};

}  // namespace trackloom::xml
