#include "desktop/presenters/links.h"

#include "plan/terms.h"
#include "plan/vocabulary.h"

#include <algorithm>

namespace trackloom::desktop {
namespace {

bool isOneOf(KindId kind, std::initializer_list<KindId> kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

class Offers {
 public:
  Offers(const OpenPlan& open, const Speech& speech, LinkEnds ends, const ElementId& newId)
      : open_(open),
        speech_(speech),
        newId_(newId),
        from_(open.plan().find(ends.from)),
        to_(open.plan().find(ends.to)) {}

  std::vector<LinkOffer> all() {
    if (!from_ || !to_ || from_->id() == to_->id()) return {};
    addDependencies();
    addTransfers();
    addParticipation();
    addRelations();
    addFields(*from_, *to_);
    addFields(*to_, *from_);
    return std::move(offers_);
  }

 private:
  std::string name(const Element& element) const { return speech_.name(open_, element.id()); }

  void add(std::string group, const Message& sentence, Element link) {
    Edit edit = addElement(open_.plan(), std::move(link));
    edit.label = sentence;
    offers_.push_back({std::move(group), speech_.say(sentence, open_.plan()), std::move(edit)});
  }

  Element link(KindId kind) const {
    Element element(kind, newId_);
    element.set(key::linkFrom, from_->id());
    element.set(key::linkTo, to_->id());
    return element;
  }

  void addDependencies() {
    if (from_->kind() != KindId::activity || to_->kind() != KindId::activity) return;
    const auto offer = [&](DependencyType type, DependencyNature nature, const char* sentence) {
      Element dependency = link(KindId::dependency);
      dependency.set(key::type, Choice{static_cast<std::uint16_t>(type), {}});
      dependency.set(key::nature, Choice{static_cast<std::uint16_t>(nature), {}});
      add({}, {sentence, {{"later", to_->id()}, {"earlier", from_->id()}}}, std::move(dependency));
    };
    offer(DependencyType::FS, DependencyNature::hard, tr("{later} starts after {earlier}"));
    offer(DependencyType::SS, DependencyNature::hard, tr("{later} starts once {earlier} has begun"));
    offer(DependencyType::FF, DependencyNature::hard, tr("{later} ends after {earlier} has ended"));
    offer(DependencyType::FS, DependencyNature::political, tr("{earlier} is a political precondition of {later}"));
  }

  void addTransfers() {
    const auto takes = [](KindId kind) {
      return isOneOf(kind, {KindId::activity, KindId::body, KindId::track, KindId::agreement, KindId::proposal});
    };
    const Kind& kind = kindOf(KindId::transfer);
    if (!takes(from_->kind()) || !takes(to_->kind())) return;
    if (!kind.find(key::linkFrom.number)->targets.has(from_->kind()) ||
        !kind.find(key::linkTo.number)->targets.has(to_->kind()))
      return;
    const std::string group = speech_.say(
        {tr("Hand over from {from} to {to} by …"), {{"from", from_->id()}, {"to", to_->id()}}}, open_.plan());
    const auto mechanisms = vocabulary(VocabularyId::transferMechanism).terms;
    for (std::uint16_t i = 0; i < mechanisms.size(); ++i) {
      Element transfer = link(KindId::transfer);
      transfer.set(key::mechanism, Choice{i, {}});
      transfer.set(key::status, Choice{static_cast<std::uint16_t>(TransferStatus::planned), {}});
      add(group,
          {tr("{mechanism}: {from} to {to}"),
           {{"mechanism", speech_.word(mechanisms[i].label)}, {"from", from_->id()}, {"to", to_->id()}}},
          std::move(transfer));
    }
  }

  void addParticipation() {
    const bool forward = isOneOf(from_->kind(), {KindId::actor, KindId::group});
    const Element* who = forward ? from_ : to_;
    const Element* in = forward ? to_ : from_;
    if (!isOneOf(who->kind(), {KindId::actor, KindId::group}) || !isOneOf(in->kind(), {KindId::activity, KindId::body}))
      return;
    const std::string group =
        speech_.say({tr("{who} takes part in {what} as …"), {{"who", who->id()}, {"what", in->id()}}}, open_.plan());
    const auto roles = vocabulary(VocabularyId::participationRole).terms;
    for (std::uint16_t i = 0; i < roles.size(); ++i) {
      Element participation(KindId::participation, newId_);
      participation.set(key::linkWho, who->id());
      participation.set(key::linkIn, in->id());
      participation.set(key::role, Choice{i, {}});
      add(group,
          {tr("{role}: {who} in {what}"),
           {{"role", speech_.word(roles[i].label)}, {"who", who->id()}, {"what", in->id()}}},
          std::move(participation));
    }
  }

  void addRelations() {
    if (from_->kind() != KindId::actor || to_->kind() != KindId::actor) return;
    const std::string group = speech_.say(
        {tr("Between {from} and {to} there is …"), {{"from", from_->id()}, {"to", to_->id()}}}, open_.plan());
    const auto types = vocabulary(VocabularyId::relationType).terms;
    for (std::uint16_t i = 0; i < types.size(); ++i) {
      Element relation = link(KindId::relation);
      relation.set(key::type, Choice{i, {}});
      add(group,
          {tr("{relation}: {from} and {to}"),
           {{"relation", speech_.word(types[i].label)}, {"from", from_->id()}, {"to", to_->id()}}},
          std::move(relation));
    }
  }

  /// Every field of one that may name the other: a lead, a partner, an issue, a body.
  void addFields(const Element& owner, const Element& named) {
    if (owner.definition().isLink()) return;
    for (const Field& field : owner.definition().fields) {
      if (!field.targets.has(named.kind())) continue;
      Value value;
      if (field.type == FieldType::ref) {
        value = named.id();
      } else if (field.type == FieldType::refs) {
        const auto* before = owner.find(field.number) ? std::get_if<Refs>(owner.find(field.number)) : nullptr;
        Refs refs = before ? *before : Refs();
        if (std::find(refs.begin(), refs.end(), named.id()) != refs.end()) continue;
        refs.push_back(named.id());
        value = std::move(refs);
      } else {
        continue;
      }
      const Message sentence{tr("{field} of {owner}: {named}"),
                             {{"field", speech_.word(field.label)}, {"owner", owner.id()}, {"named", named.id()}}};
      Edit edit = setField(open_.plan(), owner.id(), field.number, std::move(value));
      edit.label = sentence;
      offers_.push_back({{}, speech_.say(sentence, open_.plan()), std::move(edit)});
    }
  }

  const OpenPlan& open_;
  const Speech& speech_;
  const ElementId& newId_;
  const Element* from_;
  const Element* to_;
  std::vector<LinkOffer> offers_;
};

}  // namespace

std::vector<LinkOffer> linkOffers(const OpenPlan& open, const Speech& speech, LinkEnds ends, const ElementId& newId) {
  return Offers(open, speech, ends, newId).all();
}

}  // namespace trackloom::desktop
