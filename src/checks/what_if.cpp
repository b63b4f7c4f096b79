#include "checks/what_if.h"

#include <algorithm>

namespace trackloom::checks {

Network supposing(Network net, const Schedule& now, const WhatIf& whatIf) {
  for (const WhatIf::Slip& slip : whatIf.slips) {
    Task& task = net.tasks[slip.activity];
    const Times& times = now.times[slip.activity];
    task.supposed = (task.progress == Progress::ongoing ? times.ef : times.es) + slip.days;
  }
  for (const std::uint32_t activity : whatIf.droppedActivities) net.tasks[activity].progress = Progress::leftOut;
  std::vector<std::uint32_t> links = whatIf.droppedLinks;
  std::sort(links.begin(), links.end());
  std::erase_if(net.arcs, [&](const Arc& arc) {
    return net.tasks[arc.from].progress == Progress::leftOut || net.tasks[arc.to].progress == Progress::leftOut ||
           std::binary_search(links.begin(), links.end(), arc.link);
  });
  indexArcs(net);
  return net;
}

}  // namespace trackloom::checks
