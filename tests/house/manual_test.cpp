#include "support/golden.h"

#include <cstdio>
#include <string>

#include <catch2/catch.hpp>

// The manual shows what the program answers; here it is made to be true.

namespace {

std::string answer(const std::string& arguments) {
  std::string out;
  const std::string command =
      "cd '" TRACKLOOM_SOURCE_DIR "' && '" TRACKLOOM_BINARY_DIR "/bin/trackloom-cli' " + arguments + " 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe);
  char buffer[4096];
  for (std::size_t got; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, got);
  pclose(pipe);
  return out;
}

}  // namespace

TEST_CASE("the first plan of the manual is answered as the manual says") {
  checkGolden("docs/manual/first-plan.txt", answer("check docs/manual/first-plan.trackloom"));
  checkGolden("docs/manual/first-plan-linked.txt", answer("check docs/manual/first-plan-linked.trackloom"));
  CHECK(answer("validate docs/manual/first-plan.trackloom").find("all of it was read") != std::string::npos);
}

TEST_CASE("the network of the Tunisian example is as the manual shows it") {
  const std::string plan = "templates/examples/tunisia-2013.trackloom";
  checkGolden("docs/manual/tunisia-network.txt", answer("network " + plan));
  checkGolden("docs/manual/tunisia-network-team.txt", answer("network " + plan + " --what transfers --audience team"));
  checkGolden("docs/manual/tunisia-paths.txt", answer("paths " + plan + " t3 t1"));
  checkGolden("docs/manual/tunisia-impact.txt", answer("impact " + plan + " quartet"));
}

TEST_CASE("the picture in the README is the timeline the program draws") {
  checkGolden("docs/images/tunisia-2013-timeline.svg",
              answer("export templates/examples/tunisia-2013.trackloom --as-of 2013-12-01 --to timeline.svg"));
}
