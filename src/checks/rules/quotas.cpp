#include <algorithm>
#include <cmath>
#include <map>

#include "checks/rules/reads.h"

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
  std::optional<Interval> total;       ///< from seats without a group
  std::map<ElementId, Interval> groups;
};

Interval counted(const Item& seat) {
  const Integer* count = seat.get(key::count);
  if (!count) return {0, std::nullopt};
  return {*count, *count};
}

/// The components of a body with their seats; the body's seats as a whole stand under an empty name.
std::map<std::string, Component> componentsOf(const Study& study, const ElementId& body) {
  std::map<std::string, Component> components;
  for (const Item& seat : study.all(KindId::seat)) {
    if (seat.ref(key::body) != body) continue;
    Component& component = components[std::string(seat.text(key::component))];
    const ElementId group = seat.ref(key::group);
    if (group.empty()) {
      if (!component.total) component.total = Interval{};
      component.total->add(counted(seat));
    } else {
      component.groups[group].add(counted(seat));
    }
  }
  return components;
}

/// The seats of a group in one component: nobody knows how many of those not said to be of it are.
Interval groupIn(const Component& component, const ElementId& group) {
  const auto known = component.groups.find(group);
  Interval seats = known == component.groups.end() ? Interval{0, std::nullopt} : known->second;
  const std::optional<std::int64_t> total = component.total ? component.total->most : std::nullopt;
  if (total && (!seats.most || *seats.most > *total)) seats.most = total;
  return seats;
}

struct Seats {
  std::string component;
  Interval total;
  Interval group;
};

/// The body as a whole: its stated size, else the sum of its components.
Seats whole(const Item* body, const std::map<std::string, Component>& components, const ElementId& group) {
  Seats seats;
  const auto own = components.find("");
  const bool saidForWhole = own != components.end() && own->second.groups.contains(group);
  for (const auto& [name, component] : components) {
    if (saidForWhole && !name.empty()) continue;
    if (!name.empty() || component.groups.contains(group) || components.size() == 1) seats.group.add(groupIn(component, group));
  }
  if (components.empty()) seats.group = {0, std::nullopt};
  for (const auto& [name, component] : components)
    if (!name.empty() || components.size() == 1) seats.total.add(component.total.value_or(Interval{0, std::nullopt}));
  if (own != components.end() && own->second.total) seats.total = *own->second.total;
  const Integer* size = body ? body->get(key::count) : nullptr;
  if (size) seats.total = {*size, *size};
  if (seats.total.most && (!seats.group.most || *seats.group.most > *seats.total.most)) seats.group.most = seats.total.most;
  return seats;
}

std::vector<Seats> asked(const Study& study, const Item& quota) {
  const ElementId body = quota.ref(key::body);
  const ElementId group = quota.ref(key::group);
  const auto components = componentsOf(study, body);
  const std::string wanted(quota.text(key::component));
  if (wanted.empty()) return {whole(study.find(KindId::body, body), components, group)};
  std::vector<Seats> seats;
  for (const auto& [name, component] : components)
    if (!name.empty() && (wanted == "*" || wanted == name))
      seats.push_back({name, component.total.value_or(Interval{0, std::nullopt}), groupIn(component, group)});
  if (seats.empty() && wanted != "*") seats.push_back({wanted, {0, std::nullopt}, {0, std::nullopt}});
  return seats;
}

enum class Answer { met, below, unknown };

/// Against a number of seats, or a share in per cent.
Answer against(const Item& quota, const Seats& seats) {
  const Integer* count = quota.get(key::count);
  const Number* share = quota.get(key::share);
  if (!count && !share) return Answer::unknown;
  const auto reached = [&](std::int64_t group, std::int64_t total) {
    if (count) return group >= *count;
    return total > 0 && 100.0 * static_cast<double>(group) + 1e-9 >= *share * static_cast<double>(total);
  };
  if (!count && !seats.total.most) return Answer::unknown;
  const std::int64_t most = seats.total.most.value_or(0);
  if (!count && most == 0) return Answer::unknown;
  if (seats.group.most && !reached(*seats.group.most, seats.total.least > 0 ? std::max(seats.total.least, *seats.group.most) : most)) return Answer::below;
  return reached(seats.group.least, most) ? Answer::met : Answer::unknown;
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
  if (const Integer* count = quota.get(key::count)) finding.because.push_back({tr("Target: {count} seats."), {{"count", *count}}});
  if (seats.total.most) {
    finding.because.push_back({tr("Seats in all: {count}."), {{"count", *seats.total.most}}});
  } else {
    finding.because.push_back({tr("How many seats there are in all is not known."), {}});
  }
  if (seats.group.most && *seats.group.most == seats.group.least) {
    finding.because.push_back({tr("Held by the group: {count}."), {{"count", seats.group.least}}});
  } else if (seats.group.most) {
    finding.because.push_back({tr("Held by the group: at least {least}, at most {most}; the rest is not known."), {{"least", seats.group.least}, {"most", *seats.group.most}}});
  } else {
    finding.because.push_back({tr("Held by the group: at least {least}; the rest is not known."), {{"least", seats.group.least}}});
  }
}

Finding told(const Item& quota, const Seats& seats, Answer answer) {
  Finding finding;
  finding.level = isAgreed(quota) ? Level::warning : Level::info;
  finding.verdict = answer == Answer::unknown ? Verdict::cannotTell : Verdict::problem;
  finding.elements = {quota.id(), quota.ref(key::body), quota.ref(key::group)};
  const Message::Place group{"group", quota.ref(key::group)};
  const Message::Place body{"body", quota.ref(key::body)};
  const Message::Place part{"component", seats.component};
  if (answer == Answer::below) {
    finding.message = seats.component.empty()
                          ? Message{isAgreed(quota) ? tr("“{group}” has fewer seats in “{body}” than agreed.") : tr("“{group}” has fewer seats in “{body}” than the norm asks for; nobody agreed it. Should it hold here?"), {group, body}}
                          : Message{isAgreed(quota) ? tr("“{group}” has fewer seats among “{component}” in “{body}” than agreed.") : tr("“{group}” has fewer seats among “{component}” in “{body}” than the norm asks for; nobody agreed it. Should it hold here?"), {group, part, body}};
  } else {
    finding.message = seats.component.empty() ? Message{tr("Whether “{group}” has the seats in “{body}” that the target asks for cannot be told."), {group, body}}
                                              : Message{tr("Whether “{group}” has the seats among “{component}” in “{body}” that the target asks for cannot be told."), {group, part, body}};
  }
  tellNumbers(quota, seats, finding);
  finding.clears = answer == Answer::below ? Message{tr("It clears when the group has the seats, or the target changes."), {}}
                                           : Message{tr("It clears when the seats of the group, and all seats, are counted."), {}};
  return finding;
}

std::vector<Finding> check(const Study& study, Answer wanted) {
  std::vector<Finding> findings;
  for (const Item& quota : study.all(KindId::quota))
    for (const Seats& seats : asked(study, quota))
      if (against(quota, seats) == wanted) findings.push_back(told(quota, seats, wanted));
  return findings;
}

std::vector<Finding> checkBelow(const Study& study) { return check(study, Answer::below); }
std::vector<Finding> checkUnknown(const Study& study) { return check(study, Answer::unknown); }

Rule base() {
  Rule rule;
  rule.family = "Inclusion";
  for (const FieldNumber field : {FieldNumber("group"), FieldNumber("body"), FieldNumber("component"), FieldNumber("share"),
                                  FieldNumber("count"), FieldNumber("agreed"), FieldNumber("agreed-by")})
    rule.reads.push_back({KindId::quota, field});
  for (const FieldNumber field : {FieldNumber("body"), FieldNumber("component"), FieldNumber("group"), FieldNumber("count")})
    rule.reads.push_back({KindId::seat, field});
  rule.reads.push_back({KindId::body, "count"});
  return rule;
}

}  // namespace

Rule quotaBelow() {
  Rule rule = base();
  rule.id = "Q-BELOW";
  rule.title = "Fewer seats than the target";
  rule.help =
      "Has a group fewer seats than its target even in the best reading of what is not known? Groups may overlap. A target "
      "that nobody agreed is a norm, and asked as a question.";
  rule.source = "UN Guidance for Effective Mediation (2012), inclusivity; rules of the Yemeni National Dialogue Conference for targets within components.";
  rule.clears = "The group has the seats, or the target changes.";
  rule.check = checkBelow;
  return rule;
}

Rule quotaUnknown() {
  Rule rule = base();
  rule.id = "Q-UNKNOWN";
  rule.title = "Seats that nobody has counted";
  rule.help = "Is there a target of which the seats that are known do not tell whether it is met? Unknown seats never count as met.";
  rule.level = Level::info;
  rule.source = "UN Guidance for Effective Mediation (2012), inclusivity.";
  rule.clears = "The seats of the group, and all seats, are counted.";
  rule.check = checkUnknown;
  return rule;
}

}  // namespace trackloom::checks::catalogue
