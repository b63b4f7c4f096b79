#include "scene/timeline.h"

#include "scene/suggested.h"
#include "scene/swimlane/drawing.h"
#include "scene/swimlane/part.h"

#include <algorithm>
#include <cmath>

namespace trackloom::scene {
namespace {

using namespace swimlane;

std::string subtitleOf(const Words& words, const DrawingOptions& options) {
  const char* drawing = options.view == View::team ? tr("For the team only: with forecasts and stalled spans")
                                                   : tr("What is planned and what has happened");
  return captionOf(words, options, words.say({drawing, {}}), Periods::shown);
}

std::string descriptionOf(const Words& words, const Content& content, const Layout& layout) {
  const auto tracks = std::count_if(content.lanes.begin(), content.lanes.end(),
                                    [](const Lane& lane) { return lane.kind == Lane::Kind::track; });
  const auto shown =
      std::count_if(layout.places.begin(), layout.places.end(), [](const Place& place) { return place.shown; });
  const Span period = layout.scale.period();
  return words.say({tr("A timeline from {first} to {last}. Tracks: {tracks}; entries: {entries}."),
                    {{"first", Day{period.from}},
                     {"last", Day{period.to - 1}},
                     {"tracks", static_cast<std::int64_t>(tracks)},
                     {"entries", static_cast<std::int64_t>(shown)}}});
}

/// A timeline of a content as it is laid out; `subtitle` says what it is.
Scene drawnAs(const Layout& layout, const checks::Study& study, const DrawingOptions& options, const Content& content,
              const std::string& subtitle) {
  const Words words(study.plan(), options);
  const FixedMetrics measure;
  Scene scene;
  scene.width = layout.pageWidth;
  scene.language = words.language();
  const Element& plan = study.plan().root();
  scene.title = plan.has(key::title.number) ? words.name(plan) : words.say({tr("Timeline"), {}});
  scene.description =
      layout.empty ? words.say({tr("A timeline without entries."), {}}) : descriptionOf(words, content, layout);
  Canvas canvas{scene, content, layout, measure, words, {}};
  drawFrame(canvas, study.asOf(), subtitle);
  double bottom = layout.plotBottom;
  if (layout.empty) {
    bottom = 66;
    const bool nothing = content.items.empty();
    const char* sentence =
        nothing ? tr("Nothing to draw yet. Activities, events and agreements with dates appear here on their tracks.")
                : tr("Nothing falls into this period.");
    const Font font{10, Weight::regular};
    for (std::string& line : wrapped(measure, words.say({sentence, {}}), font, {layout.pageWidth - 2 * margin, 3}))
      canvas.addText({margin, bottom += 14}, std::move(line), font, Colour::ink).role = "empty";
  } else {
    drawLinks(canvas);
    drawStallNotes(canvas);
    drawItems(canvas);
  }
  scene.height = drawNotes(canvas, bottom);
  markSuggested(scene, study.plan(), words);
  if (words.direction() == Direction::rightToLeft) return mirrored(std::move(scene));
  return scene;
}

Scene drawn(const checks::Study& study, const DrawingOptions& options, const Content& content,
            const std::string& subtitle) {
  return drawnAs(layoutOf(content, options, study.asOf(), FixedMetrics{}), study, options, content, subtitle);
}

/// Cuts a timeline into pages of a sheet that lies across.
class Pages {
 public:
  Pages(const checks::Study& study, DrawingOptions options, SheetRoom room)
      : study_(study), asked_(options), options_(std::move(options)), room_(room), words_(study.plan(), options_) {
    options_.width = room.longSide * roomierThanPaper;
    content_ = contentOf(study, options_, words_);
    period_ = periodOf(content_, options_, study.asOf());
  }

  std::vector<Scene> draw() {
    if (!period_) return {};
    std::vector<Part> parts = cut();
    std::vector<Scene> scenes;
    for (std::size_t i = 0; i < parts.size(); ++i)
      scenes.push_back(page(parts[i], words_.say({tr("{what} – page {page} of {pages}"),
                                                  {{"what", subtitleOf(words_, asked_)},
                                                   {"page", static_cast<std::int64_t>(i + 1)},
                                                   {"pages", static_cast<std::int64_t>(parts.size())}}})));
    return scenes;
  }

 private:
  struct Part {
    Span period;
    LaneRange lanes;
    WithUndated undated = WithUndated::no;
  };

  static constexpr std::int64_t mostSlices = 24;
  static constexpr double smallest = 0.7;  // of 8.5 points: 6 points, what is read in print

  Scene page(const Part& part, const std::string& subtitle) const {
    DrawingOptions options = options_;
    options.firstDay = Day{part.period.from};
    options.lastDay = Day{part.period.to - 1};
    return drawn(study_, options, partOf(content_, part.period, part.lanes, part.undated), subtitle);
  }

  bool fits(const Part& part) const { return page(part, {}).height * smallest <= room_.shortSide; }

  /// The cut into the fewest pages: so many slices of time, equal or equally full, and on each page as many lanes as
  /// fit. Of cuts that fit, the one with the fewest slices; if none does, the one with the most.
  std::vector<Part> cut() const {
    std::vector<Part> best;
    bool bestFits = false;
    for (std::int64_t count = 1; count <= mostSlices; count += count < 6 ? 1 : 6) {
      if (bestFits && static_cast<std::size_t>(count) >= best.size()) break;
      for (const auto& slices : {slicesAt(equalCuts(count)), slicesAt(fullCuts(count))}) {
        std::vector<Part> parts;
        for (const Span slice : slices) addPagesOf(slice, parts);
        const bool allFit = std::ranges::all_of(parts, [&](const Part& part) { return fits(part); });
        if (bestFits && (!allFit || parts.size() >= best.size())) continue;
        best = std::move(parts);
        bestFits = allFit;
      }
    }
    if (!best.empty()) best.back().undated = WithUndated::yes;
    return best;
  }

  void addPagesOf(Span slice, std::vector<Part>& parts) const {
    for (std::size_t lane = 0; lane < content_.lanes.size();) {
      Part part{slice, {lane, 1}};
      while (lane + part.lanes.count < content_.lanes.size()) {
        ++part.lanes.count;
        if (fits(part)) continue;
        --part.lanes.count;
        break;
      }
      lane += part.lanes.count;
      if (!partOf(content_, slice, part.lanes, WithUndated::no).items.empty()) parts.push_back(part);
    }
  }

  std::vector<std::int64_t> equalCuts(std::int64_t count) const {
    std::vector<std::int64_t> cuts;
    for (std::int64_t i = 1; i < count; ++i) cuts.push_back(period_->from + (period_->to - period_->from) * i / count);
    return cuts;
  }

  /// As many entries begin in each slice.
  std::vector<std::int64_t> fullCuts(std::int64_t count) const {
    std::vector<std::int64_t> starts;
    for (const Item& item : content_.items) starts.push_back(item.whole().from);
    std::ranges::sort(starts);
    std::vector<std::int64_t> cuts;
    for (std::int64_t i = 1; i < count; ++i)
      cuts.push_back(starts[starts.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(count)]);
    return cuts;
  }

  /// The period cut at the first of the months in which the cuts lie; at the very days where it is short.
  std::vector<Span> slicesAt(const std::vector<std::int64_t>& cuts) const {
    const bool atMonths = (period_->to - period_->from) / static_cast<std::int64_t>(cuts.size() + 1) > 62;
    std::vector<Span> slices;
    std::int64_t from = period_->from;
    for (const std::int64_t cut : cuts) {
      const std::int64_t to = atMonths ? firstOfMonth(cut) : cut;
      if (to <= from || to >= period_->to) continue;
      slices.push_back({from, to});
      from = to;
    }
    slices.push_back({from, period_->to});
    return slices;
  }

  static std::int64_t firstOfMonth(std::int64_t day) {
    CivilDate date = civilDate(Day{day});
    date.day = 1;
    return dayOf(date).number;
  }

  const checks::Study& study_;
  DrawingOptions asked_;
  DrawingOptions options_;
  SheetRoom room_;
  Words words_;
  Content content_;
  std::optional<Span> period_;
};

}  // namespace

Scene timeline(const checks::Study& study, const TimelineOptions& options) {
  const Words words(study.plan(), options);
  return drawn(study, options, contentOf(study, options, words), subtitleOf(words, options));
}

std::vector<Scene> timelinePages(const checks::Study& study, const TimelineOptions& options, SheetRoom room) {
  return Pages(study, options, room).draw();
}

Day Board::dayAt(double x) const {
  const double fromLeft = scene.direction == Direction::rightToLeft ? scene.width - x : x;
  return Day{scale.period().from +
             static_cast<std::int64_t>(std::floor((fromLeft - scale.left()) / scale.pointsPerDay()))};
}

double Board::xOf(Day day) const {
  const double fromLeft = scale.x(day.number);
  return scene.direction == Direction::rightToLeft ? scene.width - fromLeft : fromLeft;
}

const Board::Lane* Board::laneAt(double y) const {
  for (const Lane& lane : lanes)
    if (y >= lane.top && y < lane.bottom) return &lane;
  return nullptr;
}

Board timelineBoard(const checks::Study& study, const TimelineOptions& asked) {
  TimelineOptions options = asked;
  const Words words(study.plan(), options);
  const Content content = contentOf(study, options, words, Texts::names);
  if (!periodOf(content, options, study.asOf())) {
    if (!options.firstDay) options.firstDay = study.asOf() - 14;
    if (!options.lastDay) options.lastDay = *options.firstDay + 365;
  }
  Layout layout = layoutOf(content, options, study.asOf(), FixedMetrics{});
  layout.empty = false;
  Board board;
  board.scene = drawnAs(layout, study, options, content, subtitleOf(words, asked));
  board.scale = layout.scale;
  for (std::size_t i = 0; i < content.lanes.size(); ++i)
    board.lanes.push_back({content.lanes[i].track, layout.lanes[i].top, layout.lanes[i].bottom});
  board.headWidth = margin + layout.headWidth;
  board.top = layout.plotTop;
  board.bottom = layout.plotBottom;
  return board;
}

Said saidOfEntry(const checks::Study& study, const TimelineOptions& options, const ElementId& id) {
  const checks::Item* item = study.find(id);
  if (!item) return {};
  const Words words(study.plan(), options);
  Said said = saidOf(study, options, words, *item);
  if (!said.title.empty() && isSuggested(item->element()))
    said.description += (said.description.empty() ? "" : " ") + words.say({suggestedSentence(), {}});
  return said;
}

}  // namespace trackloom::scene
