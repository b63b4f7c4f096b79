#include "desktop/presenters/plan_file.h"
#include "desktop/presenters/sample.h"
#include "sharing/traces.h"
#include "support/folder.h"
#include "xml/disk_files.h"
#include "xml/write.h"

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;
using trackloom::test::Folder;

namespace {

Plan renamed(const Plan& plan, const char* title) {
  return apply(plan, setField(plan, id("v1"), "title", Text(title)));
}

}  // namespace

TEST_CASE("two windows on one plan keep aside what is done in each, and neither offers what the other works on") {
  const Folder folder;
  const std::string journal = folder / "journal";
  const std::string path = folder / "a.trackloom";
  DiskFiles files;
  files.create(path, xml::write(smallPlan()), nullptr);
  {
    PlanFile first(files, journal, journal);
    const Plan plan = first.open(path).plan;
    first.claim("unsaved-first");
    PlanFile second(files, journal, journal);
    second.open(path);
    CHECK(second.isOpenElsewhere());
    second.claim("unsaved-second");
    first.keepAside(renamed(plan, "In the first"));
    second.keepAside(renamed(plan, "In the second"));
    CHECK(leftWork(files, journal).empty());
    SECTION("both are there when both end without saving") {}
    SECTION("what is saved in one takes nothing from the other") {
      first.save(renamed(plan, "In the first"), path);
      const JournalEntry left = Journal(files, journal).list().front();
      CHECK(left.content.find("In the second") != std::string::npos);
      first.keepAside(renamed(plan, "In the first"));
    }
  }
  const auto left = leftWork(files, journal);
  REQUIRE(left.size() == 2);
  CHECK((left[0].entry.content + left[1].entry.content).find("In the first") != std::string::npos);
  CHECK((left[0].entry.content + left[1].entry.content).find("In the second") != std::string::npos);
}

TEST_CASE("a plan is open as long as any window works on it, whichever came first") {
  const Folder folder;
  const sharing::TracePlaces places{folder / "journal", {}, {}};
  const std::string path = folder / "a.trackloom";
  DiskFiles files;
  files.create(path, xml::write(smallPlan()), nullptr);
  const auto opened = [&](const char* apart) {
    auto window = std::make_unique<PlanFile>(files, places.journal, places.journal);
    window->open(path);
    window->claim(apart);
    return window;
  };
  auto first = opened("unsaved-first");
  auto second = opened("unsaved-second");
  first.reset();
  CHECK(sharing::isOpenInWindow(files, path, places));
  second->begin("unsaved-third");
  CHECK_FALSE(sharing::isOpenInWindow(files, path, places));
}
