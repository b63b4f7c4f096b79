#pragma once

#include "plan/element.h"
#include "xml/source.h"

#include <array>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trackloom::xml {

/// The names of the fields of all kinds, close together: they are compared more often than anything else.
class FieldNames {
 public:
  FieldNames();
  std::span<const std::string_view> of(KindId kind) const { return names_[static_cast<std::size_t>(kind)]; }

 private:
  std::array<std::vector<std::string_view>, kindCount> names_;
};

/// What reading an element needs besides the element.
struct ReadingContext {
  const Source& source;
  Problems& problems;
  const FieldNames& names;
  const OwnTerms* ownTerms;
};

/// Fills one element with the fields, translations and unknown content of its XML.
class FieldReader {
 public:
  FieldReader(const ReadingContext& context, Element& element);

  /// Takes all attributes; false if they say that the element belongs to another namespace.
  bool takeAttributes(const pugi::xml_node& node);
  /// Takes a child that is one of the element's fields in a form that can be read; false if it is not.
  bool takeChild(const pugi::xml_node& child);
  /// Keeps a child as it stands.
  void keepChild(const pugi::xml_node& child);
  /// Hands over what was found besides the fields. To be called once, at the end.
  void finish();

 private:
  int position(const char* name);
  /// Takes the attributes from one on that are fields, and gives the first that is not.
  pugi::xml_attribute takeFields(pugi::xml_attribute attribute, const pugi::xml_node& node);
  void takeValue(int position, std::string_view text, const pugi::xml_node& where);
  bool takeTranslation(int position, std::string_view language, const pugi::xml_node& child);
  void keepAttribute(const pugi::xml_attribute& attribute, const pugi::xml_node& where);
  void sayUnread(const Field& field, std::string_view text, const pugi::xml_node& where);
  void sayTwice(std::string_view name, std::string_view text, const pugi::xml_node& where);

  const ReadingContext& context_;
  Element& element_;
  const Kind& kind_;
  std::span<const std::string_view> names_;
  std::size_t next_ = 0;  // the field that the canonical order makes likely
  bool idTaken_ = false;
  Extras extras_;
  std::set<std::string, std::less<>> unknownNames_;
  std::set<std::pair<int, std::string>> translated_;
};

}  // namespace trackloom::xml
