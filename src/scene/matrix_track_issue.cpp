#include "scene/matrices.h"
#include "scene/matrix_by_track.h"
#include "scene/track_order.h"

#include <map>
#include <set>

namespace trackloom::scene {
namespace {

using checks::Item;
using checks::Study;

constexpr ByTrackSentences sentences{
    tr("{row} on {track}: {activities}"),
    tr("Whether {track} deals with {row} cannot be told: activities there that name no issue: {count}."),
    tr("No activity on {track} deals with {row}.")};

ByTrack countIssues(const Study& study, const DrawingOptions& options, const std::vector<const Item*>& issues) {
  std::map<const Item*, std::size_t> rows;
  for (const Item* issue : issues) rows.emplace(issue, rows.size());
  return countByTrack(study, options, issues.size(), [&](const Item& activity) {
    std::set<std::size_t> found;
    for (const Item* issue : study.named(activity, key::issues.number))
      if (const auto row = rows.find(issue); row != rows.end()) found.insert(row->second);
    return std::vector<std::size_t>(found.begin(), found.end());
  });
}

std::set<ElementId> unlinkedIssues(const DrawingOptions& options) {
  std::set<ElementId> ids;
  if (options.view != View::team) return ids;
  for (const checks::Finding& finding : options.findings)
    if (finding.rule == "GAP-ISSUE" && finding.verdict == checks::Verdict::problem && !finding.elements.empty())
      ids.insert(finding.elements.front());
  return ids;
}

Matrix matrixOf(const std::vector<const Item*>& issues, const ByTrack& counts, const DrawingOptions& options,
                const Words& words) {
  const std::set<ElementId> unlinked = unlinkedIssues(options);
  Matrix matrix;
  matrix.corner = words.say({tr("Issues"), {}});
  matrix.columns = trackHeads(words, counts);
  for (std::size_t i = 0; i < issues.size(); ++i) {
    const Item& issue = *issues[i];
    MatrixRow row{{issue.id(), words.name(issue.element()), {}},
                  issue.has(key::parent.number),
                  cellsOf(words, counts, i, issue.id(), sentences)};
    if (unlinked.contains(issue.id())) row.head.note = words.say({tr("On several tracks, nothing links them"), {}});
    if (isNowhere(row.cells) && options.view == View::team && !options.part)
      row.head.note = words.say({tr("No activity on any track"), {}});
    matrix.rows.push_back(std::move(row));
  }
  matrix.meaning[static_cast<std::size_t>(Mark::few)] = tr("few activities");
  matrix.meaning[static_cast<std::size_t>(Mark::some)] = tr("some");
  matrix.meaning[static_cast<std::size_t>(Mark::many)] = tr("most");
  matrix.meaning[static_cast<std::size_t>(Mark::gap)] = tr("no activity deals with it");
  matrix.meaning[static_cast<std::size_t>(Mark::unknown)] = tr("cannot be told: activities there name no issue");
  return matrix;
}

}  // namespace

Scene trackIssueMatrix(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Message subtitle{tr("Issues by tracks: how many activities deal with each"), {}};
  if (study.all(KindId::issue).empty() || study.all(KindId::track).empty()) {
    sheet.drawTitle(subtitle);
    sheet.drawNothing(
        tr("Nothing to draw yet. Record the tracks and the issues, and name in each activity the issues it "
           "deals with."));
    return std::move(sheet).finished();
  }
  const auto issues = inOrder(study, options, KindId::issue);
  const ByTrack counts = countIssues(study, options, issues);
  const Matrix matrix = matrixOf(issues, counts, options, sheet.words());
  widenFor(sheet, matrix);
  sheet.describe({tr("A table of issues by tracks. Issues: {issues}; tracks: {tracks}."),
                  {{"issues", static_cast<std::int64_t>(matrix.rows.size())},
                   {"tracks", static_cast<std::int64_t>(matrix.columns.size())}}});
  sheet.drawTitle(subtitle);
  drawMatrix(sheet, matrix);
  if (counts.withoutTrack > 0)
    sheet.drawNote({tr("Activities that name an issue but no track, not counted above: {count}."),
                    {{"count", counts.withoutTrack}}});
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
