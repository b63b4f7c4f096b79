#include "documents/fill.h"

#include "plan/error.h"
#include "render/xml_text.h"

#include <cstdint>

#include <kainjow/mustache.hpp>

namespace trackloom::documents {
namespace {

using kainjow::mustache::data;

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// How many bytes the character at the start of the text takes; 0 if it is no UTF-8 or not allowed in XML.
std::size_t characterLength(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return lead >= 0x20 || lead == '\t' || lead == '\n' || lead == '\r' ? 1 : 0;
  const std::size_t length = lead >= 0xF5 || lead < 0xC2 ? 0 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (length == 0 || text.size() < length) return 0;
  std::uint32_t code = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return 0;
    code = code << 6 | (byte & 0x3Fu);
  }
  constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool allowed =
      code >= least[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) && (code & 0xFFFE) != 0xFFFE;
  return allowed ? length : 0;
}

data listOf(const Node::List& list);
data entriesOf(const Node::Entries& entries);

/// Our own trees are a handful of levels deep, whatever the plan holds.
data dataOf(const Node& node) {
  if (const auto* text = std::get_if<std::string>(&node.value)) return data(escaped(*text));
  if (const auto* markup = std::get_if<Markup>(&node.value)) return data(markup->html);
  if (const auto* list = std::get_if<Node::List>(&node.value)) return listOf(*list);
  if (const auto* entries = std::get_if<Node::Entries>(&node.value)) return entriesOf(*entries);
  return data(!node.nothing());
}

data listOf(const Node::List& list) {
  data result(data::type::list);
  for (const Node& item : list) result.push_back(dataOf(item));
  return result;
}

data entriesOf(const Node::Entries& entries) {
  data result;
  for (const Entry& entry : entries) result[entry.name] = dataOf(entry.node);
  return result;
}

}  // namespace

std::string escaped(std::string_view raw) {
  const std::string contained = render::selfContained(raw);
  std::string_view text = contained;
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  while (!text.empty()) {
    const std::size_t length = characterLength(text);
    switch (length == 1 ? text[0] : 'x') {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += length == 0 ? replacement : text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

std::string fill(const std::string& mustacheTemplate, const Node& node, const std::string& where) {
  kainjow::mustache::mustache page(mustacheTemplate);
  // Texts are escaped on their way in, so that no form of braces can let one through as markup.
  page.set_custom_escape([](const std::string& text) { return text; });
  const auto refuse = [&](const std::string& why) {
    throw Error(ErrorKind::unreadable, {tr("The template cannot be filled: {why}"), {{"why", why}}}, where,
                {tr("Correct the template, or use one of those that come with the program."), {}});
  };
  if (!page.is_valid()) refuse(page.error_message());
  data values = dataOf(node);
  std::string text = page.render(values);
  if (!page.is_valid()) refuse(page.error_message());
  return text;
}

}  // namespace trackloom::documents
