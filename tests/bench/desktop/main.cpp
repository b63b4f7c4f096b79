// Measures what the desktop promises about speed: starting from outside, working inside. Needs a display.

#include "start.h"
#include "window.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

using namespace trackloom::bench;

namespace {

const std::string programs = std::string(TRACKLOOM_BINARY_DIR) + "/bin/";

std::string outputOf(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  char buffer[1 << 16];
  for (std::size_t got; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, got);
  if (pclose(pipe) != 0) throw std::runtime_error(command + " failed");
  return out;
}

void line(const std::string& what, double ours, double reference, double promised) {
  std::printf("| %-72s | %9.1f | %9.1f | %6.2f | %6.1f | %s |\n", what.c_str(), ours, reference, ours / reference,
              promised, ours / reference <= promised ? "yes" : "NO");
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Medians of several starts, taken in turns; what the first start leaves in caches, all others find.
std::vector<Start> starts(const std::vector<std::pair<std::vector<std::string>, Middle>>& commands) {
  constexpr int repetitions = 5;
  std::vector<std::vector<Start>> seen(commands.size());
  for (int i = 0; i <= repetitions; ++i)
    for (std::size_t c = 0; c < commands.size(); ++c) {
      const Start start = watchStart(commands[c].first, commands[c].second);
      if (i > 0) seen[c].push_back(start);
    }
  std::vector<Start> medians;
  for (const auto& all : seen) {
    const auto of = [&](double Start::*what) {
      std::vector<double> values;
      for (const Start& start : all) values.push_back(start.*what);
      return median(values);
    };
    medians.push_back({of(&Start::usable), of(&Start::complete), of(&Start::processor)});
  }
  return medians;
}

std::string generated(const std::filesystem::path& folder, int activities) {
  const std::string path = folder / (std::to_string(activities) + ".trackloom");
  std::ofstream(path) << outputOf(programs + "trackloom-generate --activities " + std::to_string(activities) +
                                  " --dependencies " + std::to_string(activities * 3) + " --transfers " +
                                  std::to_string(activities / 2) + " --actors " + std::to_string(activities / 5) +
                                  " --seed 1");
  return path;
}

std::map<std::string, double> measuredInside(const std::string& self, const std::string& plan) {
  std::istringstream lines(outputOf("'" + self + "' window '" + plan + "'"));
  std::map<std::string, double> values;
  for (std::string text; std::getline(lines, text);)
    if (const std::size_t tab = text.find('\t'); tab != std::string::npos)
      values[text.substr(0, tab)] = std::stod(text.substr(tab + 1));
  return values;
}

void printStarts(const std::string& yemen, const std::string& many) {
  const std::vector<Start> seen = starts({{{programs + "trackloom-bench-empty-window"}, Middle::anything},
                                          {{programs + "trackloom", yemen}, Middle::drawing},
                                          {{programs + "trackloom", many}, Middle::drawing}});
  line("window usable after start, Yemen plan / an empty window", seen[1].usable, seen[0].usable, 700 / seen[0].usable);
  line("the same in processor time", seen[1].processor, seen[0].processor, 700 / seen[0].processor);
  line("board with its findings after start, Yemen plan / 0.7 s", seen[1].complete, 700, 1);
  line("window usable after start, 10,000 activities / 2 s", seen[2].usable, 2000, 1);
  line("the same in processor time", seen[2].processor, 2000, 1);
  line("board with its findings after start, 10,000 activities / 2 s", seen[2].complete, 2000, 1);
}

void printInside(const std::map<std::string, double>& seen) {
  for (const std::string frame : {"panning, whole", "panning down, near", "panning across, near", "zooming"}) {
    line(frame + ": frame, median / 16 ms", seen.at(frame + " median"), 16, 1);
    line(frame + ": frame, 99 of 100 / 33 ms", seen.at(frame + " p99"), 33, 1);
  }
  for (const std::string edit : {"title", "put off", "hand-over"}) {
    line(edit + ": edit to repainted board / 50 ms", seen.at(edit + " board"), 50, 1);
    line(edit + ": edit to fresh findings / 150 ms", seen.at(edit + " findings"), 150, 1);
    line(edit + ": processor time until then, all threads / 150 ms", seen.at(edit + " processor"), 150, 1);
  }
  line("memory after opening, MB / 400", seen.at("memory opened"), 400, 1);
  line("memory after 1,000 edits, at most ever, MB / 400", seen.at("memory at most"), 400, 1);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "window") return workInWindow(argv[2]);
  std::setvbuf(stdout, nullptr, _IOLBF, 1 << 12);
  const auto folder = std::filesystem::temp_directory_path() / "trackloom-bench-desktop";
  std::filesystem::create_directories(folder);
  const std::string yemen = folder / "yemen-2011.trackloom";
  std::filesystem::copy_file(std::string(TRACKLOOM_SOURCE_DIR) + "/templates/examples/yemen-2011.trackloom", yemen,
                             std::filesystem::copy_options::overwrite_existing);
  const std::string many = generated(folder, 10000);
  std::printf(
      "| the desktop (10,000 activities, 30,000 dependencies, 2,000 actors)       | ms        | reference | ratio  | "
      "at most | kept |\n|---|---|---|---|---|---|\n");
  printStarts(yemen, many);
  printInside(measuredInside(argv[0], many));
  std::filesystem::remove_all(folder);
}
