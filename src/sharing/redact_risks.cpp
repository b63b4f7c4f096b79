#include "sharing/redact_risks.h"

#include <algorithm>
#include <map>
#include <set>

namespace trackloom::sharing {
namespace {

constexpr std::size_t shortSeed = 16;  // characters; 64 random bits as hexadecimal digits

std::vector<ElementId> namedBy(const Element& element) {
  std::vector<ElementId> named;
  for (const Element::Slot& slot : element.slots()) {
    if (const Ref* ref = std::get_if<Ref>(&slot.value)) named.push_back(*ref);
    if (const Refs* refs = std::get_if<Refs>(&slot.value)) named.insert(named.end(), refs->begin(), refs->end());
  }
  return named;
}

bool tiesTogether(const Element& element) {
  return element.definition().isLink() || element.kind() == KindId::seat || element.kind() == KindId::event;
}

/// Which actors have to do with each element that is none: named by it, or by a link, seat or event together with it.
std::map<ElementId, std::set<ElementId>> actorsBySubject(const Plan& plan) {
  std::map<ElementId, std::set<ElementId>> actors;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      std::vector<ElementId> subjects;
      if (!tiesTogether(*element) || element->kind() == KindId::event) subjects.push_back(element->id());
      std::vector<ElementId> named;
      for (const ElementId& id : namedBy(*element)) {
        const Element* target = plan.find(id);
        if (target && target->kind() == KindId::actor)
          named.push_back(id);
        else if (target && tiesTogether(*element))
          subjects.push_back(id);
      }
      if (element->kind() == KindId::actor) continue;
      for (const ElementId& subject : subjects) actors[subject].insert(named.begin(), named.end());
    }
  return actors;
}

/// What had to do with one actor only, whom the copy does not have.
void addOnlyOnes(const Plan& source, const Plan& plan, std::vector<Message>& risks) {
  for (const auto& [subject, actors] : actorsBySubject(source)) {
    if (actors.size() != 1 || !plan.find(subject) || plan.find(*actors.begin())) continue;
    risks.push_back(
        {tr("{actor} is the only one who has to do with {subject}: who knows that can tell who is missing."),
         {{"actor", *actors.begin()}, {"subject", subject}}});
  }
}

/// Who can be told by what stays of them, although the name does not.
void addOnlyOnesOfTheirType(const Plan& plan, std::vector<Message>& risks) {
  std::map<std::string, std::vector<ElementId>> byType;
  for (const ElementPtr& actor : plan.all(KindId::actor))
    if (const Choice* type = actor->get(key::type); type && type->term != Choice::unlisted)
      byType[std::string(vocabulary(VocabularyId::actorType).terms[type->term].label)].push_back(actor->id());
  for (const auto& [type, actors] : byType)
    if (actors.size() == 1)
      risks.push_back({tr("{actor} is the only actor of its type ({type}): that may be as good as the name."),
                       {{"actor", actors.front()}, {"type", type}}});
}

/// Bodies whose size tells that seats are missing.
void addMissingSeats(const Plan& source, const Plan& plan, std::vector<Message>& risks) {
  for (const ElementPtr& body : plan.all(KindId::body)) {
    const Integer* size = body->get(key::count);
    const auto isOf = [&](const ElementPtr& seat) { return seat->ref(key::body) == body->id(); };
    const auto before = std::ranges::count_if(source.all(KindId::seat), isOf);
    const auto left = std::ranges::count_if(plan.all(KindId::seat), isOf);
    if (size && left < before)
      risks.push_back({tr("{body} has its size in the copy and not all its seats: the difference can be counted."),
                       {{"body", body->id()}}});
  }
}

}  // namespace

std::vector<Message> residualRisks(const Plan& source, const Plan& plan, const RedactionRequest& request) {
  std::vector<Message> risks;
  addOnlyOnes(source, plan, risks);
  if (request.audience.treatment) addOnlyOnesOfTheirType(plan, risks);
  addMissingSeats(source, plan, risks);
  if (request.seed.size() < shortSeed)
    risks.push_back({tr("The seed is short: who guesses it can prove which element is which."), {}});
  return risks;
}

}  // namespace trackloom::sharing
