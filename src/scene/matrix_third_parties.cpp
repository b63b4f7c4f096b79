#include "scene/matrices.h"
#include "scene/matrix.h"

#include <algorithm>
#include <map>
#include <set>

namespace trackloom::scene {
namespace {

using checks::Item;
using checks::Study;

/// The roles that third parties have; who has one of them counts as one, unless the plan has it in another layer.
constexpr std::string_view helping[] = {"convener",     "mediator",  "co-mediator", "facilitator", "host",
                                        "good-offices", "guarantor", "witness",     "friend",      "donor",
                                        "monitor",      "expert",    "connector",   "secretariat"};

bool isHelping(std::string_view role) { return std::ranges::find(helping, role) != std::end(helping); }

/// In which activities and bodies an actor has which role.
class Helpers {
 public:
  Helpers(const Study& study, const DrawingOptions& options, const Words& words) : words_(words) {
    for (const Item* actor : shown(study, options, KindId::actor))
      if (actor->wordName(key::layer) == "third-party") places_[actor];
    for (const Item* participation : shown(study, options, KindId::participation)) {
      const Item* who = study.target(KindId::actor, *participation, key::linkWho);
      const std::string_view role = participation->wordName(key::role);
      if (!who || role.empty() || !takesPart(study, *participation)) continue;
      const std::string_view layer = who->wordName(key::layer);
      if (layer != "third-party" && (!layer.empty() || !isHelping(role))) continue;
      places_[who][std::string(role)].insert(participation->ref(key::linkIn));
      roles_.insert(std::string(role));
    }
  }

  bool empty() const { return places_.empty(); }

  Matrix matrix() const {
    Matrix matrix;
    matrix.corner = words_.say({tr("Third parties"), {}});
    const auto roles = rolesInOrder();
    std::size_t largest = 1;
    for (const auto& [actor, own] : places_)
      for (const auto& [role, places] : own) largest = std::max(largest, places.size());
    for (const Term* role : roles)
      matrix.columns.push_back({{}, words_.say({std::string(role->label), {}}), sharedBy(*role)});
    for (const Item* actor : actorsInOrder()) {
      MatrixRow row{{actor->id(), words_.name(actor->element()), {}}, false, {}};
      const auto& own = places_.at(actor);
      if (own.empty()) row.head.note = words_.say({tr("No role recorded"), {}});
      for (const Term* role : roles) row.cells.push_back(cell(*actor, own, *role, largest));
      matrix.rows.push_back(std::move(row));
    }
    matrix.meaning[static_cast<std::size_t>(Mark::few)] = tr("in few activities and bodies");
    matrix.meaning[static_cast<std::size_t>(Mark::some)] = tr("in some");
    matrix.meaning[static_cast<std::size_t>(Mark::many)] = tr("in most");
    return matrix;
  }

 private:
  using Places = std::map<std::string, std::set<ElementId>>;  // by role

  static bool takesPart(const Study& study, const Item& participation) {
    const auto status = study.state(participation).word<ParticipationStatus>();
    return status != ParticipationStatus::declined && status != ParticipationStatus::notInvited;
  }

  std::vector<const Term*> rolesInOrder() const {
    std::vector<const Term*> found;
    for (const Term& term : vocabulary(VocabularyId::participationRole).terms)
      if (roles_.contains(std::string(term.name))) found.push_back(&term);
    return found;
  }

  std::vector<const Item*> actorsInOrder() const {
    std::vector<const Item*> actors;
    for (const auto& [actor, places] : places_) actors.push_back(actor);
    std::ranges::sort(actors, {}, [](const Item* actor) { return actor->id(); });
    return actors;
  }

  std::string sharedBy(const Term& role) const {
    const auto count = std::ranges::count_if(
        places_, [&](const auto& entry) { return entry.second.contains(std::string(role.name)); });
    return count < 2 ? std::string()
                     : words_.say({tr("{count} of them"), {{"count", static_cast<std::int64_t>(count)}}});
  }

  MatrixCell cell(const Item& actor, const Places& own, const Term& role, std::size_t largest) const {
    const auto found = own.find(std::string(role.name));
    if (found == own.end()) return {};
    const std::vector<ElementId> places(found->second.begin(), found->second.end());
    return {
        amountMark(places.size(), largest),
        words_.number(places.size()),
        {},
        words_.say({tr("{actor}, {role}: {places}"),
                    {{"actor", actor.id()}, {"role", words_.say({std::string(role.label), {}})}, {"places", places}}})};
  }

  const Words& words_;
  std::map<const Item*, Places> places_;
  std::set<std::string> roles_;
};

}  // namespace

Scene thirdPartyMatrix(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Message subtitle{tr("Third parties by what they do, and in how many activities and bodies"), {}};
  const Helpers helpers(study, options, sheet.words());
  const Matrix matrix = helpers.matrix();
  if (helpers.empty() || matrix.columns.empty()) {
    sheet.drawTitle(subtitle);
    sheet.drawNothing(
        tr("Nothing to draw yet. Record who takes part as mediator, host, guarantor or in another role of a third "
           "party."));
    return std::move(sheet).finished();
  }
  widenFor(sheet, matrix);
  sheet.describe({tr("A table of third parties by role. Third parties: {rows}; roles: {columns}."),
                  {{"rows", static_cast<std::int64_t>(matrix.rows.size())},
                   {"columns", static_cast<std::int64_t>(matrix.columns.size())}}});
  sheet.drawTitle(subtitle);
  drawMatrix(sheet, matrix);
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
