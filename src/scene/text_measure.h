#pragma once

#include "scene/scene.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::scene {

/// Takes the next character off UTF-8 text; U+FFFD for bytes that are none. Precondition: not empty.
char32_t takeCharacter(std::string_view& text);
/// Hebrew, Arabic and the other scripts written from right to left.
bool isRightToLeft(char32_t character);
/// Is it a sign without a width of its own: an accent, a vowel sign, a joiner?
bool isCombining(char32_t character);

/// One line of text that is safe to show: line breaks and control characters become spaces, invisible signs that
/// reorder their surroundings go, bytes that are no UTF-8 become U+FFFD.
std::string oneLine(std::string_view text);

/// A text on a page of this direction, held together so that its own letters do not turn over what stands around it:
/// names keep their own direction inside the page's, and the first strong letter of each decides.
std::string isolated(std::string text, Direction page);

/// How wide text is, in points.
class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  /// The advance of one character in a font of size 1.
  virtual double advance(char32_t character, Weight weight) const = 0;
  double width(std::string_view text, Font font) const;
};

/// The same widths everywhere: the wider of Noto Sans and DejaVu Sans, by class of character outside ASCII. Layout
/// uses it on every device, so that a drawing looks the same on all of them.
class FixedMetrics : public TextMeasure {
 public:
  double advance(char32_t character, Weight weight) const override;
};

/// The text if it fits, else its beginning with an ellipsis, else nothing.
std::string fitted(const TextMeasure& measure, std::string_view text, Font font, double maxWidth);

/// The text on at most `maxLines` lines, broken between words; the last ends with an ellipsis if more would follow.
struct Wrapping {
  double width = 0;
  std::size_t maxLines = 1;
};
std::vector<std::string> wrapped(const TextMeasure& measure, std::string_view text, Font font, Wrapping wrapping);

}  // namespace trackloom::scene
