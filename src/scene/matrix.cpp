#include "scene/matrix.h"

#include "scene/symbols.h"

#include <algorithm>
#include <set>

namespace trackloom::scene {
namespace {

constexpr Font headFont{8.5, Weight::bold};
constexpr Font nameFont{8.5, Weight::regular};
constexpr Font noteFont{7.5, Weight::regular};
constexpr Font figureFont{9, Weight::bold};
constexpr double lineHeight = 10.5;
constexpr double padding = 5;
constexpr double narrowest = 58;
constexpr double widest = 150;
constexpr double mostNeeded = 84;  // longer words are cut rather than the sheet widened
constexpr double signSize = 7;
constexpr double signRoom = signSize + 7;

double headWidth(double width) { return std::clamp(width * 0.3, 130.0, 260.0); }

/// What a column needs to show its cells whole, within bounds.
double neededWidth(const TextMeasure& measure, const Matrix& matrix, std::size_t column) {
  double needed = narrowest;
  for (const MatrixRow& row : matrix.rows) {
    if (row.cells.empty()) continue;
    const MatrixCell& cell = row.cells[column];
    const double sign = cell.mark == Mark::nothing ? 0 : signRoom;
    if (!cell.text.empty()) needed = std::max(needed, sign + measure.width(cell.text, figureFont) + padding + 4);
    if (!cell.note.empty()) needed = std::max(needed, measure.width(cell.note, noteFont) + 2 * padding + 1);
  }
  return std::min(needed, mostNeeded);
}

/// As wide as each other where there is room; the room is taken from the widest of what the others leave.
std::vector<double> columnWidths(const TextMeasure& measure, const Matrix& matrix, double width) {
  std::vector<double> widths(matrix.columns.size());
  for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = neededWidth(measure, matrix, i);
  std::vector<double> ordered = widths;
  std::ranges::sort(ordered);
  double room = width - 2 * Sheet::margin - headWidth(width);
  double level = narrowest;
  for (std::size_t left = ordered.size(); left > 0; room -= ordered[--left]) {
    level = room / static_cast<double>(left);
    if (ordered[left - 1] <= level) break;
  }
  level = std::clamp(level, narrowest, widest);
  for (double& own : widths) own = std::max(own, level);
  return widths;
}

Style cellStyle(Mark mark) {
  switch (mark) {
    case Mark::few:
      return {Colour::heat1, Colour::rule, 0.6};
    case Mark::some:
      return {Colour::heat2, Colour::rule, 0.6};
    case Mark::many:
      return {Colour::heat3, Colour::rule, 0.6};
    case Mark::met:
      return {Colour::metBack, Colour::rule, 0.6};
    case Mark::short_:
      return {Colour::stallBack, Colour::rule, 0.6};
    case Mark::unknown:
      return {Colour::headBack, Colour::rule, 0.6, Dash::dashed};
    case Mark::nothing:
    case Mark::gap:
    case Mark::count_:
      break;
  }
  return {Colour::paper, Colour::rule, 0.6};
}

/// Bars that grow: the amount without its colour.
void drawAmount(Sheet& sheet, Point middle, int bars) {
  for (int i = 0; i < 3; ++i) {
    const double left = middle.x - signSize / 2 + i * 2.6;
    const double height = 2.4 + i * 2.2;
    const Box bar{left, middle.y + signSize / 2 - height, left + 1.8, middle.y + signSize / 2};
    sheet.add(Rect{bar}, "sign amount",
              i < bars ? Style{Colour::ink, {}, 0} : Style{Colour::paper, Colour::muted, 0.4});
  }
}

void drawSign(Sheet& sheet, Mark mark, Point middle) {
  switch (mark) {
    case Mark::few:
    case Mark::some:
    case Mark::many:
      return drawAmount(sheet, middle, 1 + static_cast<int>(mark) - static_cast<int>(Mark::few));
    case Mark::met: {
      Path sign = tick(middle, signSize);
      sign.mirroring = Mirroring::keepsShape;
      sheet.add(std::move(sign), "sign met", {{}, Colour::met, 1.5});
      return;
    }
    case Mark::short_:
      sheet.add(cross(middle, signSize * 0.85), "sign short", {{}, Colour::missed, 1.5});
      return;
    case Mark::gap:
      sheet.add(diamond(middle, signSize / 2), "sign gap", {Colour::paper, Colour::muted, 1.1});
      return;
    case Mark::unknown: {
      Shape& sign = sheet.addText({middle.x, middle.y + 3.2}, "?", figureFont, Colour::ink);
      std::get<Label>(sign.form).anchor = Anchor::middle;
      sign.role = "sign unknown";
      return;
    }
    case Mark::nothing:
    case Mark::count_:
      return;
  }
}

/// Lines of text in a box, from its top; each is what fits.
struct Lines {
  std::vector<std::string> name;
  std::vector<std::string> note;
  double height() const { return static_cast<double>(name.size() + note.size()) * lineHeight; }
};

Lines linesOf(const Sheet& sheet, const MatrixHead& head, Font font, double width) {
  return {wrapped(sheet.measure(), head.name, font, {width, 3}),
          wrapped(sheet.measure(), head.note, noteFont, {width, 2})};
}

void drawLines(Sheet& sheet, const Lines& lines, Point at, const ElementId& element, Font font) {
  double y = at.y;
  for (const std::string& line : lines.name) {
    sheet.addText({at.x, y + 8}, line, font, Colour::ink).element = element;
    y += lineHeight;
  }
  for (const std::string& line : lines.note) {
    sheet.addText({at.x, y + 7.5}, line, noteFont, Colour::muted).element = element;
    y += lineHeight;
  }
}

class Grid {
 public:
  Grid(Sheet& sheet, const Matrix& matrix) : sheet_(sheet), matrix_(matrix), head_(headWidth(sheet.width())) {
    double x = Sheet::margin + head_;
    lefts_.push_back(x);
    for (const double width : columnWidths(sheet.measure(), matrix, sheet.width())) lefts_.push_back(x += width);
  }

  void draw() {
    drawColumns();
    for (const MatrixRow& row : matrix_.rows) drawRow(row);
    drawLegend();
  }

 private:
  double left(std::size_t column) const { return lefts_[column]; }
  double right() const { return lefts_.back(); }

  void drawColumns() {
    std::vector<Lines> heads;
    double height = lineHeight;
    for (std::size_t i = 0; i < matrix_.columns.size(); ++i) {
      heads.push_back(linesOf(sheet_, matrix_.columns[i], headFont, left(i + 1) - left(i) - 2 * padding));
      height = std::max(height, heads.back().height());
    }
    const double top = sheet_.bottom() + 4;
    const double bottom = top + height + 2 * padding;
    sheet_.add(Rect{{Sheet::margin, top, right(), bottom}}, "head", {Colour::headBack, Colour::rule, 0.6});
    const Lines corner = linesOf(sheet_, {{}, matrix_.corner, {}}, noteFont, head_ - 2 * padding);
    drawLines(sheet_, corner, {Sheet::margin + padding, bottom - padding - corner.height()}, {}, noteFont);
    for (std::size_t i = 0; i < heads.size(); ++i)
      drawLines(sheet_, heads[i], {left(i) + padding, top + padding}, matrix_.columns[i].element, headFont);
    sheet_.moveDown(bottom);
  }

  void drawRow(const MatrixRow& row) {
    const double indent = row.indented ? 10 : 0;
    const bool heading = row.cells.empty();
    const double room = (heading ? right() - Sheet::margin : head_) - 2 * padding - indent;
    const Font font = heading ? headFont : nameFont;
    const Lines lines = linesOf(sheet_, row.head, font, room);
    double height = lines.height();
    for (const MatrixCell& cell : row.cells) height = std::max(height, lineHeight * (cell.note.empty() ? 1 : 2));
    const double top = sheet_.bottom();
    const double bottom = top + height + 2 * padding;
    Shape& back =
        sheet_.add(Rect{{Sheet::margin, top, heading ? right() : left(0), bottom}}, heading ? "section" : "row",
                   {heading ? Colour::headBack : Colour::paper, Colour::rule, 0.6});
    back.element = row.head.element;
    back.title = row.head.name;
    const double textTop = (top + bottom - lines.height()) / 2;
    drawLines(sheet_, lines, {Sheet::margin + padding + indent, textTop}, row.head.element, font);
    for (std::size_t i = 0; i < row.cells.size(); ++i) drawCell(row, i, {left(i), top, left(i + 1), bottom});
    sheet_.moveDown(bottom);
  }

  void drawCell(const MatrixRow& row, std::size_t column, const Box& box) {
    const MatrixCell& cell = row.cells[column];
    used_.insert(cell.mark);
    Shape& back = sheet_.add(Rect{box}, "cell", cellStyle(cell.mark));
    back.title = cell.description;
    const bool hasSign = cell.mark != Mark::nothing;
    const bool two = !cell.note.empty() && (hasSign || !cell.text.empty());
    const double y = box.middle().y - (two ? lineHeight / 2 : 0);
    const double textLeft = box.left + padding + (hasSign ? signRoom : 0);
    if (hasSign) drawSign(sheet_, cell.mark, {box.left + padding + signSize / 2 + 1, y});
    sheet_.addText({textLeft, y + 3.2}, fitted(sheet_.measure(), cell.text, figureFont, box.right - 3 - textLeft),
                   figureFont, Colour::ink);
    if (!cell.note.empty())
      sheet_.addText({box.left + padding, y + 3 + (two ? lineHeight : 0)},
                     fitted(sheet_.measure(), cell.note, noteFont, box.width() - 2 * padding), noteFont, Colour::ink);
  }

  void drawLegend() {
    std::vector<Sheet::LegendEntry> entries;
    for (const Mark mark : used_)
      if (const char* meaning = matrix_.meaning[static_cast<std::size_t>(mark)])
        entries.push_back({[mark](Sheet& sheet, Point at) {
                             sheet.add(Rect{{at.x - 10, at.y - 6, at.x + 10, at.y + 6}}, "swatch", cellStyle(mark));
                             drawSign(sheet, mark, at);
                           },
                           meaning});
    sheet_.drawLegend(entries);
  }

  Sheet& sheet_;
  const Matrix& matrix_;
  double head_;
  std::vector<double> lefts_;  // of the columns, and the right end
  std::set<Mark> used_;
};

}  // namespace

Mark amountMark(std::size_t number, std::size_t largest) {
  if (number * 3 <= largest || number == 1) return Mark::few;
  return number * 3 <= largest * 2 ? Mark::some : Mark::many;
}

void widenFor(Sheet& sheet, const Matrix& matrix) {
  double width = headWidth(sheet.width()) + 2 * Sheet::margin;
  for (const double column : columnWidths(sheet.measure(), matrix, sheet.width())) width += column;
  sheet.widen(width);
}

void drawMatrix(Sheet& sheet, const Matrix& matrix) { Grid(sheet, matrix).draw(); }

}  // namespace trackloom::scene
