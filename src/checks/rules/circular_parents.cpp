#include "checks/rules/mentions.h"
#include "checks/rules/reads.h"
#include "graph/digraph.h"

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t mostNamed = 8;

/// Does the field say under which other element of its own kind one stands: part of, so that, reports to, member of,
/// reply to? Fields that may name anything are no such order.
bool isOrder(const Kind& kind, const Field& field) {
  return isReference(field) && field.targets.has(kind.id) && !field.targets.has(KindId::plan);
}

graph::Digraph orderOf(const Study& study, const Kind& kind, const Field& field) {
  std::vector<graph::Arc> arcs;
  for (const Item& item : study.all(kind.id))
    eachReference(item, field, [&](const ElementId& id) {
      if (const Item* above = study.find(kind.id, id)) arcs.push_back({item.number(), above->number(), 0});
    });
  return {static_cast<std::uint32_t>(study.all(kind.id).size()), std::move(arcs)};
}

Message told(const Field& field, const std::vector<ElementId>& loop) {
  const Message::Place label{"field", ownWord(field.label)};
  if (loop.size() == 1) return {tr("“{item}” stands under itself ({field})."), {{"item", loop.front()}, label}};
  const Message::Place count{"count", static_cast<std::int64_t>(loop.size())};
  if (loop.size() > mostNamed)
    return {tr("{count} entries stand under each other in a circle ({field}), among them: {loop}."),
            {count, label, {"loop", std::vector<ElementId>(loop.begin(), loop.begin() + mostNamed)}}};
  std::vector<ElementId> closed = loop;
  closed.push_back(loop.front());
  return {tr("{count} entries stand under each other in a circle ({field}): {loop}."),
          {count, label, {"loop", std::move(closed)}}};
}

Finding finding(const Field& field, std::vector<ElementId> loop) {
  Finding found;
  found.level = Level::error;
  found.message = told(field, loop);
  found.because.push_back({tr("Each of them would stand above and below the others at once."), {}});
  found.clears = {tr("It clears when one of them stands under another entry, or under none."), {}};
  if (loop.size() <= mostNamed) {
    for (std::size_t i = 0; i < loop.size(); ++i) {
      const ElementId from = loop[i], to = loop[(i + 1) % loop.size()];
      found.fixes.push_back(
          {{tr("Remove “{above}” from “{item}” ({field})"),
            {{"item", from}, {"above", to}, {"field", ownWord(field.label)}}},
           [from, to, number = field.number](const Plan& plan) { return withoutMention(plan, from, number, to); }});
    }
  }
  found.elements = std::move(loop);
  return found;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  for (const Kind& kind : kinds()) {
    if (study.all(kind.id).empty()) continue;
    for (const Field& field : kind.fields) {
      if (!isOrder(kind, field)) continue;
      for (const std::vector<std::uint32_t>& loop : graph::shortestCycles(orderOf(study, kind, field))) {
        std::vector<ElementId> ids;
        for (const std::uint32_t number : loop) ids.push_back(study.all(kind.id)[number].id());
        findings.push_back(finding(field, std::move(ids)));
      }
    }
  }
  return findings;
}

}  // namespace

Rule circularParents() {
  Rule rule;
  rule.id = "CYC-PARENT";
  rule.family = "Structure";
  rule.title = "Entries stand under each other in a circle";
  rule.help =
      "Is any entry, over others, part of itself, or does it serve, report to, belong to or answer itself? For each "
      "group "
      "the shortest circle is named, for each such field by itself.";
  rule.level = Level::error;
  rule.source = "Plan logic.";
  rule.clears = "One of them stands under another element, or under none.";
  rule.reads = readsWhere(isOrder);
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
