#include "cli/plain_text.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace trackloom::cli {
namespace {

constexpr char32_t invalid = 0xFFFD;

/// Takes one character off the front; a byte that starts none is one by itself and reads as U+FFFD.
char32_t takeCharacter(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
  bool good = lead < 0x80 || (lead >= 0xC2 && lead <= 0xF4);
  for (std::size_t i = 1; good && i < length; ++i) {
    good = i < text.size() && (byte(i) & 0xC0U) == 0x80;
    if (good) character = (character << 6U) | (byte(i) & 0x3FU);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (good) good = character >= least[length] && character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
  text.remove_prefix(good ? length : 1);
  return good ? character : invalid;
}

struct Range {
  char32_t first, last;
};

bool isIn(char32_t character, std::initializer_list<Range> ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](Range range) { return character >= range.first && character <= range.last; });
}

std::size_t columnsOf(char32_t character) {
  if (character < 0x300) return 1;
  if (isIn(character, {{0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x610, 0x61A},   {0x64B, 0x65F},
                       {0x670, 0x670},   {0x6D6, 0x6DC},   {0x6DF, 0x6E4},   {0x93C, 0x93C},   {0x941, 0x948},
                       {0x94D, 0x94D},   {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},   {0x1AB0, 0x1AFF},
                       {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}}))
    return 0;
  if (isIn(character, {{0x1100, 0x115F},
                       {0x2E80, 0x303E},
                       {0x3041, 0xA4CF},
                       {0xA960, 0xA97F},
                       {0xAC00, 0xD7A3},
                       {0xF900, 0xFAFF},
                       {0xFE30, 0xFE6F},
                       {0xFF00, 0xFF60},
                       {0xFFE0, 0xFFE6},
                       {0x1F300, 0x1F64F},
                       {0x1F900, 0x1F9FF},
                       {0x20000, 0x3FFFD}}))
    return 2;
  return 1;
}

/// Controls and line separators, and the marks, embeddings, overrides and isolates that reorder what stands around
/// them.
bool isHarmful(char32_t character) {
  return isIn(character, {{0, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF}});
}

std::string padded(const std::string& cell, std::size_t width, documents::Side side) {
  const std::string gap(width - std::min(width, displayWidth(cell)), ' ');
  return side == documents::Side::left ? cell + gap : gap + cell;
}

/// Takes columns off the widest until all fit; none goes below the narrowest that still tells something.
void fit(std::vector<std::size_t>& widths, std::size_t width) {
  constexpr std::size_t narrowest = 6;
  const std::size_t gaps = 2 * (widths.size() - 1);
  for (std::size_t sum = std::accumulate(widths.begin(), widths.end(), gaps); sum > width; --sum) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= narrowest) return;
    --*widest;
  }
}

void appendRow(std::string& out, const documents::Table& table, const std::vector<std::string>& cells,
               const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i) line += "  ";
    line += padded(shortened(cells[i], widths[i]), widths[i], table.columns[i].side);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + '\n';
}

}  // namespace

std::size_t displayWidth(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const char32_t character = takeCharacter(text);
    if (character == 0x1B) {
      text.remove_prefix(std::min(text.find('m'), text.size() - 1) + 1);
    } else {
      width += columnsOf(character);
    }
  }
  return width;
}

std::string oneLine(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t character = takeCharacter(text);
    const std::size_t length = before.size() - text.size();
    if (isHarmful(character)) {
      out += ' ';
    } else if (character == invalid) {
      out += "\xEF\xBF\xBD";
    } else {
      out.append(before.substr(0, length));
    }
  }
  return out;
}

std::string said(const language::Language& language, const Message& message, const Plan* plan) {
  if (language.code() == "en") return oneLine(plainText(message, plan));
  return oneLine(plainText(language.localized(plan ? withNames(message, *plan) : message), nullptr,
                           language.translated(tr(", "))));
}

std::string sentenceLine(std::string sentence) {
  for (const std::string_view isolate : {"\u2066", "\u2067", "\u2068", "\u2069"})
    for (std::size_t at = sentence.find(isolate); at != std::string::npos; at = sentence.find(isolate, at))
      sentence.erase(at, isolate.size());
  return oneLine(sentence);
}

std::string shortened(std::string_view text, std::size_t width) {
  if (displayWidth(text) <= width) return std::string(text);
  std::string_view rest = text;
  std::size_t used = 1;
  while (!rest.empty()) {
    std::string_view next = rest;
    used += columnsOf(takeCharacter(next));
    if (used > width) break;
    rest = next;
  }
  return std::string(text.substr(0, text.size() - rest.size())) + "…";
}

std::string wrapped(std::string_view lead, std::string_view text, std::size_t indent, std::size_t width) {
  std::string out(lead);
  std::size_t column = displayWidth(lead);
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty() && width != 0) continue;
    const std::size_t columns = displayWidth(word);
    if (!first && width != 0 && column + 1 + columns > width) {
      out.append(1, '\n').append(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns;
    first = false;
  }
  return out + '\n';
}

std::string alignedText(const documents::Table& table, std::size_t width) {
  std::vector<std::string> titles;
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    titles.push_back(table.columns[i].title);
    widths.push_back(displayWidth(titles.back()));
    for (const auto& row : table.rows) widths[i] = std::max(widths[i], displayWidth(row[i]));
  }
  if (width != 0 && !widths.empty()) fit(widths, width);
  std::string out;
  appendRow(out, table, titles, widths);
  for (const auto& row : table.rows) appendRow(out, table, row, widths);
  return out;
}

}  // namespace trackloom::cli
