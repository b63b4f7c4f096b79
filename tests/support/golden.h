#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

/// Compares text with a file of this checkout, given by its path from the top. With TRACKLOOM_APPROVE=1 in the
/// environment (`./dev approve`) the file is written instead, for a person to look at before it is committed.
inline void checkGolden(const std::string& path, const std::string& actual) {
  const std::filesystem::path file = std::filesystem::path(TRACKLOOM_SOURCE_DIR) / path;
  const char* approve = std::getenv("TRACKLOOM_APPROVE");
  if (approve && std::string(approve) == "1") {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << actual;
    return;
  }
  std::ifstream in(file, std::ios::binary);
  std::ostringstream expected;
  expected << in.rdbuf();
  INFO("golden file " << path << "; ./dev approve writes it anew");
  CHECK(actual == expected.str());
}
