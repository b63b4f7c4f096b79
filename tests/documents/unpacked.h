#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace trackloom::documents {

/// What a program says that is given the bytes as a file; `{}` in the command stands for the file.
inline std::string toldOf(const std::string& bytes, std::string command) {
  namespace fs = std::filesystem;
  const fs::path file = fs::temp_directory_path() / ("trackloom-told-" + std::to_string(::getpid()));
  std::ofstream(file, std::ios::binary) << bytes;
  command.replace(command.find("{}"), 2, "'" + file.string() + "'");
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe);
  std::string out;
  char buffer[65536];
  while (const std::size_t size = fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, size);
  CHECK(pclose(pipe) == 0);
  fs::remove(file);
  return out;
}

/// The content of every entry of a packed file, one behind the other; or of those with texts only.
inline std::string allEntries(const std::string& zip) { return toldOf(zip, "unzip -p {}"); }
inline std::string allTexts(const std::string& zip) { return toldOf(zip, "unzip -p {} '*.xml'"); }
/// The text of a PDF in its logical order.
inline std::string pdfText(const std::string& pdf) { return toldOf(pdf, "pdftotext {} -"); }

}  // namespace trackloom::documents
