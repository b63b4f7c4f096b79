#include "documents/known.h"
#include "documents/process_tables.h"
#include "documents/reading_order.h"
#include "documents/wording.h"

#include <algorithm>

namespace trackloom::documents {
namespace {

using checks::Item;

Node groupOf(const std::string& title, Node::List options, Node::List proposals) {
  Node node;
  node.set("issue-title", title);
  setList(node, "issue-options", std::move(options));
  setList(node, "issue-proposals", std::move(proposals));
  return node;
}

using Items = std::vector<const Item*>;

Node::List optionsFor(const Material& material, const Items& all, const ElementId& issue) {
  Node::List list;
  for (const Item* option : all) {
    const ElementId of = option->ref(key::issue);
    const ElementId known = material.study.find(KindId::issue, of) ? of : ElementId();
    if (known == issue) list.push_back(elementNode(material, *option));
  }
  return list;
}

Node::List proposalsFor(const Material& material, const Items& all, const ElementId& issue) {
  Node::List list;
  for (const Item* proposal : all) {
    const auto issues = proposal->refs(key::issues);
    const bool about = issue.empty() ? issues.empty() : std::ranges::find(issues, issue) != issues.end();
    if (about) list.push_back(elementNode(material, *proposal));
  }
  return list;
}

}  // namespace

void addOptions(Node& root, const Material& material) {
  const Items allOptions = inReadingOrder(material, KindId::option);
  const Items allProposals = inReadingOrder(material, knownOf(material.study, KindId::proposal));
  Node::List list;
  Node::List without;
  for (const Item* issue : inReadingOrder(material, KindId::issue)) {
    Node::List options = optionsFor(material, allOptions, issue->id());
    Node::List proposals = proposalsFor(material, allProposals, issue->id());
    const std::string title = nameOf(material, issue->id());
    if (options.empty() && proposals.empty())
      without.emplace_back(title);
    else
      list.push_back(groupOf(title, std::move(options), std::move(proposals)));
  }
  Node::List options = optionsFor(material, allOptions, {});
  Node::List proposals = proposalsFor(material, allProposals, {});
  if (!options.empty() || !proposals.empty())
    list.push_back(groupOf(said(material, tr("No issue named")), std::move(options), std::move(proposals)));
  setList(root, "options-by-issue", std::move(list));
  setList(root, "issues-without-options", std::move(without));
}

}  // namespace trackloom::documents
