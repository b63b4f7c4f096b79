#include "checks/roles.h"

#include "checks/sittings.h"
#include "checks/study.h"
#include "plan/suggestions.h"

#include <algorithm>
#include <map>

namespace trackloom::checks {
namespace {

/// Numbers as wide as the largest, so that elements keep their order.
ElementId numberedId(std::string_view kind, std::size_t number, std::size_t of) {
  const std::string digits = std::to_string(number);
  const std::size_t width = std::max<std::size_t>(2, std::to_string(of).size());
  const std::string text = std::string(kind) + '-' + std::string(width - std::min(width, digits.size()), '0') + digits;
  return ElementId::parse(text).value_or(ElementId::derivedFrom(text));
}

class RoleWriter {
 public:
  RoleWriter(const Plan& plan, Day asOf) : study_(plan, asOf), homes_(homeTracks(study_, sittings(study_))) {
    for (const Kind& kind : kinds()) {
      std::size_t number = 0;
      for (const ElementPtr& element : plan.all(kind.id))
        ids_.emplace(element->id(), numberedId(kind.name, ++number, plan.all(kind.id).size()));
    }
  }

  RolePlan write() {
    RolePlan written;
    for (const Kind& kind : kinds()) {
      std::vector<ElementPtr> elements;
      for (const Item& item : study_.all(kind.id)) elements.push_back(std::make_shared<const Element>(inRole(item)));
      written.plan.adopt(kind.id, std::move(elements));
    }
    written.ids = std::move(ids_);
    return written;
  }

 private:
  Element inRole(const Item& item) {
    const Element& element = item.element();
    Element made(element.kind(), ids_.at(element.id()));
    for (const Element::Slot& slot : element.slots()) {
      const Field& field = element.definition().fields[slot.position];
      if (element.kind() == KindId::term && slot.number == key::name.number) {
        made.set(slot.number, stand("own-word-", element.text(key::name)));
      } else if (field.redaction == Redaction::name &&
                 (slot.number == key::title.number || slot.number == key::name.number)) {
        made.set(slot.number, Text(roleOf(item)));
      } else {
        made.set(slot.number, std::visit([&](const auto& value) { return told(field, value); }, slot.value));
      }
    }
    return made;
  }

  Value told(const Field& field, const Text& text) {
    const bool everyComponent = text == "*";
    return field.redaction == Redaction::structural || everyComponent ? text : stand("text ", text);
  }
  Value told(const Field& field, const Texts& texts) {
    Texts told;
    for (const std::string& text : texts) {
      const bool listed = field.vocabulary != VocabularyId::none && findTerm(field.vocabulary, text);
      told.push_back(listed ? text : stand(field.vocabulary == VocabularyId::none ? "text " : "own-word-", text));
    }
    return told;
  }
  Value told(const Field&, const Choice& choice) {
    Choice told = choice;
    if (!choice.own.empty()) told.own = ElementId::parse(stand("own-word-", choice.own.text())).value_or(ElementId());
    return told;
  }
  Value told(const Field&, const Ref& id) { return idFor(id); }
  Value told(const Field&, const Refs& ids) {
    Refs told;
    for (const ElementId& id : ids) told.push_back(idFor(id));
    return told;
  }
  Value told(const Field&, const Unread& unread) { return Unread{stand("text ", unread.text)}; }
  template <class Other>
  Value told(const Field&, const Other& value) {
    return value;
  }

  ElementId idFor(const ElementId& id) {
    const auto known = ids_.find(id);
    if (known != ids_.end()) return known->second;
    return ElementId::parse(stand("missing-", id.text())).value_or(ElementId());
  }

  /// The same text is always stood for by the same number.
  std::string stand(const char* what, std::string_view text) {
    auto& numbers = stands_[what];
    return what + std::to_string(numbers.try_emplace(std::string(text), numbers.size() + 1).first->second);
  }

  std::string roleOf(const Item& item) const {
    const std::string number = std::to_string(item.number() + 1);
    if (item.kind() == KindId::plan) return tr("Plan");
    if (item.kind() == KindId::track) return trackRole(item);
    std::string kind(item.element().definition().label);
    kind[0] = static_cast<char>(kind[0] >= 'A' && kind[0] <= 'Z' ? kind[0] - 'A' + 'a' : kind[0]);
    const Item* track = trackOf(item);
    const std::string type = typeOf(item.element());
    const Message role{!type.empty() && track ? tr("{kind} {number} ({type}), {track}")
                       : !type.empty()        ? tr("{kind} {number} ({type})")
                       : track                ? tr("{kind} {number}, {track}")
                                              : tr("{kind} {number}"),
                       {{"kind", kind}, {"number", number}, {"type", type}, {"track", track ? trackRole(*track) : ""}}};
    return plainText(role);
  }

  const Item* trackOf(const Item& item) const {
    if (item.kind() == KindId::actor) return homes_[item.number()];
    const auto tracks = study_.tracks(item);
    return tracks.empty() ? nullptr : tracks.front();
  }

  static std::string typeOf(const Element& element) {
    const Field* field = element.definition().find(key::type.number);
    const Choice* type = element.get(key::type);
    if (!field || !type || type->term == Choice::unlisted) return {};
    std::string label(vocabulary(field->vocabulary).terms[type->term].label);
    if (label.size() > 1 && label[1] >= 'a' && label[1] <= 'z' && label[0] >= 'A' && label[0] <= 'Z')
      label[0] = static_cast<char>(label[0] - 'A' + 'a');
    return label;
  }

  const std::string& trackRole(const Item& track) const { return trackRoles_[track.number()]; }

  /// By its level where no other track is on that level, else with a number behind it.
  std::vector<std::string> rolesOfTracks() const {
    std::map<std::string_view, std::int64_t> count;
    for (const Item& track : study_.all(KindId::track)) ++count[levelOf(track)];
    std::map<std::string_view, std::int64_t> place;
    std::vector<std::string> roles;
    for (const Item& track : study_.all(KindId::track)) {
      const std::string_view level = levelOf(track);
      roles.push_back(plainText({count[level] > 1 ? tr("track {level}, number {number}") : tr("track {level}"),
                                 {{"level", std::string(level)}, {"number", ++place[level]}}}));
    }
    return roles;
  }
  static std::string_view levelOf(const Item& track) {
    const Choice* level = track.element().get(key::level);
    return level && level->term != Choice::unlisted ? vocabulary(VocabularyId::trackLevel).terms[level->term].name
                                                    : tr("of no level");
  }

  const Study study_;
  const std::vector<const Item*> homes_;
  const std::vector<std::string> trackRoles_ = rolesOfTracks();
  std::unordered_map<ElementId, ElementId> ids_;
  std::map<std::string_view, std::map<std::string, std::size_t>> stands_;
};

}  // namespace

ElementId RolePlan::idOf(const ElementId& id) const {
  const auto found = ids.find(id);
  return found == ids.end() ? ElementId() : found->second;
}

RolePlan inRoles(const Plan& whole, Day asOf, const Audience& audience) {
  const Plan plan = keptPlan(whole);
  if (audience.seesAll()) {
    RolePlan same{plan, {}};
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id)) same.ids.emplace(element->id(), element->id());
    return same;
  }
  return inRoles(visibleTo(plan, audience), asOf);
}

RolePlan inRoles(const Plan& plan, Day asOf) { return RoleWriter(keptPlan(plan), asOf).write(); }

}  // namespace trackloom::checks
