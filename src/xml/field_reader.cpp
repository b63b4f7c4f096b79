#include "xml/field_reader.h"

#include "plan/levels.h"
#include "xml/foreign.h"
#include "xml/references.h"
#include "xml/write.h"

#include <algorithm>

namespace trackloom::xml {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\n\r";
  text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
  return text.substr(0, text.find_last_not_of(spaces) + 1);
}

/// Goes over an element and gives its text, or nothing if it holds more than text.
std::optional<std::string> plainContent(Tokens& tokens) {
  std::string text;
  bool plain = true;
  if (tokens.empty()) return text;
  for (;;) {
    switch (tokens.next()) {
      case Tokens::Kind::text:
      case Tokens::Kind::characters:
        tokens.appendTextTo(text);
        break;
      case Tokens::Kind::start:
        plain = false;
        tokens.skip();
        break;
      case Tokens::Kind::end:
      case Tokens::Kind::nothing:
        return plain ? std::optional(std::move(text)) : std::nullopt;
      default:
        plain = false;
    }
  }
}

/// Lists grow by doubling while they are read; long ones give back what they do not need.
void releaseSlack(Value& value) {
  constexpr std::size_t worthIt = 64;
  if (auto* ids = std::get_if<Refs>(&value); ids && ids->capacity() - ids->size() > worthIt) ids->shrink_to_fit();
  if (auto* texts = std::get_if<Texts>(&value); texts && texts->capacity() - texts->size() > worthIt)
    texts->shrink_to_fit();
}

}  // namespace

void sayUnread(Problems& problems, const Element& element, const Field& field, std::size_t at) {
  problems.add(at, element.id(), [&] {
    return Message{
        tr("“{field}” of “{element}” is “{text}”, which cannot be read and is kept as it stands; expected is {form}."),
        {{"field", std::string(field.label)},
         {"element", element.id()},
         {"text", shortened(valueText(field, *element.find(field.number)))},
         {"form", expectedForm(field)}}};
  });
}

FieldReader::FieldReader(ReadingContext& context, Element& element)
    : context_(context), element_(element), kind_(element.definition()) {}

FieldReader::Rest& FieldReader::rest() {
  if (!rest_) rest_ = std::make_unique<Rest>();
  return *rest_;
}

void FieldReader::takeAttributes() {
  const auto attributes = context_.tokens.attributes();
  idTaken_ = !attributes.empty() && attributes[0].name == "id";
  for (std::size_t i = idTaken_ ? 1 : 0; (i = takeFields(i)) < attributes.size(); ++i) takeOther(attributes[i]);
}

std::size_t FieldReader::takeFields(std::size_t from) {
  const auto attributes = context_.tokens.attributes();
  std::string scratch;
  for (; from < attributes.size(); ++from) {
    const Attribute& attribute = attributes[from];
    const int place = context_.places.find(kind_, attribute.number, attribute.name);
    if (place < 0) break;
    const auto slots = element_.slots();
    if (slots.empty()) element_.reserve(std::clamp<std::size_t>(attributes.size() - from, 1, kind_.fields.size()));
    const std::size_t at = context_.tokens.from();
    if (!slots.empty() && slots.back().position >= place &&
        element_.has(kind_.fields[static_cast<std::size_t>(place)].number))
      leaveOut(attribute);
    else
      takeValue(place, valueOf(attribute, scratch), at);
  }
  return from;
}

/// An attribute that is no field.
void FieldReader::takeOther(const Attribute& attribute) {
  const bool root = element_.kind() == KindId::plan;
  const bool isId = attribute.name == "id";
  const bool known = isId || (root && (attribute.name == "xmlns" || attribute.name == "version"));
  const bool first = isId ? !std::exchange(idTaken_, true) : rest().unknownNames.insert(attribute.name).second;
  if (!first)
    leaveOut(attribute);
  else if (!known)
    keepUnknown(attribute);
}

/// An attribute that stands there for the second time, which no XML can hold again: it stays as a remark.
void FieldReader::leaveOut(const Attribute& attribute) {
  std::string scratch;
  sayTwice(attribute.name, valueOf(attribute, scratch), context_.tokens.from());
  const std::string written = asWritten(attribute);
  if (written.find("--") == std::string::npos) keepChild("<!--" + written + " -->");
}

void FieldReader::keepUnknown(const Attribute& attribute) {
  rest().extras.unknownAttributes += asWritten(attribute);
  if (attribute.name.find(':') == std::string_view::npos) sayUnknown(attribute.name);
}

/// What other programs add has a namespace of its own; a plain name that is no field is more likely misspelt.
void FieldReader::sayUnknown(std::string_view name) {
  context_.problems.add(context_.tokens.from(), element_.id(), [&] {
    return Message{
        tr("“{name}” is not a field of “{element}” ({kind}). It is kept but not read; check how it is spelt."),
        {{"name", shortened(name)}, {"element", element_.id()}, {"kind", std::string(kind_.label)}}};
  });
}

void FieldReader::takeValue(int place, std::string_view text, std::size_t at) {
  const Field& field = kind_.fields[static_cast<std::size_t>(place)];
  readValue(field, place, text, at);
  if (field.number != FieldNumber("field-levels")) return;
  for (const FieldLevel& entry : fieldLevels(element_))
    if (auto doubt = doubtAbout(element_, entry))
      context_.problems.add(at, element_.id(), [&] { return *std::move(doubt); });
}

void FieldReader::readValue(const Field& field, int place, std::string_view text, std::size_t at) {
  Value* value = element_.append(field.number, static_cast<std::uint8_t>(place));
  if (value) {
    parseValueInto(*value, field, text);
    if (field.type >= FieldType::refs) releaseSlack(*value);
    if (!std::holds_alternative<Unread>(*value)) return;
  } else {
    element_.set(field.number, parseValue(field, text));
    if (!element_.unread(field.number)) return;
  }
  if (field.vocabulary != VocabularyId::none || isReference(field))
    context_.undecided.push_back({&element_, &field, at});
  else
    sayUnread(context_.problems, element_, field, at);
}

bool FieldReader::takeChild() {
  Tokens& tokens = context_.tokens;
  const int place = context_.places.find(kind_, tokens.nameNumber(), tokens.name());
  if (place < 0) {
    const bool named = findKind(tokens.name()) || findKindBySection(tokens.name());  // told as misplaced
    const bool foreign = tokens.name().find(':') != std::string_view::npos || xml::find(tokens.attributes(), "xmlns");
    if (!named && !foreign && kind_.id != KindId::plan) sayUnknown(tokens.name());
    tokens.skip();
    return false;
  }
  const Field& field = kind_.fields[static_cast<std::size_t>(place)];
  const std::size_t at = tokens.from();
  const auto attributes = tokens.attributes();
  const bool languageOnly = attributes.size() == 1 && attributes[0].name == "xml:lang";
  const bool readable = attributes.empty() || languageOnly;
  std::string scratch;
  const std::string language(languageOnly ? valueOf(attributes[0], scratch) : "");
  auto text = plainContent(tokens);
  if (!text || !readable) {
    context_.problems.add(at, element_.id(), [&] {
      return Message{tr("“{field}” of “{element}” holds more than text. It is kept as it stands but not read."),
                     {{"field", std::string(field.label)}, {"element", element_.id()}}};
    });
    return false;
  }
  if (!language.empty()) return takeTranslation(place, language, *std::move(text), at);
  if (element_.has(field.number)) {
    sayTwice(field.name, *text, at);
    return false;
  }
  takeValue(place, field.form == Form::prose ? std::string_view(*text) : trimmed(*text), at);
  return true;
}

bool FieldReader::takeTranslation(int place, const std::string& language, std::string text, std::size_t at) {
  const Field& field = kind_.fields[static_cast<std::size_t>(place)];
  if (!field.translatable) {
    context_.problems.add(at, element_.id(), [&] {
      return Message{
          tr("“{field}” of “{element}” has no further languages. What stands here in “{language}” is kept but "
             "not read."),
          {{"field", std::string(field.label)}, {"element", element_.id()}, {"language", shortened(language)}}};
    });
    return false;
  }
  if (!rest().translated.emplace(place, language).second) {
    sayTwice(field.name, text, at);
    return false;
  }
  rest().extras.translations.push_back({field.number, language, std::move(text)});
  return true;
}

void FieldReader::keepChild(std::string_view xml) {
  const std::string written = verbatim(xml);
  const Indent indent = kind_.id == KindId::plan ? Indent::plan : Indent::element;
  if (!written.empty()) joinLines(rest().extras.unknownChildren, written, indent);
}

void FieldReader::finish() {
  if (rest_ && !rest_->extras.empty()) element_.setExtras(std::move(rest_->extras));
}

void FieldReader::sayTwice(std::string_view name, std::string_view text, std::size_t at) {
  context_.problems.add(at, element_.id(), [&] {
    return Message{tr("“{element}” has “{name}” twice. The first one counts; the other is “{text}”."),
                   {{"element", element_.id()}, {"name", shortened(name)}, {"text", shortened(text)}}};
  });
}

}  // namespace trackloom::xml
