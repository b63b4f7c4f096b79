#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

namespace trackloom::test {

/// Compares what was made with what a person approved in tests/data/golden. With TRACKLOOM_APPROVE=1 in the environment
/// it becomes the approved one: look at it before committing.
inline void compareWithGolden(const std::string& name, const std::string& made) {
  const auto path = std::filesystem::path(TRACKLOOM_SOURCE_DIR) / "tests/data/golden" / name;
  if (const char* approve = std::getenv("TRACKLOOM_APPROVE"); approve && std::string(approve) == "1") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << made;
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream approved;
  approved << in.rdbuf();
  std::istringstream expected(approved.str());
  std::istringstream actual(made);
  std::string expectedLine;
  std::string actualLine;
  for (int line = 1; std::getline(expected, expectedLine) && std::getline(actual, actualLine); ++line) {
    INFO(path.string() << ":" << line);
    REQUIRE(actualLine == expectedLine);
  }
  INFO(path.string() << "; run with TRACKLOOM_APPROVE=1 to approve what was made");
  REQUIRE(made == approved.str());
}

}  // namespace trackloom::test

/// The same for a file of this checkout, given by its path from the top.
inline void checkGolden(const std::string& path, const std::string& made) {
  trackloom::test::compareWithGolden("../../../" + path, made);
}
