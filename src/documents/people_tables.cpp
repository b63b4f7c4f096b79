#include "documents/process_tables.h"
#include "documents/reading_order.h"
#include "documents/wording.h"
#include "scene/matrices.h"

#include <algorithm>
#include <map>
#include <set>

namespace trackloom::documents {
namespace {

using checks::Item;

std::string join(const Material& material, const std::vector<std::string>& parts) {
  const std::string between = said(material, tr(", "));
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? std::string() : between) + part;
  return out;
}

/// Actors grouped by a word; those without it last, under what is said of them.
Node::List actorsByLayer(const Material& material) {
  std::map<std::uint32_t, std::pair<std::string, Node::List>> groups;
  for (const Item* actor : inReadingOrder(material, KindId::actor)) {
    const Choice* layer = actor->get(key::layer);
    auto& [title, actors] = groups[layer ? layer->term : 0x10000];
    title = layer ? choiceText(material, *actor, key::layer) : said(material, tr("Layer not known"));
    actors.push_back(elementNode(material, *actor));
  }
  Node::List list;
  for (auto& [place, group] : groups) {
    Node node;
    node.set("layer-title", group.first);
    setList(node, "actors-of-layer", std::move(group.second));
    list.push_back(std::move(node));
  }
  return list;
}

std::string inBrackets(const Material& material, const std::string& name, const std::string& role) {
  return role.empty() ? name : said(material, {tr("{name} ({role})"), {{"name", name}, {"role", role}}});
}

/// Who takes part, by body and activity; those who declined, left or were not invited stand in a list of their own.
Node::List takingPart(const Material& material, KindId kind) {
  std::map<ElementId, std::vector<std::string>> byPlace;
  for (const checks::Sitting& sitting : namedWithoutParticipation(material))
    byPlace[sitting.in->id()].push_back(
        inBrackets(material, nameOf(material, sitting.who->id()),
                   said(material, scene::placeWithoutParticipation(*sitting.who, *sitting.in))));
  for (const Item* participation : inReadingOrder(material, KindId::participation)) {
    if (tookNoPart(material.study.state(*participation))) continue;
    byPlace[participation->ref(key::linkIn)].push_back(inBrackets(
        material, nameOf(material, participation->ref(key::linkWho)), choiceText(material, *participation, key::role)));
  }
  Node::List list;
  for (const Item* place : inReadingOrder(material, kind)) {
    const auto found = byPlace.find(place->id());
    if (found == byPlace.end() || !material.study.known(*place)) continue;
    Node row;
    row.set("in", nameOf(material, place->id()));
    row.set("who", join(material, found->second));
    list.push_back(std::move(row));
  }
  return list;
}

Node::List byModality(const Material& material) {
  std::map<std::uint16_t, std::pair<std::string, std::vector<std::string>>> groups;
  for (const Item* participation : inReadingOrder(material, KindId::participation)) {
    const Choice* modality = participation->get(key::modality);
    if (!modality || tookNoPart(material.study.state(*participation))) continue;
    auto& [title, who] = groups[modality->term];
    title = choiceText(material, *participation, key::modality);
    const std::string name = nameOf(material, participation->ref(key::linkWho));
    if (std::ranges::find(who, name) == who.end()) who.push_back(name);
  }
  Node::List list;
  for (const auto& [place, group] : groups) {
    Node row;
    row.set("modality", group.first);
    row.set("who", join(material, group.second));
    list.push_back(std::move(row));
  }
  return list;
}

Node::List absences(const Material& material, ParticipationStatus status) {
  Node::List list;
  for (const Item* participation : inReadingOrder(material, KindId::participation)) {
    const State state = material.study.state(*participation);
    if (!state.is(status)) continue;
    Node row = elementNode(material, *participation);
    row.set("since", state.since ? spoken(material, *state.since) : std::string());
    list.push_back(std::move(row));
  }
  return list;
}

/// Who takes part, one line for each part.
Node::List shownParticipations(const Material& material) {
  Node::List list;
  for (const Item* participation : inReadingOrder(material, KindId::participation))
    if (!tookNoPart(material.study.state(*participation))) list.push_back(elementNode(material, *participation));
  return list;
}

constexpr std::string_view thirdPartyRoles[] = {"mediator",     "co-mediator", "facilitator", "host",
                                                "good-offices", "guarantor",   "witness",     "friend",
                                                "donor",        "monitor",     "observer"};

bool isThirdPartyRole(const Choice& role) {
  const auto terms = vocabulary(VocabularyId::participationRole).terms;
  return role.term < terms.size() &&
         std::ranges::find(thirdPartyRoles, terms[role.term].name) != std::end(thirdPartyRoles);
}

/// Third parties with what they do and where.
Node::List thirdParties(const Material& material) {
  std::map<ElementId, std::map<std::string, std::vector<std::string>>> roles;
  for (const Item& actor : material.study.all(KindId::actor)) {
    const Choice* layer = actor.get(key::layer);
    const auto terms = vocabulary(VocabularyId::actorLayer).terms;
    if (layer && layer->term < terms.size() && terms[layer->term].name == "third-party") roles[actor.id()];
  }
  for (const Item* participation : inReadingOrder(material, KindId::participation)) {
    const ElementId who = participation->ref(key::linkWho);
    const Choice* role = participation->get(key::role);
    if (!role || tookNoPart(material.study.state(*participation)) || (!roles.contains(who) && !isThirdPartyRole(*role)))
      continue;
    roles[who][choiceText(material, *participation, key::role)].push_back(
        nameOf(material, participation->ref(key::linkIn)));
  }
  const auto row = [&](const ElementId& who) {
    const Item* actor = material.study.find(KindId::actor, who);
    std::vector<std::string> parts;
    for (const auto& [role, places] : roles[who])
      parts.push_back(said(material, {tr("{role}: {places}"), {{"role", role}, {"places", join(material, places)}}}));
    Node made;
    made.set("who", nameOf(material, who));
    made.set("type", actor ? choiceText(material, *actor, key::type) : std::string());
    setList(made, "roles", Node::List(parts.begin(), parts.end()));
    return made;
  };
  std::vector<const Item*> there;
  Node::List missing;
  for (const auto& [who, where] : roles)
    if (const Item* item = material.study.find(who))
      there.push_back(item);
    else
      missing.push_back(row(who));
  Node::List list;
  for (const Item* item : inReadingOrder(material, std::move(there))) list.push_back(row(item->id()));
  list.insert(list.end(), missing.begin(), missing.end());
  return list;
}

/// Each group of society with the places it has.
Node::List groupPlaces(const Material& material) {
  std::map<ElementId, std::vector<std::string>> places;
  const auto add = [&](const ElementId& group, std::string text) {
    auto& list = places[group];
    if (std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
  };
  for (const Item& seat : material.study.all(KindId::seat))
    if (const ElementId group = seat.ref(key::group); !group.empty())
      add(group, said(material, {tr("seats in {body}"), {{"body", nameOf(material, seat.ref(key::body))}}}));
  for (const Item& participation : material.study.all(KindId::participation)) {
    if (tookNoPart(material.study.state(participation))) continue;
    const ElementId who = participation.ref(key::linkWho);
    std::vector<ElementId> groups{who};
    if (const Item* actor = material.study.find(KindId::actor, who)) {
      const auto own = actor->refs(key::groups);
      groups.assign(own.begin(), own.end());
    }
    for (const ElementId& group : groups)
      add(group, inBrackets(material, nameOf(material, participation.ref(key::linkIn)),
                            choiceText(material, participation, key::modality)));
  }
  Node::List list;
  for (const Item* group : inReadingOrder(material, KindId::group)) {
    Node row = elementNode(material, *group);
    row.set("places", join(material, places[group->id()]));
    list.push_back(std::move(row));
  }
  return list;
}

}  // namespace

std::string choiceText(const Material& material, const Item& item, Key<Choice> key) {
  const Choice* choice = item.get(key);
  const Field* field = item.element().definition().find(key.number);
  return choice && field ? labelOf(material, field->vocabulary, *choice) : std::string();
}

std::vector<checks::Sitting> namedWithoutParticipation(const Material& material) {
  std::set<std::pair<ElementId, ElementId>> told;
  for (const Item& participation : material.study.all(KindId::participation))
    told.emplace(participation.ref(key::linkWho), participation.ref(key::linkIn));
  std::vector<checks::Sitting> sittings = checks::sittings(material.study);
  std::erase_if(sittings, [&](const checks::Sitting& at) { return told.contains({at.who->id(), at.in->id()}); });
  return sittings;
}

bool tookNoPart(const State& state) {
  return state.is(ParticipationStatus::declined) || state.is(ParticipationStatus::withdrew) ||
         state.is(ParticipationStatus::notInvited);
}

void addPeople(Node& root, const Material& material) {
  setList(root, "shown-participations", shownParticipations(material));
  setList(root, "actors-by-layer", actorsByLayer(material));
  setList(root, "taking-part-in-bodies", takingPart(material, KindId::body));
  setList(root, "taking-part-in-activities", takingPart(material, KindId::activity));
  setList(root, "modalities", byModality(material));
  setList(root, "declined", absences(material, ParticipationStatus::declined));
  setList(root, "withdrew", absences(material, ParticipationStatus::withdrew));
  setList(root, "not-invited", material.forTeam() ? absences(material, ParticipationStatus::notInvited) : Node::List());
  setList(root, "third-parties", thirdParties(material));
  setList(root, "group-places", groupPlaces(material));
}

}  // namespace trackloom::documents
