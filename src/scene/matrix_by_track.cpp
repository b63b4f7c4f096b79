#include "scene/matrix_by_track.h"

#include "scene/track_order.h"

#include <algorithm>
#include <set>

namespace trackloom::scene {

using checks::Item;
using checks::Study;

ByTrack countByTrack(const Study& study, const DrawingOptions& options, std::size_t rows, const RowsOf& rowsOf) {
  ByTrack counts;
  counts.tracks = tracksInOrder(study, options);
  counts.of.assign(rows, std::vector<std::vector<ElementId>>(counts.tracks.size()));
  counts.silent.assign(counts.tracks.size(), 0);
  for (const Item* activity : shown(study, options, KindId::activity)) {
    if (!study.known(*activity) || study.progress(*activity) == checks::Progress::leftOut) continue;
    const std::vector<std::size_t> own = rowsOf(*activity);
    const auto named = study.tracks(*activity);
    const std::set<const Item*> on(named.begin(), named.end());
    if (on.empty() && !own.empty()) ++counts.withoutTrack;
    for (std::size_t column = 0; column < counts.tracks.size(); ++column) {
      if (!on.contains(counts.tracks[column])) continue;
      if (own.empty()) ++counts.silent[column];
      for (const std::size_t row : own) {
        auto& there = counts.of[row][column];
        there.push_back(activity->id());
        counts.largest = std::max(counts.largest, there.size());
      }
    }
  }
  return counts;
}

std::vector<MatrixCell> cellsOf(const Words& words, const ByTrack& counts, std::size_t row,
                                const Message::Argument& name, const ByTrackSentences& sentences) {
  std::vector<MatrixCell> cells;
  for (std::size_t column = 0; column < counts.tracks.size(); ++column) {
    const auto& activities = counts.of[row][column];
    const Message::Place about{"row", name};
    const Message::Place on{"track", counts.tracks[column]->id()};
    if (!activities.empty())
      cells.push_back({amountMark(activities.size(), counts.largest),
                       words.number(activities.size()),
                       {},
                       words.say({sentences.some, {about, on, {"activities", activities}}})});
    else if (const std::int64_t silent = counts.silent[column])
      cells.push_back({Mark::unknown, {}, {}, words.say({sentences.silent, {about, on, {"count", silent}}})});
    else
      cells.push_back({Mark::gap, {}, {}, words.say({sentences.none, {about, on}})});
  }
  return cells;
}

std::vector<MatrixHead> trackHeads(const Words& words, const ByTrack& counts) {
  std::vector<MatrixHead> heads;
  for (const Item* track : counts.tracks)
    heads.push_back(
        {track->id(), words.name(track->element()), words.word(track->get(key::level), VocabularyId::trackLevel)});
  return heads;
}

bool isNowhere(const std::vector<MatrixCell>& cells) {
  return std::ranges::all_of(cells, [](const MatrixCell& cell) { return cell.mark == Mark::gap; });
}

}  // namespace trackloom::scene
