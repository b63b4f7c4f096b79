#include "xml/source.h"

#include "xml/escape.h"
#include "xml/text_check.h"

#include <algorithm>
#include <cctype>
#include <cstring>

#include <pugixml.hpp>

namespace trackloom::xml {
namespace {

Message previousVersion() {
  return {tr("Open the version before it, which stands beside it with ~ at the end of its name, or have the file sent "
             "again."),
          {}};
}

Message saveAsUtf8() { return {tr("Open the file in a text editor and save it as UTF-8."), {}}; }

Message inPlainWords(pugi::xml_parse_status status) {
  switch (status) {
    case pugi::status_bad_pi:
      return {tr("An instruction (<? … ?>) on this line is not well-formed."), {}};
    case pugi::status_bad_comment:
      return {tr("A comment (<!-- … -->) on this line is not closed."), {}};
    case pugi::status_bad_cdata:
      return {tr("A CDATA section on this line is not closed."), {}};
    case pugi::status_bad_attribute:
      return {tr("A value on this line is not written as name=\"value\"."), {}};
    case pugi::status_bad_start_element:
      return {tr("An element on this line does not begin with a name and end with >."), {}};
    case pugi::status_bad_end_element:
      return {tr("The end of an element on this line is not written as </name>."), {}};
    case pugi::status_end_element_mismatch:
      return {tr("The element that ends on this line is not the one that was opened last."), {}};
    case pugi::status_no_document_element:
      return {tr("The file holds no element at all, only text or comments."), {}};
    case pugi::status_out_of_memory:
      return {tr("There is not enough memory to read this file."), {}};
    default:
      return {tr("What begins with < on this line is no element, comment or instruction."), {}};
  }
}

/// The encoding an XML declaration names, in small letters; empty if none.
std::string declaredEncoding(std::string_view text) {
  if (!text.starts_with("<?xml")) return {};
  const std::string_view declaration = text.substr(0, std::min(text.find("?>"), std::size_t{200}));
  const std::size_t at = declaration.find("encoding");
  const std::size_t quote = at == std::string_view::npos ? at : declaration.find_first_of("\"'", at);
  if (quote == std::string_view::npos) return {};
  std::string name(declaration.substr(quote + 1, declaration.find(declaration[quote], quote + 1) - quote - 1));
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name;
}

}  // namespace

Source::Source(std::string_view bytes, Problems& problems) {
  if (checkBytes(bytes, problems) && checkDeclaration() && checkTags(problems)) parse();
}

Source::~Source() = default;

void Source::releaseDocument() {
  document_.reset();
  buffer_.reset();
}

bool Source::refuse(Refusal refusal) {
  refusal_ = std::move(refusal);
  return false;
}

bool Source::checkBytes(std::string_view bytes, Problems& problems) {
  if (bytes.size() > maxFileBytes)
    return refuse(
        {{tr("The file is larger than {most} bytes."), {{"most", static_cast<std::int64_t>(maxFileBytes)}}},
         {tr("Check where the file comes from: no plan needs this much. If it is a real plan, divide it."), {}}});
  switch (encodingOf(bytes)) {
    case Encoding::utf16:
      return refuse({{tr("The file is written in UTF-16; plans are written in UTF-8."), {}}, saveAsUtf8()});
    case Encoding::utf32:
      return refuse({{tr("The file is written in UTF-32; plans are written in UTF-8."), {}}, saveAsUtf8()});
    case Encoding::nothing:
      return refuse({{tr("The file is empty."), {}}, previousVersion()});
    case Encoding::mostlyZeros:
      return refuse(
          {{tr("The file has a size but is empty inside: what was written to it was lost, as when power fails."), {}},
           previousVersion()});
    case Encoding::utf8:
      break;
  }
  text_ = withoutByteOrderMark(bytes);
  const Faults faults = findFaults(text_);
  if (faults.count == 0) return true;
  problems.add(faults.first, {}, [&] {
    return Message{
        tr("From this line on {count} characters are damaged; a question mark in a diamond stands in their place."),
        {{"count", static_cast<std::int64_t>(faults.count)}}};
  });
  repaired_ = withoutFaults(text_);
  text_ = repaired_;
  return true;
}

bool Source::checkDeclaration() {
  const std::string encoding = declaredEncoding(text_);
  if (encoding.empty() || encoding == "utf-8" || encoding == "utf8" || encoding == "us-ascii" || encoding == "ascii")
    return true;
  const bool onlyAscii =
      std::none_of(text_.begin(), text_.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (onlyAscii) return true;
  return refuse({{tr("The file says that it is written in {encoding}; plans are written in UTF-8."),
                  {{"encoding", shortened(encoding)}}},
                 saveAsUtf8()});
}

bool Source::checkTags(Problems& problems) {
  outline_ = outlineOf(text_);
  if (outline_.refusal) return refuse(*std::move(outline_.refusal));
  elements_ = outline_.elements;
  for (const auto& [from, to] : outline_.doctypes)
    problems.add(from, {}, [] {
      return Message{tr("The file declares a document type. It is left out: plans have none, and what it defines is "
                        "not put in place."),
                     {}};
    });
  return true;
}

void Source::parse() {
  buffer_ = std::make_unique_for_overwrite<char[]>(text_.size());
  std::memcpy(buffer_.get(), text_.data(), text_.size());
  for (const auto& [from, to] : outline_.doctypes) std::memset(buffer_.get() + from, ' ', to - from);
  document_ = std::make_unique<pugi::xml_document>();
  constexpr unsigned flags = pugi::parse_default | pugi::parse_comments | pugi::parse_pi | pugi::parse_ws_pcdata_single;
  const auto result = document_->load_buffer_inplace(buffer_.get(), text_.size(), flags, pugi::encoding_utf8);
  if (result) return;
  const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
  refuse({inPlainWords(result.status), previousVersion(), std::min(at, text_.size())});
}

std::size_t Source::offset(const char* inBuffer) const {
  if (inBuffer < buffer_.get() || inBuffer >= buffer_.get() + text_.size()) return 0;
  return static_cast<std::size_t>(inBuffer - buffer_.get());
}

std::size_t Source::placeOf(const pugi::xml_node& node) const {
  const auto before = [](std::size_t place, std::size_t opening) { return place > opening ? place - opening : 0; };
  switch (node.type()) {
    case pugi::node_element:
      return before(offset(node.name()), 1);
    case pugi::node_pi:
      return before(offset(node.name()), 2);
    case pugi::node_comment:
      return before(offset(node.value()), 4);
    case pugi::node_cdata:
      return before(offset(node.value()), 9);
    default:
      return offset(node.value());
  }
}

std::string Source::asWritten(const pugi::xml_node& node) const {
  constexpr std::string_view spaces = " \t\n\r";
  std::size_t from = placeOf(node);
  if (node.type() != pugi::node_pcdata) return asWellFormed(text_.substr(from, endOfNode(text_, from) - from));
  std::string_view text = text_.substr(from, text_.find('<', from) - from);
  text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
  return asWellFormed(text.substr(0, text.find_last_not_of(spaces) + 1));
}

std::string Source::asWritten(const pugi::xml_attribute& attribute) const {
  std::string out = " ";
  out += attribute.name();
  out += "=\"";
  const std::size_t from = offset(attribute.value());
  const std::size_t close = from > 0 ? text_.find(text_[from - 1], from) : from;
  const std::string_view raw = text_.substr(from, close - from);
  if (from > 0 && isCanonicalAttributeText(raw))
    out += raw;
  else
    appendAttributeText(out, attribute.value());
  return out += '"';
}

}  // namespace trackloom::xml
