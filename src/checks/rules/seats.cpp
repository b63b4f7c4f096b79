#include "checks/rules/seats.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

Interval counted(const Item& seat) {
  const Integer* count = seat.get(key::count);
  if (!count) return {0, std::nullopt};
  return {*count, *count};
}

constexpr Interval notKnown{0, std::nullopt};

/// The seats of a group in one component: nobody knows how many of those not said to be of it are.
Interval groupIn(const Component& component, const ElementId& group) {
  const auto known = component.groups.find(group);
  Interval seats = known == component.groups.end() ? notKnown : known->second;
  const std::optional<std::int64_t> total = component.total ? component.total->most : std::nullopt;
  if (total && (!seats.most || *seats.most > *total)) seats.most = total;
  return seats;
}

constexpr std::size_t mostSeatsNamed = 50;

void nameSeats(Seats& seats, const Component& component, const ElementId& group) {
  for (const ElementId& of : {ElementId(), group})
    if (const auto found = component.seats.find(of); found != component.seats.end())
      for (const ElementId& id : found->second)
        if (seats.elements.size() < mostSeatsNamed) seats.elements.push_back(id);
}

Seats within(const std::string& name, const Component& component, const ElementId& group) {
  Seats seats{name, component.total.value_or(notKnown), groupIn(component, group), {}};
  nameSeats(seats, component, group);
  return seats;
}

/// All seats of a body: its stated size, else those of the body as a whole, else those of its components.
Interval sizeOf(const Item* body, const Components& components) {
  if (const Integer* size = body ? body->get(key::count) : nullptr) return {*size, *size};
  const auto own = components.find("");
  if (own != components.end() && own->second.total) return *own->second.total;
  Interval sum;
  bool any = false;
  for (const auto& [name, component] : components) {
    if (name.empty()) continue;
    sum.add(component.total.value_or(notKnown));
    any = true;
  }
  return any ? sum : notKnown;
}

/// Of the seats of a body that stand in no component, all may be of the group, or none.
Interval outside(const Interval& total, const Components& components) {
  if (!total.most) return {};
  std::int64_t left = *total.most;
  for (const auto& [name, component] : components)
    if (!name.empty()) left -= component.least();
  return {0, std::max<std::int64_t>(left, 0)};
}

/// Against a number of seats: the best reading of the group must reach it, the worst shows that it does.
Answer againstCount(const Seats& seats, std::int64_t target) {
  if (seats.group.most && *seats.group.most < target) return Answer::below;
  return seats.group.least >= target ? Answer::met : Answer::unknown;
}

bool reaches(std::int64_t group, std::int64_t total, double percent) {
  return 100.0 * static_cast<double>(group) + 1e-9 >= percent * static_cast<double>(total);
}

}  // namespace

std::int64_t Component::least() const {
  std::int64_t most = total ? total->least : 0;
  for (const auto& [group, interval] : groups) most = std::max(most, interval.least);
  return most;
}

std::map<ElementId, Components> componentsByBody(const Study& study) {
  std::map<ElementId, Components> bodies;
  for (const Item& seat : study.all(KindId::seat)) {
    Component& component = bodies[seat.ref(key::body)][std::string(seat.text(key::component))];
    const ElementId group = seat.ref(key::group);
    component.seats[group].push_back(seat.id());
    if (group.empty()) {
      if (!component.total) component.total = Interval{};
      component.total->add(counted(seat));
    } else {
      component.groups[group].add(counted(seat));
    }
  }
  return bodies;
}

Seats seatsInBody(const Item* body, const Components& components, const ElementId& group) {
  Seats seats{{}, sizeOf(body, components), {}, {}};
  const auto own = components.find("");
  if (own != components.end() && own->second.groups.contains(group)) {
    seats.group = groupIn(own->second, group);
  } else if (components.empty() || (components.size() == 1 && own != components.end())) {
    seats.group = notKnown;
  } else {
    for (const auto& [name, component] : components)
      if (!name.empty()) seats.group.add(groupIn(component, group));
    seats.group.add(outside(seats.total, components));
  }
  if (seats.total.most && (!seats.group.most || *seats.group.most > *seats.total.most))
    seats.group.most = seats.total.most;
  for (const auto& [name, component] : components) nameSeats(seats, component, group);
  return seats;
}

std::vector<Seats> seatsAsked(const Study& study, const Item& quota, const std::map<ElementId, Components>& bodies) {
  static const Components none;
  const ElementId body = quota.ref(key::body);
  const ElementId group = quota.ref(key::group);
  const auto found = bodies.find(body);
  const Components& components = found == bodies.end() ? none : found->second;
  const std::string_view wanted = quota.text(key::component);
  if (wanted.empty()) return {seatsInBody(study.find(KindId::body, body), components, group)};
  std::vector<Seats> seats;
  for (const auto& [name, component] : components)
    if (!name.empty() && (wanted == "*" || wanted == name)) seats.push_back(within(name, component, group));
  if (seats.empty()) seats.push_back({wanted == "*" ? std::string() : std::string(wanted), notKnown, notKnown, {}});
  return seats;
}

Answer againstShare(const Seats& seats, double percent) {
  if (seats.total.most && *seats.total.most == 0) return Answer::unknown;
  if (seats.group.most) {
    const std::int64_t fewest = std::max({seats.total.least, *seats.group.most, std::int64_t{1}});
    if (!reaches(*seats.group.most, fewest, percent)) return Answer::below;
  }
  return seats.total.most && reaches(seats.group.least, *seats.total.most, percent) ? Answer::met : Answer::unknown;
}

Answer against(const Item& quota, const Seats& seats) {
  const Integer* count = quota.get(key::count);
  const Number* share = quota.get(key::share);
  if (!count && !share) return Answer::unknown;
  if (seats.group.most && *seats.group.most < seats.group.least) return Answer::unknown;  // the numbers contradict
  const Answer byCount = count ? againstCount(seats, *count) : Answer::met;
  const Answer byShare = share ? againstShare(seats, *share) : Answer::met;
  if (byCount == Answer::below || byShare == Answer::below) return Answer::below;
  return byCount == Answer::met && byShare == Answer::met ? Answer::met : Answer::unknown;
}

}  // namespace trackloom::checks
