#define CATCH_CONFIG_RUNNER
#include "desktop/running.h"

#include <algorithm>
#include <string_view>

#include <catch2/catch.hpp>

int main(int argc, char** argv) {
  const bool listing = std::any_of(argv, argv + argc, [](std::string_view word) { return word.starts_with("--list"); });
  if (listing) return Catch::Session().run(argc, argv);
  return trackloom::desktop::test::withWindows([&] { return Catch::Session().run(argc, argv); });
}
