#include "checks/sittings.h"
#include "scene/matrices.h"
#include "scene/matrix.h"

#include <algorithm>
#include <map>
#include <set>

namespace trackloom::scene {
namespace {

using checks::Item;
using checks::Study;

constexpr std::size_t mostRows = 40;  // what a page still shows
constexpr std::size_t mostColumns = 12;

/// What a status says, nothing if there is none; of several the one that says most for it counts.
enum class Presence : std::uint8_t { none, away, open, here };

Presence presenceOf(const Study& study, const Item& participation) {
  const auto status = study.state(participation).word<ParticipationStatus>();
  if (!status) return participation.has(key::status.number) ? Presence::open : Presence::none;
  switch (*status) {
    case ParticipationStatus::accepted:
    case ParticipationStatus::attended:
      return Presence::here;
    case ParticipationStatus::soundedOut:
    case ParticipationStatus::invited:
      return Presence::open;
    case ParticipationStatus::declined:
    case ParticipationStatus::notInvited:
    case ParticipationStatus::withdrew:
      return Presence::away;
  }
  return Presence::open;
}

Mark markOf(Presence presence) {
  switch (presence) {
    case Presence::here:
      return Mark::met;
    case Presence::open:
      return Mark::unknown;
    case Presence::away:
      return Mark::short_;
    case Presence::none:
      break;
  }
  return Mark::nothing;
}

bool names(std::span<const ElementId> ids, const Item& who) { return std::ranges::count(ids, who.id()) > 0; }

class TakingPart {
 public:
  TakingPart(const Study& study, const DrawingOptions& options, const Words& words) : study_(study), words_(words) {
    std::set<Pair> left;
    for (const Item& participation : study.all(KindId::participation)) {
      const Item* who = study.target(participation, key::linkWho);
      const Item* in = study.target(participation, key::linkIn);
      if (!who || !in || !isPlace(*in)) continue;
      if (isShown(participation, options)) {
        cells_[{who, in}].push_back(&participation);
      } else {
        left.emplace(who, in);
      }
    }
    for (const auto& [who, in] : checks::sittings(study))
      if (isShown(*who, options) && isShown(*in, options) && isPlace(*in) && !left.contains({who, in}))
        cells_.try_emplace({who, in});
    std::map<const Item*, std::size_t> people, places;
    for (const auto& [pair, participations] : cells_) ++places[pair.second];
    places_ = mostOf(places, mostColumns);
    for (const auto& [pair, participations] : cells_)
      people[pair.first] += static_cast<std::size_t>(std::ranges::count(places_, pair.second));
    const std::size_t all = people.size();
    std::erase_if(people, [](const auto& entry) { return entry.second == 0; });  // they would have an empty row
    people_ = mostOf(people, mostRows);
    std::ranges::stable_sort(places_, {}, [&](const Item* place) { return whenOf(*place); });
    morePeople_ = all - people_.size();
    morePlaces_ = places.size() - places_.size();
  }

  bool empty() const { return cells_.empty(); }
  std::size_t morePeople() const { return morePeople_; }
  std::size_t morePlaces() const { return morePlaces_; }

  Matrix matrix() const {
    Matrix matrix;
    matrix.corner = words_.say({tr("Actors and groups"), {}});
    for (const Item* place : places_) matrix.columns.push_back({place->id(), words_.name(place->element()), {}});
    for (const Item* who : people_) {
      MatrixRow row{{who->id(), words_.name(who->element()), {}}, false, {}};
      for (const Item* place : places_) row.cells.push_back(cell(*who, *place));
      matrix.rows.push_back(std::move(row));
    }
    matrix.meaning[static_cast<std::size_t>(Mark::met)] = tr("takes part");
    matrix.meaning[static_cast<std::size_t>(Mark::unknown)] = tr("asked, no answer recorded");
    matrix.meaning[static_cast<std::size_t>(Mark::short_)] = tr("does not take part: declined, not invited, withdrew");
    return matrix;
  }

 private:
  using Pair = std::pair<const Item*, const Item*>;

  bool isPlace(const Item& in) const {
    if (in.kind() == KindId::body) return study_.known(in);
    return in.kind() == KindId::activity && study_.known(in) && study_.progress(in) != checks::Progress::leftOut;
  }

  /// Bodies first, then activities by their day.
  std::pair<int, std::int64_t> whenOf(const Item& place) const {
    return place.kind() == KindId::body ? std::pair<int, std::int64_t>(0, 0) : std::pair(1, study_.times(place).es);
  }

  /// Those with the most entries, of as many the first by id; in the order of their ids.
  static std::vector<const Item*> mostOf(const std::map<const Item*, std::size_t>& counts, std::size_t most) {
    std::vector<std::pair<const Item*, std::size_t>> all(counts.begin(), counts.end());
    std::ranges::sort(all, [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first->id() < b.first->id();
    });
    all.resize(std::min(all.size(), most));
    std::vector<const Item*> items;
    for (const auto& [item, count] : all) items.push_back(item);
    return items;
  }

  MatrixCell cell(const Item& who, const Item& place) const {
    const auto found = cells_.find({&who, &place});
    if (found == cells_.end()) return {};
    const auto& participations = found->second;
    MatrixCell cell;
    cell.description = words_.say({tr("{who} in {place}"), {{"who", who.id()}, {"place", place.id()}}});
    if (participations.empty()) {
      cell.note = words_.say({placeWithoutParticipation(who, place), {}});
      cell.description += "; " + cell.note;
      return cell;
    }
    const Item& shown = **std::ranges::max_element(
        participations, {}, [&](const Item* participation) { return presenceOf(study_, *participation); });
    const std::string role = words_.word(shown.get(key::role), VocabularyId::participationRole);
    const std::string power = words_.word(shown.get(key::decisionPower), VocabularyId::decisionPower);
    const std::string modality = words_.word(shown.get(key::modality), VocabularyId::inclusionModality);
    cell.mark = markOf(presenceOf(study_, shown));
    cell.text = power;
    cell.note = role.empty() ? modality : role;
    for (const std::string& said : {role, modality, power})
      if (!said.empty()) cell.description += "; " + said;
    return cell;
  }

  const Study& study_;
  const Words& words_;
  std::map<Pair, std::vector<const Item*>> cells_;  // by who and where; empty for who is named there otherwise
  std::vector<const Item*> people_;
  std::vector<const Item*> places_;
  std::size_t morePeople_ = 0;
  std::size_t morePlaces_ = 0;
};

}  // namespace

const char* placeWithoutParticipation(const Item& who, const Item& in) {
  if (names(in.refs(key::chair), who)) return tr("Chair");
  if (names(in.refs(key::members), who)) return tr("Member");
  if (in.ref(key::lead) == who.id()) return tr("Lead");
  if (names(in.refs(key::partners), who)) return tr("Partner");
  return tr("Seat");
}

Scene participationMatrix(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Message subtitle{tr("Who takes part where, as what, and with what say"), {}};
  const TakingPart takingPart(study, options, sheet.words());
  if (takingPart.empty()) {
    sheet.drawTitle(subtitle);
    sheet.drawNothing(tr("Nothing to draw yet. Record who takes part in which activity or body, and as what."));
    return std::move(sheet).finished();
  }
  const Matrix matrix = takingPart.matrix();
  widenFor(sheet, matrix);
  sheet.describe({tr("A table of who takes part where. Actors and groups: {rows}; activities and bodies: {columns}."),
                  {{"rows", static_cast<std::int64_t>(matrix.rows.size())},
                   {"columns", static_cast<std::int64_t>(matrix.columns.size())}}});
  sheet.drawTitle(subtitle);
  drawMatrix(sheet, matrix);
  if (takingPart.morePeople() + takingPart.morePlaces() > 0)
    sheet.drawNote(
        {tr("Not shown, because they have fewer entries: actors and groups: {people}; activities and bodies: "
            "{places}. Draw some tracks only to see them."),
         {{"people", static_cast<std::int64_t>(takingPart.morePeople())},
          {"places", static_cast<std::int64_t>(takingPart.morePlaces())}}});
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
