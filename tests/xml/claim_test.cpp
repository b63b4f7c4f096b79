#include "xml/claim.h"

#include "support/folder.h"

using namespace trackloom;
using trackloom::test::Folder;
namespace fs = std::filesystem;

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
  {
    const Claim second = Claim::beside(place, "plan");
    const Claim third = Claim::beside(place, "plan");
    CHECK_FALSE(Claim::isHeld(place, "plan"));
    CHECK(Claim::isHeldByAny(place, "plan"));
  }
  CHECK_FALSE(Claim::isHeldByAny(place, "plan"));
  CHECK(fs::is_empty(place));
  const Claim nowhere("", "plan");
  CHECK_FALSE(nowhere.isTaken());
}
