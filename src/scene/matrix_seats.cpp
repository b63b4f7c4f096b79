#include "checks/rules/seats.h"
#include "scene/matrices.h"
#include "scene/matrix.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace trackloom::scene {
namespace {

using checks::Answer;
using checks::Component;
using checks::Components;
using checks::Interval;
using checks::Item;
using checks::Seats;
using checks::Study;

constexpr Interval notKnown{0, std::nullopt};

bool isKnown(const Interval& seats) { return seats.most && *seats.most == seats.least; }

/// A number of seats with a question mark for what nobody has counted.
std::string numberText(const Words& words, const Interval& seats) {
  if (isKnown(seats)) return words.number(static_cast<std::size_t>(seats.least));
  if (seats.least == 0) return "?";
  return words.say({tr("at least {least}"), {{"least", seats.least}}});
}

class SeatGrid {
 public:
  SeatGrid(const Study& study, const DrawingOptions& options, const Words& words)
      : study_(study), view_(options.view), words_(words), bodies_(checks::componentsByBody(study)) {
    for (const Item& quota : study.all(KindId::quota)) {
      bodies_[quota.ref(key::body)];
      groups_.insert(quota.ref(key::group));
    }
    if (options.part) std::erase_if(bodies_, [&](const auto& body) { return !options.part->find(body.first); });
    for (const auto& [body, components] : bodies_)
      for (const auto& [name, component] : components)
        for (const auto& [group, interval] : component.groups) groups_.insert(group);
  }

  Matrix matrix() const {
    Matrix matrix;
    matrix.corner = words_.say({tr("Bodies and their components"), {}});
    matrix.columns.push_back({{}, words_.say({tr("All seats"), {}}), {}});
    for (const ElementId& group : groups_) matrix.columns.push_back({group, words_.name(group), {}});
    for (const auto& [id, components] : bodies_) addBody(matrix, id, components);
    matrix.meaning[static_cast<std::size_t>(Mark::unknown)] = tr("not counted, or not all of it");
    matrix.meaning[static_cast<std::size_t>(Mark::met)] = tr("the target is met");
    matrix.meaning[static_cast<std::size_t>(Mark::short_)] = tr("fewer seats than the target");
    return matrix;
  }

 private:
  void addBody(Matrix& matrix, const ElementId& id, const Components& components) const {
    const Item* body = study_.find(KindId::body, id);
    MatrixRow whole{{id, words_.name(id), {}}, false, {allSeats(checks::seatsInBody(body, components, {}).total)}};
    for (const ElementId& group : groups_)
      whole.cells.push_back(cell(id, group, checks::seatsInBody(body, components, group)));
    matrix.rows.push_back(std::move(whole));
    for (const auto& [name, component] : components) {
      if (name.empty()) continue;
      const Interval total = component.total.value_or(notKnown);
      MatrixRow row{{{}, name, {}}, true, {allSeats(total)}};
      for (const ElementId& group : groups_)
        row.cells.push_back(cell(id, group, {name, total, held(component, group), {}}));
      matrix.rows.push_back(std::move(row));
    }
  }

  /// Seats of a group in a component; where none are recorded, any number up to all of them.
  static Interval held(const Component& component, const ElementId& group) {
    const auto found = component.groups.find(group);
    Interval seats = found == component.groups.end() ? notKnown : found->second;
    if (component.total && component.total->most && !seats.most)
      seats.most = std::max(seats.least, *component.total->most);
    return seats;
  }

  MatrixCell allSeats(const Interval& seats) const {
    return {isKnown(seats) ? Mark::nothing : Mark::unknown,
            seats.least == 0 && !isKnown(seats) ? "" : numberText(words_, seats),
            {},
            {}};
  }

  MatrixCell cell(const ElementId& body, const ElementId& group, const Seats& seats) const {
    const std::vector<const Item*> quotas = quotasOf(body, group, seats.component);
    MatrixCell cell;
    cell.mark = markOf(quotas, seats);
    if (isKnown(seats.group) || seats.group.least > 0) cell.text = shareText(seats, quotas);
    for (const Item* quota : quotas) cell.note = targetText(*quota);
    cell.description =
        words_.say({tr("{group} in {body}: {seats}. {target}"),
                    {{"group", group}, {"body", body}, {"seats", shareText(seats, quotas)}, {"target", cell.note}}});
    return cell;
  }

  /// In whole per cent; a share is never rounded up to a target that it does not reach.
  static std::int64_t roundedShare(double share, const std::vector<const Item*>& quotas) {
    const double up = std::round(share);
    const bool missed = std::ranges::any_of(quotas, [&](const Item* quota) {
      const Number* target = quota->get(key::share);
      return target && share < *target && up >= *target;
    });
    return std::llround(missed ? std::floor(share) : up);
  }

  std::string shareText(const Seats& seats, const std::vector<const Item*>& quotas) const {
    const std::string number = numberText(words_, seats.group);
    if (!isKnown(seats.group) || !isKnown(seats.total) || seats.total.least <= 0) return number;
    const double share = 100.0 * static_cast<double>(seats.group.least) / static_cast<double>(seats.total.least);
    return words_.say(
        {tr("{number} ({share} %)"), {{"number", seats.group.least}, {"share", roundedShare(share, quotas)}}});
  }

  std::string targetText(const Item& quota) const {
    if (const Number* share = quota.get(key::share))
      return words_.say({tr("target {share} %"), {{"share", static_cast<std::int64_t>(std::llround(*share))}}});
    if (const Integer* count = quota.get(key::count)) return words_.say({tr("target {count}"), {{"count", *count}}});
    return words_.say({tr("target not known"), {}});
  }

  std::vector<const Item*> quotasOf(const ElementId& body, const ElementId& group, const std::string& component) const {
    std::vector<const Item*> found;
    for (const Item& quota : study_.all(KindId::quota)) {
      const std::string_view within = quota.text(key::component);
      const bool here = within == "*" ? !component.empty() : within == component;
      if (here && quota.ref(key::body) == body && quota.ref(key::group) == group) found.push_back(&quota);
    }
    return found;
  }

  Mark markOf(const std::vector<const Item*>& quotas, const Seats& seats) const {
    if (view_ == View::outward || quotas.empty()) return isKnown(seats.group) ? Mark::nothing : Mark::unknown;
    Mark mark = Mark::met;
    for (const Item* quota : quotas) {
      const Answer answer = checks::against(*quota, seats);
      if (answer == Answer::below) return Mark::short_;
      if (answer == Answer::unknown) mark = Mark::unknown;
    }
    return mark;
  }

  const Study& study_;
  View view_;
  const Words& words_;
  std::map<ElementId, Components> bodies_;
  std::set<ElementId> groups_;
};

}  // namespace

Scene seatMatrix(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Message subtitle{tr("Seats by body and group: how many are held, and what was aimed at"), {}};
  if (study.all(KindId::seat).empty() && study.all(KindId::quota).empty()) {
    sheet.drawTitle(subtitle);
    sheet.drawNothing(
        tr("Nothing to draw yet. Record the seats of a body, by component and by group, and the targets "
           "for them."));
    return std::move(sheet).finished();
  }
  const Matrix matrix = SeatGrid(study, options, sheet.words()).matrix();
  widenFor(sheet, matrix);
  sheet.describe({tr("A table of seats by body and group. Bodies and components: {rows}; groups: {groups}."),
                  {{"rows", static_cast<std::int64_t>(matrix.rows.size())},
                   {"groups", static_cast<std::int64_t>(matrix.columns.size() - 1)}}});
  sheet.drawTitle(subtitle);
  drawMatrix(sheet, matrix);
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
