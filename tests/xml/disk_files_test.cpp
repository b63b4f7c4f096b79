#include "xml/disk_files.h"

#include "support/folder.h"
#include "xml/safe_save.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace trackloom;
using trackloom::test::Folder;
namespace fs = std::filesystem;

namespace {

/// The super-user may write anywhere, so a test of permissions runs as nobody for a while.
class AsNobody {
 public:
  AsNobody() : root_(::geteuid() == 0 && ::seteuid(65534) == 0) {}
  ~AsNobody() {
    if (root_ && ::seteuid(0) != 0) std::abort();
  }

 private:
  bool root_;
};

void put(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

unsigned modeOf(const std::string& path) {
  struct stat about {};
  REQUIRE(::stat(path.c_str(), &about) == 0);
  return about.st_mode & 07777;
}

}  // namespace

TEST_CASE("A plan saved on the real disk reads back, with one previous version and nothing else beside it") {
  Folder folder;
  DiskFiles files;
  const std::string path = folder / "frieden – سلام.trackloom";
  FileStamp stamp = saveSafely(files, path, "one", std::nullopt);
  REQUIRE(files.list(folder.path()).size() == 1);
  REQUIRE(modeOf(path) == 0600);
  stamp = saveSafely(files, path, "two", stamp);
  stamp = saveSafely(files, path, "three", stamp);
  REQUIRE(files.read(path) == "three");
  REQUIRE(files.read(path + "~") == "two");
  REQUIRE(files.list(folder.path()).size() == 2);
  REQUIRE_FALSE(changedOnDisk(files, path, stamp));
  REQUIRE(readStamped(files, path).stamp == stamp);
}

TEST_CASE("A change on the real disk is noticed, a mere touch is not one") {
  Folder folder;
  DiskFiles files;
  const std::string path = folder / "plan.trackloom";
  const FileStamp stamp = saveSafely(files, path, "one", std::nullopt);
  fs::last_write_time(path, fs::last_write_time(path) + std::chrono::hours(1));
  REQUIRE_FALSE(changedOnDisk(files, path, stamp));
  put(path, "two");
  fs::last_write_time(path, fs::last_write_time(path) + std::chrono::hours(2));
  REQUIRE(changedOnDisk(files, path, stamp));
  REQUIRE_THROWS_AS(saveSafely(files, path, "three", stamp), ChangedOnDisk);
  REQUIRE(files.read(path) == "two");
}

TEST_CASE("Saving keeps the permissions of the file") {
  Folder folder;
  DiskFiles files;
  const std::string path = folder / "plan.trackloom";
  put(path, "one");
  ::chmod(path.c_str(), 0664);
  saveSafely(files, path, "two", std::nullopt);
  REQUIRE(modeOf(path) == 0664);
  REQUIRE(modeOf(path + "~") == 0664);
}

TEST_CASE("Saving through a link replaces the file it stands for") {
  Folder folder;
  DiskFiles files;
  files.makeFolder(folder / "real");
  put(folder / "real/plan.trackloom", "one");
  fs::create_symlink("real/plan.trackloom", folder / "middle");
  fs::create_symlink(folder / "middle", folder / "link");
  saveSafely(files, folder / "link", "two", std::nullopt);
  REQUIRE(fs::is_symlink(folder / "link"));
  REQUIRE(fs::is_symlink(folder / "middle"));
  REQUIRE(files.read(folder / "real/plan.trackloom") == "two");
  REQUIRE(files.read(folder / "real/plan.trackloom~") == "one");

  fs::create_symlink("real/missing", folder / "dangling");
  saveSafely(files, folder / "dangling", "three", std::nullopt);
  REQUIRE(files.read(folder / "real/missing") == "three");

  fs::create_symlink("circle", folder / "circle");
  REQUIRE_THROWS_AS(saveSafely(files, folder / "circle", "four", std::nullopt), Error);
}

TEST_CASE("A folder that may only be read is named with what to do") {
  Folder folder;
  DiskFiles files;
  const std::string path = folder / "plan.trackloom";
  put(path, "one");
  ::chmod(path.c_str(), 0666);
  ::chmod(folder.path().c_str(), 0555);
  try {
    const AsNobody nobody;
    saveSafely(files, path, "two", std::nullopt);
    FAIL("saved into a folder that may only be read");
  } catch (const Error& error) {
    REQUIRE(error.kind() == ErrorKind::unwritable);
    REQUIRE(std::string(error.what()) == "You are not allowed to write in the folder " + folder.path().string() + ".");
    REQUIRE(error.where() == path);
    REQUIRE_FALSE(plainText(error.toDo()).empty());
  }
  REQUIRE(files.read(path) == "one");
}

TEST_CASE("A plan in a folder that is gone is not saved, and says so") {
  Folder folder;
  DiskFiles files;
  try {
    saveSafely(files, folder / "gone/plan.trackloom", "one", std::nullopt);
    FAIL("saved into a folder that is not there");
  } catch (const Error& error) {
    REQUIRE(std::string(error.what()).find(folder / "gone") != std::string::npos);
  }
  REQUIRE_THROWS_AS(saveSafely(files, folder.path(), "one", std::nullopt), Error);
}

TEST_CASE("A pipe or a device is refused instead of waited for") {
  Folder folder;
  DiskFiles files;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  REQUIRE_THROWS_AS(files.read(folder / "pipe"), Error);
  REQUIRE_THROWS_AS(files.read("/dev/zero"), Error);
  REQUIRE_THROWS_AS(files.read(folder.path()), Error);
  REQUIRE_THROWS_AS(files.read(folder / "missing"), Error);
}

TEST_CASE("A new file never replaces one that is there") {
  Folder folder;
  DiskFiles files;
  put(folder / "a", "one");
  REQUIRE_THROWS_AS(files.create(folder / "a", "two", nullptr), Error);
  REQUIRE(files.read(folder / "a") == "one");
}

TEST_CASE("New folders are open to the user only") {
  Folder folder;
  DiskFiles files;
  files.makeFolder(folder / "a/b/c");
  files.makeFolder(folder / "a/b/c");
  REQUIRE(modeOf(folder / "a") == 0700);
  REQUIRE(modeOf(folder / "a/b/c") == 0700);
  put(folder / "file", "in the way");
  REQUIRE_THROWS_AS(files.makeFolder(folder / "file"), Error);
  REQUIRE_THROWS_AS(files.makeFolder(folder / "file/a"), Error);
}

TEST_CASE("A name of the greatest length is saved") {
  Folder folder;
  DiskFiles files;
  const std::string path = folder / std::string(254, 'x');
  saveSafely(files, path, "one", std::nullopt);
  saveSafely(files, path, "two", std::nullopt);
  REQUIRE(files.read(path) == "two");
  REQUIRE_THROWS_AS(saveSafely(files, folder / std::string(300, 'x'), "one", std::nullopt), Error);
}

TEST_CASE("Every trouble a disk can give has its own sentence and advice") {
  std::vector<std::string> sentences;
  for (const int code : {ENOSPC, EDQUOT, EROFS, EACCES, ENOENT, EISDIR, EEXIST, ENAMETOOLONG, ELOOP, EIO}) {
    const Error error = fileError(FileStep::writing, "/plans/peace.trackloom", code);
    REQUIRE(error.kind() == ErrorKind::unwritable);
    REQUIRE(error.where() == "/plans/peace.trackloom");
    REQUIRE(std::string(error.what()).find("/plans") != std::string::npos);
    REQUIRE(std::string(error.what()).find('{') == std::string::npos);
    REQUIRE_FALSE(plainText(error.toDo()).empty());
    sentences.emplace_back(error.what());
  }
  std::sort(sentences.begin(), sentences.end());
  REQUIRE(std::adjacent_find(sentences.begin(), sentences.end()) == sentences.end());
  REQUIRE(std::string(fileError(FileStep::reading, "plan", ENOENT).what()) == "There is no file plan.");
  REQUIRE(fileError(FileStep::reading, "plan", EPERM).kind() == ErrorKind::unreadable);
}

TEST_CASE("What is erased is overwritten where it stood before its name goes") {
  DiskFiles files;
  const Folder folder;
  const std::string path = folder / "plan.trackloom";
  const std::string content = std::string(100'000, 'c') + "canary";
  put(path, content);
  const int open = ::open(path.c_str(), O_RDONLY);
  REQUIRE(open >= 0);
  files.erase(path);
  CHECK_FALSE(files.state(path));
  std::string left(content.size() + 1, '\0');
  CHECK(::read(open, left.data(), left.size()) == static_cast<ssize_t>(content.size()));
  ::close(open);
  CHECK(left.find("canary") == std::string::npos);
  CHECK(left.find("cccccccc") == std::string::npos);
  CHECK_THROWS_AS(files.erase(path), Error);
}

TEST_CASE("Erasing one of several names leaves the others as they are, and of a link only the link goes") {
  DiskFiles files;
  const Folder folder;
  put(folder / "plan", "content");
  fs::create_hard_link(folder / "plan", folder / "backup");
  CHECK(files.state(folder / "plan")->names == 2);
  files.erase(folder / "plan");
  CHECK(files.read(folder / "backup") == "content");
  fs::create_symlink(folder / "backup", folder / "link");
  files.erase(folder / "link");
  CHECK(files.read(folder / "backup") == "content");
  CHECK(files.list(folder.path()) == std::vector<std::string>{"backup"});
}

TEST_CASE("A plan is erased with the version before it and what crashed saves left, and nothing else") {
  DiskFiles files;
  const Folder folder;
  for (const char* name : {"plan", "plan~", ".plan.1.tmp", ".plan.tmp", ".plans.1.tmp", "plans"})
    put(folder / name, "x");
  eraseWithTraces(files, folder / "plan");
  CHECK(files.list(folder.path()) == std::vector<std::string>{".plan.tmp", ".plans.1.tmp", "plans"});
  eraseWithTraces(files, folder / "plan");
}

TEST_CASE("A save removes what killed saves of the file left beside it, and nothing that a running one holds") {
  Folder folder;
  DiskFiles files;
  put(folder / "plan", "one");
  put(folder / ".plan.1.tmp", "left");
  put(folder / ".plan.2.tmp", "held");
  put(folder / ".plan.notes.tmp", "not ours");
  put(folder / ".other.1.tmp", "of another file");
  auto held = files.hold(folder / ".plan.2.tmp");
  REQUIRE(held);
  saveSafely(files, folder / "plan", "two", std::nullopt);
  CHECK(files.list(folder.path()) ==
        std::vector<std::string>{".other.1.tmp", ".plan.2.tmp", ".plan.notes.tmp", "plan", "plan~"});
  held.reset();
  saveSafely(files, folder / "plan", "three", std::nullopt);
  CHECK(files.list(folder.path()) == std::vector<std::string>{".other.1.tmp", ".plan.notes.tmp", "plan", "plan~"});
  REQUIRE_THROWS_AS(files.hold(folder / "gone"), Error);
}
