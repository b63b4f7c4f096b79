#include "checks/onward.h"

#include "checks/rules/reads.h"

namespace trackloom::checks {
namespace {

class Places {
 public:
  explicit Places(const Study& study)
      : study_(study),
        activities_(static_cast<std::uint32_t>(study.all(KindId::activity).size())),
        bodies_(static_cast<std::uint32_t>(study.all(KindId::body).size())) {}

  std::uint32_t handedTo(const Item& body) const { return activities_ + body.number(); }
  std::uint32_t handsOn(const Item& body) const { return activities_ + bodies_ + body.number(); }
  bool leads(const Item& activity) const { return study_.progress(activity) != Progress::leftOut; }

  /// Adds what links of a kind lead from and to, where both ends are places.
  void add(const Item& link, std::vector<graph::Arc>& arcs) const {
    const auto& [from, to] = study_.ends(link.kind())[link.number()];
    if (!isPlace(from) || !isPlace(to)) return;
    arcs.push_back({from->kind() == KindId::body ? handsOn(*from) : from->number(),
                    to->kind() == KindId::body ? handedTo(*to) : to->number(), 0});
  }

  Ways ways(std::vector<graph::Arc> arcs) const {
    graph::Digraph onward(activities_ + 2 * bodies_, std::move(arcs));
    graph::Digraph back = onward.reversed();
    return {std::move(onward), std::move(back)};
  }

 private:
  bool isPlace(const Item* item) const {
    return item && (item->kind() == KindId::body || (item->kind() == KindId::activity && leads(*item)));
  }

  const Study& study_;
  std::uint32_t activities_;
  std::uint32_t bodies_;
};

}  // namespace

Ways plannedWays(const Study& study) {
  const Places places(study);
  std::vector<graph::Arc> arcs;
  arcs.reserve(study.all(KindId::dependency).size() + std::size_t{2} * study.all(KindId::activity).size());
  for (const Item& activity : study.all(KindId::activity)) {
    const Item* body = study.target(KindId::body, activity, key::body);
    if (!body || !places.leads(activity)) continue;
    arcs.push_back({places.handedTo(*body), activity.number(), 0});
    arcs.push_back({activity.number(), places.handsOn(*body), 0});
  }
  for (const Item& dependency : study.all(KindId::dependency)) places.add(dependency, arcs);
  return places.ways(std::move(arcs));
}

Ways handedOverWays(const Study& study) {
  const Places places(study);
  std::vector<graph::Arc> arcs;
  for (const Item& transfer : study.all(KindId::transfer))
    if (!study.isRefused(transfer)) places.add(transfer, arcs);
  return places.ways(std::move(arcs));
}

void appendOnwardReads(std::vector<Reads>& reads) {
  appendProgressReads(reads);
  appendReads(reads, KindId::activity, {"body"});
  appendReads(reads, KindId::dependency, {"from", "to"});
}

}  // namespace trackloom::checks
