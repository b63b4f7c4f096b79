#include "xml/field_reader.h"

#include "xml/foreign.h"
#include "xml/write.h"

#include <algorithm>

#include <pugixml.hpp>

namespace trackloom::xml {
namespace {

constexpr std::string_view languageAttribute = "xml:lang";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\n\r";
  text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
  return text.substr(0, text.find_last_not_of(spaces) + 1);
}

bool isNamed(const char* name, std::string_view expected) {
  for (const char c : expected)
    if (*name++ != c) return false;
  return *name == '\0';
}

/// The text in an element, or nothing if it holds more than text.
std::optional<std::string> plainContent(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node child : node) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) return std::nullopt;
    text += child.value();
  }
  return text;
}

/// Lists grow by doubling while they are read; long ones give back what they do not need.
void releaseSlack(Value& value) {
  constexpr std::size_t worthIt = 64;
  if (auto* ids = std::get_if<Refs>(&value); ids && ids->capacity() - ids->size() > worthIt) ids->shrink_to_fit();
  if (auto* texts = std::get_if<Texts>(&value); texts && texts->capacity() - texts->size() > worthIt)
    texts->shrink_to_fit();
}

}  // namespace

FieldNames::FieldNames() {
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields) names_[static_cast<std::size_t>(kind.id)].push_back(field.name);
}

FieldReader::FieldReader(const ReadingContext& context, Element& element)
    : context_(context), element_(element), kind_(element.definition()), names_(context.names.of(element.kind())) {}

int FieldReader::position(const char* name) {
  const std::size_t count = names_.size();
  std::size_t i = next_ < count ? next_ : 0;
  for (std::size_t step = 0; step < count; ++step) {
    if (isNamed(name, names_[i])) {
      next_ = i + 1;
      return static_cast<int>(i);
    }
    if (++i == count) i = 0;
  }
  return -1;
}

bool FieldReader::takeAttributes(const pugi::xml_node& node) {
  pugi::xml_attribute attribute = node.first_attribute();
  if (isNamed(attribute.name(), "id")) {
    idTaken_ = true;
    attribute = attribute.next_attribute();
  }
  const bool root = element_.kind() == KindId::plan;
  while ((attribute = takeFields(attribute, node))) {
    const std::string_view name = attribute.name();
    if (name == "xmlns" && attribute.value() != std::string_view(planNamespace)) return false;
    if (name == "id" && !idTaken_) {
      idTaken_ = true;
    } else if (name == "id") {
      sayTwice(name, attribute.value(), node);
    } else if (!root || (name != "xmlns" && name != "version")) {
      keepAttribute(attribute, node);
    } else if (!unknownNames_.emplace(name).second) {
      sayTwice(name, attribute.value(), node);
    }
    attribute = attribute.next_attribute();
  }
  return true;
}

pugi::xml_attribute FieldReader::takeFields(pugi::xml_attribute attribute, const pugi::xml_node& node) {
  for (; *attribute.name(); attribute = attribute.next_attribute()) {
    const int place = position(attribute.name());
    if (place < 0) break;
    if (element_.slots().empty()) {
      std::size_t further = 0;
      for (auto rest = attribute; *rest.name() && further < names_.size(); rest = rest.next_attribute()) ++further;
      element_.reserve(further);
    }
    const Field& field = kind_.fields[static_cast<std::size_t>(place)];
    if (!element_.slots().empty() && element_.slots().back().position >= place && element_.has(field.number))
      sayTwice(field.name, attribute.value(), node);
    else
      takeValue(place, attribute.value(), node);
  }
  return attribute;
}

void FieldReader::takeValue(int position, std::string_view text, const pugi::xml_node& where) {
  const Field& field = kind_.fields[static_cast<std::size_t>(position)];
  Value* slot = element_.append(field.number, static_cast<std::uint8_t>(position));
  Value outOfOrder;
  Value& value = slot ? *slot : outOfOrder;
  parseValueInto(value, field, text, context_.ownTerms);
  if (std::holds_alternative<Unread>(value)) sayUnread(field, text, where);
  if (field.type == FieldType::refs || field.type == FieldType::texts || field.type == FieldType::terms)
    releaseSlack(value);
  if (!slot) element_.set(field.number, std::move(value));
}

bool FieldReader::takeChild(const pugi::xml_node& child) {
  if (child.type() != pugi::node_element) return false;
  const int place = position(child.name());
  if (place < 0) return false;
  const Field& field = kind_.fields[static_cast<std::size_t>(place)];
  const pugi::xml_attribute language = child.first_attribute();
  const auto text = plainContent(child);
  if (!text || (language && (language.name() != languageAttribute || language.next_attribute()))) {
    context_.problems.add(context_.source.placeOf(child), element_.id(), [&] {
      return Message{tr("“{field}” of “{element}” holds more than text. It is kept as it stands but not read."),
                     {{"field", std::string(field.label)}, {"element", element_.id()}}};
    });
    return false;
  }
  if (language && *language.value()) return takeTranslation(place, language.value(), child);
  if (element_.has(field.number)) {
    sayTwice(field.name, *text, child);
    return false;
  }
  takeValue(place, field.form == Form::prose ? std::string_view(*text) : trimmed(*text), child);
  return true;
}

bool FieldReader::takeTranslation(int position, std::string_view language, const pugi::xml_node& child) {
  const Field& field = kind_.fields[static_cast<std::size_t>(position)];
  if (!field.translatable) {
    context_.problems.add(context_.source.placeOf(child), element_.id(), [&] {
      return Message{
          tr("“{field}” of “{element}” has no further languages. What stands here in “{language}” is kept but not "
             "read."),
          {{"field", std::string(field.label)}, {"element", element_.id()}, {"language", shortened(language)}}};
    });
    return false;
  }
  if (!translated_.emplace(position, language).second) {
    sayTwice(field.name, plainContent(child).value_or(""), child);
    return false;
  }
  extras_.translations.push_back({field.number, std::string(language), plainContent(child).value_or("")});
  return true;
}

void FieldReader::keepAttribute(const pugi::xml_attribute& attribute, const pugi::xml_node& where) {
  if (!unknownNames_.emplace(attribute.name()).second) return sayTwice(attribute.name(), attribute.value(), where);
  extras_.unknownAttributes += context_.source.asWritten(attribute);
}

void FieldReader::keepChild(const pugi::xml_node& child) {
  const std::string written = context_.source.asWritten(child);
  if (!written.empty()) joinLines(extras_.unknownChildren, written, Indent::element);
}

void FieldReader::finish() {
  if (!extras_.empty()) element_.setExtras(std::move(extras_));
}

void FieldReader::sayUnread(const Field& field, std::string_view text, const pugi::xml_node& where) {
  context_.problems.add(context_.source.placeOf(where), element_.id(), [&] {
    return Message{
        tr("“{field}” of “{element}” is “{text}”, which cannot be read and is kept as it stands; expected is {form}."),
        {{"field", std::string(field.label)},
         {"element", element_.id()},
         {"text", shortened(text)},
         {"form", expectedForm(field)}}};
  });
}

void FieldReader::sayTwice(std::string_view name, std::string_view text, const pugi::xml_node& where) {
  context_.problems.add(context_.source.placeOf(where), element_.id(), [&] {
    return Message{tr("“{element}” has “{name}” twice. The first one counts; the other is “{text}”."),
                   {{"element", element_.id()}, {"name", shortened(name)}, {"text", shortened(text)}}};
  });
}

}  // namespace trackloom::xml
