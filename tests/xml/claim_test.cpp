#include "xml/claim.h"

#include <filesystem>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace trackloom;

namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("trackloom-claims-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const char* name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("a claim is held until it ends, and leaves nothing behind") {
  const Folder folder;
  const std::string place = folder / "journal";
  CHECK_FALSE(Claim::isHeld(place, "plan"));
  {
    const Claim first(place, "plan");
    CHECK_FALSE(first.isTaken());
    CHECK(Claim::isHeld(place, "plan"));
    CHECK_FALSE(Claim::isHeld(place, "another"));
    const Claim second(place, "plan");
    CHECK(second.isTaken());
  }
  CHECK_FALSE(Claim::isHeld(place, "plan"));
  CHECK(fs::is_empty(place));
  const Claim nowhere("", "plan");
  CHECK_FALSE(nowhere.isTaken());
}
