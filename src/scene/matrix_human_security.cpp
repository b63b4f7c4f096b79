#include "scene/matrices.h"
#include "scene/matrix_by_track.h"

#include <algorithm>

namespace trackloom::scene {
namespace {

using checks::Item;
using checks::Study;

constexpr ByTrackSentences sentences{
    tr("{row} on {track}: {activities}"),
    tr("Whether {track} works on {row} cannot be told: activities there that name no dimension: {count}."),
    tr("No activity on {track} works on {row}.")};

std::span<const Term> dimensions() { return vocabulary(VocabularyId::humanSecurityDimension).terms; }

std::vector<std::size_t> dimensionsOf(const Item& item) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < dimensions().size(); ++i)
    if (item.hasTerm(key::dimensions, dimensions()[i].name)) found.push_back(i);
  return found;
}

/// The dimensions that issues touch.
std::vector<bool> touched(const Study& study, const DrawingOptions& options) {
  std::vector<bool> found(dimensions().size());
  for (const Item* issue : shown(study, options, KindId::issue))
    for (const std::size_t dimension : dimensionsOf(*issue)) found[dimension] = true;
  return found;
}

bool anyNamed(const Study& study, const DrawingOptions& options) {
  for (const KindId kind : {KindId::activity, KindId::issue})
    for (const Item* item : shown(study, options, kind))
      if (!dimensionsOf(*item).empty()) return true;
  return false;
}

Matrix matrixOf(const Study& study, const DrawingOptions& options, const ByTrack& counts, const Words& words) {
  const std::vector<bool> isTouched = touched(study, options);
  Matrix matrix;
  matrix.corner = words.say({tr("Dimensions of human security"), {}});
  matrix.columns = trackHeads(words, counts);
  for (std::size_t i = 0; i < dimensions().size(); ++i) {
    const std::string name = words.say({std::string(dimensions()[i].label), {}});
    MatrixRow row{{{}, name, {}}, false, cellsOf(words, counts, i, name, sentences)};
    if (isTouched[i]) row.head.note = words.say({tr("Issues of the plan touch it"), {}});
    if (isTouched[i] && isNowhere(row.cells) && options.view == View::team && !options.part)
      row.head.note = words.say({tr("Issues of the plan touch it, no activity works on it"), {}});
    matrix.rows.push_back(std::move(row));
  }
  matrix.meaning[static_cast<std::size_t>(Mark::few)] = tr("few activities");
  matrix.meaning[static_cast<std::size_t>(Mark::some)] = tr("some");
  matrix.meaning[static_cast<std::size_t>(Mark::many)] = tr("most");
  matrix.meaning[static_cast<std::size_t>(Mark::gap)] = tr("no activity works on it");
  matrix.meaning[static_cast<std::size_t>(Mark::unknown)] = tr("cannot be told: activities there name no dimension");
  return matrix;
}

}  // namespace

Scene humanSecurityMatrix(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Message subtitle{tr("Dimensions of human security by tracks: how many activities work on each"), {}};
  if (shown(study, options, KindId::track).empty() || !anyNamed(study, options)) {
    sheet.drawTitle(subtitle);
    sheet.drawNothing(
        tr("Nothing to draw yet. Name with issues and activities the dimensions of human security that they touch, "
           "and the tracks that activities stand on."));
    return std::move(sheet).finished();
  }
  const ByTrack counts = countByTrack(study, options, dimensions().size(), dimensionsOf);
  const Matrix matrix = matrixOf(study, options, counts, sheet.words());
  widenFor(sheet, matrix);
  sheet.describe({tr("A table of the seven dimensions of human security by tracks. Tracks: {tracks}."),
                  {{"tracks", static_cast<std::int64_t>(matrix.columns.size())}}});
  sheet.drawTitle(subtitle);
  drawMatrix(sheet, matrix);
  if (counts.withoutTrack > 0)
    sheet.drawNote({tr("Activities that name a dimension but no track, not counted above: {count}."),
                    {{"count", counts.withoutTrack}}});
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
