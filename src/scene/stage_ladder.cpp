#include "scene/stage_ladder.h"

#include "scene/sheet_axis.h"
#include "scene/swimlane/packing.h"
#include "scene/symbols.h"

#include <algorithm>
#include <optional>

namespace trackloom::scene {
namespace {

using checks::Item;
using checks::Study;

constexpr Font labelFont{8.5, Weight::regular};
constexpr Font headFont{8.5, Weight::bold};
constexpr double headWidth = 130;
constexpr double rowHeight = 15;
constexpr double radius = 5;
constexpr double longestLabel = 190;
constexpr std::size_t notRecorded = static_cast<std::size_t>(AgreementStage::other) + 1;
constexpr std::size_t alwaysShown = static_cast<std::size_t>(AgreementStage::implementation) + 1;

struct Mark {
  const Item* agreement = nullptr;
  std::size_t stage = notRecorded;
  Span days;
  bool signed_ = false;
  bool approximate = false;
  std::string label;
  double labelX = 0;
  swimlane::Extent extent;
  std::size_t row = 0;
};

struct Content {
  std::vector<Mark> marks;
  std::vector<ElementId> undated;
};

std::optional<Mark> markOf(const Study& study, const Item& agreement) {
  const Date* date = agreement.get(key::date);
  const bool signed_ = date && date->first() <= study.asOf();
  if (!signed_) date = agreement.get(key::planned);
  if (!date) return std::nullopt;
  Mark mark;
  mark.agreement = &agreement;
  mark.days = {date->first().number, date->last().number + 1};
  mark.signed_ = signed_;
  mark.approximate = date->approximate() || date->precision() != Precision::day;
  if (const auto stage = agreement.word<AgreementStage>(key::stage)) mark.stage = static_cast<std::size_t>(*stage);
  return mark;
}

Content contentOf(const Study& study, const DrawingOptions& options) {
  Content content;
  for (const Item* shown : scene::shown(study, options, KindId::agreement)) {
    const Item& agreement = *shown;
    if (!study.known(agreement)) continue;
    const auto mark = markOf(study, agreement);
    if (!mark) {
      content.undated.push_back(agreement.id());
      continue;
    }
    const bool early = options.firstDay && mark->days.to <= options.firstDay->number;
    const bool late = options.lastDay && mark->days.from > options.lastDay->number;
    if (!early && !late) content.marks.push_back(*mark);
  }
  return content;
}

/// All agreements with some air, and the as-of day unless it is far off.
Span periodOf(const Content& content, const DrawingOptions& options, std::int64_t asOf) {
  Span period = content.marks.front().days;
  for (const Mark& mark : content.marks)
    period = {std::min(period.from, mark.days.from), std::max(period.to, mark.days.to)};
  const std::int64_t far = std::max<std::int64_t>(period.to - period.from, 365);
  if (asOf >= period.to && asOf < period.to + far) period.to = asOf + 1;
  const std::int64_t air = std::max<std::int64_t>((period.to - period.from) / 30, 15);
  period = {period.from - air, period.to + air};
  if (options.firstDay) period.from = options.firstDay->number;
  if (options.lastDay) period.to = options.lastDay->number + 1;
  return period.from < period.to ? period : Span{period.from, period.from + 1};
}

class Ladder {
 public:
  Ladder(Sheet& sheet, const Study& study, Content& content, Span period)
      : sheet_(sheet),
        study_(study),
        content_(content),
        scale_(period, Sheet::margin + headWidth + 10, sheet.width() - Sheet::margin - 10) {
    for (Mark& mark : content_.marks) place(mark);
  }

  void draw() {
    cells_ = drawAxis(sheet_, scale_);
    const double top = sheet_.bottom();
    for (std::size_t stage = notRecorded + 1; stage-- > 0;) drawRung(stage);
    drawAsOf(sheet_, scale_, study_.asOf(), {scale_.left(), top - 6, scale_.right(), sheet_.bottom()});
    for (const Mark& mark : content_.marks) drawMark(mark);
    drawLegend();
  }

 private:
  Span period() const { return scale_.period(); }
  double middleOf(const Mark& mark) const {
    const double x = (scale_.x(mark.days.from) + scale_.x(mark.days.to)) / 2;
    return std::clamp(x, scale_.left(), scale_.right());
  }

  /// To the right of its sign where there is room, else to the left.
  void place(Mark& mark) const {
    const double x = middleOf(mark);
    const std::string name = sheet_.words().name(mark.agreement->element());
    const double room = std::min(longestLabel, std::max(scale_.right() + 10 - x, x - scale_.left() + 10) - radius - 4);
    mark.label = fitted(sheet_.measure(), name, labelFont, room);
    const double width = sheet_.measure().width(mark.label, labelFont);
    const bool right = x + radius + 4 + width <= scale_.right() + 10;
    mark.labelX = right ? x + radius + 4 : x - radius - 4 - width;
    mark.extent = right ? swimlane::Extent{x - radius - 4, mark.labelX + width + 4}
                        : swimlane::Extent{mark.labelX - 4, x + radius + 4};
    if (mark.approximate) {
      mark.extent.left = std::min(mark.extent.left, std::max(scale_.x(mark.days.from), scale_.left()));
      mark.extent.right = std::max(mark.extent.right, std::min(scale_.x(mark.days.to), scale_.right()));
    }
  }

  std::string stageName(std::size_t stage) const {
    if (stage == notRecorded) return sheet_.words().say({tr("? Stage not recorded"), {}});
    const Choice choice{static_cast<std::uint16_t>(stage), {}};
    return sheet_.words().word(&choice, VocabularyId::agreementStage);
  }

  void drawRung(std::size_t stage) {
    std::vector<Mark*> here;
    std::vector<swimlane::Extent> extents;
    for (Mark& mark : content_.marks) {
      if (mark.stage != stage) continue;
      here.push_back(&mark);
      extents.push_back(mark.extent);
    }
    if (here.empty() && stage >= alwaysShown) return;
    const swimlane::Packing packing = swimlane::packed(extents);
    const double top = sheet_.bottom();
    const double bottom = top + std::max<double>(2, static_cast<double>(packing.rows)) * rowHeight + 6;
    drawBack(stage, top, bottom);
    for (std::size_t i = 0; i < here.size(); ++i) {
      here[i]->row = packing.row[i];
      y_.emplace_back(here[i], top + 3 + (static_cast<double>(packing.row[i]) + 0.5) * rowHeight);
    }
    sheet_.moveDown(bottom);
  }

  void drawBack(std::size_t stage, double top, double bottom) {
    const Hue hue = stage == notRecorded ? neutralHue() : laneHue(stage, std::nullopt);
    const double left = Sheet::margin + headWidth;
    sheet_.add(Rect{{left, top, sheet_.width() - Sheet::margin, bottom}}, "rung", {hue.wash, Colour::rule, 0.6});
    drawGrid(sheet_, scale_, cells_, {left, top, scale_.right(), bottom});
    sheet_.add(Rect{{Sheet::margin, top, left, bottom}}, "rung head", {Colour::headBack, Colour::rule, 0.6});
    sheet_.add(Rect{{Sheet::margin, top, Sheet::margin + 4, bottom}}, "rung edge", {hue.strong, {}, 0});
    const auto lines = wrapped(sheet_.measure(), stageName(stage), headFont, {headWidth - 18, 2});
    double y = (top + bottom) / 2 - static_cast<double>(lines.size()) * 5.25;
    for (const std::string& line : lines)
      sheet_.addText({Sheet::margin + 11, (y += 10.5) - 2.5}, line, headFont, Colour::ink);
  }

  void drawMark(const Mark& mark) {
    const auto at = std::find_if(y_.begin(), y_.end(), [&](const auto& each) { return each.first == &mark; });
    const double y = at->second;
    const double x = middleOf(mark);
    const Hue hue = mark.stage == notRecorded ? neutralHue() : laneHue(mark.stage, std::nullopt);
    const std::string title = sheet_.words().name(mark.agreement->element());
    if (mark.approximate) {
      Shape& span = sheet_.add(Path()
                                   .move({std::max(scale_.x(mark.days.from), scale_.left()), y})
                                   .line({std::min(scale_.x(mark.days.to), scale_.right()), y}),
                               "agreement span", {{}, hue.edge, 1.2, Dash::dashed});
      span.element = mark.agreement->id();
      span.title = title;
    }
    Shape& sign = sheet_.add(diamond({x, y}, radius), mark.signed_ ? "agreement signed" : "agreement planned",
                             {mark.signed_ ? hue.strong : Paint(Colour::paper), hue.edge, 1.2});
    std::get<Path>(sign.form).closing = Closing::closed;
    sign.element = mark.agreement->id();
    sign.title = title;
    sign.description = sheet_.words().say(
        {mark.signed_ ? tr("{stage}, signed {date}") : tr("{stage}, planned {date}"),
         {{"stage", stageName(mark.stage)}, {"date", *mark.agreement->get(mark.signed_ ? key::date : key::planned)}}});
    Shape& label = sheet_.addText({mark.labelX, y + 3}, mark.label, labelFont, Colour::ink);
    label.element = mark.agreement->id();
    std::get<Label>(label.form).halo = Halo::paper;
  }

  void drawLegend() {
    const auto signFor = [](Paint fill) {
      return [fill](Sheet& sheet, Point at) {
        Path sign = diamond(at, radius);
        sign.closing = Closing::closed;
        sheet.add(std::move(sign), "swatch", {fill, neutralHue().edge, 1.2});
      };
    };
    const auto any = [&](auto wanted) { return std::any_of(content_.marks.begin(), content_.marks.end(), wanted); };
    std::vector<Sheet::LegendEntry> entries;
    if (any([](const Mark& mark) { return mark.signed_; }))
      entries.push_back({signFor(neutralHue().strong), tr("signed or adopted")});
    if (any([](const Mark& mark) { return !mark.signed_; })) entries.push_back({signFor(Colour::paper), tr("planned")});
    if (any([](const Mark& mark) { return mark.approximate; }))
      entries.push_back({[](Sheet& sheet, Point at) {
                           sheet.add(Path().move({at.x - 10, at.y}).line({at.x + 10, at.y}), "swatch",
                                     {{}, neutralHue().edge, 1.2, Dash::dashed});
                         },
                         tr("the day is not known more closely")});
    if (period().from <= study_.asOf().number && study_.asOf().number < period().to)
      entries.push_back(
          {[](Sheet& sheet, Point at) {
             sheet.add(Path().move({at.x, at.y - 5}).line({at.x, at.y + 5}), "swatch", {{}, Colour::asOf, 1.2});
           },
           tr("as-of day")});
    sheet_.drawLegend(entries);
  }

  Sheet& sheet_;
  const Study& study_;
  Content& content_;
  TimeScale scale_;
  std::vector<AxisCell> cells_;
  std::vector<std::pair<const Mark*, double>> y_;
};

}  // namespace

Scene stageLadder(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  Content content = contentOf(study, options);
  sheet.drawTitle({tr("Agreements over time by their stage in the process"), {}});
  if (content.marks.empty()) {
    sheet.drawNothing(
        content.undated.empty()
            ? tr("Nothing to draw yet. Agreements with a date and a stage appear here, those to come too.")
            : tr("Nothing to draw yet. No agreement of this period has a date."));
  } else {
    sheet.describe({tr("A ladder of stages with the agreements on it over time. Agreements: {count}."),
                    {{"count", static_cast<std::int64_t>(content.marks.size())}}});
    Ladder(sheet, study, content, periodOf(content, options, study.asOf().number)).draw();
  }
  if (!content.undated.empty())
    sheet.drawNote({tr("Without a date: {agreements}."), {{"agreements", content.undated}}});
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
