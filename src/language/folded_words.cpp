#include "language/folded_words.h"

#include "language/letters.h"

#include <optional>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace trackloom::language {
namespace {

bool isApostrophe(UChar32 c) { return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02B9; }

bool isHyphen(UChar32 c) { return c == '-' || (c >= 0x2010 && c <= 0x2013); }

class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  std::vector<FoldedWord> read() {
    while (at_ < size()) {
      const std::int32_t before = at_;
      take(before, next());
    }
    close(size());
    return std::move(words_);
  }

 private:
  std::int32_t size() const { return static_cast<std::int32_t>(text_.size()); }

  UChar32 next() {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text_.data(), at_, size(), c);
    return c;
  }

  void take(std::int32_t before, UChar32 c) {
    if (u_isalnum(c) && !isSilent(static_cast<char32_t>(c))) {
      if (!open_) begin(silentFrom_.value_or(before), u_islower(c));
      silentFrom_.reset();
      appendFolded(words_.back().letters, static_cast<char32_t>(c));
    } else if (isSilent(static_cast<char32_t>(c)) || (open_ && isApostrophe(c) && !endsBehindApostrophe())) {
      if (!open_ && !silentFrom_) silentFrom_ = before;  // part of the word it stands in or before, and not heard
    } else {
      silentFrom_.reset();
      close(before);
      if (isApostrophe(c) && isGenitive()) ++at_;
      hyphenOnly_ = isHyphen(c) && !words_.empty() && words_.back().to == static_cast<std::size_t>(before);
      if (!words_.empty()) words_.back().hyphenBehind = hyphenOnly_;
    }
  }

  void begin(std::int32_t at, bool small) {
    if (!words_.empty() && !hyphenOnly_) words_.back().hyphenBehind = false;
    words_.push_back({{}, static_cast<std::size_t>(at), 0, false, small});
    open_ = true;
  }

  void close(std::int32_t at) {
    if (open_) words_.back().to = static_cast<std::size_t>(at);
    if (open_ && words_.back().letters.empty()) words_.pop_back();
    open_ = false;
  }

  /// The sign that stands so many behind where reading is; 0 behind the end.
  UChar32 ahead(int count) {
    const std::int32_t behind = at_;
    UChar32 c = 0;
    for (; count > 0; --count) c = at_ < size() ? next() : 0;
    at_ = behind;
    return c;
  }

  bool isGenitive() { return (ahead(1) == 's' || ahead(1) == 'S') && !u_isalnum(ahead(2)); }

  /// Does nothing of this word follow, or nothing but an s, as in “the Front's”?
  bool endsBehindApostrophe() { return !u_isalnum(ahead(1)) || isGenitive(); }

  std::string_view text_;
  std::int32_t at_ = 0;
  std::vector<FoldedWord> words_;
  bool open_ = false;
  bool hyphenOnly_ = false;
  std::optional<std::int32_t> silentFrom_;
};

}  // namespace

std::vector<FoldedWord> foldedWords(std::string_view text) { return WordReader(text).read(); }

}  // namespace trackloom::language
