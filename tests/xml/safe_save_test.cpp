#include "xml/safe_save.h"

#include "support/memory_files.h"
#include "xml/disk_files.h"

#include <cerrno>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::test;

namespace {

const std::string path = "/plans/peace.trackloom";
const std::string previousPath = path + "~";
const std::string older = "the plan two saves ago";
const std::string old = "the plan as it was";
const std::string fresh = "the plan as it shall be, with one more track";
const std::string next = "the plan after that";
constexpr std::int64_t hour = std::int64_t{3600} * 1'000'000'000;

/// A folder with a plan, its previous version and another file.
MemoryFiles folderWithPlan() {
  MemoryFiles files;
  files.put(path, old);
  files.put(previousPath, older);
  files.put("/plans/.peace.trackloom.notes.tmp", "not ours");
  return files;
}

void requireWhole(const MemoryFiles& files) {
  REQUIRE(files.has(path));
  REQUIRE((files.at(path) == old || files.at(path) == fresh));
  REQUIRE(files.has(previousPath));
  REQUIRE((files.at(previousPath) == older || files.at(previousPath) == old));
}

/// The next save works, and an hour later nothing that a failed one left is there any more.
void requireNextSaveWorks(MemoryFiles& files, const FileStamp& expected) {
  files.pass(hour);
  saveSafely(files, path, next, expected);
  REQUIRE(files.at(path) == next);
  REQUIRE(files.paths() == std::vector<std::string>{"/plans/.peace.trackloom.notes.tmp", path, previousPath});
}

int stepsOfOneSave() {
  MemoryFiles files = folderWithPlan();
  const FileStamp stamp = readStamped(files, path).stamp;
  files.breakAt(0, Fault::errorBefore);
  saveSafely(files, path, fresh, stamp);
  REQUIRE(files.at(path) == fresh);
  REQUIRE(files.at(previousPath) == old);
  REQUIRE(files.unflushedNames() == 0);
  return files.steps();
}

}  // namespace

TEST_CASE("A save that fails at any step leaves the old or the new plan whole") {
  const Fault fault = GENERATE(Fault::errorBefore, Fault::errorAfter);
  const int steps = stepsOfOneSave();
  REQUIRE(steps > 10);
  for (int step = 1; step <= steps; ++step) {
    INFO("step " << step);
    MemoryFiles files = folderWithPlan();
    FileStamp known = readStamped(files, path).stamp;
    files.breakAt(step, fault);
    bool saved = true;
    try {
      known = saveSafely(files, path, fresh, known);
    } catch (const SavedUnsurely& error) {
      known = error.stamp();
    } catch (const Error& error) {
      saved = false;
      REQUIRE(error.kind() == ErrorKind::unwritable);
      REQUIRE(error.where() == path);
    }
    requireWhole(files);
    REQUIRE((files.at(path) == fresh) == saved);
    REQUIRE(files.paths().size() == 3);
    files.breakAt(0, fault);
    requireNextSaveWorks(files, known);
  }
}

TEST_CASE("A power cut at any step of a save leaves the old or the new plan whole") {
  const Unflushed content = GENERATE(Unflushed::kept, Unflushed::lost, Unflushed::torn);
  const int steps = stepsOfOneSave();
  int newOnes = 0;
  for (int step = 1; step <= steps + 1; ++step) {
    MemoryFiles files = folderWithPlan();
    const FileStamp stamp = readStamped(files, path).stamp;
    files.breakAt(step, Fault::powerCut);
    const bool finished = step > steps;
    if (finished)
      saveSafely(files, path, fresh, stamp);
    else
      REQUIRE_THROWS_AS(saveSafely(files, path, fresh, stamp), PowerCut);
    for (std::size_t kept = 0; kept <= files.unflushedNames(); ++kept) {
      INFO("step " << step << ", changes of names kept " << kept);
      MemoryFiles disk = files.restarted(kept, content);
      requireWhole(disk);
      if (finished) REQUIRE(disk.at(path) == fresh);
      newOnes += disk.at(path) == fresh;
      const FileStamp found = readStamped(disk, path).stamp;
      requireNextSaveWorks(disk, found);
    }
  }
  REQUIRE(newOnes > 1);
}

TEST_CASE("A power cut during the first save of a plan leaves nothing or the whole plan") {
  const Unflushed content = GENERATE(Unflushed::kept, Unflushed::lost, Unflushed::torn);
  for (int step = 1;; ++step) {
    REQUIRE(step < 100);
    MemoryFiles files;
    files.breakAt(step, Fault::powerCut);
    bool finished = true;
    try {
      saveSafely(files, path, fresh, std::nullopt);
    } catch (const PowerCut&) {
      finished = false;
    }
    for (std::size_t kept = 0; kept <= files.unflushedNames(); ++kept) {
      const MemoryFiles disk = files.restarted(kept, content);
      REQUIRE((disk.has(path) || !finished));
      if (disk.has(path)) REQUIRE(disk.at(path) == fresh);
    }
    if (finished) break;
  }
}

TEST_CASE("An unchanged plan is not written again") {
  MemoryFiles files = folderWithPlan();
  const FileStamp stamp = readStamped(files, path).stamp;
  REQUIRE(saveSafely(files, path, old, stamp) == stamp);
  REQUIRE(files.at(previousPath) == older);
  REQUIRE(files.unflushedNames() == 0);
}

TEST_CASE("An empty plan is never saved") {
  MemoryFiles files = folderWithPlan();
  REQUIRE_THROWS_AS(saveSafely(files, path, "", std::nullopt), Error);
  REQUIRE_THROWS_AS(replaceSafely(files, path, ""), Error);
  REQUIRE(files.at(path) == old);
}

TEST_CASE("Another person's change is noticed before saving") {
  MemoryFiles files = folderWithPlan();
  const FileStamp stamp = readStamped(files, path).stamp;
  REQUIRE_FALSE(changedOnDisk(files, path, stamp));

  SECTION("changed to another size") {
    files.put(path, "somebody else's plan");
    REQUIRE(changedOnDisk(files, path, stamp));
    REQUIRE_THROWS_AS(saveSafely(files, path, fresh, stamp), ChangedOnDisk);
    REQUIRE(files.at(path) == "somebody else's plan");
    saveSafely(files, path, fresh, std::nullopt);
    REQUIRE(files.at(path) == fresh);
    REQUIRE(files.at(previousPath) == "somebody else's plan");
  }
  SECTION("changed to the same size") {
    files.put(path, "THE PLAN AS IT WAS");
    REQUIRE(changedOnDisk(files, path, stamp));
    REQUIRE_THROWS_AS(saveSafely(files, path, fresh, stamp), ChangedOnDisk);
  }
  SECTION("touched only") {
    files.put(path, old);
    REQUIRE_FALSE(changedOnDisk(files, path, stamp));
    saveSafely(files, path, fresh, stamp);
    REQUIRE(files.at(path) == fresh);
  }
  SECTION("deleted") {
    files.remove(path);
    REQUIRE(changedOnDisk(files, path, stamp));
    try {
      saveSafely(files, path, fresh, stamp);
      FAIL("a deleted file was saved over");
    } catch (const ChangedOnDisk& error) {
      REQUIRE(error.how() == ChangedOnDisk::How::deleted);
    }
  }
  SECTION("changed to what shall be saved") {
    files.put(path, fresh);
    saveSafely(files, path, fresh, stamp);
    REQUIRE(files.at(path) == fresh);
  }
}

namespace {

/// Somebody else saves at the moment when the previous version is put in its place.
class BusyFolder : public MemoryFiles {
 public:
  void rename(const std::string& from, const std::string& to) override {
    MemoryFiles::rename(from, to);
    if (to == previousPath) put(path, "somebody else was faster");
  }
};

/// Says that all went well and stores something else.
class LyingDisk : public MemoryFiles {
 public:
  void create(const std::string& file, std::string_view bytes, const FileState* like) override {
    MemoryFiles::create(file, std::string(bytes.size(), '\0'), like);
  }
};

/// Somebody else makes the file beside a moment before.
class CrowdedFolder : public MemoryFiles {
 public:
  void create(const std::string& file, std::string_view, const FileState*) override {
    throw fileError(FileStep::writing, file, EEXIST);
  }
};

}  // namespace

TEST_CASE("What goes wrong with the file beside is told of the plan, which people know") {
  CrowdedFolder files;
  files.put(path, old);
  try {
    saveSafely(files, path, fresh, std::nullopt);
    FAIL("saved");
  } catch (const Error& error) {
    CHECK(plainText(error.message()) == "Somebody else is saving " + path + " at this moment.");
    CHECK(error.where() == path);
  }
}

TEST_CASE("A change made while a save is under way is noticed") {
  BusyFolder files;
  files.put(path, old);
  REQUIRE_THROWS_AS(saveSafely(files, path, fresh, std::nullopt), ChangedOnDisk);
  REQUIRE(files.at(path) == "somebody else was faster");
}

TEST_CASE("A disk that stores something else does not get to replace the plan") {
  LyingDisk files;
  files.put(path, old);
  REQUIRE_THROWS_AS(saveSafely(files, path, fresh, std::nullopt), Error);
  REQUIRE(files.at(path) == old);
  REQUIRE(files.paths() == std::vector<std::string>{path});
}

TEST_CASE("A file beside that may belong to a save under way is left alone") {
  MemoryFiles files = folderWithPlan();
  const std::string stranger = "/plans/.peace.trackloom.1.tmp";
  files.put(stranger, "half of somebody's pl");
  saveSafely(files, path, fresh, std::nullopt);
  REQUIRE(files.at(stranger) == "half of somebody's pl");
  files.pass(hour);
  saveSafely(files, path, next, std::nullopt);
  REQUIRE_FALSE(files.has(stranger));
}

TEST_CASE("Saving keeps the mode, and new files are the user's own") {
  MemoryFiles files;
  files.put(path, old, 0640);
  saveSafely(files, path, fresh, std::nullopt);
  REQUIRE(files.modeOf(path) == 0640);
  REQUIRE(files.modeOf(previousPath) == 0640);
  saveSafely(files, "/plans/new.trackloom", fresh, std::nullopt);
  REQUIRE(files.modeOf("/plans/new.trackloom") == 0600);
}

TEST_CASE("A write-protected plan is not replaced") {
  MemoryFiles files;
  files.put(path, old, 0444);
  REQUIRE_THROWS_WITH(saveSafely(files, path, fresh, std::nullopt), path + " is protected against changes.");
  REQUIRE(files.at(path) == old);
}

TEST_CASE("The content hash is 64-bit FNV-1a") {
  REQUIRE(contentHash("") == 0xcbf29ce484222325ULL);
  REQUIRE(contentHash("a") == 0xaf63dc4c8601ec8cULL);
  REQUIRE(contentHash("foobar") == 0x85944171f73967e8ULL);
}
