// Measures what Trackloom promises about speed, each beside a reference in the same run, and prints the table of
// docs/performance.md.

#include "checks/live_findings.h"
#include "drawings.h"
#include "graph/centrality.h"
#include "plan/history.h"
#include "process/memory.h"
#include "sharing.h"
#include "xml/read.h"
#include "xml/write.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <sstream>
#include <string>

#include <benchmark/benchmark.h>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <pugixml.hpp>

using namespace trackloom;

namespace trackloom::bench {

std::string outputOf(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  char buffer[1 << 16];
  for (std::size_t got; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, got);
  pclose(pipe);
  return out;
}

void line(const char* what, double ours, double reference, double promised) {
  std::printf("| %-58s | %9.3f | %9.3f | %6.2f | %6.1f | %s |\n", what, ours, reference, ours / reference, promised,
              ours / reference <= promised ? "yes" : "NO");
}

}  // namespace trackloom::bench

using trackloom::bench::line;
using trackloom::bench::outputOf;

namespace {

const Day asOf = *parseDay("2024-06-01");

/// A generated plan of so many activities in every form that is measured.
struct Sample {
  std::string bytes;
  Plan plan;
  pugi::xml_document tree;
  checks::Network network;

  explicit Sample(int activities) {
    const std::string n = std::to_string(activities), n3 = std::to_string(activities * 3),
                      n2 = std::to_string(activities / 2), n5 = std::to_string(activities / 5);
    bytes = outputOf(std::string(TRACKLOOM_BINARY_DIR) + "/bin/trackloom-generate --activities " + n +
                     " --dependencies " + n3 + " --transfers " + n2 + " --actors " + n5 + " --seed 1");
    plan = *xml::read(bytes).plan;
    tree.load_buffer(bytes.data(), bytes.size());
    network = checks::network(plan, StatesOnDay(plan, asOf));
  }
};

struct CountingWriter : pugi::xml_writer {
  std::size_t bytes = 0;
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

void parseReference(benchmark::State& state, const Sample& sample) {
  for (auto _ : state) {
    pugi::xml_document document;
    benchmark::DoNotOptimize(document.load_buffer(sample.bytes.data(), sample.bytes.size()));
  }
}

void readPlan(benchmark::State& state, const Sample& sample) {
  for (auto _ : state) benchmark::DoNotOptimize(xml::read(sample.bytes));
}

void saveReference(benchmark::State& state, const Sample& sample) {
  for (auto _ : state) {
    CountingWriter writer;
    sample.tree.save(writer, "  ");
    benchmark::DoNotOptimize(writer.text.data());
  }
}

void writePlan(benchmark::State& state, const Sample& sample) {
  for (auto _ : state) benchmark::DoNotOptimize(xml::write(sample.plan));
}

/// Nothing but a forward and a backward pass over arrays in a given order: finish-start links, no facts, no kinds.
void passesReference(benchmark::State& state, const Sample& sample) {
  const checks::Network& net = sample.network;
  const checks::Schedule known = checks::schedule(net);
  for (auto _ : state) {
    std::vector<std::int64_t> es(net.tasks.size(), 0), lf(net.tasks.size());
    std::int64_t end = 0;
    for (const std::uint32_t i : known.order) {
      const std::int64_t finish = es[i] + net.tasks[i].duration;
      end = std::max(end, finish);
      for (std::uint32_t a = net.firstArc[i]; a < net.firstArc[i + 1]; ++a)
        es[net.arcs[a].to] = std::max(es[net.arcs[a].to], finish + net.arcs[a].lag);
    }
    for (auto at = known.order.rbegin(); at != known.order.rend(); ++at) {
      std::int64_t latest = end;
      for (std::uint32_t a = net.firstArc[*at]; a < net.firstArc[*at + 1]; ++a)
        latest = std::min(latest, lf[net.arcs[a].to] - net.tasks[net.arcs[a].to].duration - net.arcs[a].lag);
      lf[*at] = latest;
    }
    benchmark::DoNotOptimize(es.data());
    benchmark::DoNotOptimize(lf.data());
  }
}

void scheduleNetwork(benchmark::State& state, const Sample& sample) {
  for (auto _ : state) benchmark::DoNotOptimize(checks::schedule(sample.network));
}

void checkPlan(benchmark::State& state, const Sample& sample) {
  for (auto _ : state) {
    const checks::Study study(sample.plan, asOf);
    benchmark::DoNotOptimize(checks::check(study));
  }
}

using Edited = Plan (*)(const Plan&);

Element middle(const Plan& plan, KindId kind) { return *plan.all(kind)[plan.all(kind).size() / 2]; }

Plan retitled(const Plan& plan) {
  return plan.with(middle(plan, KindId::activity).set(key::title, Text("Another title")));
}
Plan postponed(const Plan& plan) {
  return plan.with(middle(plan, KindId::activity).set(key::plannedFinish, *Date::parse("2024-09-30")));
}
Plan carriedByAnother(const Plan& plan) {
  return plan.with(middle(plan, KindId::transfer).set(key::carrier, plan.all(KindId::actor)[7]->id()));
}
Plan withHandOver(const Plan& plan) {
  return plan.with(middle(plan, KindId::transfer).withId(*ElementId::parse("added")));
}

/// An edit of one element and its undoing, in turn: the findings after each.
template <Edited edit>
void followEdit(benchmark::State& state, const Sample& sample) {
  const Plan plans[] = {edit(sample.plan), sample.plan};
  checks::LiveFindings live(sample.plan, asOf);
  std::size_t next = 0;
  for (auto _ : state) live.follow(plans[next++ % 2]);
}

void undoOnce(benchmark::State& state, const Sample& sample) {
  Document document(sample.plan);
  const auto links = sample.plan.all(KindId::dependency);
  document.perform(setField(sample.plan, links[links.size() / 2]->id(), key::lag.number, Integer{7}));
  for (auto _ : state) {
    document.undo();
    state.PauseTiming();
    document.redo();
    state.ResumeTiming();
  }
}

/// 5,000 nodes with 25,000 edges at random.
std::vector<graph::Edge> manyEdges() {
  std::mt19937 random(1);
  std::vector<graph::Edge> edges;
  while (edges.size() < 25'000)
    edges.push_back({static_cast<std::uint32_t>(random() % 5'000), static_cast<std::uint32_t>(random() % 5'000)});
  return graph::simpleEdges(5'000, edges);
}

void betweennessReference(benchmark::State& state) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> g(5'000);
  for (const graph::Edge& edge : manyEdges()) boost::add_edge(edge.a, edge.b, g);
  std::vector<double> between(5'000);
  for (auto _ : state) {
    boost::brandes_betweenness_centrality(
        g, boost::make_iterator_property_map(between.begin(), boost::get(boost::vertex_index, g)));
    benchmark::DoNotOptimize(between.data());
  }
}

void betweenness(benchmark::State& state) {
  const graph::Adjacency graph(5'000, manyEdges());
  for (auto _ : state) benchmark::DoNotOptimize(graph::centrality(graph));
}

using Measure = void (*)(benchmark::State&, const Sample&);
struct Row {
  const char* name;
  Measure measure;
};
/// Each behind what it is compared with: memory that others used and gave back makes what comes later slower.
constexpr Row measures[] = {{"parse", parseReference},
                            {"read", readPlan},
                            {"check", checkPlan},
                            {"retitled", followEdit<retitled>},
                            {"carrier", followEdit<carriedByAnother>},
                            {"hand-over", followEdit<withHandOver>},
                            {"postponed", followEdit<postponed>},
                            {"save", saveReference},
                            {"write", writePlan},
                            {"passes", passesReference},
                            {"schedule", scheduleNetwork},
                            {"undo", undoOnce}};

/// Keeps the median of each measure, in milliseconds.
class Medians : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs)
      if (run.aggregate_name == "median") values[run.run_name.function_name] = run.GetAdjustedRealTime();
  }
  std::map<std::string, double> values;
};

void printTable(const std::map<std::string, double>& ms) {
  const auto at = [&](const char* name, const char* size) { return ms.at(std::string(name) + "/" + size); };
  std::printf(
      "\n| what (10,000 activities, 30,000 dependencies, 2,000 actors)   | ms        | reference | ratio  | at most | "
      "kept |\n|---|---|---|---|---|---|\n");
  line("read a plan / pugixml's parse", at("read", "10000"), at("parse", "10000"), 4);
  line("write a plan / pugixml's indented save", at("write", "10000"), at("save", "10000"), 1.5);
  line("schedule, network built / two passes over arrays", at("schedule", "10000"), at("passes", "10000"), 10);
  line("whole check / reading", at("check", "10000"), at("read", "10000"), 2);
  line("findings after a title is changed / whole check", at("retitled", "10000"), at("check", "10000"), 0.2);
  line("findings after a carrier is changed / whole check", at("carrier", "10000"), at("check", "10000"), 0.2);
  line("findings after a hand-over is added / whole check", at("hand-over", "10000"), at("check", "10000"), 0.2);
  line("findings after an activity is put off / whole check", at("postponed", "10000"), at("check", "10000"), 0.2);
  line("one undo / a millisecond", at("undo", "10000"), 1.0, 1);
  line("betweenness and closeness / Boost's Brandes, 5,000 nodes", ms.at("betweenness"), ms.at("brandes"), 1 / 1.5);
  line("read, 100,000 activities / 10,000", at("read", "100000"), at("read", "10000"), 13);
  line("write, 100,000 activities / 10,000", at("write", "100000"), at("write", "10000"), 13);
  line("schedule, 100,000 activities / 10,000", at("schedule", "100000"), at("schedule", "10000"), 20);
  line("whole check, 100,000 activities / 10,000", at("check", "100000"), at("check", "10000"), 20);
  line("one undo, 100,000 activities / 10,000", at("undo", "100000"), at("undo", "10000"), 20);
  bench::printDrawings(ms);
  bench::printSharing(ms);
}

}  // namespace

int main(int argc, char** argv) {
  keepFreedMemory();
  benchmark::Initialize(&argc, argv);
  std::vector<std::unique_ptr<Sample>> samples;
  for (const int size : {10000, 100000}) {
    samples.push_back(std::make_unique<Sample>(size));
    for (const Row& row : measures) {
      const Sample& sample = *samples.back();
      benchmark::RegisterBenchmark((std::string(row.name) + "/" + std::to_string(size)).c_str(),
                                   [&sample, &row](benchmark::State& state) { row.measure(state, sample); })
          ->Unit(benchmark::kMillisecond)
          ->Repetitions(5)
          ->MinTime(0.2)
          ->ReportAggregatesOnly();
    }
  }
  using GraphRow = std::pair<const char*, void (*)(benchmark::State&)>;
  for (const auto& [name, measure] : {GraphRow("brandes", betweennessReference), GraphRow("betweenness", betweenness)})
    benchmark::RegisterBenchmark(name, measure)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime()
        ->Repetitions(5)
        ->ReportAggregatesOnly();
  bench::registerDrawings();
  const std::size_t others = 7 + bench::registerSharing();  // two of graphs, five of drawings
  Medians medians;
  benchmark::RunSpecifiedBenchmarks(&medians);
  if (medians.values.size() == samples.size() * std::size(measures) + others) printTable(medians.values);
}
