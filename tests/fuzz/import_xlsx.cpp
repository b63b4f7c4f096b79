// Feeds the plugin that reads workbooks with damaged input, as its child process does: whatever the bytes, it hands
// over tables or says why not. Where the library that takes workbooks apart gives up with an assertion, the child
// process ends and its parent says so (`tests/cli/import_test.cpp`); here the input is given up, with the memory it
// took, so that the fuzzer goes on.

#include "plugin/trackloom_plugin.h"

#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// What stands behind the handle that the plugin carries around.
struct TrackloomJob {
  std::string_view input;
  std::size_t tables = 0;
  std::size_t cells = 0;
  bool failed = false;
};

namespace {

const char* input(TrackloomJob* job, std::size_t* size) {
  *size = job->input.size();
  return job->input.data();
}

int beginTable(TrackloomJob* job, const char*, int) { return ++job->tables <= 256; }

int putCell(TrackloomJob* job, std::size_t, std::size_t, int cell, const char* text) {
  if (job->tables == 0 || cell < TRACKLOOM_TEXT || cell > TRACKLOOM_FAILED || *text == '\0') __builtin_trap();
  return ++job->cells <= 4'000'000;
}

void note(TrackloomJob*, const char*) {}

void fail(TrackloomJob* job, const char* sentence) { job->failed = *sentence != '\0'; }

}  // namespace

namespace {

std::jmp_buf givenUp;

}  // namespace

extern "C" [[noreturn]] void __assert_fail(const char*, const char*, unsigned, const char*) noexcept {
  std::longjmp(givenUp, 1);
}

extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static TrackloomHost host{};
  static TrackloomJob job;  // outlives the jump
  host.size = sizeof host;
  host.api = TRACKLOOM_PLUGIN_API;
  host.input = input;
  host.beginTable = beginTable;
  host.putCell = putCell;
  host.note = note;
  host.fail = fail;
  job = {{reinterpret_cast<const char*>(data), size}};
  if (setjmp(givenUp) != 0) return 0;
  if (trackloom_plugin()->readTables(&host, &job) != 1 && !job.failed) __builtin_trap();
  return 0;
}
