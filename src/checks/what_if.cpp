#include "checks/what_if.h"

#include <algorithm>
#include <unordered_map>

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

Schedule scheduleBeside(const Network& network, const Schedule& all, const WhatIf& dropped) {
  const Network rest = supposing(network, all, dropped);
  Schedule schedule = checks::schedule(rest);
  std::unordered_map<std::uint32_t, std::uint32_t> placeOfLink;  // in the whole network
  for (std::uint32_t place = 0; place < network.arcs.size(); ++place)
    placeOfLink.emplace(network.arcs[place].link, place);
  const auto inWhole = [&](std::uint32_t& arc) {
    if (arc < rest.arcs.size()) arc = placeOfLink.at(rest.arcs[arc].link);
  };
  for (Times& times : schedule.times) {
    inWhole(times.drivingArc);
    inWhole(times.openArc);
  }
  std::ranges::for_each(schedule.cutArcs, inWhole);
  for (const std::uint32_t activity : dropped.droppedActivities) {
    Times& times = schedule.times[activity] = all.times[activity];
    times.totalFloat = times.freeFloat = times.slip = std::nullopt;
    times.critical = false;
  }
  return schedule;
}

}  // namespace trackloom::checks
