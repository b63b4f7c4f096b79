#pragma once

#include "support/folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using trackloom::test::Folder;

/// How a run of a program ended, and what it said.
struct Ended {
  int code = -1;  ///< below zero: killed by that signal
  std::string out;
  std::string err;
};

inline std::string fileText(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Runs a built program as people do, from the folder of the test plans, in an environment of its own.
class Program {
 public:
  explicit Program(const char* name = "trackloom-cli") : path_(std::string(TRACKLOOM_BINARY_DIR "/bin/") + name) {}

  Program& from(const std::filesystem::path& folder) {
    folder_ = folder;
    return *this;
  }
  Program& reading(std::string_view input) {
    input_ = input;
    return *this;
  }
  /// Looks for other programs in this folder only.
  Program& searching(const std::string& folder) {
    search_ = folder;
    return *this;
  }
  /// Has the user's data in this folder; without one it goes away with the run.
  Program& keepingDataIn(const std::string& folder) {
    data_ = folder;
    return *this;
  }
  /// Opens this for the standard output instead of catching it; empty: leaves it closed.
  Program& writingTo(const std::string& file) {
    output_ = file;
    return *this;
  }

  Ended run(const std::vector<std::string>& words) const {
    const Folder scratch;
    std::ofstream(scratch / "in", std::ios::binary) << input_;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, (scratch / "in").c_str(), O_RDONLY, 0);
    const std::string out = output_ == caught ? scratch / "out" : output_;
    if (out.empty()) {
      posix_spawn_file_actions_addclose(&actions, 1);
    } else {
      posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
    }
    posix_spawn_file_actions_addopen(&actions, 2, (scratch / "err").c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addchdir_np(&actions, folder_.c_str());
    const int status = spawn(words, actions, scratch);
    posix_spawn_file_actions_destroy(&actions);
    Ended ended;
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    if (output_ == caught) ended.out = fileText(out);
    ended.err = fileText(scratch / "err");
    return ended;
  }

 private:
  static constexpr const char* caught = "(caught)";

  int spawn(const std::vector<std::string>& words, posix_spawn_file_actions_t& actions, const Folder& scratch) const {
    std::vector<std::string> texts{path_};
    texts.insert(texts.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    for (std::string& text : texts) arguments.push_back(text.data());
    arguments.push_back(nullptr);
    std::string home = "HOME=" + scratch.path().string();
    std::string search = "PATH=" + search_;
    std::string data = "XDG_DATA_HOME=" + data_;
    const char* leaks = std::getenv("LSAN_OPTIONS");  // what the leak detector leaves out
    std::string known = std::string("LSAN_OPTIONS=") + (leaks ? leaks : "");
    char* environment[] = {home.data(), search.data(), data.data(), known.data(), nullptr};
    pid_t process = 0;
    REQUIRE(posix_spawn(&process, path_.c_str(), &actions, nullptr, arguments.data(), environment) == 0);
    int status = 0;
    REQUIRE(::waitpid(process, &status, 0) == process);
    return status;
  }

  std::string path_;
  std::filesystem::path folder_ = TRACKLOOM_SOURCE_DIR "/tests/data/cli";
  std::string input_;
  std::string search_ = "/usr/local/bin:/usr/bin:/bin";
  std::string output_ = caught;
  std::string data_;
};

inline Ended called(const std::vector<std::string>& words) { return Program().run(words); }
