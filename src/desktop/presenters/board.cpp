#include "desktop/presenters/board.h"

#include "documents/figures.h"
#include "plan/terms.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace trackloom::desktop {
namespace {

constexpr double edgeReach = 4;
constexpr double handleAside = 3;  // beside the end and above it, where no name stands
constexpr double handleAbove = 4.5;
constexpr double handleRadius = 4;
constexpr std::int64_t newActivityDays = 5;

Edit withTrack(const OpenPlan& open, Edit edit, const ElementId& id, const ElementId& track) {
  const ElementPtr before = open.plan().share(id);
  if (!before || !before->definition().find(key::tracks.number)) return edit;
  const auto refs = before->refs(key::tracks);
  if (!refs.empty() && refs.front() == track) return edit;
  Refs tracks{track};
  for (std::size_t i = 1; i < refs.size(); ++i)
    if (refs[i] != track) tracks.push_back(refs[i]);
  auto change = std::find_if(edit.changes.begin(), edit.changes.end(),
                             [&](const Change& one) { return one.before && one.before->id() == id; });
  Element after = change == edit.changes.end() ? *before : *change->after;
  after.set(key::tracks, tracks);
  if (change == edit.changes.end())
    edit.changes.push_back({before, std::make_shared<const Element>(std::move(after))});
  else
    change->after = std::make_shared<const Element>(std::move(after));
  return edit;
}

/// An activity without planned dates stands where the schedule foresees it; dragged, it gets a planned start.
Edit withPlannedStarts(const OpenPlan& open, Edit edit, std::span<const ElementId> ids, std::int64_t days) {
  for (const ElementId& id : ids) {
    const checks::Item* item = open.study().find(KindId::activity, id);
    if (!item || item->element().has("planned-start") || item->element().has("planned-finish")) continue;
    if (open.study().progress(*item) != checks::Progress::notStarted) continue;
    Element after = item->element();
    after.set(key::plannedStart, Date(Day{open.study().times(*item).es + days}));
    edit.changes.push_back({open.plan().share(id), std::make_shared<const Element>(std::move(after))});
  }
  return edit;
}

/// The size and direction of a drawing.
scene::Scene withoutShapes(const scene::Scene& scene) {
  scene::Scene page;
  page.width = scene.width;
  page.height = scene.height;
  page.direction = scene.direction;
  return page;
}

bool isOfStall(const checks::Finding& finding) { return finding.rule.starts_with("STALL-"); }

/// For the core team, in the user's language, as yet without findings.
scene::DrawingOptions teamOptions(const Speech& speech) {
  scene::DrawingOptions options;
  options.view = scene::View::team;
  documents::speak(options, speech.language());
  return options;
}

std::vector<std::string> stallsOf(const OpenPlan& open) {
  std::vector<std::string> said;
  for (const checks::Finding& finding : open.findings())
    if (isOfStall(finding))
      said.push_back(finding.id + (finding.verdict == checks::Verdict::problem ? ' ' : '?') +
                     plainText(finding.message, &open.plan()));
  return said;
}

}  // namespace

scene::DrawingOptions screenOptions(const OpenPlan& open, const Speech& speech) {
  scene::DrawingOptions options = teamOptions(speech);
  options.findings = open.findings();
  return options;
}

void BoardPresenter::draw(const OpenPlan& open, const Speech& speech, double width) {
  scene::DrawingOptions options = teamOptions(speech);
  std::ranges::copy_if(open.findings(), std::back_inserter(options.findings), isOfStall);
  options.heading = scene::Heading::left;
  options.width = width;
  board_ = scene::timelineBoard(open.study(), options);
  stalls_ = stallsOf(open);
  picture_ = Picture(std::exchange(board_.scene, withoutShapes(board_.scene)));
}

bool BoardPresenter::showsFindingsOf(const OpenPlan& open) const { return stalls_ == stallsOf(open); }

scene::Said BoardPresenter::saidOf(const OpenPlan& open, const Speech& speech, const scene::Shape& shape) const {
  if (!shape.title.empty() || shape.element.empty() || isBackground(shape)) return {shape.title, shape.description};
  return scene::saidOfEntry(open.study(), teamOptions(speech), shape.element);
}

std::optional<scene::Point> BoardPresenter::linkHandle(const ElementId& id) const {
  const auto box = picture_.boxOf(id);
  if (!box) return std::nullopt;
  const bool rightToLeft = board_.scene.direction == scene::Direction::rightToLeft;
  return scene::Point{rightToLeft ? box->left - handleAside : box->right + handleAside, box->top - handleAbove};
}

Grip BoardPresenter::gripAt(scene::Point at, const ElementId& chosen) const {
  if (const auto handle = linkHandle(chosen);
      handle && std::hypot(at.x - handle->x, at.y - handle->y) <= handleRadius + 1)
    return Grip::link;
  const auto box = picture_.boxOf(chosen);
  if (!box || at.y < box->top - 2 || at.y > box->bottom + 2) return Grip::nothing;
  const bool rightToLeft = board_.scene.direction == scene::Direction::rightToLeft;
  if (std::abs(at.x - box->right) <= edgeReach) return rightToLeft ? Grip::start : Grip::finish;
  if (std::abs(at.x - box->left) <= edgeReach) return rightToLeft ? Grip::finish : Grip::start;
  return at.x > box->left && at.x < box->right ? Grip::body : Grip::nothing;
}

Edit BoardPresenter::created(const OpenPlan& open, const Speech& speech, scene::Point at,
                             const ElementId& newId) const {
  Element activity(KindId::activity, newId);
  activity.set(key::title, Text(speech.word(tr("New activity"))));
  const scene::Board::Lane* lane = board_.laneAt(at.y);
  if (lane && !lane->track.empty()) activity.set(key::tracks, Refs{lane->track});
  const Day day = board_.dayAt(at.x);
  activity.set(key::plannedStart, Date(day));
  activity.set(key::plannedFinish, Date(day + (newActivityDays - 1)));
  Edit edit = addElement(open.plan(), std::move(activity));
  edit.label = {tr("Add an activity"), {}};
  return edit;
}

std::int64_t BoardPresenter::daysBetween(scene::Point from, scene::Point to) const {
  return board_.dayAt(to.x) - board_.dayAt(from.x);
}

Edit BoardPresenter::moved(const OpenPlan& open, std::span<const ElementId> ids, scene::Point from,
                           scene::Point to) const {
  const std::int64_t days = daysBetween(from, to);
  Edit edit;
  if (days != 0) edit = withPlannedStarts(open, moveInTime(open.plan(), ids, days), ids, days);
  const scene::Board::Lane* before = board_.laneAt(from.y);
  const scene::Board::Lane* after = board_.laneAt(to.y);
  if (after && before != after && !after->track.empty()) {
    for (const ElementId& id : ids) edit = withTrack(open, std::move(edit), id, after->track);
    if (days == 0) edit.label = {tr("Move to {track}"), {{"track", after->track}}};
  }
  return edit;
}

Edit BoardPresenter::resized(const OpenPlan& open, const ElementId& id, Grip grip, scene::Point to) const {
  const checks::Item* item = open.study().find(KindId::activity, id);
  if (!item) return {};
  const checks::Times& times = open.study().times(*item);
  const Element& element = item->element();
  const Date* start = element.get(key::plannedStart);
  const Date* finish = element.get(key::plannedFinish);
  const Day first = start ? start->first() : Day{times.es};
  const Day last = finish ? finish->last() : Day{std::max(times.ef - 1, times.es)};
  Element after = element;
  const Day day = board_.dayAt(to.x);
  if (grip == Grip::start) {
    after.set(key::plannedStart, Date(std::min(day, last)));
    if (!finish) after.set(key::plannedFinish, Date(last));
  } else {
    after.set(key::plannedFinish, Date(std::max(day, first)));
    if (!start) after.set(key::plannedStart, Date(first));
  }
  after.clear(key::duration.number);  // what is drawn is what is meant
  return {{tr("Change the dates of {activity}"), {{"activity", id}}},
          {{open.plan().share(id), std::make_shared<const Element>(std::move(after))}},
          {}};
}

std::string BoardPresenter::told(const Speech& speech, Grip grip, scene::Point from, scene::Point to) const {
  const Day day = board_.dayAt(to.x);
  switch (grip) {
    case Grip::start:
      return speech.say({tr("Starts on {day}"), {{"day", day}}});
    case Grip::finish:
      return speech.say({tr("Ends on {day}"), {{"day", day}}});
    case Grip::body: {
      const std::int64_t days = daysBetween(from, to);
      return days < 0 ? speech.say({tr("{days} {days|day|days} earlier"), {{"days", -days}}})
                      : speech.say({tr("{days} {days|day|days} later"), {{"days", days}}});
    }
    case Grip::link:
      return speech.word(tr("Drop it on what it is to be linked with"));
    case Grip::nothing:
      break;
  }
  return {};
}

}  // namespace trackloom::desktop
