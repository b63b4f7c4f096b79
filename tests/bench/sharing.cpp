#include "sharing.h"

#include "drawings.h"
#include "plan/edits.h"
#include "sharing/merge.h"
#include "xml/read.h"
#include "xml/write.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>

#include <benchmark/benchmark.h>

namespace trackloom::bench {
namespace {

Plan generated(int activities) {
  const std::string n = std::to_string(activities), links = std::to_string(activities * 3),
                    handOvers = std::to_string(activities / 2), actors = std::to_string(activities / 5);
  return *xml::read(outputOf(std::string(TRACKLOOM_BINARY_DIR) + "/bin/trackloom-generate --activities " + n +
                             " --dependencies " + links + " --transfers " + handOvers + " --actors " + actors +
                             " --seed 1"))
              .plan;
}

/// Every so-manieth activity with another value in a field, a hundred new links, some activities gone with theirs.
struct Work {
  std::size_t step;
  std::size_t first;
  FieldNumber field;
  Value value;
};

Plan worked(const Plan& plan, const Work& work) {
  std::vector<Change> changes;
  const auto activities = plan.all(KindId::activity);
  for (std::size_t i = work.first; i < activities.size(); i += work.step) {
    Element after = *activities[i];
    after.set(work.field, work.value);
    changes.push_back({activities[i], std::make_shared<const Element>(std::move(after))});
  }
  for (std::size_t i = 0; i < 100; ++i) {
    const ElementId from = activities[(i * 31 + work.first) % activities.size()]->id();
    const ElementId to = activities[(i * 17 + work.step) % activities.size()]->id();
    Element link(KindId::dependency, ElementId::derivedFrom(from.str() + to.str()));
    link.set(key::linkFrom, from).set(key::linkTo, to);
    changes.push_back({nullptr, std::make_shared<const Element>(std::move(link))});
  }
  const Plan changed = plan.with(changes);
  std::vector<ElementId> gone;
  for (std::size_t i = work.first + 1; i < activities.size(); i += activities.size() / 10)
    gone.push_back(activities[i]->id());
  return apply(changed, removeWithLinks(changed, gone));
}

/// Three versions as they are read from files: nothing in them is shared.
struct Versions {
  std::string folder;
  Plan base;
  Plan ours;
  Plan theirs;

  explicit Versions(int activities)
      : folder(std::string(TRACKLOOM_BINARY_DIR) + "/bench-merge-" + std::to_string(activities)) {
    const Plan plan = generated(activities);
    base = *xml::read(filed("base", plan)).plan;
    ours = *xml::read(filed("ours", worked(plan, {50, 3, "venue", Text("Geneva")}))).plan;
    theirs = *xml::read(filed("theirs", worked(plan, {70, 8, "outputs", Text("A list of names")}))).plan;
  }
  std::string filed(const char* name, const Plan& plan) const {
    const std::string text = xml::write(plan);
    std::ofstream(folder + "-" + name, std::ios::binary) << text;
    return text;
  }
};

void comparePlans(benchmark::State& state, const Versions& versions) {
  for (auto _ : state) benchmark::DoNotOptimize(diff(versions.base, versions.ours));
}

void mergeThree(benchmark::State& state, const Versions& versions) {
  for (auto _ : state) benchmark::DoNotOptimize(sharing::mergePlans(versions.base, versions.ours, versions.theirs));
}

std::string gitCommand(const Versions& versions) {
  return "git merge-file -p " + versions.folder + "-ours " + versions.folder + "-base " + versions.folder + "-theirs";
}

void mergeFiles(benchmark::State& state, const Versions& versions) {
  for (auto _ : state)
    if (std::system((gitCommand(versions) + " >/dev/null 2>&1").c_str()) < 0) state.SkipWithError("git does not run");
}

/// References to what is not there, in a file that git merged.
std::size_t dangling(const Plan& plan) {
  std::size_t count = 0;
  for (const ElementPtr& link : plan.all(KindId::dependency))
    count += (plan.find(link->ref(key::linkFrom)) ? 0 : 1) + (plan.find(link->ref(key::linkTo)) ? 0 : 1);
  return count;
}

void printConflicts(const Versions& versions) {
  const std::string text = outputOf(gitCommand(versions) + " 2>/dev/null");
  std::size_t conflicts = 0;
  for (std::size_t at = text.find("<<<<<<<"); at != std::string::npos; at = text.find("<<<<<<<", at + 1)) ++conflicts;
  const sharing::Merge merge = sharing::mergePlans(versions.base, versions.ours, versions.theirs);
  const auto reading = xml::read(text);
  std::printf("conflicts: %zu here, %zu of git; links to nothing: %zu here, ", merge.conflicts.size(), conflicts,
              dangling(merge.plan));
  if (reading.plan) {
    std::printf("%zu of git\n", dangling(*reading.plan));
  } else {
    std::printf("git's file is no plan any more\n");
  }
}

using Measure = void (*)(benchmark::State&, const Versions&);

void measure(const std::string& name, Measure how, const Versions& versions) {
  benchmark::RegisterBenchmark(name.c_str(), [how, &versions](benchmark::State& state) { how(state, versions); })
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime()
      ->Repetitions(5)
      ->ReportAggregatesOnly();
}

}  // namespace

std::size_t registerSharing() {
  static const Versions small(10'000);
  static const Versions large(100'000);
  measure("diff/10000", comparePlans, small);
  measure("merge/10000", mergeThree, small);
  measure("git-merge-file/10000", mergeFiles, small);
  measure("diff/100000", comparePlans, large);
  measure("merge/100000", mergeThree, large);
  printConflicts(small);
  return 5;
}

void printSharing(const std::map<std::string, double>& ms) {
  line("diff of two plans / `git merge-file` of the same", ms.at("diff/10000"), ms.at("git-merge-file/10000"), 1);
  line("three-way merge / `git merge-file` of the same", ms.at("merge/10000"), ms.at("git-merge-file/10000"), 1);
  line("diff, 100,000 activities / 10,000", ms.at("diff/100000"), ms.at("diff/10000"), 13);
  line("three-way merge, 100,000 activities / 10,000", ms.at("merge/100000"), ms.at("merge/10000"), 13);
}

}  // namespace trackloom::bench
