#include "checks/onward.h"

#include "checks/rules/reads.h"

namespace trackloom::checks {

Onward onward(const Study& study) {
  const auto activities = static_cast<std::uint32_t>(study.all(KindId::activity).size());
  const auto bodies = static_cast<std::uint32_t>(study.all(KindId::body).size());
  std::vector<graph::Arc> arcs;
  arcs.reserve(study.all(KindId::dependency).size() + study.all(KindId::transfer).size() + std::size_t{2} * activities);
  const auto placeOf = [&](const Item* item, std::uint32_t bodiesFrom) -> std::optional<std::uint32_t> {
    if (item && item->kind() == KindId::body) return bodiesFrom + item->number();
    if (!item || item->kind() != KindId::activity || study.progress(*item) == Progress::leftOut) return std::nullopt;
    return item->number();
  };
  for (const Item& activity : study.all(KindId::activity)) {
    const Item* body = study.target(KindId::body, activity, key::body);
    if (!body || study.progress(activity) == Progress::leftOut) continue;
    arcs.push_back({activities + body->number(), activity.number(), 0});
    arcs.push_back({activity.number(), activities + bodies + body->number(), 0});
  }
  for (const KindId kind : {KindId::dependency, KindId::transfer}) {
    for (const Item& link : study.all(kind)) {
      if (kind == KindId::transfer && study.isRefused(link)) continue;
      const auto from = placeOf(study.ends(kind)[link.number()].from, activities + bodies);
      const auto to = placeOf(study.ends(kind)[link.number()].to, activities);
      if (from && to) arcs.push_back({*from, *to, 0});
    }
  }
  graph::Digraph forward(activities + 2 * bodies, std::move(arcs));
  graph::Digraph back = forward.reversed();
  return {std::move(forward), std::move(back)};
}

void appendOnwardReads(std::vector<Reads>& reads) {
  appendProgressReads(reads);
  appendTransferReads(reads);
  appendReads(reads, KindId::activity, {"body"});
  appendReads(reads, KindId::dependency, {"from", "to"});
}

}  // namespace trackloom::checks
