#include "checks/sittings.h"

#include "checks/track_links.h"

#include <algorithm>
#include <tuple>

namespace trackloom::checks {
namespace {

auto placeOf(const Sitting& sitting) {
  return std::tuple(sitting.in->kind(), sitting.in->number(), sitting.who->kind(), sitting.who->number());
}

class Collector {
 public:
  explicit Collector(const Study& study) : study_(study) {}

  void add(const ElementId& who, const Item* in) {
    const Item* person = study_.find(who);
    if (!person || (person->kind() != KindId::actor && person->kind() != KindId::group)) return;
    if (!in || (in->kind() != KindId::activity && in->kind() != KindId::body)) return;
    if (in->kind() == KindId::activity && study_.progress(*in) == Progress::leftOut) return;
    found_.push_back({person, in});
  }
  void add(std::span<const ElementId> ids, const Item& in) {
    for (const ElementId& id : ids) add(id, &in);
  }

  std::vector<Sitting> all() {
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return placeOf(a) < placeOf(b); });
    const auto same = [](const auto& a, const auto& b) { return a.who == b.who && a.in == b.in; };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    return std::move(found_);
  }

 private:
  const Study& study_;
  std::vector<Sitting> found_;
};

}  // namespace

std::vector<Sitting> sittings(const Study& study) {
  Collector found(study);
  for (const Item& participation : study.all(KindId::participation))
    if (tookPart(study, participation))
      found.add(participation.ref(key::linkWho), study.target(participation, key::linkIn));
  for (const Item& activity : study.all(KindId::activity)) {
    found.add(activity.ref(key::lead), &activity);
    found.add(activity.refs(key::partners), activity);
  }
  for (const Item& body : study.all(KindId::body)) {
    found.add(body.refs(key::members), body);
    found.add(body.refs(key::chair), body);
  }
  for (const Item& seat : study.all(KindId::seat)) found.add(seat.ref(key::heldBy), study.target(seat, key::body));
  return found.all();
}

std::vector<const Item*> homeTracks(const Study& study, const std::vector<Sitting>& sittings) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> stands;  // actor, track
  for (const Sitting& sitting : sittings)
    if (const auto tracks = study.tracks(*sitting.in); sitting.who->kind() == KindId::actor && !tracks.empty())
      stands.emplace_back(sitting.who->number(), tracks.front()->number());
  std::sort(stands.begin(), stands.end());
  std::vector<const Item*> home(study.all(KindId::actor).size(), nullptr);
  std::vector<std::size_t> most(home.size(), 0);
  for (std::size_t begin = 0, end = 0; begin < stands.size(); begin = end) {
    while (end < stands.size() && stands[end] == stands[begin]) ++end;
    const auto [actor, track] = stands[begin];
    if (end - begin <= most[actor]) continue;
    most[actor] = end - begin;
    home[actor] = &study.all(KindId::track)[track];
  }
  return home;
}

}  // namespace trackloom::checks
