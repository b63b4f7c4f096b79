#include "scene/matrices.h"
#include "scene/matrix.h"
#include "scene/track_order.h"

#include <algorithm>
#include <set>

namespace trackloom::scene {
namespace {

using checks::Item;
using checks::Study;

/// Which activities deal with which issue on which track.
struct Counts {
  std::vector<std::vector<std::vector<ElementId>>> of;  ///< by number of the issue, then of the track
  std::vector<std::int64_t> withoutIssue;               ///< activities on a track that name no issue
  std::int64_t withoutTrack = 0;
  std::size_t largest = 0;
};

Counts count(const Study& study) {
  Counts counts;
  const std::size_t tracks = study.all(KindId::track).size();
  counts.of.assign(study.all(KindId::issue).size(), std::vector<std::vector<ElementId>>(tracks));
  counts.withoutIssue.assign(tracks, 0);
  for (const Item& activity : study.all(KindId::activity)) {
    if (!study.known(activity) || study.progress(activity) == checks::Progress::leftOut) continue;
    const std::set<const Item*> on(study.tracks(activity).begin(), study.tracks(activity).end());
    std::set<const Item*> issues;
    for (const Item* issue : study.named(activity, key::issues.number))
      if (issue && issue->kind() == KindId::issue) issues.insert(issue);
    if (on.empty() && !issues.empty()) ++counts.withoutTrack;
    for (const Item* track : on) {
      if (issues.empty()) ++counts.withoutIssue[track->number()];
      for (const Item* issue : issues) {
        auto& there = counts.of[issue->number()][track->number()];
        there.push_back(activity.id());
        counts.largest = std::max(counts.largest, there.size());
      }
    }
  }
  return counts;
}

MatrixCell cellOf(const Words& words, const Counts& counts, const Item& issue, const Item& track) {
  const auto& activities = counts.of[issue.number()][track.number()];
  const Message::Place on{"track", track.id()};
  const Message::Place about{"issue", issue.id()};
  if (!activities.empty())
    return {amountMark(activities.size(), counts.largest),
            std::to_string(activities.size()),
            {},
            words.say({tr("{issue} on {track}: {activities}"), {about, on, {"activities", activities}}})};
  if (const std::int64_t silent = counts.withoutIssue[track.number()])
    return {Mark::unknown,
            {},
            {},
            words.say({tr("Whether {track} deals with {issue} cannot be told: activities there that name no issue: "
                          "{count}."),
                       {on, about, {"count", silent}}})};
  return {Mark::gap, {}, {}, words.say({tr("No activity on {track} deals with {issue}."), {on, about}})};
}

std::set<ElementId> unlinkedIssues(const DrawingOptions& options) {
  std::set<ElementId> ids;
  if (options.view != View::team) return ids;
  for (const checks::Finding& finding : options.findings)
    if (finding.rule == "GAP-ISSUE" && finding.verdict == checks::Verdict::problem && !finding.elements.empty())
      ids.insert(finding.elements.front());
  return ids;
}

Matrix matrixOf(const Study& study, const DrawingOptions& options, const Words& words) {
  const Counts counts = count(study);
  const auto tracks = tracksInOrder(study);
  const std::set<ElementId> unlinked = unlinkedIssues(options);
  Matrix matrix;
  matrix.corner = words.say({tr("Issues"), {}});
  for (const Item* track : tracks)
    matrix.columns.push_back(
        {track->id(), words.name(track->element()), words.word(track->get(key::level), VocabularyId::trackLevel)});
  for (const Item* issue : inOrder(study, KindId::issue)) {
    MatrixRow row{{issue->id(), words.name(issue->element()), {}}, issue->has(key::parent.number), {}};
    if (unlinked.contains(issue->id())) row.head.note = words.say({tr("On several tracks, nothing links them"), {}});
    for (const Item* track : tracks) row.cells.push_back(cellOf(words, counts, *issue, *track));
    const bool nowhere =
        std::all_of(row.cells.begin(), row.cells.end(), [](const MatrixCell& cell) { return cell.mark == Mark::gap; });
    if (nowhere && options.view == View::team) row.head.note = words.say({tr("No activity on any track"), {}});
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
  const Matrix matrix = matrixOf(study, options, sheet.words());
  sheet.widen(matrixWidth(matrix, options.width));
  sheet.describe({tr("A table of issues by tracks. Issues: {issues}; tracks: {tracks}."),
                  {{"issues", static_cast<std::int64_t>(matrix.rows.size())},
                   {"tracks", static_cast<std::int64_t>(matrix.columns.size())}}});
  sheet.drawTitle(subtitle);
  drawMatrix(sheet, matrix);
  if (const std::int64_t without = count(study).withoutTrack)
    sheet.drawNote(
        {tr("Activities that name an issue but no track, not counted above: {count}."), {{"count", without}}});
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
