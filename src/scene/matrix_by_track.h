#pragma once

#include "scene/matrix.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace trackloom::scene {

/// How many activities of each track belong to each row of a matrix, for matrices whose columns are the tracks.
struct ByTrack {
  std::vector<const checks::Item*> tracks;              ///< the columns
  std::vector<std::vector<std::vector<ElementId>>> of;  ///< activities by row, then column
  std::vector<std::int64_t> silent;                     ///< by column: activities that name no row
  std::int64_t withoutTrack = 0;                        ///< activities that name a row and stand on no track
  std::size_t largest = 0;
};

/// The rows an activity belongs to, below `rows`.
using RowsOf = std::function<std::vector<std::size_t>(const checks::Item& activity)>;

/// Counts the activities that are known and not cancelled.
ByTrack countByTrack(const checks::Study& study, const DrawingOptions& options, std::size_t rows, const RowsOf& rowsOf);

/// What stands in a cell: sentences with the places {row}, {track} and {activities} or {count}.
struct ByTrackSentences {
  const char* some;
  const char* silent;
  const char* none;
};

/// The cells of a row; a track with activities that name no row cannot be told to leave this one out.
std::vector<MatrixCell> cellsOf(const Words& words, const ByTrack& counts, std::size_t row,
                                const Message::Argument& name, const ByTrackSentences& sentences);
std::vector<MatrixHead> trackHeads(const Words& words, const ByTrack& counts);
/// Whether it is known of every track that nothing belongs to the row.
bool isNowhere(const std::vector<MatrixCell>& cells);

}  // namespace trackloom::scene
