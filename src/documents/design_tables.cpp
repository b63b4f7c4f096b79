#include "documents/known.h"
#include "documents/process_tables.h"
#include "documents/reading_order.h"
#include "documents/wording.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

namespace trackloom::documents {
namespace {

using checks::Item;

/// Items with the highest of their tree first and each above what belongs to it, otherwise as they were. A loop of
/// parents is listed too, from the first of it.
std::vector<const Item*> fromTopDown(const Material& material, const std::vector<const Item*>& items) {
  std::map<ElementId, std::vector<const Item*>> below;
  std::vector<const Item*> order;
  std::vector<const Item*> open;  // the next one at the end, as in each list of `below`
  for (const Item* item : items | std::views::reverse) {
    const ElementId parent = item->ref(key::parent);
    const bool known = !parent.empty() && parent != item->id() && material.study.find(item->kind(), parent);
    (known ? below[parent] : open).push_back(item);
  }
  std::set<ElementId> seen;
  const auto walk = [&] {
    while (!open.empty()) {
      const Item* item = open.back();
      open.pop_back();
      if (!seen.insert(item->id()).second) continue;
      order.push_back(item);
      const auto& children = below[item->id()];
      open.insert(open.end(), children.begin(), children.end());
    }
  };
  walk();
  for (const Item* item : items) {
    if (seen.contains(item->id())) continue;
    open = {item};
    walk();
  }
  return order;
}

/// Objectives, those of the highest level first.
std::vector<const Item*> byLevel(const Material& material) {
  std::vector<const Item*> objectives = inReadingOrder(material, KindId::objective);
  std::ranges::stable_sort(objectives, {}, [](const Item* item) {
    const Choice* level = item->get(key::level);
    return level ? level->term : Choice::unlisted;
  });
  return objectives;
}

Node::List nodesOf(const Material& material, const std::vector<const Item*>& items) {
  Node::List list;
  for (const Item* item : items) list.push_back(elementNode(material, *item));
  return list;
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

}  // namespace

void addDesign(Node& root, const Material& material) {
  const auto set = [&](const char* name, const std::vector<const Item*>& items) {
    setList(root, name, nodesOf(material, items));
  };
  set("objectives-from-top", fromTopDown(material, byLevel(material)));
  set("agenda", fromTopDown(material, inReadingOrder(material, KindId::issue)));
  set("tracks-in-order", inReadingOrder(material, KindId::track));
  set("strands-in-order", inReadingOrder(material, KindId::strand));
  set("bodies-from-top", fromTopDown(material, inReadingOrder(material, KindId::body)));
  set("chronology", inReadingOrder(material, knownOf(material.study, KindId::event)));  // oldest first
  setList(root, "sources", sources(material));
}

}  // namespace trackloom::documents
