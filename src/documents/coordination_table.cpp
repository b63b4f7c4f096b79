#include "documents/process_tables.h"
#include "documents/reading_order.h"
#include "documents/wording.h"
#include "plan/levels.h"

#include <algorithm>
#include <array>
#include <map>

namespace trackloom::documents {
namespace {

using checks::Item;

using Lines = std::map<ElementId, std::vector<std::string>>;

void put(Lines& lines, const ElementId& id, std::string text) {
  auto& list = lines[id];
  if (std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

/// Who leads, carries out and takes part in each activity.
Lines parties(const Material& material) {
  Lines lines;
  for (const checks::Sitting& sitting : namedWithoutParticipation(material))
    put(lines, sitting.in->id(), nameOf(material, sitting.who->id()));
  for (const Item* participation : inReadingOrder(material, KindId::participation)) {
    if (tookNoPart(material.study.state(*participation))) continue;
    put(lines, participation->ref(key::linkIn), nameOf(material, participation->ref(key::linkWho)));
  }
  return lines;
}

/// What each activity waits for or is awaited by, receives or hands over: a line for each way, naming all at once.
Lines links(const Material& material) {
  constexpr std::array<const char*, 4> ways = {tr("waits for: {names}"), tr("awaited by: {names}"),
                                               tr("receives from: {names}"), tr("hands over to: {names}")};
  std::array<std::map<ElementId, std::vector<ElementId>>, ways.size()> ends;
  const auto take = [&](KindId kind, std::size_t incoming) {
    for (const Item& link : material.study.all(kind)) {
      ends[incoming][link.ref(key::linkTo)].push_back(link.ref(key::linkFrom));
      ends[incoming + 1][link.ref(key::linkFrom)].push_back(link.ref(key::linkTo));
    }
  };
  take(KindId::dependency, 0);
  take(KindId::transfer, 2);
  Lines lines;
  for (std::size_t way = 0; way < ways.size(); ++way)
    for (const auto& [id, others] : ends[way])
      put(lines, id, said(material, {ways[way], {{"names", namesOf(material, others)}}}));
  return lines;
}

Lines funding(const Material& material) {
  Lines lines;
  for (const Item& fund : material.study.all(KindId::fund))
    for (const ElementId& covered : fund.refs(key::covers)) put(lines, covered, nameOf(material, fund.id()));
  return lines;
}

/// What the checks say about each activity, in their short titles.
Lines gaps(const Material& material) {
  Lines lines;
  for (const checks::Finding& finding : material.findings) {
    const checks::Rule* rule = checks::findRule(finding.rule);
    if (finding.accepted || !rule || finding.verdict != checks::Verdict::problem) continue;
    for (const ElementId& id : finding.elements) put(lines, id, said(material, rule->title));
  }
  return lines;
}

Node::List listed(const Lines& lines, const ElementId& id) {
  const auto found = lines.find(id);
  return found == lines.end() ? Node::List() : Node::List(found->second.begin(), found->second.end());
}

std::string levelLabel(const Material& material, const Item& activity) {
  const auto level = static_cast<std::size_t>(levelOf(material.plan(), activity.element()));
  return said(material, vocabulary(VocabularyId::classification).terms[level].label);
}

void addGroup(Node::List& groups, const std::string& title, Node::List rows) {
  if (rows.empty()) return;
  Node group;
  group.set("group-title", title);
  setList(group, "rows", std::move(rows));
  groups.push_back(std::move(group));
}

}  // namespace

void addCoordination(Node& root, const Material& material) {
  const std::pair<const char*, Lines> columns[] = {{"parties", parties(material)},
                                                   {"links", links(material)},
                                                   {"funding", funding(material)},
                                                   {"gaps", gaps(material)}};
  std::map<ElementId, Node::List> rows;
  Node::List all;
  Node::List ceasefires;
  for (const Item* activity : activitiesByTime(material)) {
    Node row = elementNode(material, *activity);
    addTimes(row, material, *activity);
    for (const auto& [name, lines] : columns) setList(row, name, listed(lines, activity->id()));
    if (material.forTeam()) row.set("confidentiality", levelLabel(material, *activity));
    if (isCeasefire(*activity)) ceasefires.push_back(row);
    const auto own = material.study.tracks(*activity);
    rows[own.empty() ? ElementId() : own.front()->id()].push_back(row);
    all.push_back(std::move(row));
  }
  Node::List byTrack;
  for (const Item* track : inReadingOrder(material, KindId::track))
    addGroup(byTrack, nameOf(material, track->id()), rows[track->id()]);
  addGroup(byTrack, said(material, tr("No track yet")), rows[{}]);
  setList(root, "ceasefire-links", std::move(ceasefires));
  setList(root, "coordination-table", std::move(all));
  setList(root, "coordination-by-track", std::move(byTrack));
}

}  // namespace trackloom::documents
