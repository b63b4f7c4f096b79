#include "xml/markup.h"

#include "xml/read.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace trackloom::xml {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;
constexpr std::string_view spaces = " \t\n\r";

enum class Markup { open, empty, close, comment, characters, instruction, doctype, unclosed, tooLong };

struct Tag {
  Markup what;
  std::size_t end = nowhere;  // one past
};

Tag through(Markup what, std::string_view text, std::size_t from, std::string_view close) {
  const std::size_t end = text.find(close, from);
  if (end == nowhere) return {Markup::unclosed};
  return {what, end + close.size()};
}

/// The characters that end the search for what comes next in an opening tag.
constexpr auto tagMarks = [] {
  std::array<bool, 256> marks{};
  for (const char mark : {'<', '>', '"', '\''}) marks[static_cast<unsigned char>(mark)] = true;
  return marks;
}();

/// An opening tag: its end is the first `>` outside quotes.
Tag openTag(std::string_view text, std::size_t at) {
  const char* const end = text.data() + text.size();
  for (const char* p = text.data() + at + 1; p < end; ++p) {
    if (!tagMarks[static_cast<unsigned char>(*p)]) continue;
    if (*p == '>') return {p[-1] == '/' ? Markup::empty : Markup::open, static_cast<std::size_t>(p + 1 - text.data())};
    if (*p == '<') return {Markup::unclosed};
    const void* close = std::memchr(p + 1, *p, static_cast<std::size_t>(end - p - 1));
    if (!close) return {Markup::unclosed};
    const auto* quote = static_cast<const char*>(close);
    if (static_cast<std::size_t>(quote - p - 1) > maxAttributeBytes) return {Markup::tooLong};
    p = quote;
  }
  return {Markup::unclosed};
}

/// A DOCTYPE with everything it declares.
Tag doctypeTag(std::string_view text, std::size_t at) {
  bool declaring = false;
  for (std::size_t p = at + 2; p < text.size(); ++p) {
    const std::string_view rest = text.substr(p);
    if (rest.starts_with("<!--") || rest.starts_with("<?")) {
      const Tag inner = through(Markup::comment, text, p + 2, rest[1] == '?' ? "?>" : "-->");
      if (inner.end == nowhere) return {Markup::unclosed};
      p = inner.end - 1;
    } else if (text[p] == '"' || text[p] == '\'') {
      p = text.find(text[p], p + 1);
      if (p == nowhere) return {Markup::unclosed};
    } else if (text[p] == '[' || text[p] == ']') {
      declaring = text[p] == '[';
    } else if (text[p] == '>' && !declaring) {
      return {Markup::doctype, p + 1};
    }
  }
  return {Markup::unclosed};
}

/// What begins at the `<` at `at`.
Tag tagAt(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  if (next == '/') return through(Markup::close, text, at, ">");
  if (next == '?') return through(Markup::instruction, text, at + 2, "?>");
  if (next != '!') return openTag(text, at);
  const std::string_view rest = text.substr(at, 9);
  if (rest.starts_with("<!--")) return through(Markup::comment, text, at + 4, "-->");
  if (rest == "<![CDATA[") return through(Markup::characters, text, at + 9, "]]>");
  return rest == "<!DOCTYPE" ? doctypeTag(text, at) : Tag{Markup::unclosed};
}

Message sendAgain() {
  return {tr("Open the version before it, which stands beside it with ~ at the end of its name, or have the file sent "
             "again."),
          {}};
}

Refusal unclosed(std::string_view text, std::size_t at) {
  if (text.find('<', at + 1) == nowhere)
    return {{tr("The file ends in the middle of something: it was probably cut off while it was saved or sent."), {}},
            sendAgain(),
            at};
  return {{tr("What begins with < on this line is never closed."), {}}, sendAgain(), at};
}

Refusal beyond(const char* what, std::size_t most, std::size_t at) {
  return {{what, {{"most", static_cast<std::int64_t>(most)}}},
          {tr("Check where the file comes from: no plan needs this much. If it is a real plan, divide it."), {}},
          at};
}

/// Walks over the tags of a file and keeps count.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  Outline outline() {
    for (std::size_t at = 0; !outline_.refusal;) {
      const std::size_t tag = text_.find('<', at);
      if (depth_ == 0) outside(at, std::min(tag, text_.size()));
      if (tag == nowhere || outline_.refusal) break;
      at = take(tag);
    }
    if (!outline_.refusal) atEnd();
    return std::move(outline_);
  }

 private:
  void refuse(Refusal refusal) {
    if (!outline_.refusal) outline_.refusal = std::move(refusal);
  }

  void outside(std::size_t from, std::size_t to) {
    const std::size_t stray = text_.substr(from, to - from).find_first_not_of(spaces);
    if (stray == nowhere) return;
    if (outline_.elements == 0)
      refuse({{tr("This is not an XML file: it does not begin with <."), {}},
              {tr("Choose a plan that Trackloom has saved; its name usually ends in .trackloom."), {}},
              from + stray});
    else
      refuse({{tr("There is text behind the end of the plan."), {}}, sendAgain(), from + stray});
  }

  std::size_t take(std::size_t at) {
    const Tag tag = tagAt(text_, at);
    switch (tag.what) {
      case Markup::open:
        opened(at), ++depth_;
        break;
      case Markup::empty:
        opened(at);
        break;
      case Markup::close:
        closed(at);
        break;
      case Markup::doctype:
        declared(at, tag.end);
        break;
      case Markup::unclosed:
        refuse(unclosed(text_, at));
        break;
      case Markup::tooLong:
        refuse(beyond(tr("A value on this line is longer than {most} bytes."), maxAttributeBytes, at));
        break;
      case Markup::characters:
      case Markup::comment:
      case Markup::instruction:
        break;
    }
    return tag.end;
  }

  void opened(std::size_t at) {
    ++outline_.elements;
    if (outline_.elements > maxElements) refuse(beyond(tr("The file has more than {most} elements."), maxElements, at));
    if (depth_ >= maxDepth)
      refuse(beyond(tr("Elements stand inside each other more than {most} levels deep."), maxDepth, at));
    if (depth_ == 0 && outline_.elements > 1)
      refuse(
          {{tr("A second element begins behind the end of the first: a file holds one plan."), {}}, sendAgain(), at});
  }

  void closed(std::size_t at) {
    if (depth_-- == 0) refuse({{tr("This line closes an element that was never opened."), {}}, sendAgain(), at});
  }

  void declared(std::size_t from, std::size_t to) {
    if (outline_.elements > 0)
      refuse({{tr("A declaration stands where none can stand: behind the beginning of the plan."), {}},
              sendAgain(),
              from});
    outline_.doctypes.emplace_back(from, to);
  }

  void atEnd() {
    if (depth_ > 0)
      refuse(
          {{tr("The file ends before everything in it is closed: it was probably cut off while it was saved or sent."),
            {}},
           sendAgain(),
           text_.size()});
  }

  std::string_view text_;
  Outline outline_;
  int depth_ = 0;
};

/// Does the `&` at `at` begin a reference that every XML reader knows?
bool isKnownReference(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 12);
  for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
    if (rest.starts_with(known)) return true;
  if (!rest.starts_with("&#")) return false;
  const bool hex = rest.substr(2).starts_with('x');
  const std::size_t digits = hex ? 3 : 2;
  const std::size_t end = rest.find_first_not_of(hex ? "0123456789abcdefABCDEF" : "0123456789", digits);
  return end != nowhere && end > digits && rest[end] == ';';
}

/// Appends text or a tag, with stray `&` escaped, and `<` where it stands between quotes.
void appendRepaired(std::string& out, std::string_view part) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == '&' && !isKnownReference(part, i))
      out += "&amp;";
    else if (part[i] == '<' && i > 0)
      out += "&lt;";
    else
      out += part[i];
  }
}

std::string withPlainLineEnds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r')
      out += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      out += '\n';
  }
  return out;
}

}  // namespace

Outline outlineOf(std::string_view text) { return Walk(text).outline(); }

std::size_t endOfNode(std::string_view text, std::size_t at) {
  int depth = 0;
  for (;;) {
    const Tag tag = tagAt(text, at);
    if (tag.end == nowhere) return text.size();
    if (tag.what == Markup::open) ++depth;
    if (tag.what == Markup::close) --depth;
    if (depth <= 0) return tag.end;
    at = text.find('<', tag.end);
    if (at == nowhere) return text.size();
  }
}

std::string asWellFormed(std::string_view piece) {
  std::string out;
  out.reserve(piece.size());
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t tag = std::min(piece.find('<', at), piece.size());
    appendRepaired(out, piece.substr(at, tag - at));
    if (tag == piece.size()) break;
    const Tag here = tagAt(piece, tag);
    const std::string_view whole = piece.substr(tag, here.end == nowhere ? nowhere : here.end - tag);
    if (here.what == Markup::open || here.what == Markup::empty)
      appendRepaired(out, whole);
    else
      out += whole;
    at = tag + whole.size();
  }
  return out.find('\r') == std::string::npos ? out : withPlainLineEnds(out);
}

bool isCanonicalAttributeText(std::string_view raw) {
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    if (c == '<' || c == '"' || c == '\t' || c == '\n' || c == '\r') return false;
    if (c == '&' && !isKnownReference(raw, i)) return false;
  }
  return true;
}

}  // namespace trackloom::xml
