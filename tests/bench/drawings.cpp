#include "drawings.h"

#include "render/svg.h"
#include "scene/drawings.h"
#include "xml/read.h"

#include <cstdlib>
#include <fstream>
#include <memory>

#include <benchmark/benchmark.h>

namespace trackloom::bench {
namespace {

const Day asOf = *parseDay("2024-06-01");

Plan generated(const std::string& options) {
  return *xml::read(outputOf(std::string(TRACKLOOM_BINARY_DIR) + "/bin/trackloom-generate " + options)).plan;
}

Plan planOf(int activities) {
  return generated("--activities " + std::to_string(activities) + " --dependencies " + std::to_string(activities * 3) +
                   " --transfers " + std::to_string(activities / 2) + " --actors " + std::to_string(activities / 5) +
                   " --seed 1");
}

void drawSvg(benchmark::State& state, const char* drawing, const Plan& plan) {
  const checks::Study study(plan, asOf);
  study.schedule();
  scene::DrawingOptions options;
  options.view = scene::View::team;
  for (auto _ : state) benchmark::DoNotOptimize(render::svg(scene::findDrawing(drawing)->draw(study, options)));
}

/// The activities and dependencies, or the actors and relations, as Graphviz reads them.
std::string graphFile(const Plan& plan, KindId nodes, KindId links) {
  const std::string path = std::string(TRACKLOOM_BINARY_DIR) + "/bench-" + std::string(kindOf(nodes).name) + ".gv";
  std::ofstream out(path);
  out << "digraph {\n";
  for (const ElementPtr& node : plan.all(nodes)) out << '"' << node->id().text() << "\"\n";
  for (const ElementPtr& link : plan.all(links))
    out << '"' << link->ref(key::linkFrom).text() << "\" -> \"" << link->ref(key::linkTo).text() << "\"\n";
  out << "}\n";
  return path;
}

void runProgram(benchmark::State& state, const std::string& command) {
  for (auto _ : state)
    if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) state.SkipWithError("the program failed");
}

/// 500 actors with 1,000 relations between them.
Plan actorsPlan() {
  Plan plan = generated("--activities 10 --dependencies 10 --transfers 0 --actors 500 --seed 1");
  const auto actors = plan.all(KindId::actor);
  std::vector<Change> changes;
  std::uint32_t random = 1;
  const auto next = [&] { return (random = random * 1664525U + 1013904223U) >> 8U; };
  for (int i = 0; i < 1000; ++i) {
    Element relation(KindId::relation, *ElementId::parse("bench" + std::to_string(i)));
    relation.set(key::linkFrom, Ref(actors[next() % actors.size()]->id()));
    relation.set(key::linkTo, Ref(actors[next() % actors.size()]->id()));
    changes.push_back({nullptr, std::make_shared<const Element>(std::move(relation))});
  }
  return plan.with(changes);
}

template <class Run>
void add(const char* name, Run run) {
  benchmark::RegisterBenchmark(name, run)
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime()
      ->Repetitions(5)
      ->ReportAggregatesOnly();
}

}  // namespace

void registerDrawings() {
  const auto thousand = std::make_shared<const Plan>(planOf(1000));
  const auto tenThousand = std::make_shared<const Plan>(planOf(10000));
  const auto actors = std::make_shared<const Plan>(actorsPlan());
  const std::string activityGraph = graphFile(*thousand, KindId::activity, KindId::dependency);
  const std::string actorGraph = graphFile(*actors, KindId::actor, KindId::relation);
  add("timeline-1000", [=](benchmark::State& state) { drawSvg(state, "timeline", *thousand); });
  add("timeline-10000", [=](benchmark::State& state) { drawSvg(state, "timeline", *tenThousand); });
  add("actor-map", [=](benchmark::State& state) { drawSvg(state, "actor-map", *actors); });
  add("dot", [=](benchmark::State& state) { runProgram(state, "dot -Tsvg '" + activityGraph + "'"); });
  add("sfdp", [=](benchmark::State& state) { runProgram(state, "sfdp -Tsvg '" + actorGraph + "'"); });
}

void printDrawings(const std::map<std::string, double>& ms) {
  const auto at = [&](const char* name) {
    for (const auto& [key, value] : ms)
      if (key == name) return value;
    return 0.0;
  };
  line("timeline of 1,000 activities as SVG / dot -Tsvg", at("timeline-1000"), at("dot"), 1.0 / 40);
  line("timeline as SVG, 10,000 activities / 1,000", at("timeline-10000"), at("timeline-1000"), 14);
  line("actor map of 500 actors as SVG / sfdp -Tsvg", at("actor-map"), at("sfdp"), 1.1);
}

}  // namespace trackloom::bench
