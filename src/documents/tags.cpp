#include "documents/tags.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace trackloom::documents {
namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool isLetter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

bool startsWithAnyCase(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && std::ranges::equal(text.substr(0, start.size()), start, {}, lower);
}

std::size_t findAnyCase(std::string_view text, std::string_view wanted, std::size_t from) {
  for (std::size_t at = from; at + wanted.size() <= text.size(); ++at)
    if (startsWithAnyCase(text.substr(at), wanted)) return at;
  return std::string_view::npos;
}

/// Reads one attribute at `at`, which is no space and not the end of the tag.
Attribute readAttribute(std::string_view html, std::size_t& at) {
  Attribute attribute;
  attribute.begin = at;
  const auto endsName = [](char c) { return isSpace(c) || c == '=' || c == '>' || c == '/'; };
  while (at < html.size() && !endsName(html[at])) ++at;
  attribute.name = lowered(html.substr(attribute.begin, at - attribute.begin));
  std::size_t next = at;
  while (next < html.size() && isSpace(html[next])) ++next;
  if (next < html.size() && html[next] == '=') {
    ++next;
    while (next < html.size() && isSpace(html[next])) ++next;
    const char quote = next < html.size() ? html[next] : '>';
    if (quote == '"' || quote == '\'') {
      const std::size_t close = std::min(html.find(quote, next + 1), html.size());
      attribute.value = html.substr(next + 1, close - next - 1);
      at = std::min(close + 1, html.size());
    } else {
      at = next;
      while (at < html.size() && !isSpace(html[at]) && html[at] != '>') ++at;
      attribute.value = html.substr(next, at - next);
    }
  }
  if (at == attribute.begin) ++at;  // a stray sign
  attribute.end = at;
  return attribute;
}

/// Where a comment or declaration that starts at `at` ends, or npos if none starts there.
std::size_t passedOver(std::string_view html, std::size_t at) {
  const std::string_view rest = html.substr(at);
  std::string_view end = ">";
  if (rest.starts_with("<!--"))
    end = "-->";
  else if (!rest.starts_with("<!") && !rest.starts_with("<?"))
    return std::string_view::npos;
  const std::size_t close = html.find(end, at + 2);
  return close == std::string_view::npos ? html.size() : close + end.size();
}

constexpr std::array<std::string_view, 13> pointing = {"src",    "href",       "xlink:href", "poster",     "data",
                                                       "srcset", "background", "action",     "formaction", "manifest",
                                                       "cite",   "longdesc",   "ping"};

bool staysInside(std::string_view value) {
  while (!value.empty() && isSpace(value.front())) value.remove_prefix(1);
  return value.starts_with('#') || startsWithAnyCase(value, "data:image/");
}

/// Styles without `url(…)` that leave the page, and without `@import`.
std::string insideStyle(std::string_view css) {
  std::string out;
  std::size_t at = 0;
  while (at < css.size()) {
    const std::size_t url = findAnyCase(css, "url(", at);
    const std::size_t import = findAnyCase(css, "@import", at);
    const std::size_t next = std::min(url, import);
    if (next == std::string_view::npos) break;
    out.append(css.substr(at, next - at));
    const std::size_t end = css.find(next == url ? ')' : ';', next);
    at = end == std::string_view::npos ? css.size() : end + 1;
    if (next == import) continue;
    std::string_view target = css.substr(next + 4, at - next - 4);
    while (!target.empty() && (isSpace(target.front()) || target.front() == '"' || target.front() == '\''))
      target.remove_prefix(1);
    out += staysInside(target) ? css.substr(next, at - next) : std::string_view("none");
  }
  return at < css.size() ? out.append(css.substr(at)) : out;
}

/// The tag as it may stay.
std::string insideTag(std::string_view html, const Tag& tag) {
  std::string out;
  std::size_t at = tag.begin;
  for (const Attribute& attribute : tag.attributes) {
    const bool points = std::ranges::find(pointing, attribute.name) != pointing.end();
    const bool styles = attribute.name == "style" && findAnyCase(attribute.value, "url(", 0) != std::string_view::npos;
    const bool runs = attribute.name.starts_with("on") || (tag.name == "meta" && attribute.name == "http-equiv");
    if (!styles && !runs && !(points && !staysInside(attribute.value))) continue;
    out.append(html.substr(at, attribute.begin - at));
    at = attribute.end;
  }
  return out.append(html.substr(at, tag.end - at));
}

}  // namespace

std::optional<std::string_view> Tag::get(std::string_view attribute) const {
  for (const Attribute& candidate : attributes)
    if (candidate.name == attribute) return candidate.value;
  return std::nullopt;
}

std::optional<Tag> nextTag(std::string_view html, std::size_t from) {
  for (std::size_t at = html.find('<', from); at != std::string_view::npos; at = html.find('<', at)) {
    if (const std::size_t behind = passedOver(html, at); behind != std::string_view::npos) {
      at = behind;
      continue;
    }
    Tag tag;
    tag.begin = at++;
    tag.closing = at < html.size() && html[at] == '/';
    if (tag.closing) ++at;
    if (at >= html.size() || !isLetter(html[at])) continue;
    const std::size_t name = at;
    while (at < html.size() && !isSpace(html[at]) && html[at] != '>' && html[at] != '/') ++at;
    tag.name = lowered(html.substr(name, at - name));
    while (at < html.size() && html[at] != '>') {
      if (isSpace(html[at]) || html[at] == '/')
        ++at;
      else
        tag.attributes.push_back(readAttribute(html, at));
    }
    tag.end = std::min(at + 1, html.size());
    return tag;
  }
  return std::nullopt;
}

std::string withoutOutsideReferences(const std::string& html) {
  std::string out;
  out.reserve(html.size());
  std::size_t at = 0;
  while (const auto tag = nextTag(html, at)) {
    out.append(html, at, tag->begin - at);
    at = tag->end;
    const bool raw = !tag->closing && (tag->name == "style" || tag->name == "script");
    if (tag->name != "script" && tag->name != "base" && tag->name != "link") out += insideTag(html, *tag);
    if (!raw) continue;
    const std::size_t end = std::min(findAnyCase(html, "</" + tag->name, at), html.size());
    if (tag->name == "style") out += insideStyle(std::string_view(html).substr(at, end - at));
    at = end;
  }
  return out.append(html, at);
}

std::string withoutImages(const std::string& html) {
  std::string out;
  std::size_t at = 0;
  while (const auto tag = nextTag(html, at)) {
    out.append(html, at, tag->begin - at);
    if (tag->name != "img" && tag->name != "image") out.append(html, tag->begin, tag->end - tag->begin);
    at = tag->end;
  }
  return out.append(html, at);
}

}  // namespace trackloom::documents
