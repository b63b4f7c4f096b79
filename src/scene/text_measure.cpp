#include "scene/text_measure.h"

#include <algorithm>
#include <array>

namespace trackloom::scene {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view ellipsis = "…";

// Thousandths of the font size for U+0020 to U+007E: the wider of the two fonts.
constexpr std::array<short, 95> asciiAdvance = {
    317, 400, 459, 837, 636, 950, 779, 274, 390, 390, 551, 837, 317, 360,  317, 372, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 336, 336, 837, 837, 837, 530, 1000, 684, 686, 698, 770, 631,
    575, 774, 751, 339, 294, 655, 557, 907, 760, 787, 605, 787, 694, 634,  610, 731, 684, 988, 685,
    610, 685, 390, 372, 390, 837, 500, 500, 612, 634, 549, 634, 615, 352,  634, 633, 277, 277, 579,
    277, 974, 633, 611, 634, 634, 413, 520, 392, 633, 591, 817, 591, 591,  524, 636, 551, 636, 837};

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t n>
bool within(const Range (&ranges)[n], char32_t c) {
  return std::any_of(ranges, ranges + n, [c](Range r) { return c >= r.first && c <= r.last; });
}

constexpr Range combining[] = {{0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x610, 0x61A},   {0x64B, 0x65F},
                               {0x670, 0x670},   {0x6D6, 0x6ED},   {0x8D3, 0x8FF},   {0x900, 0x902},   {0x93C, 0x93C},
                               {0x941, 0x948},   {0x94D, 0x94D},   {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},
                               {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x2069},
                               {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
constexpr Range rightToLeft[] = {
    {0x590, 0x8FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};
constexpr Range wide[] = {{0x1100, 0x11FF}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7FF},   {0xF900, 0xFAFF},
                          {0xFE30, 0xFE4F}, {0xFF00, 0xFF60}, {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFF}};
constexpr Range reordering[] = {{0x61C, 0x61C}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x206F}};

double classAdvance(char32_t c) {
  if (c < 0x180) return c >= 0xC0 && c < 0xE0 ? 0.74 : 0.66;
  if (c < 0x370) return 0.66;
  if (c < 0x590) return c < 0x400 ? 0.68 : 0.76;
  if (isRightToLeft(c)) return 0.68;
  if (within(wide, c)) return 1.02;
  if (c == 0x2026) return 1.0;
  if (c >= 0x2000 && c < 0x2070) return 0.6;
  return 0.9;
}

void append(std::string& out, char32_t c) {
  const auto byte = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 63));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 63));
    byte(0x80 | (c & 63));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 63));
    byte(0x80 | ((c >> 6) & 63));
    byte(0x80 | (c & 63));
  }
}

}  // namespace

char32_t takeCharacter(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || length > text.size()) {
    text.remove_prefix(1);
    return replacement;
  }
  char32_t value = length == 1 ? lead : lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0) != 0x80) {
      text.remove_prefix(1);
      return replacement;
    }
    value = value << 6 | (next & 63u);
  }
  text.remove_prefix(length);
  const bool shortest = length < 3 || value >= (length == 3 ? 0x800u : 0x10000u);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return shortest && !surrogate && value <= 0x10FFFF ? value : replacement;
}

bool isRightToLeft(char32_t character) { return within(rightToLeft, character); }

bool isCombining(char32_t character) { return character >= 0x300 && within(combining, character); }

std::string oneLine(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const char32_t c = takeCharacter(text);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    if (control || c == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c == 0xFFFE || c == 0xFFFF) {
      append(out, replacement);
    } else if (!within(reordering, c)) {
      append(out, c);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string isolated(std::string text, Direction page) {
  const auto holdsRightToLeft = [](std::string_view rest) {
    while (!rest.empty())
      if (isRightToLeft(takeCharacter(rest))) return true;
    return false;
  };
  if (page == Direction::leftToRight && !holdsRightToLeft(text)) return text;
  return "\u2068" + text + "\u2069";
}

double TextMeasure::width(std::string_view text, Font font) const {
  double sum = 0;
  while (!text.empty()) sum += advance(takeCharacter(text), font.weight);
  return sum * font.size;
}

double FixedMetrics::advance(char32_t character, Weight weight) const {
  constexpr double boldFactor = 1.13;
  double width = 0;
  if (character >= 0x20 && character < 0x7F) {
    width = asciiAdvance[character - 0x20] / 1000.0;
  } else if (character >= 0xA0 && !isCombining(character)) {
    width = classAdvance(character);
  }
  return weight == Weight::bold ? width * boldFactor : width;
}

std::string fitted(const TextMeasure& measure, std::string_view text, Font font, double maxWidth) {
  const double dots = measure.width(ellipsis, font);
  double used = 0;
  std::size_t cut = 0;  // the longest beginning that leaves room for the dots and splits no accented letter
  std::string_view rest = text;
  bool roomForDots = dots <= maxWidth;
  while (!rest.empty()) {
    const std::size_t at = text.size() - rest.size();
    const char32_t c = takeCharacter(rest);
    if (roomForDots && !isCombining(c) && used + dots <= maxWidth) cut = at;
    used += measure.advance(c, font.weight) * font.size;
    if (used > maxWidth + 1e-9) {
      std::string_view kept = text.substr(0, cut);
      while (kept.ends_with(' ')) kept.remove_suffix(1);
      return kept.empty() ? std::string() : std::string(kept).append(ellipsis);
    }
  }
  return std::string(text);
}

std::vector<std::string> wrapped(const TextMeasure& measure, std::string_view text, Font font, Wrapping wrapping) {
  std::vector<std::string> lines;
  while (!text.empty() && lines.size() < wrapping.maxLines) {
    if (lines.size() + 1 == wrapping.maxLines) {
      lines.push_back(fitted(measure, text, font, wrapping.width));
      break;
    }
    double used = 0;
    std::size_t breakAt = 0;
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::size_t at = text.size() - rest.size();
      const char32_t c = takeCharacter(rest);
      if (c == ' ') breakAt = at;
      used += measure.advance(c, font.weight) * font.size;
      if (used > wrapping.width) break;
    }
    if (used <= wrapping.width) breakAt = text.size();
    if (breakAt == 0) {  // a word longer than the line
      lines.push_back(fitted(measure, text.substr(0, text.find(' ')), font, wrapping.width));
      breakAt = std::min(text.find(' '), text.size());
    } else {
      lines.emplace_back(text.substr(0, breakAt));
    }
    text.remove_prefix(breakAt);
    while (text.starts_with(' ')) text.remove_prefix(1);
  }
  std::erase(lines, std::string());
  return lines;
}

}  // namespace trackloom::scene
