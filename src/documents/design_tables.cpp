#include "documents/known.h"
#include "documents/process_tables.h"
#include "documents/wording.h"

#include <algorithm>
#include <map>
#include <set>

namespace trackloom::documents {
namespace {

using checks::Item;

/// Elements of a kind with the highest of their tree first and each above what belongs to it. A loop of parents is
/// listed too, from its smallest id.
std::vector<const Item*> fromTopDown(const Material& material, KindId kind, auto before) {
  std::map<ElementId, std::vector<const Item*>> below;
  std::vector<const Item*> order;
  std::vector<const Item*> open;
  for (const Item& item : material.study.all(kind)) {
    const ElementId parent = item.ref(key::parent);
    const bool known = !parent.empty() && parent != item.id() && material.study.find(kind, parent);
    (known ? below[parent] : open).push_back(&item);
  }
  std::set<ElementId> seen;
  const auto walk = [&] {
    std::ranges::stable_sort(open, [&](const Item* a, const Item* b) { return before(*b, *a); });
    while (!open.empty()) {
      const Item* item = open.back();
      open.pop_back();
      if (!seen.insert(item->id()).second) continue;
      order.push_back(item);
      auto& children = below[item->id()];
      std::ranges::stable_sort(children, [&](const Item* a, const Item* b) { return before(*b, *a); });
      open.insert(open.end(), children.begin(), children.end());
    }
  };
  walk();
  for (const Item& item : material.study.all(kind)) {
    if (seen.contains(item.id())) continue;
    open = {&item};
    walk();
  }
  return order;
}

/// The order field, then the id; without an order last.
bool byOrder(const Item& a, const Item& b) {
  const Integer* x = a.get(key::order);
  const Integer* y = b.get(key::order);
  constexpr Integer last = 1'000'000;
  const Integer placeA = x ? *x : last;
  const Integer placeB = y ? *y : last;
  return placeA != placeB ? placeA < placeB : a.id() < b.id();
}

bool byLevel(const Item& a, const Item& b) {
  const Choice* x = a.get(key::level);
  const Choice* y = b.get(key::level);
  const auto placeA = x ? x->term : Choice::unlisted;
  const auto placeB = y ? y->term : Choice::unlisted;
  return placeA != placeB ? placeA < placeB : a.id() < b.id();
}

Node::List nodesOf(const Material& material, const std::vector<const Item*>& items) {
  Node::List list;
  for (const Item* item : items) list.push_back(elementNode(material, *item));
  return list;
}

std::vector<const Item*> sorted(std::span<const Item> items, auto before) {
  std::vector<const Item*> order;
  for (const Item& item : items) order.push_back(&item);
  std::ranges::stable_sort(order, [&](const Item* a, const Item* b) { return before(*a, *b); });
  return order;
}

/// Events up to the day, oldest first.
Node::List eventsByDate(const Material& material) {
  std::vector<const Item*> events = knownOf(material.study, KindId::event);
  const auto day = [](const Item* event) {
    const Date* date = event->get(key::date);
    return date ? date->first() : Day{1'000'000'000};
  };
  std::ranges::stable_sort(events, {}, day);
  return nodesOf(material, events);
}

Node::List sources(const Material& material) {
  std::map<std::string, std::size_t, std::less<>> counts;
  for (const Kind& kind : kinds())
    for (const Item* item : knownOf(material.study, kind.id))
      if (const Text* source = item->get(key::source)) ++counts[*source];
  Node::List list;
  for (const auto& [source, count] : counts) {
    Node row;
    row.set("source", source);
    row.set("count", material.language.digits(std::to_string(count)));
    list.push_back(std::move(row));
  }
  return list;
}

Node::List openIssues(const Material& material) {
  return nodesOf(material, fromTopDown(material, KindId::issue, byOrder));
}

}  // namespace

void addDesign(Node& root, const Material& material) {
  setList(root, "objectives-from-top", nodesOf(material, fromTopDown(material, KindId::objective, byLevel)));
  setList(root, "agenda", openIssues(material));
  setList(root, "tracks-in-order", nodesOf(material, sorted(material.study.all(KindId::track), byOrder)));
  setList(root, "strands-in-order", nodesOf(material, sorted(material.study.all(KindId::strand), byOrder)));
  setList(root, "bodies-from-top", nodesOf(material, fromTopDown(material, KindId::body, byOrder)));
  setList(root, "chronology", eventsByDate(material));
  setList(root, "sources", sources(material));
}

}  // namespace trackloom::documents
