#include "documents/template_words.h"

#include "documents/fill.h"
#include "documents/tags.h"

#include <functional>
#include <string_view>

namespace trackloom::documents {
namespace {

using Say = std::function<std::string(const std::string&)>;

constexpr std::string_view spaces = " \t\r\n";

/// `What changed since {{since}}` as `What changed since {since}`, on one line.
std::string patternOf(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool space = spaces.find(words[i]) != std::string_view::npos;
    if (space && (out.empty() || out.back() == ' ')) continue;
    const bool doubled = (words[i] == '{' || words[i] == '}') && i + 1 < words.size() && words[i + 1] == words[i];
    out += space ? ' ' : words[i];
    if (doubled) ++i;
  }
  return out;
}

/// The same the other way round, escaped for a page.
std::string markupOf(const std::string& pattern) {
  std::string out;
  for (const char c : escaped(pattern)) out.append(c == '{' || c == '}' ? 2 : 1, c);
  return out;
}

bool hasWords(std::string_view pattern) {
  int depth = 0;
  for (const char c : pattern) {
    if (c == '{') ++depth;
    if (c == '}') --depth;
    const auto letter = static_cast<unsigned char>(c);
    if (depth == 0 && ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z')) return true;
  }
  return false;
}

std::string saidWords(std::string_view text, const Say& say) {
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return std::string(text);
  const std::size_t end = text.find_last_not_of(spaces) + 1;
  const std::string pattern = patternOf(text.substr(first, end - first));
  if (!hasWords(pattern) || pattern.starts_with("<!")) return std::string(text);  // a declaration or comment
  const std::string other = say(pattern);
  if (other == pattern) return std::string(text);
  return std::string(text.substr(0, first)) + markupOf(other) + std::string(text.substr(end));
}

/// A text between two tags: words between the parts of mustache that open, close or call for something.
std::string saidText(std::string_view text, const Say& say) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
    std::size_t close = text.find("}}", at);
    if (close == std::string_view::npos) break;
    close += 2;
    if (std::string_view("#^/>!").find(text[at + 2]) != std::string_view::npos) {
      out += saidWords(text.substr(from, at - from), say);
      out += text.substr(at, close - at);
      from = close;
    }
    at = close;
  }
  return out + saidWords(text.substr(from), say);
}

std::string saidTag(std::string_view html, const Tag& tag, const Say& say) {
  const auto gap = tag.get("data-gap");
  if (!gap) return std::string(html.substr(tag.begin, tag.end - tag.begin));
  const auto from = static_cast<std::size_t>(gap->data() - html.data());
  return std::string(html.substr(tag.begin, from - tag.begin)) + saidWords(*gap, say) +
         std::string(html.substr(from + gap->size(), tag.end - from - gap->size()));
}

std::string saidPage(std::string_view html, const Say& say) {
  std::string out;
  std::size_t at = 0;
  bool words = true;
  while (const auto tag = nextTag(html, at)) {
    const std::string_view text = html.substr(at, tag->begin - at);
    out += words ? saidText(text, say) : std::string(text);
    out += saidTag(html, *tag, say);
    if (tag->name == "style" || tag->name == "script") words = tag->closing;
    at = tag->end;
  }
  return out.append(html.substr(at));
}

}  // namespace

std::vector<std::string> templateWords(const std::string& html) {
  std::vector<std::string> words;
  saidPage(html, [&](const std::string& pattern) {
    words.push_back(pattern);
    return pattern;
  });
  return words;
}

std::string templateIn(const language::Language& language, const std::string& html) {
  return saidPage(html, [&](const std::string& pattern) { return language.translated(pattern); });
}

}  // namespace trackloom::documents
