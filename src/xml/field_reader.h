#pragma once

#include "plan/element.h"
#include "xml/field_places.h"
#include "xml/problems.h"
#include "xml/tokens.h"

#include <deque>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace trackloom::xml {

/// What does not read yet and may once the whole file is known: a word that may be one of the team's own, a mention of
/// an element that is given another id.
struct Undecided {
  Element* element;
  const Field* field;
  std::size_t at;
};

/// What reading an element needs besides the element.
struct ReadingContext {
  Tokens& tokens;
  Problems& problems;
  FieldPlaces places;
  std::deque<Undecided> undecided;
};

/// Says that a value does not read.
void sayUnread(Problems& problems, const Element& element, const Field& field, std::size_t at);

/// Fills one element with the fields, translations and unknown content of its XML.
class FieldReader {
 public:
  /// The element must stay where it is.
  FieldReader(ReadingContext& context, Element& element);

  /// Takes the attributes of the start tag.
  void takeAttributes();
  /// Is this one of the element's fields?
  bool isField(std::string_view name) const { return kind_.find(name) != nullptr; }
  /// Goes over a child whose start tag is the present piece; false if it is no field, or not in a form that can be
  /// read.
  bool takeChild();
  /// Keeps XML as it stands.
  void keepChild(std::string_view xml);
  /// Hands over what was found besides the fields. To be called once, at the end.
  void finish();

 private:
  /// What few elements have besides fields.
  struct Rest {
    Extras extras;
    std::set<std::string_view> unknownNames;
    std::set<std::pair<int, std::string>> translated;
  };

  Rest& rest();
  /// Takes the attributes from one on that are fields; says where the first stands that is not.
  std::size_t takeFields(std::size_t from);
  void takeOther(const Attribute& attribute);
  void leaveOut(const Attribute& attribute);
  void takeValue(int place, std::string_view text, std::size_t at);
  void readValue(const Field& field, int place, std::string_view text, std::size_t at);
  bool takeTranslation(int place, const std::string& language, std::string text, std::size_t at);
  void sayTwice(std::string_view name, std::string_view text, std::size_t at);
  void keepUnknown(const Attribute& attribute);
  void sayUnknown(std::string_view name);

  ReadingContext& context_;
  Element& element_;
  const Kind& kind_;
  bool idTaken_ = false;
  std::unique_ptr<Rest> rest_;
};

}  // namespace trackloom::xml
