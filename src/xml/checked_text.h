#pragma once

#include "xml/problems.h"
#include "xml/refusal.h"

#include <optional>
#include <string>
#include <string_view>

namespace trackloom::xml {

/// The bytes of a file as text that XML can hold.
class CheckedText {
 public:
  /// What had to be mended becomes a problem. The bytes must outlive this.
  CheckedText(std::string_view bytes, Problems& problems);
  CheckedText(const CheckedText&) = delete;
  CheckedText& operator=(const CheckedText&) = delete;

  std::string_view text() const { return text_; }
  /// Why it is no text, or one in an encoding that is not read.
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  void checkDeclaration();

  std::string_view text_;
  std::string mended_;  // what `text_` views if something had to be mended
  std::optional<Refusal> refusal_;
};

}  // namespace trackloom::xml
