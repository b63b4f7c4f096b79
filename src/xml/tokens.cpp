#include "xml/tokens.h"

#include "plan/bytes.h"
#include "xml/escape.h"
#include "xml/references.h"

#include <algorithm>
#include <cstring>

namespace trackloom::xml {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

/// What a byte can be in a tag.
enum Class : unsigned char { name = 1, nameStart = 2, space = 4, valueStop = 8 };

constexpr auto classes = [] {
  std::array<unsigned char, 256> all{};
  for (std::size_t c = 0; c < all.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c >= 0x80;
    const bool other = (c >= '0' && c <= '9') || c == '-' || c == '.';
    all[c] = static_cast<unsigned char>((letter ? name | nameStart : 0) | (other ? name : 0));
  }
  for (const char c : {' ', '\t', '\n', '\r'}) all[static_cast<unsigned char>(c)] |= space;
  for (const char c : {'"', '\'', '<', '&', '\t', '\n', '\r'}) all[static_cast<unsigned char>(c)] |= valueStop;
  return all;
}();

bool is(char c, Class what) { return (classes[static_cast<unsigned char>(c)] & what) != 0; }

const char* afterSpaces(const char* p, const char* end) {
  while (p != end && is(*p, space)) ++p;
  return p;
}

const char* afterName(const char* p, const char* end) {
  while (p != end && is(*p, name)) ++p;
  return p;
}

/// The next place where a value may stop.
const char* atValueStop(const char* p, const char* end) {
  for (; end - p >= 16; p += 16) {
    const Sixteen bytes = sixteenAt(p);
    const std::size_t first =
        firstOf((bytes == '"') | (bytes == '\'') | (bytes == '<') | (bytes == '&') | (bytes < ' '));
    if (first < 16) return p + first;
  }
  while (p != end && !is(*p, valueStop)) ++p;
  return p;
}

}  // namespace

std::string_view valueOf(const Attribute& attribute, std::string& scratch) {
  if (attribute.plain) return attribute.raw;
  scratch.clear();
  appendDecodedValue(scratch, attribute.raw);
  return scratch;
}

std::string asWritten(const Attribute& attribute) {
  std::string out = " ";
  out += attribute.name;
  out += "=\"";
  std::string scratch;
  if (isCanonicalValue(attribute.raw))
    out += attribute.raw;
  else
    appendAttributeText(out, valueOf(attribute, scratch));
  return out += '"';
}

const Attribute* find(std::span<const Attribute> attributes, std::string_view name) {
  for (const Attribute& attribute : attributes)
    if (attribute.name == name) return &attribute;
  return nullptr;
}

Tokens::Kind Tokens::next() {
  if (refusal_) return kind_ = Kind::nothing;
  from_ = at_;
  if (at_ == text_.size()) return kind_ = atEnd();
  if (text_[at_] == '<') return kind_ = markup();
  return kind_ = text();
}

void Tokens::skip() {
  if (empty_) return;
  for (const std::size_t outside = depth_ - 1; depth_ > outside;)
    if (next() == Kind::nothing) return;
}

void Tokens::appendTextTo(std::string& out) const {
  if (kind_ == Kind::text)
    appendDecodedText(out, content_);
  else
    appendWithPlainLineEnds(out, content_);
}

Tokens::Kind Tokens::refuse(Message what, std::size_t at) {
  refusal_ = refusalOfDamaged(std::move(what), at);
  return Kind::nothing;
}

Tokens::Kind Tokens::refuseLimit(const char* what, std::size_t most) {
  refusal_ =
      Refusal{{what, {{"most", static_cast<std::int64_t>(most)}}},
              {tr("Check where the file comes from: no plan needs this much. If it is a real plan, divide it."), {}},
              from_};
  return Kind::nothing;
}

Tokens::Kind Tokens::refuseBroken() {
  if (text_.find('<', from_ + 1) == nowhere)
    return refuse(
        {tr("The file ends in the middle of something: it was probably cut off while it was saved or sent."), {}},
        from_);
  return refuse(
      {tr("What begins with < on this line is not well-formed: no element, comment or instruction reads like this."),
       {}},
      from_);
}

Tokens::Kind Tokens::atEnd() {
  if (depth_ > 0)
    return refuse(
        {tr("The file ends before everything in it is closed: it was probably cut off while it was saved or sent."),
         {}},
        at_);
  if (elements_ == 0) return refuse({tr("The file holds no element at all, only remarks."), {}}, at_);
  return Kind::nothing;
}

Tokens::Kind Tokens::text() {
  const char* const begin = text_.data() + at_;
  const char* const stray = afterSpaces(begin, text_.data() + text_.size());  // nearly always the end
  const auto strayAt = static_cast<std::size_t>(stray - text_.data());
  blank_ = strayAt == text_.size() || *stray == '<';
  const std::size_t end = blank_ ? strayAt : std::min(text_.find('<', strayAt), text_.size());
  content_ = text_.substr(at_, end - at_);
  if (depth_ == 0 && !blank_) {
    if (elements_ > 0) return refuse({tr("There is text behind the end of the plan."), {}}, strayAt);
    refuse({tr("This is not an XML file: it does not begin with <."), {}}, strayAt);
    refusal_->toDo = {tr("Choose a plan that Trackloom has saved; its name usually ends in .trackloom."), {}};
    refusal_->damaged = false;
    return Kind::nothing;
  }
  at_ = end;
  return Kind::text;
}

/// What begins with `<`.
Tokens::Kind Tokens::markup() {
  const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
  if (is(next, nameStart)) return startTag();
  if (next == '/') return endTag();
  if (next == '?') return instruction();
  const std::string_view rest = text_.substr(at_, 9);
  if (rest.starts_with("<!--")) return through(Kind::comment, at_ + 4, "-->");
  if (rest == "<![CDATA[" && depth_ > 0) return through(Kind::characters, at_ + 9, "]]>");
  if (rest == "<!DOCTYPE" && elements_ == 0) return doctype();
  return refuseBroken();
}

Tokens::Kind Tokens::through(Kind kind, std::size_t from, std::string_view close) {
  const std::size_t end = text_.find(close, from);
  if (end == nowhere) return refuseBroken();
  content_ = text_.substr(from, end - from);
  at_ = end + close.size();
  return kind;
}

Tokens::Kind Tokens::instruction() {
  const std::size_t begin = at_;
  if (begin + 2 >= text_.size() || !is(text_[begin + 2], nameStart)) return refuseBroken();
  const Kind kind = through(Kind::instruction, begin + 2, "?>");
  if (kind == Kind::nothing) return kind;
  name_ = content_.substr(0, content_.find_first_of(" \t\r\n"));
  if (name_ == "xml" && begin > 0)
    return refuse({tr("An XML declaration stands on this line; it can only stand at the very beginning."), {}}, begin);
  return kind;
}

/// A document type with everything it declares.
Tokens::Kind Tokens::doctype() {
  bool declaring = false;
  for (std::size_t p = at_ + 9; p < text_.size(); ++p) {
    const std::string_view rest = text_.substr(p, 4);
    if (rest == "<!--" || rest.starts_with("<?")) {
      p = text_.find(rest[1] == '?' ? "?>" : "-->", p + 2);
      if (p == nowhere) break;
      ++p;
    } else if (text_[p] == '"' || text_[p] == '\'') {
      p = text_.find(text_[p], p + 1);
      if (p == nowhere) break;
    } else if (text_[p] == '[' || text_[p] == ']') {
      declaring = text_[p] == '[';
    } else if (text_[p] == '>' && !declaring) {
      at_ = p + 1;
      return Kind::doctype;
    }
  }
  return refuseBroken();
}

Tokens::Kind Tokens::endTag() {
  at_ += 2;
  const std::string_view ending = readName();
  skipSpaces();
  if (ending.empty() || at_ == text_.size() || text_[at_] != '>') return refuseBroken();
  ++at_;
  if (depth_ == 0) return refuse({tr("This line closes an element that was never opened."), {}}, from_);
  if (open_[depth_ - 1] != ending)
    return refuse({tr("The element that ends on this line is not the one that was opened last."), {}}, from_);
  --depth_;
  return Kind::end;
}

Tokens::Kind Tokens::startTag() {
  if (++elements_ > maxElements) return refuseLimit(tr("The file has more than {most} elements."), maxElements);
  if (depth_ == maxDepth)
    return refuseLimit(tr("Elements stand inside each other more than {most} levels deep."), maxDepth);
  if (depth_ == 0 && elements_ > 1)
    return refuse({tr("A second element begins behind the end of the first: a file holds one plan."), {}}, from_);
  ++at_;
  readElementName();
  attributeCount_ = 0;
  declaresNamespace_ = false;
  const char* p = text_.data() + at_;
  while (const char* const next = readAttribute(p)) p = next;
  if (refusal_) return Kind::nothing;
  p = afterSpaces(p, text_.data() + text_.size());
  at_ = static_cast<std::size_t>(p - text_.data());
  empty_ = at_ < text_.size() && text_[at_] == '/';
  if (empty_) ++at_;
  if (at_ >= text_.size() || text_[at_] != '>') return refuseBroken();
  ++at_;
  if (!empty_) open_[depth_++] = name_;
  return Kind::start;
}

/// Reads the name of a start tag: most are the same as the one before.
void Tokens::readElementName() {
  const std::string_view name = readName();
  if (name != names_.name(nameNumber_)) nameNumber_ = names_.number(name);
  name_ = name;
}

/// Reads the next attribute of a start tag and says where it ends; null if there is none, or one that is not
/// well-formed.
const char* Tokens::readAttribute(const char* p) {
  if (attributeCount_ == attributes_.size()) attributes_.emplace_back();
  Attribute& attribute = attributes_[attributeCount_];
  const NamePool::Number before = attributeCount_ == 0 ? nameNumber_ : attributes_[attributeCount_ - 1].number;
  const NamePool::Number likely = names_.follower(before);
  const std::string_view name = names_.name(likely);
  // Mostly what follows is ` name="`, with the name that followed the one before last time.
  constexpr std::size_t further = 2 + 8;  // `="`, and what is read beyond
  const auto left = static_cast<std::size_t>(text_.data() + text_.size() - p);
  if (likely != NamePool::none && left > name.size() + further && *p == ' ' &&
      sameText(p + 1, name.data(), name.size()) && std::memcmp(p + 1 + name.size(), "=\"", 2) == 0) {
    attribute.name = name;
    attribute.number = likely;
    p += name.size() + 2;
  } else if (p = readAttributeName(p, attribute); p) {
    names_.follow(before, attribute.number);
  } else {
    return nullptr;
  }
  ++attributeCount_;
  declaresNamespace_ |= attribute.name == "xmlns";
  return readValue(p, attribute);
}

/// Reads the name of the next attribute, in whatever form, and says where its value begins.
const char* Tokens::readAttributeName(const char* p, Attribute& attribute) {
  const char* const end = text_.data() + text_.size();
  const char* const begin = afterSpaces(p, end);
  if (begin == p || begin == end || !is(*begin, nameStart)) return nullptr;
  const char* const nameEnd = afterName(begin, end);
  p = afterSpaces(nameEnd, end);
  if (p != end && *p == '=') {
    p = afterSpaces(p + 1, end);
    if (p != end && (*p == '"' || *p == '\'')) {
      attribute.name = {begin, nameEnd};
      attribute.number = names_.number(attribute.name);
      return p;
    }
  }
  refuseBroken();
  return nullptr;
}

/// Reads a value whose quote is given and says where it ends; null if it is not well-formed, or too long.
const char* Tokens::readValue(const char* p, Attribute& attribute) {
  const char* const end = text_.data() + text_.size();
  const char quote = *p;
  const char* const begin = ++p;
  bool plain = true;
  for (;; ++p) {
    p = atValueStop(p, end);
    if (p == end || *p == '<') {
      refuseBroken();
      return nullptr;
    }
    if (*p == quote) break;
    plain = plain && (*p == '"' || *p == '\'');
  }
  attribute.raw = {begin, p};
  attribute.plain = plain;
  if (attribute.raw.size() <= maxAttributeBytes) return p + 1;
  refuseLimit(tr("A value on this line is longer than {most} bytes."), maxAttributeBytes);
  return nullptr;
}

std::string_view Tokens::readName() {
  const char* const begin = text_.data() + at_;
  const char* const end = text_.data() + text_.size();
  if (begin == end || !is(*begin, nameStart)) return {};
  const std::string_view read{begin, afterName(begin, end)};
  at_ += read.size();
  return read;
}

void Tokens::skipSpaces() {
  const char* const begin = text_.data() + at_;
  at_ += static_cast<std::size_t>(afterSpaces(begin, text_.data() + text_.size()) - begin);
}

}  // namespace trackloom::xml
