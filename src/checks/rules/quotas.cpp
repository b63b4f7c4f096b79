#include "checks/rules/reads.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace trackloom::checks::catalogue {
namespace {

/// A number of seats of which only the bounds are known.
struct Interval {
  std::int64_t least = 0;
  std::optional<std::int64_t> most = 0;  ///< nothing: no upper bound is known

  void add(const Interval& other) {
    least += other.least;
    most = most && other.most ? std::optional(*most + *other.most) : std::nullopt;
  }
};

struct Component {
  std::optional<Interval> total;  ///< from seats without a group
  std::map<ElementId, Interval> groups;
  std::map<ElementId, std::vector<ElementId>> seats;  ///< by group; under an empty id those without one

  /// How many seats it has at least: groups overlap, so the largest counts.
  std::int64_t least() const {
    std::int64_t most = total ? total->least : 0;
    for (const auto& [group, interval] : groups) most = std::max(most, interval.least);
    return most;
  }
};

/// The components of a body by name; seats of the body as a whole stand under an empty name.
using Components = std::map<std::string, Component, std::less<>>;

Interval counted(const Item& seat) {
  const Integer* count = seat.get(key::count);
  if (!count) return {0, std::nullopt};
  return {*count, *count};
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

constexpr Interval notKnown{0, std::nullopt};

/// The seats of a group in one component: nobody knows how many of those not said to be of it are.
Interval groupIn(const Component& component, const ElementId& group) {
  const auto known = component.groups.find(group);
  Interval seats = known == component.groups.end() ? notKnown : known->second;
  const std::optional<std::int64_t> total = component.total ? component.total->most : std::nullopt;
  if (total && (!seats.most || *seats.most > *total)) seats.most = total;
  return seats;
}

/// What is known of the seats that a target is about.
struct Seats {
  std::string component;
  Interval total;
  Interval group;
  std::vector<ElementId> elements;  ///< the seats counted here
};

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

Seats whole(const Item* body, const Components& components, const ElementId& group) {
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

std::vector<Seats> asked(const Study& study, const Item& quota, const std::map<ElementId, Components>& bodies) {
  static const Components none;
  const ElementId body = quota.ref(key::body);
  const ElementId group = quota.ref(key::group);
  const auto found = bodies.find(body);
  const Components& components = found == bodies.end() ? none : found->second;
  const std::string_view wanted = quota.text(key::component);
  if (wanted.empty()) return {whole(study.find(KindId::body, body), components, group)};
  std::vector<Seats> seats;
  for (const auto& [name, component] : components)
    if (!name.empty() && (wanted == "*" || wanted == name)) seats.push_back(within(name, component, group));
  if (seats.empty()) seats.push_back({wanted == "*" ? std::string() : std::string(wanted), notKnown, notKnown, {}});
  return seats;
}

enum class Answer { met, below, unknown };

/// Against a number of seats: the best reading of the group must reach it, the worst shows that it does.
Answer againstCount(const Seats& seats, std::int64_t target) {
  if (seats.group.most && *seats.group.most < target) return Answer::below;
  return seats.group.least >= target ? Answer::met : Answer::unknown;
}

bool reaches(std::int64_t group, std::int64_t total, double percent) {
  return 100.0 * static_cast<double>(group) + 1e-9 >= percent * static_cast<double>(total);
}

/// Against a share. Best for the group: all that may be of it are, among as few seats as there can be.
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

bool isAgreed(const Item& quota) {
  const Flag* agreed = quota.get(key::agreed);
  return agreed ? agreed->on : !quota.refs(key::agreedBy).empty();
}

void tellNumbers(const Item& quota, const Seats& seats, Finding& finding) {
  if (const Number* share = quota.get(key::share)) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", *share);
    finding.because.push_back({tr("Target: {share} per cent."), {{"share", std::string(text)}}});
  }
  if (const Integer* count = quota.get(key::count))
    finding.because.push_back({tr("Target: {count} seats."), {{"count", *count}}});
  if (seats.total.most) {
    finding.because.push_back({tr("Seats in all: {count}."), {{"count", *seats.total.most}}});
  } else {
    finding.because.push_back({tr("How many seats there are in all is not known."), {}});
  }
  if (seats.group.most && *seats.group.most == seats.group.least) {
    finding.because.push_back({tr("Held by the group: {count}."), {{"count", seats.group.least}}});
  } else if (seats.group.most) {
    finding.because.push_back({tr("Held by the group: at least {least}, at most {most}; the rest is not known."),
                               {{"least", seats.group.least}, {"most", *seats.group.most}}});
  } else {
    finding.because.push_back(
        {tr("Held by the group: at least {least}; the rest is not known."), {{"least", seats.group.least}}});
  }
}

Finding told(const Item& quota, const Seats& seats, Answer answer) {
  Finding finding;
  finding.level = isAgreed(quota) ? Level::warning : Level::info;
  finding.verdict = answer == Answer::unknown ? Verdict::cannotTell : Verdict::problem;
  finding.elements = {quota.id(), quota.ref(key::body), quota.ref(key::group)};
  finding.elements.insert(finding.elements.end(), seats.elements.begin(), seats.elements.end());
  const Message::Place group{"group", quota.ref(key::group)};
  const Message::Place body{"body", quota.ref(key::body)};
  const Message::Place part{"component", seats.component};
  if (answer == Answer::below) {
    finding.message =
        seats.component.empty()
            ? Message{isAgreed(quota) ? tr("“{group}” has fewer seats in “{body}” than agreed.")
                                      : tr("“{group}” has fewer seats in “{body}” than the norm asks for; nobody "
                                           "agreed it. Should it hold here?"),
                      {group, body}}
            : Message{isAgreed(quota) ? tr("“{group}” has fewer seats among “{component}” in “{body}” than agreed.")
                                      : tr("“{group}” has fewer seats among “{component}” in “{body}” than the norm "
                                           "asks for; nobody agreed it. Should it hold here?"),
                      {group, part, body}};
  } else {
    finding.message =
        seats.component.empty()
            ? Message{tr("Whether “{group}” has the seats in “{body}” that the target asks for cannot be told."),
                      {group, body}}
            : Message{tr("Whether “{group}” has the seats among “{component}” in “{body}” that the target asks for "
                         "cannot be told."),
                      {group, part, body}};
  }
  tellNumbers(quota, seats, finding);
  finding.clears = answer == Answer::below
                       ? Message{tr("It clears when the group has the seats, or the target changes."), {}}
                       : Message{tr("It clears when the seats of the group, and all seats, are counted."), {}};
  return finding;
}

constexpr std::size_t mostComponents = 20;  ///< so many components a target is told for one by one

std::vector<Finding> check(const Study& study, Answer wanted) {
  std::vector<Finding> findings;
  if (study.all(KindId::quota).empty()) return findings;
  const auto bodies = componentsByBody(study);
  for (const Item& quota : study.all(KindId::quota)) {
    if (study.stopped()) break;
    std::size_t hits = 0;
    for (const Seats& seats : asked(study, quota, bodies)) {
      if (against(quota, seats) != wanted) continue;
      if (++hits <= mostComponents) findings.push_back(told(quota, seats, wanted));
    }
    if (hits > mostComponents)
      findings.back().because.push_back({tr("It is the same in {count} more components."),
                                         {{"count", static_cast<std::int64_t>(hits - mostComponents)}}});
  }
  return findings;
}

std::vector<Finding> checkBelow(const Study& study) { return check(study, Answer::below); }
std::vector<Finding> checkUnknown(const Study& study) { return check(study, Answer::unknown); }

Rule base() {
  Rule rule;
  rule.family = "Inclusion";
  appendReads(rule.reads, KindId::quota, {"group", "body", "component", "share", "count", "agreed", "agreed-by"});
  appendReads(rule.reads, KindId::seat, {"body", "component", "group", "count"});
  appendReads(rule.reads, KindId::body, {"count"});
  return rule;
}

}  // namespace

Rule quotaBelow() {
  Rule rule = base();
  rule.id = "Q-BELOW";
  rule.title = "Fewer seats than the target";
  rule.help =
      "Has a group fewer seats than its target even in the best reading of what is not known? Groups may overlap. A "
      "target "
      "that nobody agreed is a norm, and asked as a question.";
  rule.source =
      "UN Guidance for Effective Mediation (2012), inclusivity; rules of the Yemeni National Dialogue Conference for "
      "targets within components.";
  rule.clears = "The group has the seats, or the target changes.";
  rule.check = checkBelow;
  return rule;
}

Rule quotaUnknown() {
  Rule rule = base();
  rule.id = "Q-UNKNOWN";
  rule.title = "Seats that nobody has counted";
  rule.help =
      "Is there a target of which the seats that are known do not tell whether it is met? Unknown seats never count as "
      "met.";
  rule.level = Level::info;
  rule.source = "UN Guidance for Effective Mediation (2012), inclusivity.";
  rule.clears = "The seats of the group, and all seats, are counted.";
  rule.check = checkUnknown;
  return rule;
}

}  // namespace trackloom::checks::catalogue
