#include "scene/link_map/content.h"

#include "graph/digraph.h"
#include "scene/track_order.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace trackloom::scene::link_map {
namespace {

using checks::Item;
using checks::Study;

class Collector {
 public:
  Collector(const Study& study, const DrawingOptions& options) : study_(study), options_(options) {
    for (const Item* track : tracksInOrder(study, options)) {
      layerOf_.emplace(track, content_.layers.size());
      content_.layers.push_back(track);
    }
    content_.layers.insert(content_.layers.end(), {nullptr, nullptr});
  }

  Content collect() && {
    for (const KindId kind : {KindId::dependency, KindId::transfer})
      for (const Item& link : study_.all(kind)) addLink(link);
    setRanks();
    if (options_.view == View::team) addMissing();
    sortNodes();
    return std::move(content_);
  }

 private:
  bool isOpen(const Item& end) const {
    if (end.kind() != KindId::activity) return true;
    return study_.known(end) && study_.progress(end) != checks::Progress::leftOut;
  }

  /// What is drawn of a part are its links and those that lead out of it.
  bool isInPart(const Item& link, const Study::Ends& ends) const {
    return isShown(link, options_) || isShown(*ends.from, options_) != isShown(*ends.to, options_);
  }

  std::size_t nodeOf(const Item& item) {
    const auto [at, added] = places_.try_emplace(&item, content_.nodes.size());
    if (!added) return at->second;
    const bool outside = !isShown(item, options_);
    std::size_t layer = outside ? content_.outsideLayer() : content_.outsideLayer() - 1;
    for (const Item* track : study_.tracks(item))
      if (const auto of = layerOf_.find(track); of != layerOf_.end() && !outside) {
        layer = of->second;
        break;
      }
    const bool isActivity = item.kind() == KindId::activity;
    const bool critical = options_.view == View::team && isActivity && study_.times(item).critical;
    content_.nodes.push_back({&item, layer, 0, critical, outside, {}});
    for (const Item* track : study_.tracks(item)) content_.nodes.back().tracks.push_back(track->id());
    return at->second;
  }

  void addLink(const Item& link) {
    const auto& ends = study_.ends(link.kind())[link.number()];
    if (!ends.from || !ends.to || ends.from == ends.to || !isInPart(link, ends)) return;
    const bool isTransfer = link.kind() == KindId::transfer;
    const bool refused = isTransfer && study_.state(link).is(TransferStatus::rejected);
    if (refused || !isOpen(*ends.from) || !isOpen(*ends.to)) {
      ++content_.leftOut;
      return;
    }
    Link made{&link, nodeOf(*ends.from), nodeOf(*ends.to)};
    if (isTransfer) {
      const auto status = study_.state(link).word<TransferStatus>();
      made.delivered = status && *status != TransferStatus::planned;
    } else {
      made.critical = content_.nodes[made.from].critical && content_.nodes[made.to].critical &&
                      !link.is(key::nature, DependencyNature::soft);
    }
    content_.links.push_back(made);
  }

  /// Longest ways; links inside a loop do not count.
  void setRanks() {
    std::vector<graph::Arc> arcs;
    for (const Link& link : content_.links)
      arcs.push_back({static_cast<std::uint32_t>(link.from), static_cast<std::uint32_t>(link.to), 0});
    const auto count = static_cast<std::uint32_t>(content_.nodes.size());
    const auto component = graph::components(graph::Digraph(count, arcs));
    std::erase_if(arcs, [&](const graph::Arc& arc) { return component[arc.from] == component[arc.to]; });
    const graph::Digraph forward(count, arcs);
    const auto order = graph::order(forward);
    for (const std::uint32_t node : *order) {
      content_.ranks = std::max(content_.ranks, content_.nodes[node].rank + 1);
      for (const graph::Arc& arc : forward.from(node))
        content_.nodes[arc.to].rank = std::max(content_.nodes[arc.to].rank, content_.nodes[node].rank + 1);
    }
    moveSources(forward);
  }

  /// What nothing leads to stands just before the first it leads to.
  void moveSources(const graph::Digraph& forward) {
    std::vector<bool> isLedTo(content_.nodes.size(), false);
    for (const graph::Arc& arc : forward.arcs()) isLedTo[arc.to] = true;
    for (std::uint32_t node = 0; node < forward.nodeCount(); ++node) {
      if (isLedTo[node] || forward.from(node).empty()) continue;
      std::size_t first = content_.ranks;
      for (const graph::Arc& arc : forward.from(node)) first = std::min(first, content_.nodes[arc.to].rank);
      content_.nodes[node].rank = first - 1;
    }
  }

  void addMissing() {
    for (const checks::Finding& finding : options_.findings) {
      if (finding.rule != "GAP-NO-LINK" || finding.verdict != checks::Verdict::problem) continue;
      if (finding.elements.size() < 2) continue;
      const auto a = layerOf_.find(study_.find(KindId::track, finding.elements[0]));
      const auto b = layerOf_.find(study_.find(KindId::track, finding.elements[1]));
      if (a == layerOf_.end() || b == layerOf_.end()) continue;
      content_.missing.push_back({std::min(a->second, b->second), std::max(a->second, b->second)});
    }
    std::sort(content_.missing.begin(), content_.missing.end(), [](const Missing& a, const Missing& b) {
      return std::tuple(a.upper, a.lower) < std::tuple(b.upper, b.lower);
    });
  }

  void sortNodes() {
    const auto key = [&](const Node& node) {
      const std::int64_t first = node.item->kind() == KindId::activity ? study_.times(*node.item).es : 0;
      return std::tuple(node.layer, node.rank, first, node.item->id());
    };
    std::vector<std::size_t> order(content_.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return key(content_.nodes[a]) < key(content_.nodes[b]); });
    std::vector<std::size_t> place(order.size());
    std::vector<Node> sorted;
    for (const std::size_t old : order) {
      place[old] = sorted.size();
      sorted.push_back(content_.nodes[old]);
    }
    content_.nodes = std::move(sorted);
    for (Link& link : content_.links) {
      link.from = place[link.from];
      link.to = place[link.to];
    }
  }

  const Study& study_;
  const DrawingOptions& options_;
  Content content_;
  std::map<const Item*, std::size_t> layerOf_;
  std::map<const Item*, std::size_t> places_;
};

}  // namespace

Content contentOf(const Study& study, const DrawingOptions& options) { return Collector(study, options).collect(); }

}  // namespace trackloom::scene::link_map
