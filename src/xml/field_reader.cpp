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

FieldReader::FieldReader(const ReadingContext& context, Element& element)
    : context_(context), element_(element), kind_(element.definition()), order_(context.orders.of(element.kind())) {}

FieldReader::Rest& FieldReader::rest() {
  if (!rest_) rest_ = std::make_unique<Rest>();
  return *rest_;
}

int FieldReader::find(const char* name) {
  const int place = order_.find(name, previous_);
  if (place >= 0) previous_ = place;
  return place;
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
    } else if (!rest().unknownNames.emplace(name).second) {
      sayTwice(name, attribute.value(), node);
    }
    attribute = attribute.next_attribute();
  }
  return true;
}

pugi::xml_attribute FieldReader::takeFields(pugi::xml_attribute attribute, const pugi::xml_node& node) {
  for (; *attribute.name(); attribute = attribute.next_attribute()) {
    const int place = find(attribute.name());
    if (place < 0) break;
    const auto slots = element_.slots();
    if (slots.empty()) element_.reserve(std::max<std::size_t>(order_.usualCount, 1));
    const FieldNumber number = kind_.fields[static_cast<std::size_t>(place)].number;
    if (!slots.empty() && slots.back().position >= place && element_.has(number))
      sayTwice(number.name(), attribute.value(), node);
    else
      takeValue(place, attribute.value(), node);
  }
  order_.usualCount = element_.slots().size();
  return attribute;
}

void FieldReader::takeValue(int place, std::string_view text, const pugi::xml_node& where) {
  const Field& field = kind_.fields[static_cast<std::size_t>(place)];
  const auto check = [&](Value& value) {
    if (field.type >= FieldType::refs) releaseSlack(value);
    if (std::holds_alternative<Unread>(value)) sayUnread(field, text, where);
  };
  if (Value* value = element_.append(field.number, static_cast<std::uint8_t>(place))) {
    parseValueInto(*value, field, text, context_.ownTerms);
    check(*value);
  } else {
    Value outOfOrder = parseValue(field, text, context_.ownTerms);
    check(outOfOrder);
    element_.set(field.number, std::move(outOfOrder));
  }
}

bool FieldReader::takeChild(const pugi::xml_node& child) {
  if (child.type() != pugi::node_element) return false;
  const int place = find(child.name());
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

bool FieldReader::takeTranslation(int place, std::string_view language, const pugi::xml_node& child) {
  const Field& field = kind_.fields[static_cast<std::size_t>(place)];
  if (!field.translatable) {
    context_.problems.add(context_.source.placeOf(child), element_.id(), [&] {
      return Message{
          tr("“{field}” of “{element}” has no further languages. What stands here in “{language}” is kept but not "
             "read."),
          {{"field", std::string(field.label)}, {"element", element_.id()}, {"language", shortened(language)}}};
    });
    return false;
  }
  if (!rest().translated.emplace(place, language).second) {
    sayTwice(field.name, plainContent(child).value_or(""), child);
    return false;
  }
  rest().extras.translations.push_back({field.number, std::string(language), plainContent(child).value_or("")});
  return true;
}

void FieldReader::keepAttribute(const pugi::xml_attribute& attribute, const pugi::xml_node& where) {
  if (!rest().unknownNames.emplace(attribute.name()).second)
    return sayTwice(attribute.name(), attribute.value(), where);
  rest().extras.unknownAttributes += context_.source.asWritten(attribute);
}

void FieldReader::keepChild(const pugi::xml_node& child) {
  const std::string written = context_.source.asWritten(child);
  if (!written.empty()) joinLines(rest().extras.unknownChildren, written, Indent::element);
}

void FieldReader::finish() {
  if (rest_ && !rest_->extras.empty()) element_.setExtras(std::move(rest_->extras));
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
