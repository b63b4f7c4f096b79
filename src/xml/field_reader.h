#pragma once

#include "plan/element.h"
#include "xml/field_order.h"
#include "xml/source.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace trackloom::xml {

/// What reading an element needs besides the element.
struct ReadingContext {
  const Source& source;
  Problems& problems;
  FieldOrders& orders;
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
  /// What few elements have besides fields.
  struct Rest {
    Extras extras;
    std::set<std::string, std::less<>> unknownNames;
    std::set<std::pair<int, std::string>> translated;
  };

  Rest& rest();
  int find(const char* name);
  /// Takes the attributes from one on that are fields, and gives the first that is not.
  pugi::xml_attribute takeFields(pugi::xml_attribute attribute, const pugi::xml_node& node);
  void takeValue(int place, std::string_view text, const pugi::xml_node& where);
  bool takeTranslation(int place, std::string_view language, const pugi::xml_node& child);
  void keepAttribute(const pugi::xml_attribute& attribute, const pugi::xml_node& where);
  void sayUnread(const Field& field, std::string_view text, const pugi::xml_node& where);
  void sayTwice(std::string_view name, std::string_view text, const pugi::xml_node& where);

  const ReadingContext& context_;
  Element& element_;
  const Kind& kind_;
  FieldOrder& order_;
  int previous_ = FieldOrder::beforeAll;  // the field found last
  bool idTaken_ = false;
  std::unique_ptr<Rest> rest_;
};

}  // namespace trackloom::xml
