#include "documents/work_folder.h"

#include "documents/programs.h"
#include "plan/error.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace trackloom::documents {
namespace {

namespace fs = std::filesystem;

// What Linux calls file systems that lie in memory (linux/magic.h).
constexpr auto tmpfs = 0x01021994;
constexpr auto ramfs = 0x858458f6;

bool isInMemory(const fs::path& folder) {
  struct statfs about {};
  if (::statfs(folder.c_str(), &about) != 0) return false;
  const auto type = static_cast<std::uint32_t>(about.f_type);
  return (type == tmpfs || type == ramfs) && ::access(folder.c_str(), W_OK | X_OK) == 0;
}

fs::path usualPlace() {
  std::error_code ignored;
  return fs::temp_directory_path(ignored);
}

fs::path placeInMemory() {
  const char* own = std::getenv("XDG_RUNTIME_DIR");
  const std::array<fs::path, 3> folders = {"/dev/shm", own ? own : "", usualPlace()};
  if (auto folder = firstInMemory(folders)) return *std::move(folder);
  throw Error(
      ErrorKind::unwritable,
      {tr("This machine has no folder that lies in memory, and what this paper is made from is not put on the disk on "
          "the way."),
       {}},
      "/dev/shm",
      {tr("Write HTML, which needs no other program; or make /dev/shm a file system of the type tmpfs."), {}});
}

constexpr std::string_view nameBegins = "trackloom-work-";
/// A folder may be a moment old before it is locked.
constexpr auto youngest = std::chrono::minutes(1);

/// Is it a folder of this user's that nobody works in any more?
bool isLeftOver(const fs::directory_entry& entry) {
  std::error_code ignored;
  struct stat about {};
  if (!entry.path().filename().string().starts_with(nameBegins) || ::lstat(entry.path().c_str(), &about) != 0 ||
      !S_ISDIR(about.st_mode) || about.st_uid != ::geteuid() || (about.st_mode & 077) != 0 ||
      fs::file_time_type::clock::now() - entry.last_write_time(ignored) < youngest)
    return false;
  const int folder = ::open(entry.path().c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0) return false;
  const bool unused = ::flock(folder, LOCK_EX | LOCK_NB) == 0;
  ::close(folder);
  return unused;
}

void removeLeftOvers(const fs::path& place) {
  std::error_code ignored;
  for (fs::directory_iterator entry(place, ignored), end; entry != end; entry.increment(ignored)) {
    if (ignored) return;
    if (isLeftOver(*entry)) fs::remove_all(entry->path(), ignored);
  }
}

}  // namespace

std::optional<fs::path> firstInMemory(std::span<const fs::path> folders) {
  const auto found = std::ranges::find_if(folders, isInMemory);
  return found == folders.end() ? std::nullopt : std::optional(*found);
}

WorkFolder::WorkFolder(WorkPlace place) {
  const fs::path parent = place == WorkPlace::memory ? placeInMemory() : usualPlace();
  removeLeftOvers(parent);
  std::string pattern = parent / (std::string(nameBegins) + "XXXXXX");
  if (!::mkdtemp(pattern.data()))
    throw Error(ErrorKind::unwritable, {tr("No folder for temporary files can be made."), {}}, pattern,
                {tr("Make room on the disk, or set TMPDIR to a folder you can write to."), {}});
  path_ = pattern;
  lock_ = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ >= 0) ::flock(lock_, LOCK_EX | LOCK_NB);
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

void WorkFolder::write(const TaskFile& file) const {
  const fs::path place = path_ / file.name;
  std::ofstream out(place, std::ios::binary);
  out.write(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
  out.close();
  if (!out)
    throw Error(ErrorKind::unwritable, {tr("A temporary file cannot be written."), {}}, place.string(),
                {tr("Make room on the disk and try again."), {}});
}

std::optional<std::string> WorkFolder::read(const std::string& name) const {
  std::ifstream in(path_ / name, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace trackloom::documents
